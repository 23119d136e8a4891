// What the lexicon tells about the words around a number: units, approximators, and words that are no counted
// noun.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/words/numerals_beginnings.h"
#include "language/words/numerals_first_words.h"
#include "language/words/word_counts.h"
#include "lexicon/lexicon.h"
#include "model/words.h"

namespace isnad::quantities {

// A row of `units` or `time_units`.
struct Unit {
    std::string_view name;  // as Quantity::unit has it
    bool time = false;
    bool percent = false;
    bool currency = false;
    bool signed_scale = false;  // degrees: below zero as well as above
    bool counted = false;       // points and the like: things rather than measures
    bool homograph = false;
    std::uint32_t duals = 0;  // set of spellings that are a dual and so mean two by themselves
    bool singular = false;    // of a unit of time: one
};

// A unit that stands at words [first, end).
struct UnitAt {
    const Unit* unit = nullptr;
    std::uint32_t end = 0;
    bool dual = false;
    bool definite = false;
    std::uint8_t skip = 0;  // bytes of proclitics before it
};

enum class ApproximatorKind : std::uint8_t {
    about,
    over,
    under,
    at_least,
    at_most,
    range_open,
    range_to,
    exact
};

struct ApproximatorAt {
    ApproximatorKind kind = ApproximatorKind::about;
    bool after = false;
    std::uint32_t end = 0;
    std::uint8_t skip = 0;
};

// What a word may be, as a set of bits.
namespace trait {
constexpr std::uint16_t function = 1, preposition = 2, other = 4, month = 8, weekday = 16, meridiem = 32,
                        year_noun = 64, day_noun = 128, century = 256, saying = 512, class_noun = 1024,
                        dated = 2048, time_unit = 4096, weak = 8192;
}  // namespace trait

class Knowledge {
  public:
    explicit Knowledge(lexicon::LexiconPtr lexicon);

    // The longest unit at a word, the article left out. Behind a number it is no dual; alone it may have
    // proclitics (wa-, bi-).
    enum class Place : std::uint8_t { behind_number, alone };
    std::optional<UnitAt> unit_at(const Words& words, std::uint32_t at,
                                  Place place = Place::behind_number) const;

    // The longest approximator of a position at a word, proclitics left out.
    std::optional<ApproximatorAt> approximator_at(const Words& words, std::uint32_t at, bool after) const;

    // What one word may be, as it stands and without its likeliest proclitics.
    std::uint16_t traits(const Words& words, std::uint32_t at) const;

    // How often a word in search form occurs in news (models/word_counts.tsv); 0 when rare.
    std::uint32_t count(std::string_view search_form) const { return counts_.of(search_form); }

  private:
    void take_unit(const lexicon::Entry& entry, std::uint32_t end, bool short_key, Place place, UnitAt& now,
                   std::optional<UnitAt>& best) const;
    struct Approximator {
        ApproximatorKind kind = ApproximatorKind::about;
        bool after = false;
        bool homograph = false;
    };
    using Phrase = lexicon::Phrase;

    void learn_units();
    void learn_time_units();
    void learn_approximators();
    void learn_traits();
    void learn_traits(std::string_view table, std::string_view column,
                      std::uint16_t (*trait_of)(std::string_view));
    std::uint32_t duals_of(std::string_view spellings) const;
    std::uint16_t traits(std::string_view word) const;
    template <class Use>
    void follow(const Words& words, std::uint32_t at, std::string_view first, std::uint32_t next,
                Use use) const;

    lexicon::LexiconPtr lexicon_;
    lexicon::TableId units_, time_units_, approximators_;
    words::WordCounts counts_;
    std::vector<Unit> unit_rows_, time_unit_rows_;
    std::vector<Approximator> approximator_rows_;
    words::Beginnings unit_beginnings_, approximator_beginnings_;
    words::FirstWords first_words_;  // of all three
    std::vector<std::vector<std::uint16_t>>
        traits_;  // by table and row; empty for tables that tell nothing here
};

}  // namespace isnad::quantities
