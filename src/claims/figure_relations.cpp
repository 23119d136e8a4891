#include "claims/figure_relations.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "claims/figure_words.h"
#include "claims/limits.h"
#include "claims/lookalikes.h"
#include "claims/sums.h"

namespace isnad::claims {
namespace {

double width(const Figure& figure) { return figure.value.high - figure.value.low; }

std::size_t documents_in(const std::vector<Figure>& figures, const std::vector<std::uint32_t>& indices) {
    std::set<DocumentIndex> seen;
    for (const std::uint32_t index : indices) seen.insert(figures[index].document);
    return seen.size();
}

}  // namespace

std::vector<std::uint32_t> one_a_document(const std::vector<Figure>& figures,
                                          const std::vector<std::uint32_t>& from) {
    std::vector<std::uint32_t> out;
    const auto rank = [&](const Figure& figure) {
        return (figure.statement ? 2 : 0) + (figure.block == BlockKind::paragraph ? 1 : 0);
    };
    for (const std::uint32_t index : from) {
        const auto same = std::find_if(out.begin(), out.end(), [&](std::uint32_t other) {
            return figures[other].document == figures[index].document;
        });
        if (same == out.end()) {
            out.push_back(index);
        } else if (rank(figures[index]) > rank(figures[*same])) {
            *same = index;
        }
    }
    return out;
}

// Whether the values fit, at times that they can be compared at: "at least 25" on one day says nothing of the
// 27 of a later day.
bool FigureRelations::fit(const Figure& a, const Figure& b) const {
    if (!values_fit(a, b)) return false;
    const bool points = width(a) == 0 && width(b) == 0;
    if (!a.told.property || a.vague || b.vague || points || a.value.low == b.value.low) return true;
    const Concept& property = view_.knowledge.concept_of(*a.told.property);
    if (!property.grows && !property.changes) return true;
    return !a.as_of || !b.as_of || gap(*a.as_of, *b.as_of) == 0;
}

// Whether a vague figure speaks of the same thing as one of the group.
bool FigureRelations::joins(std::uint32_t vague, const ValueGroup& values) const {
    return std::any_of(values.figures.begin(), values.figures.end(), [&](std::uint32_t other) {
        return sameness(view_, figures_[vague], figures_[other]).same;
    });
}

// The surest figures found the groups, narrow before wide; a vague one joins the largest that it fits.
std::vector<ValueGroup> FigureRelations::split(const FigureGroup& group) const {
    std::vector<std::uint32_t> order = group;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Figure &x = figures_[a], &y = figures_[b];
        if (x.vague != y.vague) return y.vague;
        if (x.approximate != y.approximate) return y.approximate;
        return width(x) < width(y);
    });
    std::vector<ValueGroup> out;
    for (const std::uint32_t index : order) {
        ValueGroup* best = nullptr;
        for (ValueGroup& values : out) {
            const bool fits =
                std::all_of(values.figures.begin(), values.figures.end(), [&](std::uint32_t other) {
                    return figures_[other].vague || fit(figures_[index], figures_[other]);
                });
            if (!fits || (figures_[index].vague && !joins(index, values))) continue;
            if (best == nullptr || best->figures.size() < values.figures.size()) best = &values;
        }
        if (best == nullptr && figures_[index].vague) continue;
        if (best == nullptr) best = &out.emplace_back();
        best->figures.push_back(index);
    }
    for (ValueGroup& values : out) {
        const Figure& first = figures_[values.figures.front()];
        values.low = first.value.low;
        values.high = first.value.high;
        std::sort(values.figures.begin(), values.figures.end());
        for (const std::uint32_t index : values.figures) {
            const auto& day = figures_[index].as_of;
            if (figures_[index].vague || !day) continue;
            if (!values.day || day->from < values.day->from) values.day = day;
        }
    }
    std::sort(out.begin(), out.end(), [](const ValueGroup& a, const ValueGroup& b) {
        return a.low != b.low ? a.low < b.low : a.high < b.high;
    });
    return out;
}

