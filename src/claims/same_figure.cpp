#include "claims/same_figure.h"

#include <algorithm>
#include <cmath>

namespace isnad::claims {
namespace {

// How far a round number that is said to be "about" may be off: most of the place of its last digit that is
// not zero, between 1 and 5 per cent: about 60, about 3,200, hardly about 362.
double rounded_by(const Figure& figure) {
    constexpr double share_of_place = 0.75, least = 0.01, most = 0.05;
    const double value = std::abs(figure.value.low / figure.measure.factor);
    if (value < 1 || value > 1e15) return most;
    double place = 1;
    while (std::fmod(std::round(value / place), 10) == 0) place *= 10;
    return std::clamp(share_of_place * place / value, least, most);
}

// How far a figure may be off: "about" and open bounds leave room, conversion leaves some.
double room(const Figure& figure) {
    return std::max(figure.approximate ? rounded_by(figure) : 0.0, figure.measure.tolerance);
}

double middle(const Figure& figure) {
    if (std::isinf(figure.value.high)) return figure.value.low;
    return figure.value.low == 0 ? figure.value.high : (figure.value.low + figure.value.high) / 2;
}

// How many times larger the one value is than the other.
double ratio(const Figure& a, const Figure& b) {
    const double x = std::abs(middle(a)), y = std::abs(middle(b));
    if (x == 0 || y == 0) return x == y ? 1 : INFINITY;
    return std::max(x, y) / std::min(x, y);
}

// "At least 300", "fewer than 137": one end is open.
bool is_bound(const Figure& figure) {
    return std::isinf(figure.value.high) || (figure.value.low == 0 && figure.value.high > 0);
}

bool share_one(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) return true;
        *x < *y ? ++x : ++y;
    }
    return false;
}

bool generic(const Knowledge& knowledge, const std::optional<ConceptIndex>& population) {
    return !population || knowledge.concept_of(*population).generic;
}

// Whether the same becomes of what is counted. Where what is counted says much ("soldiers"), one of the two
// may leave open what became of it.
bool same_property(const Knowledge& knowledge, const Told& a, const Told& b) {
    if (a.property == b.property) return true;
    if (a.property && b.property) return false;
    return tells_much(knowledge, a.population) && a.population == b.population;
}

// Whether the same kind of thing is counted.
bool same_population(const Knowledge& knowledge, const Told& a, const Told& b) {
    if (a.population && b.population && *a.population == *b.population) return true;
    const auto fits = [&](const Told& told) {
        return generic(knowledge, told.population) || told.population == told.property;
    };
    if (a.property && b.property) return fits(a) && fits(b);
    return !a.population && !b.population && a.noun == b.noun;
}

// Words alike around two figures: the clause counts more than the sentence.
double alike(const Figure& a, const Figure& b) {
    const double clause = 0.5 * resemblance(a.clause, b.clause) + 0.5 * containment(a.clause, b.clause);
    const double context = 0.6 * resemblance(a.context, b.context) + 0.4 * containment(a.context, b.context);
    return std::max(clause * std::min(1.0, weight_of(a.clause) / 2), context);
}

// A toll that stands alone in a headline or a background clause says little about its event: there the
// headlines and first paragraphs of the two documents count too.
double alike_as_toll(const Figure& a, const Figure& b, bool same_episode) {
    const double topic = 0.5 * resemblance(a.topic, b.topic) + 0.5 * containment(a.topic, b.topic);
    return std::max(alike(a, b), (same_episode ? 0.6 : 0.45) * topic);
}

bool is_toll(const Knowledge& knowledge, const Figure& figure) {
    if (!figure.told.property) return false;
    const Concept& property = knowledge.concept_of(*figure.told.property);
    return property.kind == ConceptKind::person && (property.grows || property.changes);
}

