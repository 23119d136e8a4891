#include "claims/lookalikes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "claims/same_figure.h"

namespace isnad::claims {
namespace {

// Concepts of lexicon/populations.tsv that are near each other and not the same.
constexpr std::array near_concepts{std::pair<std::string_view, std::string_view>{"dead", "bodies"},
                                   std::pair<std::string_view, std::string_view>{"evacuated", "displaced"},
                                   std::pair<std::string_view, std::string_view>{"refugees", "displaced"},
                                   std::pair<std::string_view, std::string_view>{"injured", "infected"}};

bool counts(const Knowledge& knowledge, const Figure& figure, std::string_view id) {
    if (!figure.told.property || knowledge.concept_of(*figure.told.property).id != id) return false;
    return !figure.vague && !figure.background && !figure.part && !figure.more && !figure.earlier;
}

bool look_alike(const StoryView& view, const Figure& a, const Figure& b) {
    constexpr double most = 2;
    const double x = a.value.low, y = b.value.low;
    if (x < 2 || y < 2 || std::max(x, y) > most * std::min(x, y) || values_fit(a, b)) return false;
    if (a.document == b.document) return true;
    return view.episode(a.document) == view.episode(b.document) && a.as_of && b.as_of &&
           a.as_of->overlaps(*b.as_of);
}

// The figures that tell what one of the story's figures tells, with its value.
std::vector<std::uint32_t> like(const std::vector<Figure>& figures, const Figure& one) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
        const Figure& other = figures[i];
        if (other.told.property == one.told.property && !other.vague && !other.part && !other.more &&
            !other.background && other.value.low == one.value.low && other.value.high == one.value.high)
            out.push_back(i);
    }
    return out;
}

std::optional<Lookalike> find(const StoryView& view, const std::vector<Figure>& figures,
                              std::pair<std::string_view, std::string_view> concepts) {
    for (const Figure& b : figures) {
        if (!counts(view.knowledge, b, concepts.second)) continue;
        for (const Figure& a : figures) {
            if (counts(view.knowledge, a, concepts.first) && look_alike(view, a, b))
                return Lookalike{like(figures, a), like(figures, b)};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Lookalike> lookalikes(const StoryView& view, const std::vector<Figure>& figures) {
    std::vector<Lookalike> out;
    for (const auto& concepts : near_concepts) {
        if (auto found = find(view, figures, concepts)) out.push_back(std::move(*found));
    }
    return out;
}

}  // namespace isnad::claims
