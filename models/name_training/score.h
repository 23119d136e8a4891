// How right tags are.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "language/names/tags.h"

namespace isnad::names::training {

// Precision and recall of names, by type.
class Score {
  public:
    void add(const std::vector<std::string>& right, const std::vector<std::string>& found) {
        const auto a = names_of(right), b = names_of(found);
        for (const auto& name : a) ++counts_[std::get<2>(name)][0];
        for (const auto& name : b) {
            ++counts_[std::get<2>(name)][1];
            if (a.count(name) != 0) ++counts_[std::get<2>(name)][2];
        }
    }
    std::string text() const {
        std::array<double, 3> all{};
        std::string types;
        for (const auto& [type, count] : counts_) {
            for (std::size_t k = 0; k < 3; ++k) all[k] += count[k];
            types += " " + type + " " + shown(200 * count[2] / (count[0] + count[1]));
        }
        return "F1 " + shown(200 * all[2] / (all[0] + all[1])) + " P " + shown(100 * all[2] / all[1]) +
               " R " + shown(100 * all[2] / all[0]) + types;
    }

  private:
    static std::string shown(double value) {
        char out[32];
        std::snprintf(out, sizeof out, "%.2f", value);
        return out;
    }
    static std::set<std::tuple<std::size_t, std::size_t, std::string>> names_of(
        const std::vector<std::string>& tags) {
        std::set<std::tuple<std::size_t, std::size_t, std::string>> out;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            if (tags[i] == "O") continue;
            const std::string type = tags[i].substr(2);
            const bool begins =
                tags[i][0] == 'B' || i == 0 || tags[i - 1] == "O" || tags[i - 1].substr(2) != type;
            if (!begins) continue;
            std::size_t end = i + 1;
            while (end < tags.size() && tags[end] == "I-" + type) ++end;
            out.insert({i, end, type});
        }
        return out;
    }
    std::map<std::string, std::array<double, 3>> counts_;
};

// A tag as the corpus of a convention writes it.
std::string name_of(std::size_t tag, Convention convention);

}  // namespace isnad::names::training
