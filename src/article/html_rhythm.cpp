#include "article/html_rhythm.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "article/html_surroundings.h"
#include "base/hash.h"

namespace isnad::article {
namespace {

constexpr std::size_t dated_words = 14, short_words = 4, opened_words = 14;
constexpr float counted_to = 30;

bool begins_with_digit(std::string_view word) { return word[0] >= '0' && word[0] <= '9'; }

std::uint64_t kind_of(const Container& container) {
    return hash_join(hash_join(container.hints, container.inside), static_cast<std::uint64_t>(container.tag));
}

bool is_dated(const MarkupBlock& block, const BlockFeatures& f) {
    if (f.line.words.empty() || f.line.words.size() > dated_words) return false;
    if (block.holds_time || (f.mark && f.mark->kind == ChromeKind::date_line)) return true;
    return std::count_if(f.line.words.begin(), f.line.words.end(), begins_with_digit) >= 2;
}

class Repeats {
  public:
    Repeats(const Markup& markup, const PageFeatures& features) : markup_(markup), features_(features) {}

    Rhythm run() {
        find_dates();
        sum_up();
        count_openings();
        count_paths();
        count_siblings();
        return std::move(out_);
    }

  private:
    using Keyed = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

    void find_dates() {
        const std::size_t blocks = markup_.blocks.size();
        out_.dated = dated_lines(markup_, features_);
        out_.since_dated.resize(blocks);
        out_.until_dated.resize(blocks);
        std::uint32_t steps = far;
        for (std::size_t i = 0; i < blocks; ++i) {
            out_.since_dated[i] = steps;
            steps = out_.dated[i] != 0 ? 0 : std::min(far, steps + 1);
        }
        steps = far;
        for (std::size_t i = blocks; i-- > 0;) {
            out_.until_dated[i] = steps;
            steps = out_.dated[i] != 0 ? 0 : std::min(far, steps + 1);
        }
    }

    bool is_short(std::size_t i) const { return features_.blocks[i].line.words.size() <= short_words; }

    void sum_up() {
        const std::size_t blocks = markup_.blocks.size();
        for (auto* sums : {&out_.dates, &out_.images, &out_.shorts, &out_.turns}) sums->assign(blocks + 1, 0);
        for (std::size_t i = 0; i < blocks; ++i) {
            const bool turn = i >= 2 && is_short(i) == is_short(i - 2) && is_short(i) != is_short(i - 1);
            out_.dates[i + 1] = out_.dates[i] + out_.dated[i];
            out_.images[i + 1] = out_.images[i] + markup_.blocks[i].after_image;
            out_.shorts[i + 1] = out_.shorts[i] + is_short(i);
            out_.turns[i + 1] = out_.turns[i] + turn;
        }
    }

    // Calls with each run of equal keys: [first, end) of the sorted pairs.
    template <class Run>
    static void runs_of(Keyed& keys, Run run) {
        std::sort(keys.begin(), keys.end());
        for (std::size_t first = 0, end = 0; first < keys.size(); first = end) {
            while (end < keys.size() && keys[end].first == keys[first].first) ++end;
            run(first, end);
        }
    }

    void count_openings() {
        out_.opening.assign(markup_.blocks.size(), 0);
        Keyed keys;
        for (std::uint32_t i = 0; i < markup_.blocks.size(); ++i) {
            const auto& words = features_.blocks[i].line.hashes;
            if (words.size() < 2 || words.size() > opened_words) continue;
            keys.emplace_back(words.front(), i);
        }
        runs_of(keys, [&](std::size_t first, std::size_t end) {
            const float count = std::min(counted_to, static_cast<float>(end - first - 1));
            for (std::size_t i = first; i < end; ++i) out_.opening[keys[i].second] = count;
        });
    }

    void count_paths() {
        const std::vector<std::uint64_t> kinds = kinds_of_blocks(markup_);
        Keyed keys;
        for (std::uint32_t i = 0; i < kinds.size(); ++i) keys.emplace_back(kinds[i], i);
        for (auto* list : {&out_.alike, &out_.prose_alike, &out_.nth_alike}) list->assign(keys.size(), 0);
        const double all = std::max(1.0, features_.containers[0].prose_words);
        runs_of(keys, [&](std::size_t first, std::size_t end) {
            double prose = 0;
            for (std::size_t i = first; i < end; ++i) {
                const BlockFeatures& f = features_.blocks[keys[i].second];
                if (f.prose) prose += static_cast<double>(f.line.words.size());
            }
            for (std::size_t i = first; i < end; ++i) {
                out_.alike[keys[i].second] = std::min(counted_to, static_cast<float>(end - first));
                out_.prose_alike[keys[i].second] = static_cast<float>(prose / all);
                out_.nth_alike[keys[i].second] = std::min(counted_to, static_cast<float>(i - first));
            }
        });
    }

    void count_siblings() {
        out_.siblings.assign(markup_.containers.size(), 0);
        out_.dated_siblings.assign(markup_.containers.size(), 0);
        Keyed keys;
        for (std::uint32_t i = 1; i < markup_.containers.size(); ++i) {
            const Container& container = markup_.containers[i];
            if (container.end_block - container.first_block < 2) continue;
            keys.emplace_back(hash_join(kind_of(container), container.parent), i);
        }
        runs_of(keys, [&](std::size_t first, std::size_t end) {
            float dated = 0;
            for (std::size_t i = first; i < end; ++i) {
                const Container& container = markup_.containers[keys[i].second];
                dated += out_.dates[container.end_block] > out_.dates[container.first_block];
            }
            for (std::size_t i = first; i < end; ++i) {
                out_.siblings[keys[i].second] = std::min(counted_to, static_cast<float>(end - first - 1));
                out_.dated_siblings[keys[i].second] = std::min(counted_to, dated);
            }
        });
    }

    const Markup& markup_;
    const PageFeatures& features_;
    Rhythm out_;
};

}  // namespace

Rhythm rhythm_of(const Markup& markup, const PageFeatures& features) {
    return Repeats(markup, features).run();
}

std::vector<std::uint64_t> kinds_of_blocks(const Markup& markup) {
    std::vector<std::uint64_t> path(markup.containers.size()), out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Container& container = markup.containers[i];
        path[i] =
            hash_join(container.parent == no_container ? 0 : path[container.parent], kind_of(container));
    }
    for (const MarkupBlock& block : markup.blocks)
        out.push_back(hash_join(path[block.container], static_cast<std::uint64_t>(block.tag)));
    return out;
}

std::vector<char> dated_lines(const Markup& markup, const PageFeatures& features) {
    std::vector<char> out;
    for (std::size_t i = 0; i < markup.blocks.size(); ++i)
        out.push_back(is_dated(markup.blocks[i], features.blocks[i]));
    return out;
}

std::optional<std::uint32_t> container_of_title(const Markup& markup, const PageFeatures& features,
                                                std::optional<std::uint32_t> title) {
    if (!title) return std::nullopt;
    std::uint32_t next = *title + 1;
    while (next < markup.blocks.size() && !features.blocks[next].prose) ++next;
    std::uint32_t at = markup.blocks[*title].container;
    while (markup.containers[at].parent != no_container && markup.containers[at].end_block <= next)
        at = markup.containers[at].parent;
    return at;
}

}  // namespace isnad::article
