// Learns what Arabic letters stand for which Latin ones from pairs of names: models/name_costs.tsv.
// `isnad-train-name-costs TRAIN.ar TRAIN.en LEXICON_FOLDER COSTS.tsv LETTERS.tsv`
//
// Expectation maximisation over all ways to cut a pair into chunks of up to two Arabic and three Latin
// letters (Ristad and Yianilos 1998; Sherif and Kondrak 2007), with probabilities of their own at the start,
// inside and at the end of a word. Costs between two Arabic chunks follow from the Latin ones they share:
// P(x, y) = sum over e of P(x, e) P(y, e) / P(e).
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linking/name_costs.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace {

using namespace isnad;

constexpr std::size_t rounds = 14, longest_arabic = 2, longest_latin = 3;
constexpr std::array<double, rounds> least{0, .05, .05, .05, 1, 1, 1,
                                           2, 2,   2,   2,   3, 3, 3};  // a chunk's count
constexpr double borrowed = 100;      // counts that a place takes from all places
constexpr double lexicon_weight = 4;  // of a pair of the lexicon
constexpr double dearest = 1400;      // hundredths of a nat; dearer pairs are left out
constexpr double rarest_exchange = 2e-6;

struct Pair {
    std::u32string ar;
    std::string en;
    double weight = 1;
};

struct Chunks {
    std::u32string ar;
    std::string en;
    std::array<double, 3> p{}, count{};
};

using Row = std::vector<std::string>;

Row cells_of(const std::string& line, char sign) {
    Row out(1);
    for (const char c : line) c == sign ? out.emplace_back() : out.back() += c;
    return out;
}

void add_pair(std::vector<Pair>& pairs, const std::string& ar, const std::string& en, double weight) {
    std::u32string arabic = linking::arabic_letters(search_form(ar));
    std::string latin = linking::latin_letters(en);
    const bool fits = arabic.size() <= 20 && latin.size() <= 24 && !arabic.empty() && !latin.empty();
    if (fits) pairs.push_back({std::move(arabic), std::move(latin), weight});
}

// Whether a name is kept for the test: the sum of its bytes is even.
bool is_held(std::string_view en) {
    unsigned sum = 0;
    for (const char c : en) sum += static_cast<unsigned char>(c);
    return sum % 2 == 0;
}

void add_table(std::vector<Pair>& pairs, const std::string& path) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("ar\t")) continue;
        const Row cells = cells_of(line, '\t');
        std::string en = cells.at(1);
        if (is_held(en) || en.find(' ') != std::string::npos) continue;
        for (std::string ar : cells_of(cells[0], '|')) {
            if (ar.find(' ') != std::string::npos || ar.find('-') != std::string::npos) continue;
            std::string latin = en;
            const bool article =
                latin.starts_with("al-") || latin.starts_with("Al-") || latin.starts_with("el-");
            const std::string definite = utf8::encode(letters::alef) + utf8::encode(letters::lam);
            if (article && ar.starts_with(definite)) latin.erase(0, 3), ar.erase(0, definite.size());
            add_pair(pairs, ar, latin, lexicon_weight);
        }
    }
}

std::uint64_t key_of(std::u32string_view ar, std::string_view en) {
    std::uint64_t key = ar.size();
    for (const char32_t c : ar) key = key * 64 + (c - letters::hamza + 1);
    key = key * 4 + en.size();
    for (const char c : en) key = key * 32 + static_cast<std::uint64_t>(c - 'a' + 1);
    return key;
}

bool allowed(std::size_t x, std::size_t y) {
    if (x == 0) return y == 1;
    return x == 1 || y == 1 || y == 2;
}

// Calls take(i, x, j, y) for each chunk pair of a pair of names: letters [i, i + x) and [j, j + y).
template <class Take>
void each_chunk(const Pair& pair, const Take& take) {
    for (std::size_t i = 0; i <= pair.ar.size(); ++i)
        for (std::size_t j = 0; j <= pair.en.size(); ++j)
            for (std::size_t x = 0; x <= longest_arabic && i + x <= pair.ar.size(); ++x)
                for (std::size_t y = 0; y <= longest_latin && j + y <= pair.en.size(); ++y)
                    if (allowed(x, y)) take(i, x, j, y);
}

