#include "language/names/sightings.h"

#include <algorithm>

#include "base/limits.h"
#include "language/names/commonness.h"
#include "language/names/letters_of_names.h"
#include "language/names/spelling.h"
#include "text/transliteration.h"

namespace isnad::names {
namespace {

namespace l = letters;

constexpr std::uint32_t longest_phrase = 10;

bool is_word(const Word& word) {
    return word.kind != WordKind::punctuation && word.kind != WordKind::link &&
           word.normal.size() <= limits::word_bytes;
}

}  // namespace

Sightings::Sightings(const Words& words, const words::Clitics& clitics, const Knowledge& knowledge)
    : words_(words),
      clitics_(clitics),
      knowledge_(knowledge),
      whole_bits_(words.words.size(), 0),
      rows_(words.words.size(), FormNotes::no_row),
      common_(words.words.size(), 0) {
    writes_maksura_ = words.words.size() < 30 ||
                      std::any_of(words.words.begin(), words.words.end(),
                                  [&](const Word& one) { return words.analysis(one) == text::maksura_on; });
    first_.reserve(size() + 1);
    sightings_.reserve(size() * 2);
    for (std::uint32_t i = 0; i < size(); ++i) {
        first_.push_back(static_cast<std::uint32_t>(sightings_.size()));
        expect(i + 4);
        if (is_word(word(i))) look_at(i);
    }
    first_.push_back(static_cast<std::uint32_t>(sightings_.size()));
    note_endings();
}

// Has what the lexicon says of a word on its way from memory before the walk comes to it.
void Sightings::expect(std::uint32_t i) const {
    if (i >= size() || !is_arabic(i)) return;
    for (const words::Reading reading : words::readings_of(form(i)))
        knowledge_.lexicon().expect(words::phrase_of(form(i), reading));
}

void Sightings::look_at(std::uint32_t i) {
    if (!is_arabic(i)) return walk(i, {});
    bool named = false;
    const Word& here = word(i);
    for (const words::Reading reading : words::readings_of(form(i))) {
        walk(i, reading);
        for (std::size_t k = first_[i]; k < sightings_.size(); ++k)
            named = named || sightings_[k].has(world_bits | part_bits | language_bits);
    }
    if (named) {
        const auto found = at_last(i);
        const bool whole = std::any_of(found.begin(), found.end(), [](const Sighting& one) {
            return one.words() > 1 && one.has(world_bits);
        });
        if (!whole && (whole_bits_[i] & part_bits) != 0) walk_variants(i, {});
        return;
    }
    if (here.normal.size() <= 8) walk_joined(i);
    walk_variants(i, {});
    if (here.name_begin > 0) walk_variants(i, {here.name_begin, false});
}

std::span<const Sighting> Sightings::at_last(std::uint32_t i) const {
    return {sightings_.data() + first_[i], sightings_.size() - first_[i]};
}

void Sightings::walk(std::uint32_t i, words::Reading reading) {
    const lexicon::Lexicon& lexicon = knowledge_.lexicon();
    lexicon::Phrase phrase = words::phrase_of(form(i), reading);
    std::uint32_t last = i;
    for (std::uint32_t length = 1; length <= longest_phrase; ++length) {
        const lexicon::Found found = lexicon.find(phrase);
        if (length == 1 && reading.skip == 0) rows_[i] = knowledge_.count_row(found.entries);
        const std::uint32_t known =
            length == 1 ? bits_of(i, reading.article ? UINT8_MAX : reading.skip, found.entries)
                        : bits_of(i, UINT8_MAX, found.entries);
        if (known != 0 && (length == 1 || ends_as_spelled(last, found.entries))) {
            sightings_.push_back({i, last + 1, reading.skip, false, known, found.entries});
        }
        if (length == 1 && reading.skip == 0) whole_bits_[i] = known;
        if (!found.longer) return;
        const std::uint32_t after = next(last);
        if (after == no_word) return;
        phrase = phrase.then(form(after));
        last = after;
    }
}

// A phrase may not end in a particle that only resembles its last word: "Hussein on" is not "Hussein Ali".
bool Sightings::ends_as_spelled(std::uint32_t last, std::span<const lexicon::Entry> entries) const {
    if (!is_arabic(last) || !is_grammar(form(last))) return true;
    const std::string_view written = words_.analysis(word(last));
    return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
        return knowledge_.lexicon().spelling(entry).ends_with(written);
    });
}

