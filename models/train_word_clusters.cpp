// News -> models/word_clusters.tsv: words that stand in like company get like numbers. Lines of text on
// stdin, the table on stdout: `train-word-clusters LEXICON < lines`.
//
// Vectors by skip-grams with negative samples (Mikolov et al. 2013), then spherical k-means (Dhillon and
// Modha 2001) in three steps: 1,024 clusters, their centres in 256, and those in 64, so that one number tells
// all.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "language/words/words.h"
#include "text/normalise.h"

namespace {

using namespace isnad;

constexpr std::size_t dimensions = 64, window = 3, negatives = 5, epochs = 6;
constexpr std::uint32_t least_count = 6;
constexpr double sampling = 1e-4;  // words commoner than this are passed by more often

// Chance that is the same on every machine.
class Dice {
  public:
    std::uint32_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<std::uint32_t>(state_ >> 32);
    }
    double share() { return next() * 0x1p-32; }

  private:
    std::uint64_t state_ = 88172645463325252u;
};

struct Corpus {
    std::vector<std::string> words;  // by falling count
    std::vector<std::uint32_t> counts;
    std::vector<std::int32_t> text;  // indices, -1 between sentences
};

// A number is its shape: "0,000".
std::string form_of(const Words& words, const Word& word) {
    std::string out(words.search(word));
    for (char& c : out) {
        if (c >= '0' && c <= '9') c = '0';
    }
    return out;
}

Words words_of(const std::string& line, const words::Clitics& clitics) {
    auto page = std::make_shared<Page>();
    page->text = line;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(line.size())}});
    const auto normal = std::make_shared<const NormalText>(normalise(page->text));
    const auto document = Document::create(page, 0, std::move(article));
    return words::find_words(*document, normal, clitics);
}

Corpus read(std::istream& in, const words::Clitics& clitics) {
    std::unordered_map<std::string, std::int32_t> index;
    std::vector<std::string> forms;
    std::vector<std::uint32_t> counts;
    Corpus out;
    for (std::string line; std::getline(in, line);) {
        const Words words = words_of(line, clitics);
        std::uint32_t sentence = 0;
        for (const Word& word : words.words) {
            if (word.sentence != sentence) out.text.push_back(-1);
            sentence = word.sentence;
            const auto [known, added] =
                index.try_emplace(form_of(words, word), static_cast<std::int32_t>(forms.size()));
            if (added) {
                forms.push_back(known->first);
                counts.push_back(0);
            }
            ++counts[static_cast<std::size_t>(known->second)];
            out.text.push_back(known->second);
        }
        out.text.push_back(-1);
    }
    std::vector<std::int32_t> order, place(forms.size(), -2);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (counts[i] >= least_count) order.push_back(static_cast<std::int32_t>(i));
    }
    const auto at = [](std::int32_t i) { return static_cast<std::size_t>(i); };
    std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return counts[at(a)] != counts[at(b)] ? counts[at(a)] > counts[at(b)] : forms[at(a)] < forms[at(b)];
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[at(order[i])] = static_cast<std::int32_t>(i);
        out.words.push_back(forms[at(order[i])]);
        out.counts.push_back(counts[at(order[i])]);
    }
    for (std::int32_t& word : out.text) {
        if (word >= 0) word = place[at(word)];
    }
    return out;
}

class SkipGrams {
  public:
    explicit SkipGrams(const Corpus& corpus)
        : corpus_(corpus), in_(corpus.words.size() * dimensions), out_(in_.size(), 0.0F), noise_(1u << 22) {
        for (float& x : in_) x = static_cast<float>((dice_.share() - 0.5) / dimensions);
        double all = 0, tokens = 0;
        for (const std::uint32_t count : corpus.counts) all += std::pow(count, 0.75), tokens += count;
        std::size_t at = 0;
        double reached = 0;
        for (std::size_t i = 0; i < corpus.counts.size(); ++i) {
            reached += std::pow(corpus.counts[i], 0.75) / all;
            while (at < noise_.size() &&
                   static_cast<double>(at) < reached * static_cast<double>(noise_.size()))
                noise_[at++] = static_cast<std::int32_t>(i);
            const double share = corpus.counts[i] / tokens;
            keep_.push_back(std::sqrt(sampling / share) + sampling / share);
        }
    }

