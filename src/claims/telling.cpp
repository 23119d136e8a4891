#include "claims/telling.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::claims {
namespace {

// Concepts of measure that a count may have too ("a capacity of 300 beds").
constexpr std::array of_counts{std::string_view{"capacity"}, std::string_view{"production"}};
constexpr std::array of_durations{std::string_view{"duration"}, std::string_view{"age"},
                                  std::string_view{"prison_term"}};
constexpr std::array of_sizes{std::string_view{"destroyed"}, std::string_view{"damaged"},
                              std::string_view{"seized"},    std::string_view{"exports"},
                              std::string_view{"imports"},   std::string_view{"aid"}};

constexpr std::array of_lengths{std::string_view{"distance"}, std::string_view{"depth"},
                                std::string_view{"height"},   std::string_view{"length"},
                                std::string_view{"rainfall"}, std::string_view{"stored"}};
constexpr std::array of_other_sizes{std::string_view{"area"}, std::string_view{"magnitude"},
                                    std::string_view{"speed"}, std::string_view{"wind"},
                                    std::string_view{"temperature"}};

template <class List>
bool is_in(std::string_view id, const List& list) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

// Whether a figure of the dimension can tell the concept.
bool fits(const Concept& concept_of, Dimension dimension) {
    const bool durations = is_in(concept_of.id, of_durations), lengths = is_in(concept_of.id, of_lengths);
    switch (dimension) {
        case Dimension::count:
            return (concept_of.kind != ConceptKind::money && concept_of.kind != ConceptKind::measure) ||
                   is_in(concept_of.id, of_counts);
        case Dimension::currency: return concept_of.kind == ConceptKind::money;
        case Dimension::duration: return durations;
        case Dimension::length: return lengths;
        case Dimension::ratio:
            return !durations && !lengths && !is_in(concept_of.id, of_other_sizes) &&
                   (concept_of.kind == ConceptKind::measure || concept_of.kind == ConceptKind::money);
        default:
            return !durations && (concept_of.kind == ConceptKind::measure || is_in(concept_of.id, of_sizes));
    }
}

// "that": what is reported begins behind it.
bool is_that(const Words& words, std::uint32_t word) {
    const Word& here = words.words[word];
    const std::string_view search = words.search(here);
    return search.substr(std::min<std::size_t>(here.name_begin, search.size())) ==
           spelled<letters::alef, letters::noon>;
}

bool is_mark(const Concept& concept_of) { return concept_of.id.starts_with("mark_"); }

}  // namespace

Populated::Populated(const Analysis& analysis, const Knowledge& knowledge) {
    const Words& words = analysis.words;
    const auto size = static_cast<std::uint32_t>(words.words.size());
    meanings_.resize(size);
    in_quantity_.resize(size);
    for (std::uint32_t at = 0; at < size;) {
        Meanings here = knowledge.population_at(words, at);
        const std::uint32_t next = here.empty() ? at + 1 : here.end;
        if (!here.empty()) meanings_[at] = here;
        at = next;
    }
    for (const Name& name : analysis.names) {  // "Martyrs' Square" counts no martyrs
        const WordRange range = words_in(words, name.span);
        for (std::uint32_t i = range.first; i < range.end; ++i) meanings_[i] = {};
    }
    for (const Quantity& quantity : analysis.quantities) {
        const WordRange range = words_in(words, quantity.span);
        for (std::uint32_t i = range.first; i < range.end; ++i) in_quantity_[i] = true;
    }
}

Telling::Telling(const StoryView& view, DocumentIndex document)
    : knowledge_(view.knowledge),
      analysis_(view.analysis(document)),
      words_(analysis_.words),
      contents_(view.contents),
      document_(document),
      populated_(analysis_, view.knowledge) {}

// The first meaning that a figure of the measure can tell; weak ones do not govern, and what happens to
// people is not told of things.
std::optional<ConceptIndex> Telling::choose(const Meanings& meanings, const Look& look) const {
    for (std::uint8_t i = 0; i < meanings.count; ++i) {
        const Concept& here = knowledge_.concept_of(meanings.concepts[i]);
        if (here.weak || is_mark(here) || !fits(here, look.measure.dimension)) continue;
        if (look.population) {
            const ConceptKind counted = knowledge_.concept_of(*look.population).kind;
            const bool people = counted == ConceptKind::person;
            if (people != (here.kind == ConceptKind::person) && here.kind != ConceptKind::measure) continue;
        }
        return meanings.concepts[i];
    }
    return std::nullopt;
}