// Two words that the lexicon writes as one: "New Jersey".
void Sightings::walk_joined(std::uint32_t i) {
    const std::uint32_t after = next(i);
    if (after != i + 1 || !is_arabic(after)) return;
    std::array<char, 64> both{};
    const std::string_view a = form(i), b = form(after);
    if (a.size() + b.size() > both.size()) return;
    std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), both.begin()));
    const lexicon::Found found =
        knowledge_.lexicon().find(lexicon::Phrase{}.then({both.data(), a.size() + b.size()}));
    const std::uint32_t known = bits_of(i, UINT8_MAX, found.entries) & (world_bits | part_bits);
    if (known != 0) sightings_.push_back({i, after + 1, 0, true, known, found.entries});
}

// Whether the whole word, by its sound, begins anything that the lexicon holds.
bool Sightings::has_variants(std::uint32_t i) const {
    return answer(i, FormQuestion::variants, [&] {
        const lexicon::Found found =
            knowledge_.lexicon().find_variant(lexicon::Phrase{}.then(transliteration_key(form(i))));
        return found.longer || !found.entries.empty();
    });
}

// Names of foreign origin in another spelling. A single word must be long and rare to be taken for one.
void Sightings::walk_variants(std::uint32_t i, words::Reading reading) {
    constexpr std::size_t least_phrase = 10, least_word = 8;  // bytes of the keys
    if (reading.skip == 0 && !has_variants(i)) return;
    const lexicon::Lexicon& lexicon = knowledge_.lexicon();
    lexicon::Phrase phrase;
    std::size_t letters = 0;
    std::uint32_t last = i;
    for (std::uint32_t length = 1; length <= longest_phrase; ++length) {
        const std::string_view one = length == 1 ? form(i, reading.skip) : form(last);
        if (!is_arabic(last) || (length > 1 && (whole_bits_[last] & language_bits) != 0)) return;
        const std::string key = transliteration_key(one);
        letters += key.size();
        phrase = phrase.then(key);
        const lexicon::Found found = lexicon.find_variant(phrase);
        if (length == 1 && text::is_definite(one) && !found.longer) return;
        const bool long_enough = length > 1
                                     ? letters >= least_phrase
                                     : whole_bits_[i] == 0 && letters >= least_word &&
                                           !text::is_definite(one) && !is_common(i) && count(one) < 200;
        if (long_enough) add_variants(i, last + 1, reading.skip, found.entries);
        if (!found.longer) return;
        const std::uint32_t after = next(last);
        if (after == no_word) return;
        last = after;
    }
}

void Sightings::add_variants(std::uint32_t first, std::uint32_t end, std::uint8_t skip,
                             std::span<const lexicon::Entry> entries) {
    for (std::size_t k = 0; k < entries.size(); ++k) {
        const std::uint32_t known = bits_of(first, UINT8_MAX, entries.subspan(k, 1));
        if (known == 0 || !is_variant_of(first, skip, entries[k]) ||
            !ends_as_spelled(end - 1, entries.subspan(k, 1)))
            continue;
        sightings_.push_back({first, end, skip, true, known, entries.subspan(k, 1)});
    }
}

// Word by word against the spelling of the lexicon.
bool Sightings::is_variant_of(std::uint32_t at, std::uint8_t skip, const lexicon::Entry& entry) const {
    std::string_view spelling = knowledge_.lexicon().spelling(entry);
    while (!spelling.empty() && at != no_word) {
        const std::size_t end = std::min(spelling.find(' '), spelling.size());
        if (!is_spelling_of(form(at, skip), spelling.substr(0, end))) return false;
        spelling.remove_prefix(std::min(end + 1, spelling.size()));
        skip = 0;
        at = next(at);
    }
    return spelling.empty();
}

