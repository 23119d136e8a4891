#include "language/names/parts.h"

#include <algorithm>

#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

constexpr std::uint32_t frequent = 150;  // a name met more often in news stands in the tables
constexpr std::uint32_t very_rare = 10;

}  // namespace

// The longest known part at a word, read behind `skip` bytes.
std::optional<Part> Parts::known_part(std::uint32_t i, std::uint8_t skip, bool opens) const {
    std::optional<Part> best;
    for (const Sighting& one : seen_.at(i)) {
        if (one.skip != skip || !one.has(part_bits) || (best && one.end <= best->end)) continue;
        if (one.variant && (one.words() == 1 && seen_.form(i, skip).size() < 10)) continue;
        Part part{one.end};
        for (const lexicon::Entry& entry : one.entries) {
            const Source source = know_.source(entry);
            if ((bit(source) & part_bits) == 0) continue;
            const RowFacts& facts = know_.facts(entry);
            part.sure = part.sure || !facts.ambiguous;
            part.arab = part.arab || facts.arab;
            part.family_first = part.family_first || facts.family_first;
            (source == Source::given_name ? part.given : part.surname) = true;
        }
        if (one.words() == 1 && one.has(bit(Source::function_word)) &&
            (opens || !seen_.is_maksura_grammar(i)))
            continue;
        if (one.words() == 1 && one.has(bit(Source::saying)) && !part.sure && titles_[i].level < 2) continue;
        if (one.variant || (one.words() == 1 && one.has(language_bits))) part.sure = false;
        best = part;
    }
    if (!best && skip == 0 && (seen_.bits(i) & language_bits) == 0 &&
        know_.person_of_surname(lexicon::Phrase{}.then(seen_.form(i))) != nullptr) {
        best = Part{i + 1, !seen_.has_common_forms(i), false, true, false, false};
    }
    if (best) return best;
    if (text::is_servant_of(seen_.form(i, skip))) return Part{i + 1, true, true, false, false, true};
    return servant_of(i, skip);
}

// "Abd al-Kafi": a given name whatever attribute follows.
std::optional<Part> Parts::servant_of(std::uint32_t i, std::uint8_t skip) const {
    const std::uint32_t at = seen_.next(i);
    if (seen_.form(i, skip) != text::abd || at != i + 1 || !seen_.is_arabic(at)) return std::nullopt;
    if (!text::is_definite(seen_.form(at)) || (seen_.bits(at) & bit(Source::function_word)) != 0)
        return std::nullopt;
    return Part{at + 1, true, true, false, false, true};
}

// A word that neither the lexicon nor the counts hold for language.
bool Parts::is_stranger(std::uint32_t i) const {
    return (seen_.bits(i) & world_bits) == 0 && !seen_.is_common(i) && seen_.count(seen_.form(i)) < frequent;
}

// A word that news hardly knows.
bool Parts::is_rare(std::uint32_t i) const {
    const std::string_view form = seen_.form(i);
    return (seen_.bits(i) & (language_bits | world_bits)) == 0 && form.size() >= 8 &&
           seen_.count(form) < very_rare && !seen_.is_joined_common(i) && !seen_.is_joined_grammar(i) &&
           !text::is_definite(form) && !seen_.is_nisba(i);
}

// "will ...", "that he may ...": a particle before an imperfect.
bool Parts::is_verb(std::uint32_t i) const {
    const std::string_view form = seen_.form(i);
    if (form.size() < 8 || !(form.starts_with(text::seen) || form.starts_with(text::lam))) return false;
    const std::string_view verb = form.substr(2);
    return (verb.starts_with(text::yeh) || verb.starts_with(text::teh)) &&
           seen_.count(verb) > seen_.count(form);
}

// A surname that a paper or a company bears too: Spiegel.
bool Parts::is_outlet(std::uint32_t i) const {
    const std::uint32_t body =
        bit(Source::organisation) | bit(Source::agency) | bit(Source::outlet) | bit(Source::cldr_place);
    return (seen_.bits(i) & body) != 0 && (seen_.bits(i) & ~body) == 0;
}

// "and X": a conjunction before a known name.
bool Parts::joins_another(std::uint32_t i) const {
    if ((seen_.word(i).proclitics & proclitic::conjunction) != 0) return true;
    if (seen_.form(i).starts_with(text::lam + text::lam)) return true;
    if (!seen_.form(i).starts_with(text::waw)) return false;
    for (const Sighting& one : seen_.at(i)) {
        if (one.skip > 0 && one.has(world_bits | part_bits)) return true;
    }
    return false;
}

bool Parts::says(std::uint32_t i) const {
    if (i >= seen_.size()) return false;
    const auto all = seen_.at(i);
    return std::any_of(all.begin(), all.end(),
                       [](const Sighting& one) { return one.has(bit(Source::saying)) && one.words() == 1; });
}

}  // namespace isnad::names
