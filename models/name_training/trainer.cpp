#include "models/name_training/trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>

#include "base/hash.h"
#include "language/names/tagger.h"

namespace isnad::names::training {

namespace {

constexpr float step_of_paths = 0.01F;  // finer than the table's, so that little is rounded

std::vector<TagSums> in_steps(const std::vector<TagScores>& scores) {
    std::vector<TagSums> out(scores.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (std::size_t tag = 0; tag < tags; ++tag)
            out[i][tag] = static_cast<std::int16_t>(
                std::clamp(std::lround(scores[i][tag] / step_of_paths), -30000L, 30000L));
    }
    return out;
}

double log_sum(const std::array<double, tags>& values) {
    const double most = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const double value : values) sum += std::exp(value - most);
    return most + std::log(sum);
}

}  // namespace

void Trainer::train(std::vector<Lesson*> sentences) {
    number(sentences);
    weights_.assign(index_.size() * tags, 0.0F);
    squares_.assign(weights_.size(), 0.01F);
    follow_.assign((tags + 1) * tags, 0.0F);
    follow_squares_.assign(follow_.size(), 0.01F);
    for (std::size_t epoch = 0; epoch < settings_.count("epochs"); ++epoch) {
        std::shuffle(sentences.begin(), sentences.end(), random_);
        double loss = 0;
        for (const Lesson* sentence : sentences) loss += learn(*sentence);
        std::fprintf(stderr, "epoch %zu: %.0f\n", epoch + 1, loss);
    }
}

std::vector<std::uint8_t> Trainer::tag(const Lesson& sentence) const {
    std::vector<TagScores> scores;
    for (const auto& features : sentence.features) {
        TagScores sums{};
        for (const Feature feature : features) add(feature, sums);
        sums[outside] += static_cast<float>(
            settings_[sentence.convention == Convention::ours ? "outside_ours" : "outside"]);
        scores.push_back(sums);
    }
    const TagCosts costs = allowed(following(), sentence.convention, step_of_paths);
    std::vector<std::uint8_t> out(scores.size());
    TagPath(costs).find(in_steps(scores), out);
    return out;
}

void Trainer::write(const std::string& path) const {
    std::ofstream out(path);
    out << "# table: name_tags\n# about: weights of the tagger of names (models/name_tags.md): a "
           "feature, a sign for each tag\n"
           "# source: learnt from our own annotation of the ANT corpus (models/name_tags.md)\n"
           "# licence: Apache-2.0 (no text)\nar\tweights\n";
    const TagFollowing follow = following();
    out << "first\t" << Tagger::written(follow.first) << '\n';
    for (std::size_t before = 0; before < tags; ++before)
        out << "behind " << before << '\t' << Tagger::written(follow.behind[before]) << '\n';
    TagScores bias{};
    bias[outside] = static_cast<float>(settings_["outside_ours"]);
    out << "bias\t" << Tagger::written(bias) << '\n';
    std::map<Feature, std::string> kept;
    for (const auto& [feature, at] : index_) {
        TagScores row{};
        float most = 0;
        for (std::size_t tag = 0; tag < tags; ++tag) {
            row[tag] = weights_[at * tags + tag];
            most = std::max(most, std::abs(row[tag]));
        }
        if (most >= static_cast<float>(settings_["prune"])) kept[feature] = Tagger::written(row);
    }
    std::uint64_t shelf = 256;
    for (const auto& [feature, row] : kept) {
        if (shelf != feature >> 56) {
            out << (shelf == 256 ? "" : "\n") << "weights " << (feature >> 56) << '\t';
            shelf = feature >> 56;
        }
        out << hex16(feature) << row;
    }
    out << '\n';
    std::fprintf(stderr, "%zu of %zu features kept\n", kept.size(), index_.size());
}

void Trainer::add(Feature feature, TagScores& sums) const {
    const auto found = index_.find(feature);
    if (found == index_.end()) return;
    for (std::size_t tag = 0; tag < tags; ++tag) sums[tag] += weights_[found->second * tags + tag];
}

TagFollowing Trainer::following() const {
    TagFollowing out;
    for (std::size_t tag = 0; tag < tags; ++tag) {
        out.first[tag] = follow_[tags * tags + tag];
        for (std::size_t before = 0; before < tags; ++before)
            out.behind[before][tag] = follow_[before * tags + tag];
    }
    return out;
}