std::optional<Telling::Governor> Telling::before(const Look& look) const {
    constexpr std::uint32_t farthest = 9;
    std::uint32_t distance = 0;
    for (std::uint32_t i = look.quantity.first; i > look.limits.first && distance < farthest; ++distance) {
        --i;
        if (populated_.in_quantity(i) || populated_.at(i).empty()) continue;
        if (const auto index = choose(populated_.at(i), look)) return Governor{*index, i, distance};
    }
    return std::nullopt;
}

// "44 people so far and killed 15", "18 divers to rescue the boys": behind "and" and "to" something else is
// told.
bool Telling::is_of_another(std::uint32_t word) const {
    const Word& here = words_.words[word];
    if ((here.proclitics & proclitic::conjunction) != 0) return true;
    const bool prefixed = (here.proclitics & proclitic::preposition) != 0;
    return prefixed && words_.search(here).starts_with(spelled<letters::lam>);
}

std::optional<Telling::Governor> Telling::after(const Look& look) const {
    constexpr std::uint32_t farthest = 5;
    const std::uint32_t begin = look.quantity.end;
    for (std::uint32_t i = begin; i < look.limits.end && i < begin + farthest; ++i) {
        if (populated_.in_quantity(i)) return std::nullopt;
        if (populated_.at(i).empty()) continue;
        const auto index = choose(populated_.at(i), look);
        const bool of_part = i + 1 < look.limits.end && has_mark(i + 1, "mark_part");  // "killed of them 100"
        if (index && (of_part || is_of_another(i))) return std::nullopt;
        if (index) return Governor{*index, i, i - begin + 1};
    }
    return std::nullopt;
}

// Where the clause has no governing word: one earlier in the sentence, when no other figure stands between
// ("the losses of the quake, in March, at 300 million"); a sum may only be what something is "worth".
std::optional<Telling::Governor> Telling::farther(const Look& look) const {
    if (look.measure.dimension == Dimension::count) return std::nullopt;
    const WordRange sentence = sentence_around(words_, look.quantity.first);
    constexpr std::uint32_t farthest = 16;
    for (std::uint32_t i = look.limits.first; i > sentence.first; --i) {
        if (look.quantity.first - i > farthest || populated_.in_quantity(i - 1)) break;
        if (has_mark(i - 1, "mark_contrast")) break;
        const auto index = choose(populated_.at(i - 1), look);
        if (!index) continue;
        const ConceptKind kind = knowledge_.concept_of(*index).kind;
        if (kind == ConceptKind::money || kind == ConceptKind::measure)
            return Governor{*index, i - 1, farthest};
    }
    if (look.measure.dimension != Dimension::currency) return std::nullopt;
    for (std::uint32_t i = look.quantity.first; i > look.limits.first; --i) {
        if (!has_mark(i - 1, "mark_value")) continue;
        if (const auto deal = knowledge_.concept_named("worth")) return Governor{*deal, i - 1, 1};
    }
    return std::nullopt;
}

bool Telling::is_toll_word(std::uint32_t word) const {
    const Meanings& here = populated_.at(word);
    for (std::uint8_t i = 0; i < here.count; ++i) {
        const Concept& each = knowledge_.concept_of(here.concepts[i]);
        if (each.kind == ConceptKind::person && (!each.weak || each.generic)) return true;
    }
    return false;
}

// The clause, and the one before it when the clause only names a part ("..., of whom 3").
WordRange Telling::limits_of(WordRange quantity) const {
    WordRange limits = clause_around(words_, quantity);
    for (std::uint32_t i = quantity.end; i < limits.end; ++i) {
        if (has_mark(i, "mark_contrast")) limits.end = i;
    }
    for (std::uint32_t i = quantity.first; i > limits.first; --i) {
        if (has_mark(i - 1, "mark_contrast") || is_that(words_, i - 1)) {
            limits.first = i;
            break;
        }
    }
    const WordRange sentence = sentence_around(words_, quantity.first);
    constexpr std::uint32_t near = 2;
    for (std::uint32_t i = limits.first; i < quantity.first; ++i) {
        if (i - limits.first > near || !has_mark(i, "mark_part")) continue;
        if (limits.first > sentence.first + 1)
            limits.first = clause_around(words_, {limits.first - 2, limits.first - 1}).first;
        break;
    }
    return limits;
}

