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

// What a form adds to the words up to `furthest` before and behind it, and its clusters.
struct FormScores {
    std::array<TagSums, 2 * furthest + 1>
        beside{};  // from the farthest before the word to the farthest behind
    WordClusters::Path path{};
};

// Safe for many threads. What is forgotten, as two keys that share a slot push each other out, is worked out
// again: answers never hang on what is remembered.
class FormMemory {
  public:
    FormMemory() : slots_(size) {}

    bool recall(std::uint64_t key, FormScores& out) const {
        const std::size_t at = key % size;
        const std::lock_guard hold(locks_[at % locks]);
        if (slots_[at].key != key) return false;
        out = slots_[at].scores;
        return true;
    }

    void keep(std::uint64_t key, const FormScores& scores) {
        const std::size_t at = key % size;
        const std::lock_guard hold(locks_[at % locks]);
        slots_[at] = {key, scores};
    }

  private:
    static constexpr std::size_t size = 1u << 15, locks = 64;
    struct Slot {
        std::uint64_t key = 0;
        FormScores scores;
    };

    std::vector<Slot> slots_;
    mutable std::array<std::mutex, locks> locks_;
};

}  // namespace isnad::names