// The members that are no vague word, say what became of what is counted, and speak of the story's own days.
std::vector<std::uint32_t> FigureRelations::exact_of(const ValueGroup& values) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t index : values.figures) {
        const Figure& figure = figures_[index];
        const bool exact = !figure.vague && !figure.background && !figure.denied && !figure.more;
        if (exact && figure.told.property) out.push_back(index);
    }
    return out;
}

void FigureRelations::relate(const FigureGroup& group) {
    const std::vector<ValueGroup> values = split(group);
    for (const ValueGroup& each : values) agree(each);
    update(values);
    conflict(values);
    for (const ValueGroup& each : values) {
        const bool any = std::any_of(each.figures.begin(), each.figures.end(),
                                     [&](std::uint32_t index) { return told_[index]; });
        for (const std::uint32_t index : each.figures) told_[index] = told_[index] || any;
    }
}

// Whether one first hand stands behind all figures.
bool FigureRelations::one_origin(const std::vector<std::uint32_t>& figures) const {
    std::set<std::uint32_t> origins;
    for (const std::uint32_t index : figures) {
        const Figure& figure = figures_[index];
        origins.insert(builder_.origin_of(account_of(figure, figure)));
    }
    return origins.size() == 1;
}

void FigureRelations::agree(const ValueGroup& values) {
    std::vector<std::uint32_t> held, denied;
    for (const std::uint32_t index : values.figures)
        (figures_[index].denied ? denied : held).push_back(index);
    const std::string told = told_text(view_.knowledge, figures_[values.figures.front()]);
    if (!denied.empty() && !held.empty()) {
        std::vector<std::uint32_t> both = one_a_document(figures_, held);
        const auto more = one_a_document(figures_, denied);
        both.insert(both.end(), more.begin(), more.end());
        std::sort(both.begin(), both.end());
        add(Relation::denial, both, "claims.number.denied",
            "One account gives this figure (" + told + "), another tells it in order to deny it.");
        return;
    }
    const auto shown = one_a_document(figures_, held);
    if (documents_in(figures_, shown) < 2) return;
    std::vector<std::uint32_t> exact;
    for (const std::uint32_t index : shown) {
        if (!figures_[index].vague) exact.push_back(index);
    }
    const std::size_t sure = documents_in(figures_, exact);
    const bool people = tells_much(view_.knowledge, figures_[shown.front()].told.population);
    if (sure == 0 || (sure == 1 && !people)) return;
    const DocumentIndex first = figures_[shown.front()].document;
    const bool copied = std::all_of(shown.begin() + 1, shown.end(), [&](std::uint32_t i) {
        return view_.copies(first, figures_[i].document);
    });
    const bool bare = !figures_[shown.front()].told.property;
    constexpr double telling_enough = 0.1;
    if (bare && (copied || one_origin(shown) || telling_value(figures_[shown.front()]) < telling_enough))
        return;
    if (copied) {
        add(Relation::single, shown, "claims.number.copied",
            "The pages that give this figure (" + told + ") share their text: one origin, not several.");
        return;
    }
    add(Relation::agreement, shown, "claims.number.values_fit",
        pages_text(shown) + " tell the same in like words (" + told + when_of(shown) +
            "), and the values fit: " + values_of(shown) + sum_of(figures_, shown) + ".");
}

// Whether a later value leaves the earlier one standing: "at least 50" after 52.
bool FigureRelations::still_fits(const ValueGroup& earlier, const ValueGroup& later) const {
    const auto some = exact_of(earlier), others = exact_of(later);
    return some.empty() || others.empty() || values_fit(figures_[some.front()], figures_[others.front()]);
}

