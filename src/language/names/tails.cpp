// Names known by their last word ("X Press", "X City"), and the places that a list goes on with ("the
// villages of X and Y").
#include <algorithm>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

constexpr std::uint32_t quoted_words = 4;
constexpr std::uint32_t no_tail = bit(Source::function_word) | bit(Source::saying) | bit(Source::plain);

bool is_body_noun(const Sightings& seen, const Sighting* noun) {
    return noun != nullptr &&
           std::any_of(noun->entries.begin(), noun->entries.end(), [&](const lexicon::Entry& entry) {
               return seen.knowledge().source(entry) == Source::noun &&
                      seen.knowledge().facts(entry).type == NameType::organisation;
           });
}

// The first word of the name that ends with the tail at word i, or no_word.
std::uint32_t tail_begin(const Sightings& seen, std::uint32_t i) {
    for (std::uint32_t k = i; k > 0 && i - k < quoted_words && seen.word(k - 1).block == seen.word(i).block;
         --k) {
        if (seen.opens_quote(k - 1) && k < i) return k;
        if (!seen.is_arabic(k - 1) || (seen.bits(k - 1) & (no_tail | bit(Source::noun))) != 0) break;
    }
    const std::uint32_t first = i - 1;
    if (!seen.is_arabic(first) || seen.next(first) != i || (seen.bits(first) & no_tail) != 0) return no_word;
    if (is_body_noun(seen, seen.noun_before(first))) return first;
    const bool strange = !seen.is_common(first) && (seen.bits(first) & (language_bits | part_bits)) == 0;
    return strange && !text::is_definite(seen.form(first)) ? first : no_word;
}

// Places in a list open with a noun in the plural or dual.
bool is_plural_of_places(const Sightings& seen, const Sighting* noun) {
    if (noun == nullptr || noun->words() > 1) return false;
    const std::string_view written = seen.words().analysis(seen.word(noun->first));
    if (written.ends_with(text::teh_marbuta) || written.ends_with(text::heh) ||
        text::is_definite(seen.form(noun->first)))
        return false;
    return std::any_of(noun->entries.begin(), noun->entries.end(), [&](const lexicon::Entry& entry) {
        if (seen.knowledge().source(entry) != Source::noun) return false;
        const std::string_view en = seen.lexicon_cell(entry, "en");
        return en == "city" || en == "town" || en == "village" || en == "region" ||
               en.starts_with("province");
    });
}

// "and X": an unknown word, or one with the article.
bool goes_on(const Sightings& seen, std::uint32_t i) {
    if (i >= seen.size() || !seen.is_arabic(i) || !seen.form(i).starts_with(text::waw) ||
        seen.form(i).size() < 8)
        return false;
    const auto all = seen.at(i);
    const bool known = std::any_of(all.begin(), all.end(), [](const Sighting& one) {
        return one.words() == 1 && one.has(language_bits);
    });
    const std::string_view rest = seen.form(i, 2);
    return !known && !seen.is_grammar(rest) && (text::is_definite(rest) || !seen.is_common_form(rest)) &&
           seen.count(rest) < 100 && seen.count(seen.form(i)) < 20;
}

}  // namespace

void add_tails(const Sightings& seen, Candidates& out) {
    for (std::uint32_t i = 1; i < seen.size(); ++i) {
        if (!seen.is_arabic(i) || !text::is_tail_of_body(seen.form(i))) continue;
        const std::uint32_t first = tail_begin(seen, i);
        if (first != no_word)
            out.push_back({first, i + 1, 0, NameType::organisation, nullptr, 0.66F, "names.tail"});
    }
}

Candidates continue_lists(const Sightings& seen, Candidates chosen) {
    std::vector<char> taken(seen.size(), 0);
    for (const Candidate& name : chosen)
        std::fill(taken.begin() + name.first, taken.begin() + name.end, char{1});
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        const Candidate name = chosen[k];
        const bool listed =
            name.rule == "names.list" || is_plural_of_places(seen, seen.noun_before(name.first));
        if (name.type != NameType::place || !listed) continue;
        const std::uint32_t at = seen.next(name.end - 1);
        if (at != name.end || taken[at] != 0 || !goes_on(seen, at)) continue;
        taken[at] = 1;
        chosen.push_back({at, at + 1, 2, NameType::place, nullptr, 0.55F, "names.list"});
    }
    return chosen;
}

}  // namespace isnad::names