// Whether two tolls of different pages belong to what both pages are about: their headlines and first
// paragraphs name one place or event and tell it in shared words, the values follow the days, and nothing is
// so far apart that there must be two happenings.
bool of_one_happening(const Knowledge& knowledge, const Figure& a, const Figure& b) {
    constexpr double most_ratio = 3.5, least_shared = 0.5;
    if (!is_toll(knowledge, a) || a.vague || b.vague || a.document == b.document) return false;
    if (!share_one(a.anchors, b.anchors) || ratio(a, b) > most_ratio) return false;
    if (shared_weight(a.happening, b.happening) < least_shared) return false;
    const Concept& property = knowledge.concept_of(*a.told.property);
    if (!a.as_of || !b.as_of) return values_fit(a, b);
    if (a.value.low == b.value.low) return true;
    const bool falls = property.id == "missing" || property.id == "trapped";
    if (!property.grows && !falls) return values_fit(a, b);
    const Figure& less = a.value.low < b.value.low ? a : b;
    const Figure& more = &less == &a ? b : a;
    return falls ? more.as_of->from < less.as_of->from : less.as_of->from <= more.as_of->from;
}

// What two figures that differ must share more when their property is left open, or is money or a share, of
// which a story has many.
struct Floor {
    double equal, different;  // the likeness needed for values that fit, and for values that do not
};

// The more the property says by itself, the less the words around must be alike.
Floor floor_of(const Knowledge& knowledge, const Figure& a, const Figure& b) {
    const Told& told = a.told.property ? a.told : b.told;
    if (!told.property) return {tells_much(knowledge, a.told.population) ? 0.24 : 0.34, 2};
    if (!a.told.property || !b.told.property) return {0.16, ratio(a, b) <= 2 ? 0.22 : 2};
    const Concept& property = knowledge.concept_of(*told.property);
    if (is_toll(knowledge, a)) return {0.13, 0.18};
    if (a.measure.dimension == Dimension::ratio) return {0.24, 0.55};
    if (property.kind == ConceptKind::money) return {0.18, 0.45};
    if (property.grows || property.changes) return {0.16, 0.28};
    if (property.kind == ConceptKind::person) return {0.14, 0.36};
    return {0.16, 0.36};
}

// Whether nothing in the times keeps the figures apart. What looks back must give the very same value, or
// speak of the same days; what does not change with time may be told at any.
bool same_time(const Knowledge& knowledge, const Figure& a, const Figure& b) {
    if (!a.background && !b.background) return true;
    if (!a.as_of || !b.as_of) return false;
    constexpr int most_days = 200;
    const bool near = gap(*a.as_of, *b.as_of) <= most_days;
    if (a.told.property) {
        const Concept& property = knowledge.concept_of(*a.told.property);
        if (!property.grows && !property.changes) return near;
    }
    if (a.background && b.background) return a.as_of->overlaps(*b.as_of);
    const bool equal = a.value.low == b.value.low && a.value.high == b.value.high;
    return a.as_of->overlaps(*b.as_of) || (equal && near);
}

// Whether one is the headline's and the other of the same page's body.
bool headline_of(const Figure& a, const Figure& b) {
    const bool head_a = a.block == BlockKind::title, head_b = b.block == BlockKind::title;
    return a.document == b.document && head_a != head_b;
}

// Loose values that fit may do so by chance when days lie between them.
bool long_apart(const Figure& a, const Figure& b) {
    constexpr int most_days = 4;
    const bool points =
        a.value.low == a.value.high && a.value.low == b.value.low && b.value.low == b.value.high;
    if (points && !a.approximate && !b.approximate) return false;
    return a.as_of && b.as_of && gap(*a.as_of, *b.as_of) > most_days;
}

// Whether the figure belongs to somebody or something that must be the same: a party's seats, a share.
bool is_owned(const Knowledge& knowledge, const Figure& figure) {
    if (figure.measure.dimension == Dimension::ratio) return true;
    return figure.told.property && knowledge.concept_of(*figure.told.property).owned;
}