// Whether the days, or within a day the words and hours, put one value after the other.
bool FigureRelations::steps_on(const ValueGroup& last, const ValueGroup& next) const {
    if (last.day->from != next.day->from) return true;
    const auto some = exact_of(last), others = exact_of(next);
    return !some.empty() && grows(some.front()) &&
           std::any_of(some.begin(), some.end(), [&](std::uint32_t x) {
               return std::any_of(others.begin(), others.end(), [&](std::uint32_t y) {
                   const Figure &a = figures_[x], &b = figures_[y];
                   return !a.against && !b.against && risen(a, b);
               });
           });
}

// Values of a count or level that follow each other from day to day; a toll only rises.
void FigureRelations::update(const std::vector<ValueGroup>& values) {
    if (values.size() < 2) return;
    std::vector<std::uint32_t> series;
    std::vector<std::string> steps;
    std::vector<const ValueGroup*> by_day;
    for (const ValueGroup& each : values) {
        if (each.day && each.day->days() <= 3 && !exact_of(each).empty()) by_day.push_back(&each);
    }
    if (by_day.size() < 2) return;
    const Figure& any = figures_[exact_of(*by_day.front()).front()];
    const Concept& property = view_.knowledge.concept_of(*any.told.property);
    if (!property.grows && !property.changes) return;
    std::stable_sort(by_day.begin(), by_day.end(), [](const ValueGroup* a, const ValueGroup* b) {
        return a->day->from != b->day->from ? a->day->from < b->day->from : a->low < b->low;
    });
    const ValueGroup* last = nullptr;
    for (const ValueGroup* each : by_day) {
        if (last != nullptr && (!steps_on(*last, *each) || still_fits(*last, *each) ||
                                (property.grows && each->low < last->low)))
            continue;
        last = each;
        const auto shown = one_a_document(figures_, exact_of(*each));
        series.insert(series.end(), shown.begin(), shown.end());
        steps.push_back(shown_value(*account_of(figures_[shown.front()], any).interval) + " on " +
                        edtf(*each->day));
    }
    if (steps.size() < 2 || documents_in(figures_, series) < 2) return;
    add(Relation::update, series, "claims.number.days_pass",
        "The figure (" + told_text(view_.knowledge, any) + ") changes as time passes: " + list_text(steps) +
            ".");
}

// "3 pages", "2 pages, and 4 in a vague word".
std::string FigureRelations::pages_text(const std::vector<std::uint32_t>& figures) const {
    std::vector<std::uint32_t> exact;
    for (const std::uint32_t index : figures) {
        if (!figures_[index].vague) exact.push_back(index);
    }
    const std::size_t all = documents_in(figures_, figures), sure = documents_in(figures_, exact);
    const std::string vague = all > sure ? ", and " + std::to_string(all - sure) + " in a vague word," : "";
    return std::to_string(sure) + (sure == 1 ? " page" : " pages") + vague;
}

// ", 2024-06-19": the time that all of the figures speak of, where it is one.
std::string FigureRelations::when_of(const std::vector<std::uint32_t>& figures) const {
    const auto& first = figures_[figures.front()].as_of;
    const bool one = first && std::all_of(figures.begin(), figures.end(), [&](std::uint32_t index) {
                         const auto& day = figures_[index].as_of;
                         return day && day->from == first->from && day->to == first->to;
                     });
    return one ? ", " + edtf(*first) : "";
}

bool FigureRelations::grows(std::uint32_t figure) const {
    const auto& property = figures_[figure].told.property;
    return property && view_.knowledge.concept_of(*property).grows;
}

// "14 and 19", "1,200 and 1,176 hectare": the distinct values, in the unit of the first.
std::string FigureRelations::values_of(const std::vector<std::uint32_t>& figures) const {
    std::vector<std::string> out;
    const Figure& first = figures_[figures.front()];
    for (const std::uint32_t index : figures) {
        const std::string value = shown_value(*account_of(figures_[index], first).interval);
        if (std::find(out.begin(), out.end(), value) == out.end()) out.push_back(value);
    }
    const std::string_view unit = first.measure.unit;
    return list_text(out) + (unit.empty() ? "" : " " + plural(unit));
}