bool Telling::has_mark(std::uint32_t word, std::string_view id) const {
    const Meanings& here = populated_.at(word);
    for (std::uint8_t i = 0; i < here.count; ++i) {
        if (knowledge_.concept_of(here.concepts[i]).id == id) return true;
    }
    return false;
}

std::optional<ConceptIndex> Telling::population_of(const Quantity& quantity, Told& out) const {
    if (!quantity.counted) return std::nullopt;
    const WordRange noun = words_in(words_, *quantity.counted);
    if (noun.first == noun.end) return std::nullopt;
    out.noun = contents_.key_of(document_, noun.first);
    for (std::uint32_t i = noun.first; i < noun.end; ++i) {
        const Meanings here = knowledge_.population_at(words_, i);
        for (std::uint8_t k = 0; k < here.count; ++k) {
            const Concept& each = knowledge_.concept_of(here.concepts[k]);
            if (!is_mark(each) && fits(each, Dimension::count)) return here.concepts[k];
        }
    }
    return std::nullopt;
}

// "The number of soldiers in the country ... between 11 and 14 thousand": the noun stands before the number.
std::optional<ConceptIndex> Telling::number_of(WordRange quantity, WordRange limits) const {
    constexpr std::uint32_t farthest = 10;
    for (std::uint32_t i = quantity.first; i > limits.first && quantity.first - i < farthest; --i) {
        if (populated_.in_quantity(i - 1)) return std::nullopt;
        if (!has_mark(i - 1, "mark_number")) continue;
        const Meanings& noun = populated_.at(i);
        for (std::uint8_t k = 0; k < noun.count; ++k) {
            const Concept& each = knowledge_.concept_of(noun.concepts[k]);
            if (each.weak && !is_mark(each) && fits(each, Dimension::count)) return noun.concepts[k];
        }
        return std::nullopt;
    }
    return std::nullopt;
}

Told Telling::told(const Quantity& quantity, const Measure& measure) const {
    Told out;
    const WordRange range = words_in(words_, quantity.span);
    if (range.first == range.end) return out;
    if (measure.dimension == Dimension::count) {
        out.population = population_of(quantity, out);
        if (out.population && !knowledge_.concept_of(*out.population).weak) {
            out.property = out.population;
            out.words = *quantity.counted;
            return out;
        }
    }
    const bool people = out.population && knowledge_.concept_of(*out.population).kind == ConceptKind::person;
    if (measure.dimension == Dimension::count && people && is_of_team(range)) {
        out.property = knowledge_.concept_named("team_size");
        return out;
    }
    if (is_whole(range)) return out;
    const WordRange limits = limits_of(range);
    if (measure.dimension == Dimension::count && !quantity.counted) out.population = number_of(range, limits);
    const Look look{range, limits, measure, out.population};
    const auto lead = before(look), trail = after(look);
    const bool counts = measure.dimension == Dimension::count;
    const bool leads = lead && (!trail || !counts || lead->distance <= trail->distance + 1);
    const auto best = leads ? lead : trail ? trail : farther(look);
    if (best) {
        out.property = best->concept_index;
        out.words = words_.words[best->word].span;
    }
    return out;
}

bool Telling::of_event(const Quantity& quantity, Span time) const {
    const WordRange number = words_in(words_, quantity.span), when = words_in(words_, time);
    const WordRange clause = clause_around(words_, number);
    const std::uint32_t from = when.first > number.first ? number.end : clause.first;
    for (std::uint32_t i = from; i < when.first; ++i) {
        if (has_mark(i, "mark_event")) return true;
    }
    return false;
}

bool Telling::after(Span time) const {
    const WordRange when = words_in(words_, time);
    if (when.first >= when.end) return false;
    return has_mark(when.first, "mark_after") || (when.first > 0 && has_mark(when.first - 1, "mark_after"));
}

