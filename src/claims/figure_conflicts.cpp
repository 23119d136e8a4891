#include <algorithm>
#include <cmath>

#include "claims/figure_relations.h"
#include "claims/figure_words.h"
#include "claims/same_figure.h"

namespace isnad::claims {

// Whether one of the two must be wrong: the same thing at the same time, and values that exclude each other.
bool FigureRelations::exclude(const Figure& a, const Figure& b) const {
    if (a.vague || b.vague || a.denied || b.denied || values_fit(a, b)) return false;
    if (!two_voices(a, b) || !sameness(view_, a, b).same) return false;
    if (!a.told.property && !b.told.property) return false;
    const Concept& property =
        view_.knowledge.concept_of(a.told.property ? *a.told.property : *b.told.property);
    if (!property.grows && !property.changes) return true;
    if (a.earlier || b.earlier || a.background || b.background) return false;
    if (std::isinf(a.value.high) && std::isinf(b.value.high)) return false;  // two lower bounds
    if (property.grows && !a.against && !b.against && risen(a, b)) return false;
    if (!a.as_of || !b.as_of) return view_.episode(a.document) == view_.episode(b.document);
    if (a.reported && b.reported && gap(*a.reported, *b.reported) > 1) return false;
    return a.as_of->days() <= 3 && b.as_of->days() <= 3 && a.as_of->overlaps(*b.as_of);
}

// Whether of two counts of one day the greater is the later one: it "rose", the text gives later hours, it is
// so much greater that the first must be an early count, or a page gives no source that could dispute the
// other.
bool FigureRelations::risen(const Figure& a, const Figure& b) const {
    constexpr double early_count = 1.5;
    const Figure& less = a.value.low <= b.value.low ? a : b;
    const Figure& more = &less == &a ? b : a;
    if (less.minute && more.minute && *less.minute != *more.minute) return *less.minute < *more.minute;
    if (more.rose || less.earlier || more.value.low > early_count * std::max(less.value.low, 1.0))
        return true;
    return a.document != b.document && (!a.statement || !b.statement);
}

// Two pages, or in one page the headline and the body, or two speakers.
bool FigureRelations::two_voices(const Figure& a, const Figure& b) const {
    if (a.document != b.document) return true;
    const auto is_head = [](const Figure& figure) {
        return figure.block == BlockKind::title || figure.block == BlockKind::deck;
    };
    if (a.against || b.against) return true;
    if (is_head(a) != is_head(b)) return !stands_in_body(is_head(a) ? a : b);
    if (a.tally && b.tally && a.statement.has_value() != b.statement.has_value()) return true;
    if (!a.statement || !b.statement || a.statement == b.statement) return false;
    Account x, y;
    x.at = {a.document, a.at};
    y.at = {b.document, b.at};
    x.statement = a.statement;
    y.statement = b.statement;
    return builder_.origin_of(x) != builder_.origin_of(y);
}

// Whether the body of its page gives the value of a headline too.
bool FigureRelations::stands_in_body(const Figure& head) const {
    return std::any_of(figures_.begin(), figures_.end(), [&](const Figure& body) {
        return body.document == head.document && body.block == BlockKind::paragraph &&
               comparable(body.measure, head.measure) && values_fit(body, head);
    });
}

// The figures of two values that exclude each other; of what no days change, all that give these values.
void FigureRelations::set_against(const ValueGroup& a, const ValueGroup& b,
                                  std::set<std::uint32_t>& out) const {
    bool any = false;
    for (const std::uint32_t x : a.figures) {
        for (const std::uint32_t y : b.figures) {
            if (!exclude(figures_[x], figures_[y])) continue;
            out.insert({x, y});
            any = true;
        }
    }
    const auto& told = figures_[a.figures.front()].told.property;
    if (!any || !told) return;
    const Concept& property = view_.knowledge.concept_of(*told);
    if (property.grows || property.changes) return;
    for (const ValueGroup* values : {&a, &b}) {
        const auto exact = exact_of(*values);
        out.insert(exact.begin(), exact.end());
    }
}

void FigureRelations::conflict(const std::vector<ValueGroup>& values) {
    std::set<std::uint32_t> against;
    for (std::size_t g = 0; g < values.size(); ++g) {
        for (std::size_t h = g + 1; h < values.size(); ++h) set_against(values[g], values[h], against);
    }
    if (against.empty()) return;
    std::vector<std::uint32_t> all;
    for (const ValueGroup& each : values) {
        std::vector<std::uint32_t> here;
        for (const std::uint32_t index : each.figures) {
            if (against.contains(index)) here.push_back(index);
        }
        const auto shown = one_a_document(figures_, here);
        all.insert(all.end(), shown.begin(), shown.end());
    }
    const std::string told = told_text(view_.knowledge, figures_[all.front()]);
    add(Relation::conflict, all, "claims.number.values_exclude",
        "The same thing is told (" + told + when_of(all) +
            ") of the same time, but the values exclude each other: " + values_of(all) + "." +
            (grows(all.front()) ? " The count may have risen between the reports." : ""));
}

void FigureRelations::tell_contrasts() {
    for (std::uint32_t second = 1; second < figures_.size(); ++second) {
        if (!figures_[second].against || disputed_[second]) continue;
        for (std::uint32_t first = second;
             first-- > 0 && figures_[first].document == figures_[second].document;) {
            if (figures_[first].at != figures_[second].set_against ||
                !exclude(figures_[first], figures_[second]))
                continue;
            add(Relation::conflict, {first, second}, "claims.number.set_against",
                "The text sets two counts of one thing (" + told_text(view_.knowledge, figures_[first]) +
                    ") against each other: " + values_of({first, second}) + ".");
            break;
        }
    }
}

// Whether one page lets two sources give the two counts of one time.
bool FigureRelations::two_sources(const Lookalike& pair) const {
    return std::any_of(pair.first.begin(), pair.first.end(), [&](std::uint32_t x) {
        return std::any_of(pair.second.begin(), pair.second.end(), [&](std::uint32_t y) {
            const Figure &a = figures_[x], &b = figures_[y];
            const bool one_time = a.as_of && b.as_of && a.as_of->overlaps(*b.as_of);
            return a.document == b.document && one_time && a.statement && b.statement && two_voices(a, b);
        });
    });
}

void FigureRelations::tell_lookalikes() {
    for (const Lookalike& each : lookalikes(view_, figures_)) {
        std::vector<std::uint32_t> both = one_a_document(figures_, each.first);
        const auto more = one_a_document(figures_, each.second);
        both.insert(both.end(), more.begin(), more.end());
        const std::string values = told_text(view_.knowledge, figures_[each.first.front()]) + " (" +
                                   values_of(each.first) + ") and " +
                                   told_text(view_.knowledge, figures_[each.second.front()]) + " (" +
                                   values_of(each.second) + ")";
        if (two_sources(each)) {
            add(Relation::conflict, both, "claims.number.sources_count",
                "Two sources in one page count the victims of one time and place differently: " + values +
                    ".");
        } else {
            add(Relation::not_comparable, both, "claims.number.look_alike",
                "The figures look alike but count different things: " + values + ".");
        }
    }
}

}  // namespace isnad::claims
