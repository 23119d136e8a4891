// Scores of words, remembered from document to document: most words of an article stood in the one before.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <vector>

#include "language/names/tags.h"
#include "language/names/word_clusters.h"

namespace isnad::names {

constexpr int furthest = 2;  // words away that a form still counts

// What a form adds to the words beside it, and its clusters.
struct FormScores {
    // From the word two before the form to the word two behind it.
    std::array<TagSums, 2 * furthest + 1> beside{};
    TagSums unnamed{};  // to itself, where the rules have found no name
    WordClusters::Path path{};
};

// What the phrases of the lexicon at a word add to the word behind it, to itself and to the word before it.
struct PhraseScores {
    std::array<TagSums, 3> beside{};
};

// Safe for many threads. What is forgotten, as two keys that share a slot push each other out, is worked out
// again: answers never hang on what is remembered.
template <class Scores, std::size_t size>
class ScoreMemory {
  public:
    ScoreMemory() : slots_(size) {}

    // Has a key's slot on its way from memory before it is asked for.
    void expect(std::uint64_t key) const {
        const auto* slot = reinterpret_cast<const char*>(&slots_[key % size]);
        for (std::size_t at = 0; at < sizeof(Slot); at += 64) __builtin_prefetch(slot + at);
    }

    // Recalls the scores of a key, or finds them and keeps them.
    template <class Find>
    Scores of(std::uint64_t key, const Find& find) {
        const std::size_t at = key % size;
        {
            const std::lock_guard hold(locks_[at % locks]);
            if (slots_[at].key == key) return slots_[at].scores;
        }
        const Scores found = find();
        const std::lock_guard hold(locks_[at % locks]);
        slots_[at] = {key, found};
        return found;
    }

  private:
    static constexpr std::size_t locks = 64;
    struct Slot {
        std::uint64_t key = 0;
        Scores scores;
    };

    std::vector<Slot> slots_;
    std::array<std::mutex, locks> locks_;
};

}  // namespace isnad::names
