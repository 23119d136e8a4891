#include "claims/figure_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace isnad::claims {
namespace {

std::string number_text(double value) {
    if (std::isinf(value)) return "..";
    const double whole = std::round(value);
    char text[40];
    if (std::abs(value - whole) < 1e-6 * std::max(1.0, std::abs(value)) && std::abs(whole) < 1e15) {
        std::snprintf(text, sizeof text, "%.0f", whole);
        return text;
    }
    std::snprintf(text, sizeof text, "%.3f", value);
    std::string out = text;
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

// "3,200", "18.5 million".
std::string shown_number(double value) {
    constexpr double million = 1e6, milliard = 1e9, billion = 1e12;
    if (std::abs(value) >= billion) return number_text(value / billion) + " trillion";
    if (std::abs(value) >= milliard) return number_text(value / milliard) + " billion";
    if (std::abs(value) >= million) return number_text(value / million) + " million";
    std::string out = number_text(value);
    const std::size_t whole = std::min(out.find('.'), out.size());
    for (std::size_t at = whole; at > 3 && out[at - 4] != '-'; at -= 3) out.insert(at - 3, ",");
    return out;
}

// "destroyed houses", "families in shelters", "participants (soldiers)".
std::string joined(const Concept& became, const std::string& counted) {
    const std::string property(became.en);
    if (property.starts_with("in ")) return counted + " " + property;
    const bool noun = became.kind == ConceptKind::money || became.kind == ConceptKind::measure ||
                      property.ends_with("s") || property.find(' ') != std::string::npos;
    return noun ? property + " (" + counted + ")" : property + " " + counted;
}

}  // namespace

std::string shown_value(const Interval& value) {
    if (value.low == value.high) return shown_number(value.low);
    if (std::isinf(value.high)) return "at least " + shown_number(value.low);
    if (value.low == 0) return "up to " + shown_number(value.high);
    return shown_number(value.low) + " to " + shown_number(value.high);
}

std::string value_text(const Interval& value) {
    if (value.low == value.high) return number_text(value.low);
    return number_text(value.low) + "/" + number_text(value.high);
}

std::string plural(std::string_view unit) {
    if (unit == "degree Celsius") return "degrees Celsius";
    const bool name = unit.empty() || (unit.front() >= 'A' && unit.front() <= 'Z');
    if (name || unit == "percent" || unit.ends_with("s") || unit.find(" of ") != std::string_view::npos ||
        unit.find(" on ") != std::string_view::npos || unit.find(" a ") != std::string_view::npos)
        return std::string(unit);
    if (unit.ends_with("foot")) return std::string(unit.substr(0, unit.size() - 4)) + "feet";
    if (unit.ends_with("inch")) return std::string(unit) + "es";
    if (unit.ends_with("century")) return "centuries";
    return std::string(unit) + "s";
}

std::string told_text(const Knowledge& knowledge, const Figure& figure) {
    const Told& told = figure.told;
    if (told.property && told.population && told.population != told.property) {
        const Concept &became = knowledge.concept_of(*told.property),
                      &counted = knowledge.concept_of(*told.population);
        if (!counted.generic) return joined(became, std::string(counted.en));
    }
    if (told.property) return std::string(knowledge.concept_of(*told.property).en);
    if (told.population) return std::string(knowledge.concept_of(*told.population).en);
    return figure.measure.unit.empty() ? "count" : std::string(figure.measure.unit);
}

Account account_of(const Figure& figure, const Figure& like) {
    Account out;
    out.at = {figure.document, figure.at};
    const double factor = like.measure.factor;
    out.interval = Interval{figure.value.low / factor, figure.value.high / factor};
    out.value = value_text(*out.interval);
    out.vague = figure.vague;
    out.statement = figure.statement;
    if (figure.as_of) {
        const std::string from = iso_day(figure.as_of->from);
        out.as_of = figure.as_of->days() == 1 ? from : from + "/" + iso_day(figure.as_of->to);
    }
    return out;
}

About about_of(const StoryView& view, const Figure& figure) {
    About out;
    const Knowledge& knowledge = view.knowledge;
    out.subject = told_text(knowledge, figure);
    out.property =
        figure.told.property ? std::string(knowledge.concept_of(*figure.told.property).id) : "amount";
    out.unit = figure.measure.unit;
    if (figure.told.population) out.population = knowledge.concept_of(*figure.told.population).en;
    if (figure.as_of) out.time = *account_of(figure, figure).as_of;
    out.entities = figure.places;
    return out;
}

std::string list_text(const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return out;
}

}  // namespace isnad::claims