class Transducer {
  public:
    explicit Transducer(const std::vector<Pair>& pairs) : pairs_(pairs) {
        for (const Pair& pair : pairs)
            each_chunk(pair, [&](auto i, auto x, auto j, auto y) {
                const double n = static_cast<double>(pair.ar.size()), m = static_cast<double>(pair.en.size());
                const double apart = std::abs(static_cast<double>(i) / n - static_cast<double>(j) / m);
                if (apart > 0.4) return;
                const int size = (x > 1) + (y > 1) + (y > 2) + (x == 0 || y == 0);
                chunks_[id_of(pair, i, x, j, y)].count[1] +=
                    pair.weight * std::exp(-6 * apart) * std::pow(0.02, size);
            });
        estimate(0);
    }

    void train() {
        for (std::size_t round = 0; round < rounds; ++round) {
            double sum = 0, weight = 0;
            for (const Pair& pair : pairs_) {
                const double total = count(pair);
                if (total > 0) sum += pair.weight * std::log(total), weight += pair.weight;
            }
            estimate(least[round]);
            std::fprintf(stderr, "round %zu: %.4f nats a name\n", round + 1, -sum / weight);
        }
    }

    const std::vector<Chunks>& chunks() const { return chunks_; }

  private:
    std::size_t id_of(const Pair& pair, std::size_t i, std::size_t x, std::size_t j, std::size_t y) {
        const auto ar = std::u32string_view(pair.ar).substr(i, x);
        const auto en = std::string_view(pair.en).substr(j, y);
        const auto [at, added] = ids_.try_emplace(key_of(ar, en), chunks_.size());
        if (added) chunks_.push_back({std::u32string(ar), std::string(en)});
        return at->second;
    }

    // Adds the expected counts of a pair; its probability.
    double count(const Pair& pair) {
        struct Step {
            std::size_t from, to, id, place;
        };
        std::vector<Step> steps;
        const std::size_t n = pair.ar.size(), m = pair.en.size(), width = m + 1;
        std::vector<double> forward((n + 1) * width), backward((n + 1) * width);
        forward[0] = backward.back() = 1;
        each_chunk(pair, [&](auto i, auto x, auto j, auto y) {
            const auto at = ids_.find(
                key_of(std::u32string_view(pair.ar).substr(i, x), std::string_view(pair.en).substr(j, y)));
            if (at == ids_.end()) return;
            const std::size_t place = i + j == 0 ? 0 : i + x == n && j + y == m ? 2 : 1;
            const Step step{i * width + j, (i + x) * width + j + y, at->second, place};
            forward[step.to] += forward[step.from] * chunks_[step.id].p[place];
            steps.push_back(step);
        });
        const double total = forward.back();
        if (total <= 0) return 0;
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            const double share = chunks_[step->id].p[step->place] * backward[step->to];
            backward[step->from] += share;
            chunks_[step->id].count[step->place] += pair.weight * forward[step->from] * share / total;
        }
        return total;
    }

    void estimate(double fewest) {
        std::array<double, 3> of_place{};
        for (Chunks& one : chunks_) {
            const double sum = one.count[0] + one.count[1] + one.count[2];
            const bool single = one.ar.size() + one.en.size() == 1;
            if (sum < fewest && !single) one.count = {};
            if (single) one.count[1] += 0.05;
            for (std::size_t k = 0; k < 3; ++k) of_place[k] += one.count[k];
        }
        const double all = of_place[0] + of_place[1] + of_place[2];
        for (Chunks& one : chunks_) {
            const double sum = one.count[0] + one.count[1] + one.count[2];
            for (std::size_t k = 0; k < 3; ++k)
                one.p[k] = (one.count[k] + borrowed * sum / all) / (of_place[k] + borrowed);
            one.count = {};
        }
    }

    const std::vector<Pair>& pairs_;
    std::unordered_map<std::uint64_t, std::size_t> ids_;
    std::vector<Chunks> chunks_;
};

std::string spelled(const std::u32string& letters) {
    std::string out;
    for (const char32_t c : letters) utf8::append(out, c);
    return out.empty() ? "-" : out;
}

using Three = std::array<double, 3>;

// Writes a row unless the pair is too dear everywhere.
void write(std::ostream& out, const std::string& ar, const std::string& other, const Three& costs) {
    if (*std::min_element(costs.begin(), costs.end()) > dearest) return;
    out << ar << '\t' << other;
    for (const double cost : costs) out << '\t' << std::lround(std::clamp(cost, 0.0, 2 * dearest));
    out << '\n';
}

