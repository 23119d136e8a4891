// Numbers 64-bit keys in the order in which they are first seen, from 1, by open addresses: for the words of
// one document, whose count is known.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace isnad::names {

class Numbering {
  public:
    explicit Numbering(std::size_t most_keys) : slots_(std::bit_ceil(most_keys * 2 + 2), 0), keys_{0} {}

    // The number of a key, a new one when it was not seen yet.
    std::uint32_t of(std::uint64_t key) {
        std::size_t at = key & (slots_.size() - 1);
        while (slots_[at] != 0 && keys_[slots_[at]] != key) at = (at + 1) & (slots_.size() - 1);
        if (slots_[at] == 0) {
            slots_[at] = static_cast<std::uint32_t>(keys_.size());
            keys_.push_back(key);
        }
        return slots_[at];
    }

    // One more than the highest number.
    std::size_t size() const { return keys_.size(); }

  private:
    std::vector<std::uint32_t> slots_;
    std::vector<std::uint64_t> keys_;  // by number
};

}  // namespace isnad::names
