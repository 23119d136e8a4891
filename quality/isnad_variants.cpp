// Pairs of spellings -> what they cost, for the scorer of variants (quality/variants.py).
// `isnad-variants LEXICON [--time|--spell [arab]]`: lines "arabic TAB latin" or "arabic TAB arabic" on stdin;
// one line each with the cost, "-" when it is far beyond any limit, and the limit. With --time nothing but
// pairs a second; with --spell the Latin spelling of the Arabic name, with --spell arab as that of an Arab.
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "linking/latin_speller.h"
#include "linking/name_costs.h"
#include "text/normalise.h"

namespace {

using namespace isnad;
using linking::NameCosts;

struct Line {
    std::u32string a, b;
    std::string latin;
};

constexpr std::uint32_t far = 100'000;

std::uint32_t limit_of(const Line& line) {
    return line.latin.empty() ? NameCosts::arabic_limit(line.a.size(), line.b.size())
                              : NameCosts::latin_limit(line.a.size(), line.latin.size());
}

std::uint32_t cost_of(const NameCosts& costs, const Line& line, std::uint32_t limit) {
    return line.latin.empty() ? costs.between(line.a, line.b, limit)
                              : costs.to_latin(line.a, line.latin, limit);
}

std::vector<Line> read_lines() {
    std::vector<Line> lines;
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t tab = line.find('\t');
        const std::string other = line.substr(tab + 1);
        Line one{
            linking::arabic_letters(search_form(line.substr(0, tab))), {}, linking::latin_letters(other)};
        if (one.latin.empty()) one.b = linking::arabic_letters(search_form(other));
        lines.push_back(std::move(one));
    }
    return lines;
}

void measure(const NameCosts& costs, const std::vector<Line>& lines) {
    constexpr int turns = 5;
    std::size_t near = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int turn = 0; turn < turns; ++turn)
        for (const Line& line : lines) near += cost_of(costs, line, limit_of(line)) != NameCosts::none;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%.0f pairs a second, %zu of %zu near\n",
                static_cast<double>(lines.size()) * turns / took.count(), near / turns, lines.size());
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) return 2;
    const auto lexicon = lexicon::Lexicon::open(words[1]);
    if (!lexicon) return 3;
    const NameCosts costs(*lexicon.value());
    const std::vector<Line> lines = read_lines();
    if (count > 2 && words[2] == std::string("--spell")) {
        const linking::LatinSpeller speller(*lexicon.value(), costs);
        for (const Line& line : lines) std::printf("%s\n", speller.spell(line.a, count > 3).c_str());
        return 0;
    }
    if (count > 2) {
        measure(costs, lines);
        return 0;
    }
    for (const Line& line : lines) {
        const std::uint32_t cost = cost_of(costs, line, far);
        if (cost == NameCosts::none)
            std::printf("-\t%u\n", limit_of(line));
        else
            std::printf("%u\t%u\n", cost, limit_of(line));
    }
}