// -(log P(x|y) + log P(y|x)) / 2 in hundredths; what has nothing on its other side has no condition there.
double cost_of(double joint, double of_x, double of_y, bool has_x, bool has_y) {
    if (joint <= 0) return 2 * dearest;
    return -50 * (2 * std::log(joint) - (has_x ? std::log(of_x) : 0) - (has_y ? std::log(of_y) : 0));
}

void write_costs(std::ostream& out, const std::vector<Chunks>& chunks) {
    std::map<std::string, std::map<std::string, Three>> by_latin;
    std::map<std::string, Three> of_ar, of_en;
    for (const Chunks& one : chunks) {
        if (one.p[0] + one.p[1] + one.p[2] <= 0) continue;
        const std::string ar = spelled(one.ar), en = one.en.empty() ? "-" : one.en;
        by_latin[en][ar] = one.p;
        for (std::size_t k = 0; k < 3; ++k) of_ar[ar][k] += one.p[k], of_en[en][k] += one.p[k];
    }
    std::map<std::pair<std::string, std::string>, Three> shared;
    std::map<std::string, Three> of_shared;
    for (const auto& [en, row] : by_latin) {
        for (const auto& [ar, p] : row) {
            Three costs;
            for (std::size_t k = 0; k < 3; ++k)
                costs[k] = cost_of(p[k], of_ar[ar][k], of_en[en][k], ar != "-", en != "-");
            write(out, ar, en, costs);
            if (en == "c") continue;  // kaf before a, seen before e: no exchange of Arabic writers
            for (const auto& [with, q] : row)
                for (std::size_t k = 0; k < 3; ++k) {
                    const double both = of_en[en][k] > 0 ? p[k] * q[k] / of_en[en][k] : 0;
                    shared[{ar, with}][k] += both, of_shared[ar][k] += both;
                }
        }
    }
    for (const auto& [pair, p] : shared) {
        const auto& [x, y] = pair;
        if (x > y || (x == "-" && y == "-") || (x != y && p[0] + p[1] + p[2] < rarest_exchange)) continue;
        Three costs{};
        for (std::size_t k = 0; k < 3 && x != y; ++k)
            costs[k] = cost_of(p[k], of_shared[x][k], of_shared[y][k], x != "-", y != "-");
        write(out, x, y, costs);
    }
}

// Runs of up to four letters of the Latin names, "-" for the edge of a word; rare long ones are left out.
void write_letters(std::ostream& out, const std::vector<Pair>& pairs) {
    std::map<std::string, double> counts;
    for (const Pair& pair : pairs) {
        const std::string word = "---" + pair.en + "-";
        for (std::size_t i = 3; i < word.size(); ++i)
            for (std::size_t size = 1; size <= 4; ++size)
                counts[word.substr(i + 1 - size, size)] += pair.weight;
    }
    out << "# table: name_letters\n"
           "# about: how often runs of letters stand in Latin names, - for the edge (models/name_costs.md)\n"
           "# source: counted from ANETAC and from given_names and surnames by models/train_name_costs.cpp\n"
           "# licence: Apache-2.0 (counts); ANETAC is free with citation (arXiv 1907.03110)\n"
           "ar\tcount\n";
    for (const auto& [run, number] : counts)
        if (run.size() < 3 || number >= 6) out << run << '\t' << std::lround(number) << '\n';
}

}  // namespace

int main(int count, char** words) {
    if (count != 6) {
        std::cerr << "usage: isnad-train-name-costs TRAIN.ar TRAIN.en LEXICON_FOLDER COSTS.tsv LETTERS.tsv\n";
        return 2;
    }
    std::vector<Pair> pairs;
    std::ifstream arabic(words[1]), latin(words[2]);
    for (std::string ar, en; std::getline(arabic, ar) && std::getline(latin, en);) add_pair(pairs, ar, en, 1);
    for (const char* table : {"given_names.tsv", "surnames.tsv"})
        add_table(pairs, std::string(words[3]) + "/" + table);
    std::cerr << pairs.size() << " pairs\n";
    std::ofstream letters(words[5]);
    write_letters(letters, pairs);
    Transducer transducer(pairs);
    transducer.train();
    std::ofstream out(words[4]);
    out << "# table: name_costs\n"
           "# about: what one spelling of a name costs against another, by chunks of letters "
           "(models/name_costs.md)\n"
           "# source: learnt from ANETAC and from given_names and surnames by models/train_name_costs.cpp\n"
           "# licence: Apache-2.0 (numbers); ANETAC is free with citation (arXiv 1907.03110)\n"
           "ar\tother\tstart\tinside\tend\n";
    write_costs(out, transducer.chunks());
}
