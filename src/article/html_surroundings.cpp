#include "article/html_surroundings.h"

#include <algorithm>

#include "base/hash.h"

namespace isnad::article {
namespace {

constexpr double wrapper = 0.6;  // a container with more of the page's prose wraps the page
constexpr float most_steps = 30;
constexpr std::uint32_t most_repeats = 9;
constexpr double line_cost = 2, linked_word_cost = 0.5;

Sign sign_of(const std::optional<Mark>& mark) {
    if (!mark || mark->words == 0 || mark->caption) return Sign::none;
    switch (mark->kind) {
        case ChromeKind::read_also:
        case ChromeKind::related:
        case ChromeKind::most_read: return Sign::others;
        case ChromeKind::share:
        case ChromeKind::follow:
        case ChromeKind::newsletter:
        case ChromeKind::print:
        case ChromeKind::counter:
        case ChromeKind::font_size: return Sign::reach;
        case ChromeKind::comments: return Sign::comments;
        case ChromeKind::byline:
        case ChromeKind::date_line:
        case ChromeKind::source:
        case ChromeKind::keywords: return Sign::none;
        default: return Sign::frame;
    }
}

class Around {
  public:
    Around(const Markup& markup, const PageFeatures& features) : markup_(markup), features_(features) {}

    Surroundings run(std::optional<std::uint32_t> chosen, std::optional<std::uint32_t> titled) {
        sum_up();
        measure(out_.since_prose, out_.until_prose, [](const BlockFeatures& f) { return f.prose; });
        std::vector<Sign> met;
        for (const BlockFeatures& f : features_.blocks) met.push_back(sign_of(f.mark));
        for (std::size_t k = 0; k < signs; ++k) {
            const auto is_sign = [&](const BlockFeatures& f) {
                return met[static_cast<std::size_t>(&f - features_.blocks.data())] == static_cast<Sign>(k);
            };
            measure(out_.since_sign[k], out_.until_sign[k], is_sign);
        }
        count_repeats();
        gather_names();
        out_.by_rules = way_to(chosen);
        out_.by_prose = way_to(densest());
        out_.by_title = way_to(titled);
        return std::move(out_);
    }

  private:
    void sum_up() {
        const std::size_t blocks = features_.blocks.size();
        for (auto* sums : {&out_.words, &out_.prose, &out_.links}) sums->assign(blocks + 1, 0);
        out_.text.reserve(blocks);
        for (std::size_t i = 0; i < blocks; ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const auto words = static_cast<double>(f.line.words.size());
            out_.words[i + 1] = out_.words[i] + words;
            out_.prose[i + 1] = out_.prose[i] + (f.prose ? words : 0);
            out_.links[i + 1] = out_.links[i] + words * f.link_density;
            std::uint64_t hash = 0;
            for (const std::uint64_t word : f.line.hashes) hash = hash_join(hash, word);
            out_.text.push_back(hash);
        }
    }

    // Blocks since the last and until the next one of a kind.
    template <class Is>
    void measure(std::vector<std::uint32_t>& since, std::vector<std::uint32_t>& until, Is is) const {
        const std::size_t blocks = features_.blocks.size();
        since.resize(blocks);
        until.resize(blocks);
        std::uint32_t steps = far;
        for (std::size_t i = 0; i < blocks; ++i) {
            since[i] = steps;
            steps = is(features_.blocks[i]) ? 0 : std::min(far, steps + 1);
        }
        steps = far;
        for (std::size_t i = blocks; i-- > 0;) {
            until[i] = steps;
            steps = is(features_.blocks[i]) ? 0 : std::min(far, steps + 1);
        }
    }

    void count_repeats() {
        std::vector<std::uint64_t> sorted = out_.text;
        std::sort(sorted.begin(), sorted.end());
        for (const std::uint64_t hash : out_.text) {
            const auto [first, end] = std::equal_range(sorted.begin(), sorted.end(), hash);
            out_.repeats.push_back(std::min(static_cast<std::uint32_t>(end - first - 1), most_repeats));
        }
    }

    void gather_names() {
        const double prose = features_.containers[0].prose_words;
        out_.names.resize(markup_.containers.size());
        for (std::size_t i = 0; i < markup_.containers.size(); ++i) {
            const Container& container = markup_.containers[i];
            NamesAround& names = out_.names[i];
            const bool wraps = prose > 0 && features_.containers[i].prose_words > wrapper * prose;
            if (i > 0 && !wraps) {
                names = out_.names[container.parent];
                ++names.levels;
            }
            names.hints |= container.hints;
            names.inside |= container.inside;
        }
    }

    // The container with the most prose when links and other lines count against it.
    std::optional<std::uint32_t> densest() const {
        std::vector<double> sums(markup_.containers.size());
        for (std::size_t i = 0; i < markup_.blocks.size(); ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const auto words = static_cast<double>(f.line.words.size());
            const double cost =
                is_heading(markup_.blocks[i].tag) ? 0 : line_cost + linked_word_cost * words * f.link_density;
            sums[markup_.blocks[i].container] += f.prose ? words : -cost;
        }
        std::optional<std::uint32_t> best;
        double most = 0;
        for (std::size_t i = sums.size(); i-- > 0;) {
            if (sums[i] > most) {
                most = sums[i];
                best = static_cast<std::uint32_t>(i);
            }
            if (i > 0) sums[markup_.containers[i].parent] += sums[i];
        }
        return best;
    }

    WayToChosen way_to(std::optional<std::uint32_t> chosen) const {
        const auto& containers = markup_.containers;
        WayToChosen way;
        way.chosen = chosen;
        way.inside.assign(containers.size(), 0);
        way.steps.assign(containers.size(), most_steps);
        way.raised.assign(containers.size(), 0);
        if (!chosen) return way;
        float level = 0;
        for (std::uint32_t at = *chosen; at != no_container; at = containers[at].parent, ++level) {
            way.steps[at] = 0;
            way.raised[at] = level;
        }
        way.inside[*chosen] = 1;
        for (std::size_t i = 1; i < containers.size(); ++i) {
            const std::uint32_t parent = containers[i].parent;
            if (way.inside[parent] != 0) way.inside[i] = 1;
            if (way.steps[i] == 0) continue;
            way.steps[i] = std::min(way.steps[parent] + 1, most_steps);
            way.raised[i] = way.raised[parent];
        }
        return way;
    }

    const Markup& markup_;
    const PageFeatures& features_;
    Surroundings out_;
};

}  // namespace

Surroundings surroundings_of(const Markup& markup, const PageFeatures& features,
                             std::optional<std::uint32_t> chosen, std::optional<std::uint32_t> titled) {
    return Around(markup, features).run(chosen, titled);
}

}  // namespace isnad::article
