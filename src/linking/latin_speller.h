// The likeliest Latin spelling of a word of a name, by learnt costs and a model of English letters.
//
// A beam over chunks of Arabic letters: each way costs what linking/name_costs.h says, and each Latin letter
// what it costs behind the three before it (Witten and Bell 1991; counts in models/name_letters.tsv), the
// noisy channel of Knight and Graehl (1998). Short vowels, which Arabic does not write, are added where the
// letters ask for them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "linking/name_costs.h"

namespace isnad::linking {

// What a letter costs behind the three before it, in hundredths of a nat.
class LetterCosts {
  public:
    static constexpr std::uint32_t letters = 27, edge = 0;  // a to z are 1 to 26; 0 is the edge of a word
    static constexpr std::uint32_t contexts = letters * letters * letters;

    explicit LetterCosts(const lexicon::Lexicon& lexicon);

    // `context` holds the three letters before, the last one lowest.
    std::uint32_t cost(std::uint32_t context, std::uint32_t letter) const {
        return costs_[context * letters + letter];
    }
    static std::uint32_t after(std::uint32_t context, std::uint32_t letter) {
        return context * letters % contexts + letter;
    }
    bool empty() const { return costs_.empty(); }

  private:
    std::vector<std::uint16_t> costs_;
};

class LatinSpeller {
  public:
    LatinSpeller(const lexicon::Lexicon& lexicon, const NameCosts& costs);

    // Lower case; empty without the tables, and for a word of letters that are not known. Letters as
    // arabic_letters gives them. Of an Arab name the consonants follow the ALA-LC table without its marks,
    // and only vowels are chosen.
    std::string spell(std::u32string_view arabic, bool arab = false) const;

  private:
    static constexpr std::size_t beam = 5;

    // One way to spell the letters before a place.
    struct State {
        std::uint32_t cost = 0, context = 0;
        std::uint16_t from =
            UINT16_MAX;  // place * 2 * beam + slot; slots from `beam` on are those with a vowel added
        std::string_view latin{};
    };
    // The cheapest ways at one place, one for each context.
    struct Slots {
        std::array<State, beam> states;
        std::size_t count = 0;
        void offer(const State& state);
    };
    struct Place {
        Slots plain, vowelled;
    };

    State step(const State& state, std::uint32_t cost, std::string_view latin) const;
    using Readings = std::vector<NameCosts::Reading>;
    const Readings& readings(std::u32string_view chunk, bool arab) const;
    void add_vowels(Place& place, std::size_t at, bool arab) const;
    void add_readings(std::vector<Place>& places, std::size_t at, std::size_t size,
                      const Readings& readings) const;
    void add_rules();
    std::string best_of(const std::vector<Place>& places) const;

    const NameCosts& costs_;
    LetterCosts letters_;
    std::array<Readings, 64> rules_;  // by letter from hamza on; of Arab names
    Readings rule_vowels_;
    Readings nothing_;
};

}  // namespace isnad::linking
