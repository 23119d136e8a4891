// Numbers as they are written in running text: digits, number words of any length, and both mixed ("15 alf",
// "38 alfan wa-44", "thalathat alaf wa-mi'ah"). What a number counts is not decided here; times and
// quantities both build on it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "language/words/numerals_beginnings.h"
#include "language/words/numerals_first_words.h"
#include "lexicon/lexicon.h"
#include "model/words.h"

namespace isnad::words {

enum class NumeralForm : std::uint8_t { digits, words, mixed };

// A number that stands at words [first, end) of a document; low == high unless it is vague.
struct Numeral {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    double low = 0;
    double high = 0;  // infinity for an open vague number ("thousands")
    NumeralForm form = NumeralForm::digits;
    bool vague = false;      // "dozens", "tens of thousands", "a few"
    bool ordinal = false;    // "the third"
    bool definite = false;   // its first word carries the article
    bool homograph = false;  // one word that is often no number ("one of", "six", "lady")
    bool scaled = false;     // ends in a scale word (thousand, million): may be carried back in a range
    double scale = 1;        // that scale
    std::uint8_t skip = 0;   // bytes of proclitics in front of its first word (wa-, bi-, li-)
    Span span;               // without those proclitics
};

class Numerals {
  public:
    explicit Numerals(lexicon::LexiconPtr lexicon);

    // The longest number that begins at word `at`, proclitics allowed on it, or nothing. A lone digit
    // sequence inside a longer name or product ("KN-23", "F16") is still a number here. Never crosses a
    // sentence.
    std::optional<Numeral> at(const Words& words, std::uint32_t at) const;

    enum class Kind : std::uint8_t {
        unit,
        ten,
        hundred,
        scale,
        dual,
        ordinal,
        fraction,
        parts,  // "fifths": of what stands before
        point,
        vague,
        none
    };
    // What a number word means, by row of the table `numbers`.
    struct Meaning {
        Kind kind = Kind::none;
        bool homograph = false;
        double low = 0, high = 0;
    };
    // A number word, or a phrase of several, found at words [first, end).
    struct Part {
        std::uint32_t end = 0;
        std::uint8_t skip = 0;
        bool joined = false;  // stands behind wa-
        bool definite = false;
        Meaning meaning;
    };
    // The parts that may begin at one word, the longest first: one word or phrase may mean several things
    // (thousand, thousands of). No more than fit: a word has few readings.
    class Parts {
      public:
        std::span<const Part> all() const { return {items_.data(), count_}; }
        auto begin() const { return all().begin(); }
        auto end() const { return all().end(); }
        void add(const Part& part);

      private:
        std::array<Part, 12> items_{};
        std::size_t count_ = 0;
    };
    Parts parts_at(const Words& words, std::uint32_t at) const;

  private:
    static bool is_half_definite(const Words& words, std::uint32_t at, const Part& part);
    void add_parts(const Words& words, std::uint32_t at, std::size_t skip, Part part, Parts& out) const;

    lexicon::LexiconPtr lexicon_;
    lexicon::TableId table_;
    std::vector<Meaning> meanings_;
    Beginnings beginnings_;
    FirstWords first_words_;
};

}  // namespace isnad::words
