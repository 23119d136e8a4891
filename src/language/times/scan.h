// The words of a document with what the lexicon and the numerals say about each: the grammar asks only this.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "language/times/knowledge.h"
#include "language/words/numerals.h"
#include "model/words.h"

namespace isnad::times {

// A phrase of the lexicon at words [first, end).
struct Term {
    const Meaning* meaning = nullptr;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint8_t skip = 0;  // bytes of proclitics left out in front
    bool joined = false;    // wa- is all that was left out
    bool definite = false;  // begins with the article
    bool adverb = false;    // indefinite accusative by its last letters

    std::uint32_t words() const { return end - first; }
};

// A number, digits or words.
struct Number {
    std::uint32_t end = 0;
    int value = 0;  // whole value, -1 when it is none
    double amount = 0;
    double amount_until = 0;
    double scale = 1;         // of its last scale word
    std::uint8_t digits = 0;  // how many, 0 for number words
    std::uint8_t skip = 0;
    bool joined = false;
    bool ordinal = false;
    bool vague = false;
};

// Which proclitics a term may carry: none inside an expression, any at its beginning, wa- in a list.
enum class Lead : std::uint8_t { plain, any, joined };

class Scan {
  public:
    Scan(const Words& words, const words::Numerals& numerals, const Knowledge& knowledge);

    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.words.size()); }
    const Word& word(std::uint32_t at) const { return words_.words[at]; }
    std::string_view search(std::uint32_t at) const { return words_.search(word(at)); }
    const Words& words() const { return words_; }
    const Knowledge& knowledge() const { return knowledge_; }

    // The kinds of all terms that begin at a word, and whether a number does, as a set of bits.
    using Kinds = std::uint64_t;
    static constexpr Kinds kind_bit(TermKind kind) { return Kinds{1} << static_cast<unsigned>(kind); }
    static constexpr Kinds number_kind = Kinds{1} << 63;
    Kinds kinds(std::uint32_t at) const { return kinds_[at]; }

    // The longest term of a kind at a word, or null.
    const Term* term(std::uint32_t at, TermKind kind, Lead lead = Lead::plain) const;
    // "this", "that" in front of a noun, or null: "for this" is also "therefore".
    const Term* demonstrative(std::uint32_t at, Lead lead) const;
    bool has_term(std::uint32_t at, TermKind kind) const { return term(at, kind, Lead::any) != nullptr; }
    // A term of exactly so many words, or null.
    const Term* term_of(std::uint32_t at, TermKind kind, std::uint32_t words) const;
    // Whether any term but a particle begins here.
    bool interesting(std::uint32_t at) const;

    const Number* number(std::uint32_t at, Lead lead = Lead::plain) const;
    // The particle that a word is, wa- in front allowed.
    Particle particle(std::uint32_t at, Lead lead = Lead::any) const;
    bool is_preposition(std::uint32_t at) const;
    char32_t sign(std::uint32_t at) const;

    // Whether `at` is a word of the same sentence as `other`.
    bool with(std::uint32_t at, std::uint32_t other) const {
        return at < size() && word(at).sentence == word(other).sentence;
    }

    // Whether the word ends the name of an outlet of two words.
    bool in_outlet(std::uint32_t at) const;

    // Whether "the general" (spelled like the word for year) ends the name of an office or body.
    bool in_office(std::uint32_t at) const;

    // The dates of one number word such as 24.04.2019: its groups of digits; empty when it has none.
    std::vector<std::string_view> groups(std::uint32_t at) const;

  private:
    void add_terms(std::uint32_t at);
    void follow(std::uint32_t at, lexicon::Phrase phrase, Term term, bool units_only);
    void add_number(std::uint32_t at, const words::Numerals& numerals);
    bool glued_article(std::uint32_t at, std::uint8_t& skip) const;

    const Words& words_;
    const Knowledge& knowledge_;
    std::vector<Term> terms_;
    std::vector<std::uint32_t> begin_;  // of the terms of a word; one more at the end
    std::vector<Kinds> kinds_;
    std::vector<std::optional<Number>> numbers_;
};

}  // namespace isnad::times
