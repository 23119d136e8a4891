// Trains the tagger of names: AdaGrad (Duchi et al. 2011) on the likelihood of the tags (Lafferty et al.
// 2001).
#pragma once

#include <map>
#include <random>
#include <string>
#include <unordered_map>

#include "language/names/tag_path.h"
#include "models/name_training/lessons.h"

namespace isnad::names::training {

struct Settings {
    std::map<std::string, double> values{
        {"epochs", 5}, {"rate", 0.1},   {"l2", 1e-5}, {"outside", -1}, {"outside_ours", -1}, {"chunk", 20},
        {"least", 2},  {"prune", 0.15}, {"folds", 0}, {"looks", 2},    {"jackknife", 4},     {"seed", 1}};
    double operator[](const std::string& name) const { return values.at(name); }
    std::size_t count(const std::string& name) const { return static_cast<std::size_t>(values.at(name)); }
};

class Trainer {
  public:
    explicit Trainer(const Settings& settings)
        : settings_(settings), random_(static_cast<unsigned>(settings["seed"])) {}

    void train(std::vector<Lesson*> sentences);
    std::vector<std::uint8_t> tag(const Lesson& sentence) const;
    // The table of the lexicon.
    void write(const std::string& path) const;

  private:
    void add(Feature feature, TagScores& sums) const;
    TagFollowing following() const;
    void number(const std::vector<Lesson*>& sentences);
    double learn(const Lesson& sentence);
    void forward();
    void backward();
    void step(const Lesson& sentence, double all);
    void update(float& weight, float& square, double slope);

    const Settings& settings_;
    std::mt19937 random_;
    double settings_l2_ = settings_["l2"];
    float rate_ = static_cast<float>(settings_["rate"]);
    std::unordered_map<Feature, std::uint32_t> index_;
    std::vector<float> weights_, squares_, follow_, follow_squares_;
    std::vector<std::array<double, tags>> scores_, forward_, backward_;
};

}  // namespace isnad::names::training