// A spelling that differs only in teh marbuta or alef maksura is another word where one of the table's is
// spelled as the text: the preposition "on" is not the name "Ali". `skip` UINT8_MAX: spelling is not
// compared.
std::uint32_t Sightings::bits_of(std::uint32_t i, std::uint8_t skip,
                                 std::span<const lexicon::Entry> entries) const {
    std::uint32_t alike = 0, other = 0;
    for (const lexicon::Entry& entry : entries) {
        const Source source = knowledge_.source(entry);
        if (source == Source::none) continue;
        const bool same = skip == UINT8_MAX || spelled_alike(i, skip, entry);
        (same ? alike : other) |= bit(source);
    }
    if (skip == 0 && is_nisba(i)) alike |= bit(Source::people);
    const bool grammar = (alike & language_bits) != 0 && (alike & (world_bits | part_bits)) == 0;
    if (grammar) return alike;
    if ((alike & (world_bits | part_bits)) != 0) other &= ~language_bits;
    if ((other & part_bits) != 0 && skip == 0 && is_common_form(i)) other &= ~part_bits;
    return alike | other;
}

bool Sightings::spelled_alike(std::uint32_t i, std::uint8_t skip, const lexicon::Entry& entry) const {
    const std::string_view written = words_.analysis(word(i)).substr(skip),
                           spelling = knowledge_.lexicon().spelling(entry);
    if (written == spelling) return true;
    const bool part = (bit(knowledge_.source(entry)) & part_bits) != 0;
    if (part && written.ends_with(text::maksura) && spelling.ends_with(text::yeh) &&
        !is_grammar(form(i, skip)))
        return written.substr(0, written.size() - text::maksura.size()) ==
               spelling.substr(0, spelling.size() - text::yeh.size());
    // Where the page never writes alef maksura, a final yeh may stand for it.
    return !writes_maksura_ && knowledge_.source(entry) == Source::function_word &&
           written.ends_with(text::yeh) && written.size() == spelling.size();
}

void Sightings::note_endings() {
    noun_end_.assign(size() + 1, no_word);
    title_end_.assign(size() + 1, no_word);
    for (std::uint32_t k = 0; k < sightings_.size(); ++k) {
        const Sighting& one = sightings_[k];
        if (!may_skip(one.first, one.skip) && one.end == one.first + 1) continue;
        const auto note = [&](std::vector<std::uint32_t>& ends) {
            std::uint32_t& at = ends[one.end];
            if (at == no_word || sightings_[at].first > one.first || sightings_[at].skip < one.skip) at = k;
        };
        if (one.has(bit(Source::noun))) note(noun_end_);
        if (one.has(bit(Source::title))) note(title_end_);
    }
}

std::span<const Sighting> Sightings::at(std::uint32_t i) const {
    return {sightings_.data() + first_[i], first_[i + 1] - first_[i]};
}

const Sighting* Sightings::longest(std::uint32_t i, std::uint32_t wanted) const {
    const Sighting* best = nullptr;
    for (const Sighting& one : at(i)) {
        if (one.skip == 0 && one.has(wanted) && (best == nullptr || one.end > best->end)) best = &one;
    }
    return best;
}

const Sighting* Sightings::noun_before(std::uint32_t i) const {
    if (i > 0 && opens_quote(i - 1)) --i;
    return noun_end_[i] == no_word ? nullptr : &sightings_[noun_end_[i]];
}

const Sighting* Sightings::title_before(std::uint32_t i) const {
    if (i > 0 && opens_quote(i - 1)) --i;
    return title_end_[i] == no_word ? nullptr : &sightings_[title_end_[i]];
}

bool Sightings::is_sign(std::uint32_t i, char32_t sign) const {
    return i < size() && word(i).kind == WordKind::punctuation && utf8::at(form(i), 0).value == sign;
}

bool Sightings::opens_quote(std::uint32_t i) const {
    return is_sign(i, '"') || is_sign(i, l::left_guillemet) || is_sign(i, l::left_quote) ||
           is_sign(i, l::right_quote) || is_sign(i, l::low_quote) || is_sign(i, '\'') ||
           is_sign(i, l::left_single_quote) || is_sign(i, '(');
}

bool Sightings::closes_quote(std::uint32_t i) const {
    return is_sign(i, '"') || is_sign(i, l::right_guillemet) || is_sign(i, l::left_quote) ||
           is_sign(i, l::right_quote) || is_sign(i, '\'') || is_sign(i, l::right_single_quote) ||
           is_sign(i, ')');
}