// One earthquake brings others: magnitudes that differ are of one only when told of the same day, and round
// ones may be equal by chance as days pass.
bool of_two_tremors(const Knowledge& knowledge, const Figure& a, const Figure& b) {
    constexpr int most_days = 3;
    if (!a.told.property || knowledge.concept_of(*a.told.property).id != "magnitude") return false;
    if (!a.as_of || !b.as_of) return !values_fit(a, b);
    const int days = gap(*a.as_of, *b.as_of);
    if (values_fit(a, b)) return days > most_days && a.value.low == std::floor(a.value.low);
    return a.document == b.document || days > 0;
}

// Whether the text itself sets the one against the other, in one sentence or the next.
bool set_side_by_side(const Figure& a, const Figure& b) {
    const Figure& first = a.at.begin < b.at.begin ? a : b;
    const Figure& second = &first == &a ? b : a;
    return a.document == b.document && second.against && second.set_against == first.at;
}

// "The final toll is 27 ... the families hold that the number of victims is 29": two counts of the whole in
// one page, too near each other to be of two things.
bool both_of_the_whole(const Knowledge& knowledge, const Figure& a, const Figure& b) {
    constexpr double most_ratio = 1.25;
    return a.document == b.document && a.tally && b.tally && is_toll(knowledge, a) &&
           ratio(a, b) <= most_ratio;
}

// Ages and prison terms where only places are named: whose they are is not known.
bool of_persons(const Figure& a, const Figure& b) {
    return a.measure.dimension == Dimension::duration && (a.places == a.entities || b.places == b.entities);
}

std::string_view apart(const StoryView& view, const Figure& a, const Figure& b) {
    if (a.document == b.document && a.sentence == b.sentence && !a.against && !b.against)
        return "they stand in one sentence";
    if (!comparable(a.measure, b.measure)) return "the units measure different things";
    if (!same_property(view.knowledge, a.told, b.told)) return "they tell different things";
    if (!same_population(view.knowledge, a.told, b.told)) return "different things are counted";
    if (a.part != b.part) return "one is a part of the other";
    if (a.more != b.more) return "one is on top of an earlier count";
    if (!same_time(view.knowledge, a, b)) return "they speak of different times";
    if (of_two_tremors(view.knowledge, a, b)) return "they may be of different tremors";
    const bool one_sum = a.measure.dimension == Dimension::currency && values_fit(a, b);
    if (!one_sum && !a.places.empty() && !b.places.empty() && !share_one(a.places, b.places))
        return "different places are named";
    return {};
}

// Whether a toll is told of a place that the other page does not speak of.
bool of_elsewhere(const Figure& here, const Figure& other) {
    return !here.places.empty() && !other.topic_places.empty() &&
           !share_one(here.places, other.topic_places) && !share_one(here.places, other.places);
}

// What keeps values that do not fit from being of one thing; empty for nothing.
std::string_view too_different(const Knowledge& knowledge, const Figure& a, const Figure& b) {
    if (a.denied || b.denied) return "one is told in order to be denied";
    if (a.vague || b.vague) return "one is too vague to differ";
    constexpr double few = 30;  // small counts move faster
    const double most = a.document == b.document ? 3 : std::max(middle(a), middle(b)) <= few ? 6 : 4;
    const bool side_by_side = set_side_by_side(a, b), head = headline_of(a, b);
    if (!side_by_side && ratio(a, b) > most) return "the values are too far apart to be of one thing";
    constexpr double most_of_sums = 2;
    const bool sums = a.measure.dimension == Dimension::currency && !side_by_side && !head;
    if (sums && ratio(a, b) > most_of_sums) return "the sums are too far apart to be one";
    const bool one_sentence = a.document == b.document && a.sentence == b.sentence;
    if (is_owned(knowledge, a) && !head &&
        (one_sentence || a.entities.empty() || a.entities != b.entities || of_persons(a, b)))
        return "they may belong to different owners";
    if (is_toll(knowledge, a) && a.document != b.document && (of_elsewhere(a, b) || of_elsewhere(b, a)))
        return "one is told of a place that the other page does not name";
    return {};
}

}  // namespace