// The words that carry a figure, and before them those that say whose word it is: what a denial turns on.
Span FigureRelations::with_speaker(const Figure& figure) const {
    constexpr std::uint32_t most_bytes = 400;
    if (!figure.statement) return figure.at;
    const Statement& statement = view_.analysis(figure.document).statements[*figure.statement];
    Span whole = statement.cue ? hull(statement.cue->span, figure.at) : figure.at;
    if (whole.size() > most_bytes) return figure.at;
    if (!statement.speaker || !statement.speaker->span) return whole;
    const Span named = hull(*statement.speaker->span, whole);
    return named.size() <= most_bytes ? named : whole;
}

void FigureRelations::add(Relation relation, const std::vector<std::uint32_t>& figures, std::string_view rule,
                          const std::string& why) {
    Claim claim;
    claim.kind = ClaimKind::number;
    claim.relation = relation;
    claim.rule = rule;
    claim.why = why;
    const Figure& founding = figures_[figures.front()];
    claim.about = about_of(view_, founding);
    for (const std::uint32_t index : figures) {
        claim.accounts.push_back(account_of(figures_[index], founding));
        if (relation == Relation::denial) claim.accounts.back().at.span = with_speaker(figures_[index]);
        told_[index] = true;
        if (relation == Relation::conflict) disputed_[index] = true;
    }
    builder_.add(view_, std::move(claim));
}

// How much a reader gains from a figure that one page alone gives; 0 for nothing: a price, a size of a place,
// or what the page itself gives as an earlier count.
double FigureRelations::telling(std::uint32_t index) const {
    const Figure& figure = figures_[index];
    if (figure.vague || figure.background || figure.earlier || figure.more || !figure.told.property) return 0;
    const Concept& property = view_.knowledge.concept_of(*figure.told.property);
    const bool of_a_place =
        (property.owned && property.kind == ConceptKind::measure) || property.id == "price";
    if (property.weak || of_a_place || property.id == "population_size" || property.id == "duration")
        return 0;
    constexpr double least_sum = 10'000;  // smaller ones are prices and moves of prices
    const bool money = property.kind == ConceptKind::money;
    if (money && (figure.measure.dimension != Dimension::currency || figure.value.high < least_sum)) return 0;
    if (said_again(figure)) return 0;
    double worth = telling_value(figure);
    if (property.kind == ConceptKind::person || money) worth += 0.3;
    if (figure.block != BlockKind::paragraph) worth += 0.4;
    if (figure.lead) worth += 0.2;
    if (figure.statement) worth += 0.2;
    if (figure.part) worth -= 0.2;
    return worth;
}

// Whether a claim already tells this value of this thing from the same page.
bool FigureRelations::said_again(const Figure& figure) const {
    for (std::uint32_t i = 0; i < figures_.size(); ++i) {
        const Figure& other = figures_[i];
        if (told_[i] && other.document == figure.document && other.told.property == figure.told.property &&
            comparable(other.measure, figure.measure) && values_fit(other, figure))
            return true;
    }
    return false;
}

void FigureRelations::tell_singles() {
    std::vector<std::pair<double, std::uint32_t>> order;
    constexpr double least = 0.5;
    for (std::uint32_t i = 0; i < figures_.size(); ++i) {
        const double worth = told_[i] ? 0 : telling(i);
        if (worth >= least) order.emplace_back(-worth, i);
    }
    std::sort(order.begin(), order.end());
    std::set<std::pair<DocumentIndex, std::string>> seen;
    std::size_t count = 0;
    for (const auto& [worth, index] : order) {
        if (count == limits::singles_per_story) break;
        const Account account = account_of(figures_[index], figures_[index]);
        if (!seen.emplace(figures_[index].document, account.value).second) continue;
        add(Relation::single, {index}, "claims.number.single",
            "Only one page gives this figure (" + told_text(view_.knowledge, figures_[index]) + ").");
        ++count;
    }
}

}  // namespace isnad::claims
