// What the claims room knows, read once from the lexicon: what numbers count and measure, which words mean
// the same, which words mean nothing by themselves, and how common a word is.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claims.h"
#include "claims/deeds.h"
#include "claims/nation_words.h"
#include "model/words.h"

namespace isnad::claims {

enum class ConceptKind : std::uint8_t { person, thing, event, money, measure };

// A row's concept of lexicon/populations.tsv, whose head explains the flags.
struct Concept {
    std::string_view id, en;
    ConceptKind kind = ConceptKind::thing;
    bool weak = false;     // what is counted, but not what became of it
    bool generic = false;  // people of any kind
    bool grows = false;    // only rises as days pass
    bool changes = false;  // goes both ways as days pass
    bool owned = false;    // belongs to somebody or something: the seats of a party, the price of a thing
};

using ConceptIndex = std::uint16_t;

// The concepts that a word, or a phrase that begins there, may stand for; at most four.
struct Meanings {
    std::array<ConceptIndex, 4> concepts{};
    std::uint8_t count = 0;
    std::uint32_t end = 0;  // one past the last word

    bool empty() const { return count == 0; }
    const ConceptIndex* begin() const { return concepts.data(); }
    const ConceptIndex* end_of() const { return concepts.data() + count; }
};

class Knowledge {
  public:
    explicit Knowledge(lexicon::LexiconPtr lexicon);

    const Concept& concept_of(ConceptIndex index) const { return concepts_[index]; }
    std::size_t concepts() const { return concepts_.size(); }
    std::optional<ConceptIndex> concept_named(std::string_view id) const;

    // The longest phrase of lexicon/populations.tsv at a word, inside its sentence.
    Meanings population_at(const Words& words, std::uint32_t at) const;

    // The concept of lexicon/synonyms.tsv that a word stands for; equal words give equal numbers.
    std::optional<std::uint32_t> synonym(std::string_view search_form) const;

    // The concept that all words of the table with this root (claims/stems.h) stand for; nothing when there
    // is none, or several.
    std::optional<std::uint32_t> synonym_of_root(std::uint64_t root) const;

    // Which country words, persons, bodies and capitals belong to.
    const NationWords& nations() const { return nations_; }

    // Which words tell deeds that happen once, and which are verbs.
    const DeedWords& deeds() const { return deeds_; }

    bool is_function_word(std::string_view search_form) const;
    std::uint32_t count(std::string_view search_form) const;  // in news of 8.8 million words

    // The row of the agency that a phrase names ("agencies" id), or nothing.
    std::optional<std::string> agency(std::string_view phrase) const;

  private:
    std::optional<std::uint32_t> row_of(lexicon::TableId table, lexicon::Phrase phrase) const;
    void read_populations();
    void read_synonyms();
    void read_counts();

    lexicon::LexiconPtr lexicon_;
    NationWords nations_;
    DeedWords deeds_;
    lexicon::TableId populations_, synonyms_, function_words_, word_counts_, agencies_;
    std::vector<Concept> concepts_;
    std::vector<ConceptIndex> concept_of_row_;
    std::vector<std::uint32_t> synonym_of_row_;
    std::map<std::uint64_t, std::optional<std::uint32_t>> synonym_of_root_;
    std::vector<std::uint32_t> count_of_row_;
};

// The forms under which a word may stand in a table, likeliest first: whole, without proclitics, without the
// enclitic, without a final accusative alef. At most nine.
struct WordForms {
    std::array<std::string_view, 9> forms{};
    std::size_t count = 0;
    const std::string_view* begin() const { return forms.data(); }
    const std::string_view* end() const { return forms.data() + count; }
};
WordForms forms_of(const Words& words, const Word& word);

}  // namespace isnad::claims