bool tells_much(const Knowledge& knowledge, const std::optional<ConceptIndex>& population) {
    if (!population) return false;
    const Concept& here = knowledge.concept_of(*population);
    return here.weak && !here.generic && here.kind == ConceptKind::person;
}

bool nearly_fit(const Figure& a, const Figure& b) {
    constexpr double near = 1.15;
    return values_fit(a, b) || ratio(a, b) <= near;
}

bool values_fit(const Figure& a, const Figure& b) {
    constexpr double open_ratio = 1.5;  // "more than 40" and 46 fit, "more than 40" and 400 do not
    constexpr double both_open_ratio = 1.15, word_ratio = 20;  // "thousands" are not a hundred thousand
    const bool open_a = is_bound(a), open_b = is_bound(b);
    if (!a.vague && !b.vague && (open_a || open_b) &&
        ratio(a, b) > (open_a && open_b ? both_open_ratio : open_ratio))
        return false;
    if (a.vague != b.vague) {
        const Figure& exact = a.vague ? b : a;
        const Figure& vague = a.vague ? a : b;
        return vague.value.low <= middle(exact) && middle(exact) <= vague.value.high &&
               ratio(a, b) <= word_ratio;
    }
    const double space = std::max(room(a), room(b));
    const double low_a = a.value.low * (1 - space), high_a = a.value.high * (1 + space);
    return low_a <= b.value.high && b.value.low <= high_a;
}

double telling_value(const Figure& figure) {
    double value = std::abs(middle(figure) / figure.measure.factor);
    if (value == 0 || std::isinf(value)) return 0;
    int digits = 0;
    while (value >= 10 && std::fmod(std::round(value), 10) == 0) value /= 10;
    if (value != std::round(value)) value *= 10;
    for (; value >= 1; value /= 10) ++digits;
    const double size = std::min(1.0, std::log10(std::max(1.0, middle(figure) / figure.measure.factor)) / 5);
    return std::clamp((digits - 1) * 0.35 + size * 0.3, 0.0, 1.0);
}

Sameness sameness(const StoryView& view, const Figure& a, const Figure& b) {
    Sameness out;
    out.reason = apart(view, a, b);
    if (!out.reason.empty()) return out;
    const bool fit = values_fit(a, b);
    if (!fit) out.reason = too_different(view.knowledge, a, b);
    if (!out.reason.empty()) return out;
    constexpr double most_by_topic = 3.5;
    const Floor floor = floor_of(view.knowledge, a, b);
    const bool one_sentence = a.document == b.document && a.sentence == b.sentence;
    const bool toll = is_toll(view.knowledge, a);
    const bool vague = a.vague || b.vague,
               same_episode = view.episode(a.document) == view.episode(b.document);
    const bool by_topic = toll && !vague && a.document != b.document && (fit || ratio(a, b) <= most_by_topic);
    const double likeness = by_topic ? alike_as_toll(a, b, same_episode) : alike(a, b);
    if (fit && a.document == b.document && toll) return {true, 1, {}};
    if (one_sentence || set_side_by_side(a, b)) return {true, 1, {}};
    if (both_of_the_whole(view.knowledge, a, b)) return {true, 0.3, {}};
    double need = fit ? floor.equal - 0.10 * std::min(telling_value(a), telling_value(b)) : floor.different;
    if (!same_episode) need += fit ? 0.02 : 0.06;
    if (vague && !tells_much(view.knowledge, a.told.population)) need += 0.15;
    if (share_one(a.places, b.places)) need -= 0.03;
    if (headline_of(a, b)) need = std::min(need, a.lead || b.lead ? 0.0 : 0.12);
    if (toll && fit && long_apart(a, b)) return {false, likeness, "they speak of different times"};
    out.score = likeness;
    out.same = likeness >= need;
    if (!out.same && of_one_happening(view.knowledge, a, b)) return {true, std::max(likeness, 0.12), {}};
    if (!out.same) out.reason = "the words around them are not alike";
    return out;
}

}  // namespace isnad::claims