void Trainer::number(const std::vector<Lesson*>& sentences) {
    std::unordered_map<Feature, std::uint32_t> counts;
    for (const Lesson* sentence : sentences) {
        for (const auto& features : sentence->features) {
            for (const Feature feature : features) ++counts[feature];
        }
    }
    for (Lesson* sentence : sentences) {
        sentence->ids.clear();
        for (const auto& features : sentence->features) {
            auto& ids = sentence->ids.emplace_back();
            for (const Feature feature : features) {
                if (counts[feature] < settings_.count("least")) continue;
                ids.push_back(
                    index_.try_emplace(feature, static_cast<std::uint32_t>(index_.size())).first->second);
            }
        }
    }
}

// Tags that the sentence's convention lets stand score as they do, others never.
double Trainer::learn(const Lesson& sentence) {
    const std::size_t size = sentence.ids.size();
    scores_.assign(size, {});
    for (std::size_t i = 0; i < size; ++i) {
        for (const std::uint32_t id : sentence.ids[i]) {
            for (std::size_t tag = 0; tag < tags; ++tag) scores_[i][tag] += weights_[id * tags + tag];
        }
        for (std::size_t tag = 0; tag < tags; ++tag) {
            if (!allows(sentence.convention, tag)) scores_[i][tag] = -1e4;
        }
    }
    forward();
    backward();
    const double all = log_sum(forward_[size - 1]);
    step(sentence, all);
    double right = follow_[tags * tags + sentence.right[0]];
    for (std::size_t i = 0; i < size; ++i) {
        right += scores_[i][sentence.right[i]];
        if (i > 0) right += follow_[sentence.right[i - 1] * tags + sentence.right[i]];
    }
    return all - right;
}

// Sums over all paths that end, and that begin, at each word with each tag (Rabiner 1989), as logarithms.
void Trainer::forward() {
    forward_.assign(scores_.size(), {});
    std::array<double, tags> sums{};
    for (std::size_t tag = 0; tag < tags; ++tag)
        forward_[0][tag] = scores_[0][tag] + follow_[tags * tags + tag];
    for (std::size_t i = 1; i < scores_.size(); ++i) {
        for (std::size_t tag = 0; tag < tags; ++tag) {
            for (std::size_t before = 0; before < tags; ++before)
                sums[before] = forward_[i - 1][before] + follow_[before * tags + tag];
            forward_[i][tag] = log_sum(sums) + scores_[i][tag];
        }
    }
}

void Trainer::backward() {
    backward_.assign(scores_.size(), {});
    std::array<double, tags> sums{};
    for (std::size_t i = scores_.size() - 1; i-- > 0;) {
        for (std::size_t tag = 0; tag < tags; ++tag) {
            for (std::size_t next = 0; next < tags; ++next)
                sums[next] = follow_[tag * tags + next] + scores_[i + 1][next] + backward_[i + 1][next];
            backward_[i][tag] = log_sum(sums);
        }
    }
}

void Trainer::step(const Lesson& sentence, double all) {
    const std::size_t size = sentence.ids.size();
    for (std::size_t i = 1; i < size; ++i) {
        for (std::size_t before = 0; before < tags; ++before) {
            for (std::size_t tag = 0; tag < tags; ++tag) {
                const double expected = std::exp(forward_[i - 1][before] + follow_[before * tags + tag] +
                                                 scores_[i][tag] + backward_[i][tag] - all);
                const bool is_right = before == sentence.right[i - 1] && tag == sentence.right[i];
                update(follow_[before * tags + tag], follow_squares_[before * tags + tag],
                       expected - is_right);
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        std::array<double, tags> slopes{};
        for (std::size_t tag = 0; tag < tags; ++tag) {
            slopes[tag] = std::exp(forward_[i][tag] + backward_[i][tag] - all) - (tag == sentence.right[i]);
            if (i == 0) update(follow_[tags * tags + tag], follow_squares_[tags * tags + tag], slopes[tag]);
        }
        for (std::size_t tag = 0; tag < tags; ++tag) {
            if (std::abs(slopes[tag]) < 1e-4) continue;
            for (const std::uint32_t id : sentence.ids[i])
                update(weights_[id * tags + tag], squares_[id * tags + tag], slopes[tag]);
        }
    }
}

void Trainer::update(float& weight, float& square, double slope) {
    const auto whole = static_cast<float>(slope + settings_l2_ * weight);
    square += whole * whole;
    weight -= rate_ * whole / std::sqrt(square);
}

}  // namespace isnad::names::training
