// What was found out of forms of words, kept from document to document by their rows in the counts: each
// answer costs several look-ups, and most words of an article stood in the one before.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace isnad::names {

// Questions whose answer hangs on the form alone.
enum class FormQuestion : std::uint8_t { nisba, common, common_forms, joined, variants };

// Safe for many threads.
class FormNotes {
  public:
    static constexpr std::uint32_t no_row = UINT32_MAX;

    explicit FormNotes(std::uint32_t rows) : notes_(new std::atomic<std::uint16_t>[rows] {}) {}

    // The answer to a question about the form of a row; asks `find` only once. Without a row it always asks.
    template <class Find>
    bool answer(std::uint32_t row, FormQuestion question, const Find& find) const {
        if (row == no_row) return find();
        const unsigned at = 2 * static_cast<unsigned>(question);
        const unsigned known = notes_[row].load(std::memory_order_relaxed) >> at & 3u;
        if (known != 0) return known == 2;
        const bool yes = find();
        notes_[row].fetch_or(static_cast<std::uint16_t>((yes ? 2u : 1u) << at), std::memory_order_relaxed);
        return yes;
    }

  private:
    std::unique_ptr<std::atomic<std::uint16_t>[]> notes_;
};

}  // namespace isnad::names
