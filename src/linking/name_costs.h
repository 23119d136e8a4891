// How far an Arabic and a Latin spelling of one name are apart, or two Arabic spellings of a foreign one, by
// costs learnt from pairs of names.
//
// A stochastic transducer (Ristad and Yianilos 1998) over chunks of up to two Arabic and three Latin letters
// (Sherif and Kondrak 2007). The cost of a chunk pair is -(log P(x|y) + log P(y|x)) / 2 in hundredths of a
// nat, so that 0 is a pair that neither side leaves a choice in; it differs at the start, inside and at the
// end of a word. Table models/name_costs.tsv; trained by models/train_name_costs.cpp; figures in
// quality/variants.md.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::linking {

// The letters a to z of a name in any Latin spelling, lower case, marks, hyphens and apostrophes taken off.
std::string latin_letters(std::string_view name);

// The letters of one word in search form that costs know: Persian letters as the Arabic writer's, others out.
std::u32string arabic_letters(std::string_view search_form);

class NameCosts {
  public:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t most_arabic = 28, most_latin = 40;  // letters; longer names are not compared

    // Without the table nothing but equal letters is ever near.
    explicit NameCosts(const lexicon::Lexicon& lexicon);

    // The cost of the cheapest way from one spelling to the other, or `none` when it is more than `limit`.
    // Allocates nothing. Letters as the functions above give them.
    std::uint32_t to_latin(std::u32string_view arabic, std::string_view latin, std::uint32_t limit) const;
    std::uint32_t between(std::u32string_view a, std::u32string_view b, std::uint32_t limit) const;

    // The most that two spellings of one name cost, by the letters of both: the threshold of the figures.
    static std::uint32_t latin_limit(std::size_t arabic, std::size_t latin);
    static std::uint32_t arabic_limit(std::size_t a, std::size_t b);

    // A Latin chunk that an Arabic one may stand for, cheapest first; for those who spell a name in Latin.
    struct Reading {
        std::string latin;
        std::array<std::uint16_t, 3> cost{};  // at the start, inside, at the end
    };
    // Readings of one or two letters; of none (what Latin adds) when empty.
    const std::vector<Reading>& readings(std::u32string_view chunk) const;

  private:
    using Costs = std::array<std::uint16_t, 3>;
    // Chunks of a word by place and size; 0 for a chunk that no pair has. Id 1 is the empty chunk.
    template <std::size_t most, std::size_t longest>
    using Chunks = std::array<std::array<std::uint16_t, longest + 1>, most + 1>;
    using ArabicChunks = Chunks<most_arabic, 2>;
    using LatinChunks = Chunks<most_latin, 3>;

    // Pairs of chunks: a square of indices into a list of costs.
    struct Pairs {
        std::size_t width = 0;
        std::vector<std::uint16_t> at;
        std::vector<Costs> costs;
        const Costs& of(std::uint16_t x, std::uint16_t y) const { return costs[at[x * width + y]]; }
    };

    std::uint16_t arabic_id(std::u32string_view chunk) const;
    std::uint16_t latin_id(std::string_view chunk) const;
    void number_chunks(const lexicon::Lexicon& lexicon, lexicon::TableId table);
    void read_costs(const lexicon::Lexicon& lexicon, lexicon::TableId table);
    void sort_readings();
    ArabicChunks chunks_of(std::u32string_view word) const;
    template <std::size_t longest, class B>
    static std::uint32_t cheapest(const Pairs& pairs, const ArabicChunks& a, std::size_t n, const B& b,
                                  std::size_t m, std::uint32_t limit);

    std::vector<std::uint16_t> arabic_, latin_;  // packed letters -> id
    std::uint16_t arabic_ids_ = 2, latin_ids_ = 2;
    Pairs latin_pairs_, arabic_pairs_;
    std::vector<std::vector<Reading>> readings_;  // by Arabic id
};

}  // namespace isnad::linking