std::uint32_t Sightings::next(std::uint32_t i) const {
    const auto near = [&](std::uint32_t k) { return k < size() && word(k).block == word(i).block; };
    if (!near(i + 1)) return no_word;
    if (is_word(word(i + 1))) return i + 1;
    if (!near(i + 2) || !is_word(word(i + 2))) return no_word;
    const bool joined = !word(i + 1).space_before && !word(i + 2).space_before;
    if (is_sign(i + 1, '-') || is_sign(i + 1, l::en_dash)) return joined ? i + 2 : no_word;
    const bool initial = utf8::count(form(i)) == 1 || text::is_spelled_initial(form(i)) ||
                         (utf8::count(form(i + 2)) == 1 && joined);
    return is_sign(i + 1, '.') && initial && is_arabic(i) == is_arabic(i + 2) ? i + 2 : no_word;
}

bool Sightings::is_common_form(std::string_view one) const { return Commonness(clitics_).is_common(one); }

bool Sightings::is_common_form(std::uint32_t i) const {
    return answer(i, FormQuestion::common, [&] { return is_common_form(form(i)); });
}

bool Sightings::has_common_forms(std::string_view one) const { return Commonness(clitics_).has_forms(one); }

bool Sightings::has_common_forms(std::uint32_t i, std::uint8_t skip) const {
    if (skip != 0) return has_common_forms(form(i, skip));
    return answer(i, FormQuestion::common_forms, [&] { return has_common_forms(form(i)); });
}

bool Sightings::is_common(std::uint32_t i) const {
    std::uint8_t& known = common_[i];
    if (known == 0) {
        const Word& here = word(i);
        bool common = !is_arabic(i) || (bits(i) & language_bits) != 0 || is_nisba(i);
        const bool named = (bits(i) & (world_bits | part_bits)) != 0;
        common = common || (named ? has_common_forms(i) : is_common_form(i));
        if (!common && !named && (here.proclitics != 0 || here.enclitic != 0))
            common = Commonness(clitics_).is_inflected(form(i), here);
        common = common || (!named && is_joined_common(i));
        known = common ? 2 : 1;
    }
    return known == 2;
}

bool Sightings::is_nisba(std::uint32_t i) const {
    return is_arabic(i) && answer(i, FormQuestion::nisba,
                                  [&] { return knowledge_.is_nisba(lexicon::Phrase{}.then(form(i))); });
}

bool Sightings::is_joined_grammar(std::uint32_t i) const {
    const auto all = at(i);
    return std::any_of(all.begin(), all.end(), [](const Sighting& one) {
        return one.skip > 0 && one.words() == 1 && one.has(bit(Source::function_word));
    });
}

bool Sightings::has_forms_of_surname(std::string_view word) const {
    return Commonness(clitics_).may_be_surname(word);
}

bool Sightings::may_be_surname(std::uint32_t i) const {
    if (!is_arabic(i) || (bits(i) & (language_bits | world_bits)) != 0 || is_nisba(i) || form(i).size() < 6)
        return false;
    return count(form(i)) < 150 && Commonness(clitics_).may_be_surname(form(i));
}

bool Sightings::may_be_joined(std::uint32_t i) const {
    const char32_t c = utf8::at(form(i), 0).value;
    if (form(i).size() < 8 || !(c == l::waw || c == l::feh || c == l::beh || c == l::lam || c == l::kaf))
        return false;
    return count(form(i, 2)) > count(form(i));
}

bool Sightings::is_joined_common(std::uint32_t i) const {
    return answer(i, FormQuestion::joined, [&] { return Commonness(clitics_).is_joined(form(i)); });
}

bool Sightings::may_skip(std::uint32_t i, std::uint8_t skip) const {
    if (skip == 0) return true;
    if ((bits(i) & (world_bits | part_bits)) != 0) return false;
    const bool article = form(i).substr(skip - 2).starts_with(text::lam + text::lam);
    if (!article && count(form(i)) > 2 * count(form(i, skip)) + 5) return false;
    const std::string_view bare = form(i).starts_with(text::waw) ? form(i, 2) : form(i);
    if (!article && skip >= 4 - (bare.size() == form(i).size() ? 2 : 0) &&
        utf8::at(bare, 0).value == l::kaf && count(bare) >= 5)
        return false;  // "broke", not "as Sirte"
    const Word& here = word(i);
    if (here.name_begin >= skip || here.stem_begin >= skip) return true;
    return count(form(i)) < 20 || count(form(i, skip)) > count(form(i));
}

}  // namespace isnad::names
