// 64-bit content hashes (XXH3, xxHash 0.8): equal on every machine, fit for ids and tables, not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

// Joins two hashes into one; the order counts (finaliser of splitmix64, Steele et al. 2014).
constexpr std::uint64_t hash_join(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

// Sixteen lower-case hexadecimal digits.
std::string hex16(std::uint64_t value);

}  // namespace isnad
