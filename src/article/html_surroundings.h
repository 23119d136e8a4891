// What stands around each block of a page: sums over the blocks before, distances to running text and to
// telling lines of chrome, the names of the containers around, and the way to the container of the article.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "article/html_features.h"

namespace isnad::article {

// What a line of chrome says about the lines beside it.
enum class Sign : std::uint8_t { others, reach, comments, frame, none };
constexpr std::size_t signs = 4;

constexpr std::uint32_t far = 40;  // distances are counted so far

// The way from each container to one that was chosen.
struct WayToChosen {
    std::optional<std::uint32_t> chosen;
    std::vector<char> inside;   // whether it lies in the chosen one
    std::vector<float> steps;   // up to the first container that holds the chosen one too
    std::vector<float> raised;  // how far that stands above the chosen one
};

// Names of the containers around, without those that wrap most of the page's text: their names say little.
struct NamesAround {
    std::uint32_t hints = 0, inside = 0, levels = 0;
};

struct Surroundings {
    std::vector<double> words, prose, links;  // in all blocks before; one more than there are blocks
    std::vector<std::uint32_t> since_prose, until_prose;  // blocks between
    std::array<std::vector<std::uint32_t>, signs> since_sign, until_sign;
    std::vector<std::uint64_t> text;     // a hash of the words of each block
    std::vector<std::uint32_t> repeats;  // how often the same words stand elsewhere on the page
    std::vector<NamesAround> names;      // by container
    WayToChosen by_rules, by_prose;      // by_prose: whatever the names say
    WayToChosen by_title;                // the smallest one with the title and text behind it
};

// `chosen` is the container of the article by the rules, `titled` that of the title with its text. Linear in
// blocks and containers, save for one sort.
Surroundings surroundings_of(const Markup& markup, const PageFeatures& features,
                             std::optional<std::uint32_t> chosen, std::optional<std::uint32_t> titled);

}  // namespace isnad::article