    // Vectors of unit length, one word after another.
    std::vector<float> train() {
        std::vector<std::int32_t> sentence;
        for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = 0; i < corpus_.text.size(); ++i) {
                const std::int32_t word = corpus_.text[i];
                if (word >= 0 && dice_.share() < keep_[static_cast<std::size_t>(word)])
                    sentence.push_back(word);
                if (word != -1) continue;
                const double done = (static_cast<double>(epoch) +
                                     static_cast<double>(i) / static_cast<double>(corpus_.text.size())) /
                                    epochs;
                rate_ = static_cast<float>(0.05 * std::max(1e-4, 1 - done));
                learn(sentence);
                sentence.clear();
            }
            std::fprintf(stderr, "epoch %zu of %zu\n", epoch + 1, epochs);
        }
        for (std::size_t i = 0; i < in_.size(); i += dimensions) {
            float length = 1e-9F;
            for (std::size_t k = 0; k < dimensions; ++k) length += in_[i + k] * in_[i + k];
            for (std::size_t k = 0; k < dimensions; ++k) in_[i + k] /= std::sqrt(length);
        }
        return in_;
    }

  private:
    void learn(const std::vector<std::int32_t>& sentence) {
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            const std::size_t reach = dice_.next() % window + 1;
            for (std::size_t j = i < reach ? 0 : i - reach; j < std::min(sentence.size(), i + reach + 1);
                 ++j) {
                if (j != i) learn(sentence[i], sentence[j]);
            }
        }
    }

    void learn(std::int32_t word, std::int32_t company) {
        float* x = &in_[static_cast<std::size_t>(word) * dimensions];
        float change[dimensions] = {};
        for (std::size_t n = 0; n <= negatives; ++n) {
            const std::int32_t other = n == 0 ? company : noise_[dice_.next() & (noise_.size() - 1)];
            if (n > 0 && other == company) continue;
            float* y = &out_[static_cast<std::size_t>(other) * dimensions];
            float product = 0;
            for (std::size_t k = 0; k < dimensions; ++k) product += x[k] * y[k];
            const float step = ((n == 0 ? 1.0F : 0.0F) - 1 / (1 + std::exp(-product))) * rate_;
            for (std::size_t k = 0; k < dimensions; ++k) {
                change[k] += step * y[k];
                y[k] += step * x[k];
            }
        }
        for (std::size_t k = 0; k < dimensions; ++k) x[k] += change[k];
    }

    const Corpus& corpus_;
    Dice dice_;
    std::vector<float> in_, out_;
    std::vector<std::int32_t> noise_;
    std::vector<double> keep_;
    float rate_ = 0.05F;
};

struct Clusters {
    std::vector<std::uint32_t> of;  // by point
    std::vector<float> centres;
};

float product(const float* a, const float* b) {
    float out = 0;
    for (std::size_t k = 0; k < dimensions; ++k) out += a[k] * b[k];
    return out;
}

// The first points, which are the commonest words, are the first centres.
Clusters cluster(const std::vector<float>& points, std::size_t wanted) {
    const std::size_t count = points.size() / dimensions;
    Clusters out{
        std::vector<std::uint32_t>(count, UINT32_MAX),
        {points.begin(), points.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, count) * dimensions)}};
    Dice dice;
    for (int round = 0; round < 30; ++round) {
        std::size_t moved = 0;
        std::vector<float> sums(out.centres.size(), 0.0F);
        for (std::size_t i = 0; i < count; ++i) {
            std::uint32_t best = 0;
            float score = -2;
            for (std::uint32_t c = 0; c < wanted; ++c) {
                const float likeness = product(&points[i * dimensions], &out.centres[c * dimensions]);
                if (likeness > score) score = likeness, best = c;
            }
            moved += out.of[i] != best;
            out.of[i] = best;
            for (std::size_t k = 0; k < dimensions; ++k)
                sums[best * dimensions + k] += points[i * dimensions + k];
        }
        for (std::size_t c = 0; c < wanted; ++c) {
            float* sum = &sums[c * dimensions];
            const float length = std::sqrt(product(sum, sum));
            // An empty cluster begins anew at a point drawn by chance.
            const float* from = length > 1e-6F ? sum : &points[dice.next() % count * dimensions];
            for (std::size_t k = 0; k < dimensions; ++k)
                out.centres[c * dimensions + k] = from[k] / (length > 1e-6F ? length : 1.0F);
        }
        std::fprintf(stderr, "%zu clusters, round %d: %zu moved\n", wanted, round + 1, moved);
        if (moved < count / 500) break;
    }
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2)
        return std::fprintf(stderr, "usage: train-word-clusters LEXICON < lines > word_clusters.tsv\n"), 2;
    const auto lexicon = lexicon::Lexicon::open(arguments[1]);
    if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().text().c_str()), 3;
    const words::Clitics clitics(lexicon.value());
    const Corpus corpus = read(std::cin, clitics);
    std::fprintf(stderr, "%zu words\n", corpus.words.size());
    const std::vector<float> vectors = SkipGrams(corpus).train();
    const Clusters fine = cluster(vectors, 1024);
    const Clusters middle = cluster(fine.centres, 256);
    const Clusters coarse = cluster(middle.centres, 64);
    std::map<std::string, std::string> rows;
    for (std::size_t i = 0; i < corpus.words.size(); ++i) {
        const std::uint32_t a = fine.of[i], b = middle.of[a], c = coarse.of[b];
        rows[corpus.words[i]] = std::to_string(c) + "." + std::to_string(b) + "." + std::to_string(a);
    }
    std::printf(
        "# table: word_clusters\n# about: words that stand in like company in Arabic news: cluster of 64, of "
        "256, of 1,024; search form\n"
        "# source: learnt from the ANT corpus (models/word_clusters.md)\n# licence: Apache-2.0 (no "
        "text)\nar\tcluster\n");
    for (const auto& [word, path] : rows) {
        const auto head = static_cast<unsigned char>(word.front());
        const bool is_word = head >= 0xD8 || (head >= '0' && head <= '9') || (head >= 'a' && head <= 'z');
        if (is_word) std::printf("%s\t%s\n", word.c_str(), path.c_str());
    }
    return 0;
}
