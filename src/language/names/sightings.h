// What the lexicon knows of every word of a document: one walk, phrase by phrase, over all tables. The rules
// of names read from here and look nothing up themselves.
#pragma once

#include <vector>

#include "language/names/knowledge.h"

namespace isnad::names {

constexpr std::uint32_t no_word = UINT32_MAX;

// A phrase of the lexicon at words [first, end); its first word is read without `skip` bytes in front.
struct Sighting {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint8_t skip = 0;
    bool variant = false;    // found by its transliteration key
    std::uint32_t bits = 0;  // bit(Source) of its entries
    std::span<const lexicon::Entry> entries;

    std::uint32_t words() const { return end - first; }
    bool has(std::uint32_t any_of) const { return (bits & any_of) != 0; }
};

class Sightings {
  public:
    Sightings(const Words& words, const words::Clitics& clitics, const Knowledge& knowledge);

    std::size_t size() const { return words_.words.size(); }
    const Word& word(std::uint32_t i) const { return words_.words[std::size_t{i}]; }
    const Words& words() const { return words_; }
    const Knowledge& knowledge() const { return knowledge_; }
    std::string_view lexicon_cell(const lexicon::Entry& entry, std::string_view column) const {
        return knowledge_.lexicon().cell(entry, column);
    }

    // All sightings that begin at a word, shorter ones first within a reading.
    std::span<const Sighting> at(std::uint32_t i) const;
    // The longest sighting at a word, read whole, with one of these sources.
    const Sighting* longest(std::uint32_t i, std::uint32_t bits) const;
    // Bits of the word alone, read whole.
    std::uint32_t bits(std::uint32_t i) const { return whole_bits_[i]; }
    // The class noun or title that ends before a word (an opening quotation mark may stand between).
    const Sighting* noun_before(std::uint32_t i) const;
    const Sighting* title_before(std::uint32_t i) const;

    // The next word that may belong to a name that holds word i, or no_word: hyphens, and full stops of
    // initials, are passed.
    std::uint32_t next(std::uint32_t i) const;
    // Whether word i is one sign, this sign.
    bool is_sign(std::uint32_t i, char32_t sign) const;
    bool opens_quote(std::uint32_t i) const;
    bool closes_quote(std::uint32_t i) const;
    bool is_arabic(std::uint32_t i) const { return word(i).kind == WordKind::arabic; }
    std::string_view form(std::uint32_t i, std::uint8_t skip = 0) const {
        return words_.search(word(i)).substr(skip);
    }
    // Whether a word, read whole, is never part of a name unknown to the lexicon: grammar, titles,
    // adjectives, common words.
    bool is_common(std::uint32_t i) const;
    bool is_common_form(std::string_view form) const;
    // The same of a word that the tables hold as a name: only its other forms tell, not how often it occurs.
    bool has_common_forms(std::string_view form) const;
    bool has_common_forms(std::uint32_t i, std::uint8_t skip = 0) const;
    bool is_grammar(std::string_view form) const { return clitics_.is_function_word(form); }
    std::uint32_t count(std::string_view form) const { return clitics_.count(form); }
    bool is_nisba(std::uint32_t i) const;
    // Whether the word may be grammar behind a proclitic: "for any".
    bool is_joined_grammar(std::uint32_t i) const;
    // Whether a letter in front may be a proclitic: what is left is commoner than the word.
    bool may_be_joined(std::uint32_t i) const;
    // Grammar only because this page never writes alef maksura: "Ali" for "on".
    bool is_maksura_grammar(std::uint32_t i) const {
        return !writes_maksura_ && words_.analysis(word(i)).ends_with("\xD9\x8A");
    }
    // Whether a word behind a given name may be its surname: no grammar, not frequent, no article, no verb.
    bool may_be_surname(std::uint32_t i) const;
    // The same by its other forms alone, however often it occurs: the surname of somebody well known.
    bool has_forms_of_surname(std::string_view form) const;
    // Whether the word is commoner as a common word behind a proclitic.
    bool is_joined_common(std::uint32_t i) const;
    // Whether the likeliest reading of a word lets these bytes in front be proclitics.
    bool may_skip(std::uint32_t i, std::uint8_t skip) const;

  private:
    void expect(std::uint32_t i) const;
    void look_at(std::uint32_t i);
    void walk(std::uint32_t i, words::Reading reading);
    void walk_variants(std::uint32_t i, words::Reading reading);
    // The sightings of the word that is being looked at.
    std::span<const Sighting> at_last(std::uint32_t i) const;
    bool ends_as_spelled(std::uint32_t last, std::span<const lexicon::Entry> entries) const;
    void walk_joined(std::uint32_t i);
    void add_variants(std::uint32_t first, std::uint32_t end, std::uint8_t skip,
                      std::span<const lexicon::Entry> entries);
    bool is_variant_of(std::uint32_t at, std::uint8_t skip, const lexicon::Entry& entry) const;
    std::uint32_t bits_of(std::uint32_t i, std::uint8_t skip, std::span<const lexicon::Entry> entries) const;
    bool spelled_alike(std::uint32_t i, std::uint8_t skip, const lexicon::Entry& entry) const;
    void note_endings();
    template <class Find>
    bool answer(std::uint32_t i, FormQuestion question, const Find& find) const {
        return knowledge_.notes().answer(rows_[i], question, find);
    }
    bool is_common_form(std::uint32_t i) const;
    bool has_variants(std::uint32_t i) const;

    const Words& words_;
    const words::Clitics& clitics_;
    const Knowledge& knowledge_;
    bool writes_maksura_ = true;
    std::vector<Sighting> sightings_;
    std::vector<std::uint32_t> first_;                 // by word, and one past the end
    std::vector<std::uint32_t> whole_bits_;            // by word
    std::vector<std::uint32_t> rows_;                  // by word: its row in the counts
    std::vector<std::uint32_t> noun_end_, title_end_;  // by word: sighting that ends there, or no_word
    mutable std::vector<std::uint8_t> common_;         // by word: 0 not known yet, 1 no, 2 yes
};

}  // namespace isnad::names