Marks Telling::marks(const Quantity& quantity) const {
    Marks out;
    const WordRange range = words_in(words_, quantity.span);
    const WordRange sentence = sentence_around(words_, range.first);
    constexpr std::uint32_t near = 3;
    for (std::uint32_t i = range.first; i > sentence.first && range.first - i < near; --i) {
        if (populated_.in_quantity(i - 1)) break;
        out.part = out.part || has_mark(i - 1, "mark_part");
        out.more = out.more || has_mark(i - 1, "mark_added");
    }
    for (std::uint32_t i = range.first; i < std::min(sentence.end, range.end + 2); ++i) {
        out.more = out.more || has_mark(i, "mark_more");
        out.others = out.others || has_mark(i, "mark_others");
        if (i >= range.end && populated_.in_quantity(i)) break;
        out.part = out.part || (i == range.end && !quantity.counted && has_mark(i, "mark_of"));
    }
    mark_place(range, clause_around(words_, range), out);
    bool contrast = false;
    const WordRange clause = clause_around(words_, range);
    for (std::uint32_t i = clause.first; i < range.first; ++i)
        contrast = contrast || has_mark(i, "mark_contrast");
    out.against = out.against || (contrast && !quantity.counted);
    return out;
}

// What the words of the clause, and those behind the figure before, say of a figure.
void Telling::mark_place(WordRange number, WordRange clause, Marks& out) const {
    for (std::uint32_t i = clause.first; i < number.first; ++i) {
        out.against = out.against || has_mark(i, "mark_figure");
        out.denied = out.denied || has_mark(i, "mark_denied");
        out.tally = out.tally || has_mark(i, "mark_tally") || has_mark(i, "mark_number");
        out.rose = out.rose || has_mark(i, "mark_rise");
    }
    for (std::uint32_t i = clause.first; i < clause.end; ++i)
        out.earlier = out.earlier || has_mark(i, "mark_earlier");
    out.that_is = clause.first < number.first && has_mark(clause.first, "mark_that");
    const WordRange sentence = sentence_around(words_, number.first);
    bool figure = false;
    for (std::uint32_t i = clause.first; i > sentence.first; --i) {
        if (populated_.in_quantity(i - 1)) {
            out.against = out.against || figure;
            break;
        }
        figure = figure || has_mark(i - 1, "mark_figure");
    }
}

// "107 out of 110 passengers": what became of the 107 is not told of the 110.
bool Telling::is_whole(WordRange quantity) const {
    constexpr std::uint32_t words = 2;
    if (quantity.first < words) return false;
    const std::uint32_t at = quantity.first - words;
    return populated_.at(at).end == quantity.first && has_mark(at, "mark_whole");
}

// "An Italian team of 32 members": a group's noun and "of" before the number.
bool Telling::is_of_team(WordRange quantity) const {
    constexpr std::uint32_t farthest = 5;
    const WordRange sentence = sentence_around(words_, quantity.first);
    if (quantity.first < sentence.first + 2) return false;
    const std::string_view of = words_.search(words_.words[quantity.first - 1]);
    if (of != spelled<letters::meem, letters::noon>) return false;
    for (std::uint32_t i = quantity.first - 1; i > sentence.first && quantity.first - i < farthest; --i) {
        if (populated_.in_quantity(i - 1)) return false;
        if (has_mark(i - 1, "teams")) return true;
    }
    return false;
}

std::vector<Quantity> Telling::bare_counts() const {
    std::vector<Quantity> out;
    constexpr std::uint32_t nearest = 1, farthest = 2;
    constexpr std::size_t longest = 6;  // digits
    for (std::uint32_t i = 2; i < words_.words.size(); ++i) {
        const Word& word = words_.words[i];
        if (word.kind != WordKind::number || populated_.in_quantity(i)) continue;
        const std::string_view digits = words_.search(word);
        const bool plain =
            digits.size() <= longest && digits.find_first_not_of("0123456789") == std::string_view::npos;
        if (!plain || !analysis_.times.starting_in(word.span).empty()) continue;
        const WordRange sentence = sentence_around(words_, i);
        for (std::uint32_t back = 2; back <= farthest + 2 && sentence.first + back <= i; ++back) {
            const std::uint32_t at = i - back;
            const Meanings& here = populated_.at(at);
            if (here.empty() || here.end > i) continue;
            const std::uint32_t gap = i - here.end;
            const bool number = has_mark(at, "mark_number") && gap >= nearest && gap <= farthest;
            const bool figure = has_mark(at, "mark_figure") && here.end >= at + 2 && gap == 0;
            if (!number && !figure) continue;
            Quantity bare;
            bare.span = word.span;
            for (const char digit : digits) bare.low = bare.low * 10 + (digit - '0');
            bare.high = bare.low;
            if (bare.low >= 2 && (bare.low < 1900 || bare.low > 2100)) out.push_back(bare);
            break;
        }
    }
    return out;
}

}  // namespace isnad::claims
