#include "article/html_block_features.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/hash.h"

namespace isnad::article {
namespace {

constexpr std::array hint_bits{hint::content, hint::body,       hint::chrome,  hint::comment,
                               hint::related, hint::share,      hint::byline,  hint::date,
                               hint::title,   hint::deck,       hint::advert,  hint::hidden,
                               hint::tags,    hint::newsletter, hint::caption, hint::credit};
constexpr std::array inside_bits{inside::article, inside::main,   inside::nav,  inside::aside,
                                 inside::header,  inside::footer, inside::form, inside::list,
                                 inside::figure,  inside::table,  inside::quote};
constexpr double wrapper =
    0.6;  // a container with more of the page's prose wraps the page: its names say little
constexpr std::uint32_t far = 40;
constexpr std::int64_t near_blocks = 5;

float share(double part, double whole) { return whole > 0 ? static_cast<float>(part / whole) : 0; }

// Signs that divide sentences and clauses, Latin and Arabic.
std::uint32_t stops_in(std::string_view text) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        out += c == ',' || c == '.' || c == ';' || c == '?' || c == '!';
        const bool arabic = c == '\xD8' && i + 1 < text.size();
        out += arabic && (text[i + 1] == '\x8C' || text[i + 1] == '\x9B' || text[i + 1] == '\x9F');
    }
    return out;
}

class Rows {
  public:
    Rows(const Page& page, const PageFeatures& features, std::optional<std::uint32_t> chosen,
         std::optional<std::uint32_t> title)
        : page_(page), markup_(*page.markup), features_(features), chosen_(chosen), title_(title) {}

    BlockRows run() {
        prepare_containers();
        prepare_blocks();
        const std::size_t blocks = markup_.blocks.size();
        out_.width = block_columns().size();
        out_.values.reserve(blocks * out_.width);
        for (std::size_t i = 0; i < blocks; ++i) add_row(i);
        return std::move(out_);
    }

  private:
    struct Way {
        std::optional<std::uint32_t> from;
        std::vector<char> inside;
        std::vector<float> steps, met;
    };
    struct Names {
        std::uint32_t hints = 0, inside = 0, levels = 0;
    };

    void put(double value) { out_.values.push_back(static_cast<float>(value)); }

    // Names of the containers around, wrappers of the page left out.
    void prepare_containers() {
        const auto& containers = markup_.containers;
        names_.resize(containers.size());
        const double prose = features_.containers[0].prose_words;
        trace(chosen_, 0);
        trace(densest(), 1);
        for (std::size_t i = 0; i < containers.size(); ++i) {
            const Container& c = containers[i];
            const bool wraps = features_.containers[i].prose_words > wrapper * prose && prose > 0;
            if (i > 0) {
                if (!wraps) names_[i] = names_[c.parent];
                names_[i].levels = wraps ? 0 : names_[c.parent].levels + 1;
            }
            names_[i].hints |= c.hints;
            names_[i].inside |= c.inside;
        }
    }

    // The container with the most prose when links and other lines count against it, whatever its names say.
    std::optional<std::uint32_t> densest() const {
        std::vector<double> sums(markup_.containers.size());
        for (std::size_t i = 0; i < markup_.blocks.size(); ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const auto words = static_cast<double>(f.line.words.size());
            sums[markup_.blocks[i].container] += f.prose ? words
                                                 : is_heading(markup_.blocks[i].tag)
                                                     ? 0
                                                     : -2 - 0.5 * words * f.link_density;
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

    // Which containers lie in `from`, and how far the others are from the way up from there.
    void trace(std::optional<std::uint32_t> from, std::size_t which) {
        const auto& containers = markup_.containers;
        Way& way = ways_[which];
        way.from = from;
        way.inside.assign(containers.size(), 0);
        way.steps.assign(containers.size(), 30);
        way.met.assign(containers.size(), 0);
        if (!from) return;
        float at_level = 0;
        for (std::uint32_t at = *from; at != no_container; at = containers[at].parent, ++at_level) {
            way.steps[at] = 0;
            way.met[at] = at_level;
        }
        way.inside[*from] = 1;
        for (std::size_t i = 1; i < containers.size(); ++i) {
            const std::uint32_t parent = containers[i].parent;
            way.inside[i] = way.inside[i] | way.inside[parent];
            if (way.steps[i] == 0) continue;
            way.steps[i] = std::min(way.steps[parent] + 1, 30.0F);
            way.met[i] = way.met[parent];
        }
    }

    void prepare_blocks() {
        const auto blocks = static_cast<std::uint32_t>(markup_.blocks.size());
        words_.assign(blocks + 1, 0);
        prose_.assign(blocks + 1, 0);
        links_.assign(blocks + 1, 0);
        since_prose_.assign(blocks, far);
        until_prose_.assign(blocks, far);
        std::unordered_map<std::uint64_t, std::uint32_t> met;
        met.reserve(blocks);
        text_.resize(blocks);
        for (std::uint32_t i = 0; i < blocks; ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const auto words = static_cast<double>(f.line.words.size());
            words_[i + 1] = words_[i] + words;
            prose_[i + 1] = prose_[i] + (f.prose ? words : 0);
            links_[i + 1] = links_[i] + words * f.link_density;
            if (i > 0)
                since_prose_[i] = features_.blocks[i - 1].prose ? 0 : std::min(far, since_prose_[i - 1] + 1);
            std::uint64_t hash = 0;
            for (const std::string_view word : f.line.words) hash = hash_join(hash, hash_bytes(word));
            text_[i] = hash;
            ++met[hash];
        }
        for (std::uint32_t i = blocks; i-- > 0;) {
            if (i + 1 < blocks)
                until_prose_[i] = features_.blocks[i + 1].prose ? 0 : std::min(far, until_prose_[i + 1] + 1);
        }
        repeats_.resize(blocks);
        for (std::uint32_t i = 0; i < blocks; ++i)
            repeats_[i] = std::min<std::uint32_t>(met[text_[i]] - 1, 9);
    }

    void add_row(std::size_t i) {
        put_own(i);
        put_names(i);
        put_neighbours(i);
        put_around(i);
        put_containers(i);
        put_place(i);
    }

    void put_own(std::size_t i) {
        const MarkupBlock& block = markup_.blocks[i];
        const BlockFeatures& f = features_.blocks[i];
        const auto words = static_cast<double>(f.line.words.size());
        std::size_t numbers = 0;
        for (const std::string_view word : f.line.words) numbers += word[0] >= '0' && word[0] <= '9';
        put(words);
        put(f.link_density);
        const std::uint32_t stops = stops_in(page_.slice(block.span));
        put(stops);
        put(share(stops, words));
        put(f.line.ends_sentence);
        put(share(static_cast<double>(numbers), words));
        put(share(block.bold_bytes, block.span.size()));
        put(is_heading(block.tag) ? 1 + static_cast<int>(block.tag) - static_cast<int>(TagKind::h1) : 0);
        put(block.tag == TagKind::paragraph);
        put(block.tag == TagKind::item);
        put(block.tag == TagKind::cell);
        put(block.tag == TagKind::caption);
        put(block.tag == TagKind::quote || block.tag == TagKind::preformatted);
        put(block.after_break);
        put(block.holds_time);
        put(f.mark && f.mark->words == 0);
        put(f.prose);
        put(f.outside);
        put(repeats_[i]);
        put(page_.text[block.span.end - 1] == ':');
    }

    void put_names(std::size_t i) {
        const Names& around = names_[markup_.blocks[i].container];
        const std::uint32_t own =
            markup_.blocks[i].hints & ~markup_.containers[markup_.blocks[i].container].hints;
        for (const std::uint32_t bit : hint_bits) put((around.hints & bit) != 0);
        for (const std::uint32_t bit : inside_bits) put((around.inside & bit) != 0);
        put((own & hint::body) != 0);
        put((markup_.blocks[i].inside & inside::article) != 0);
        put(around.levels);
        put(markup_.containers[markup_.blocks[i].container].depth);
    }

    void put_neighbours(std::size_t i) {
        const auto blocks = static_cast<std::int64_t>(markup_.blocks.size());
        for (const std::int64_t step : {-2, -1, 1, 2}) {
            const std::int64_t at = static_cast<std::int64_t>(i) + step;
            if (at < 0 || at >= blocks) {
                for (int k = 0; k < 6; ++k) put(-1);
                continue;
            }
            const auto j = static_cast<std::size_t>(at);
            const BlockFeatures& f = features_.blocks[j];
            put(static_cast<double>(f.line.words.size()));
            put(f.link_density);
            put(f.line.ends_sentence);
            put(markup_.blocks[j].tag == markup_.blocks[i].tag);
            put(is_heading(markup_.blocks[j].tag));
            put(markup_.containers[markup_.blocks[j].container].parent ==
                markup_.containers[markup_.blocks[i].container].parent);
        }
    }

    double between(const std::vector<double>& sums, std::int64_t first, std::int64_t end) const {
        const auto blocks = static_cast<std::int64_t>(markup_.blocks.size());
        const auto clip = [&](std::int64_t at) {
            return static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, blocks));
        };
        return sums[clip(end)] - sums[clip(first)];
    }

    void put_around(std::size_t i) {
        const auto at = static_cast<std::int64_t>(i);
        for (const std::int64_t reach : {near_blocks, 3 * near_blocks}) {
            const double before = between(words_, at - reach, at),
                         after = between(words_, at + 1, at + 1 + reach);
            put(between(prose_, at - reach, at));
            put(between(prose_, at + 1, at + 1 + reach));
            put(share(between(links_, at - reach, at), before));
            put(share(between(links_, at + 1, at + 1 + reach), after));
        }
        put(since_prose_[i]);
        put(until_prose_[i]);
        put(share(prose_[i], prose_.back()));
        put(share(prose_.back() - prose_[i + 1], prose_.back()));
        put(share(static_cast<double>(i), static_cast<double>(markup_.blocks.size())));
        put(share(words_[i], words_.back()));
    }

    void put_containers(std::size_t i) {
        std::uint32_t at = markup_.blocks[i].container;
        for (int level = 0; level < 5; ++level) {
            const ContainerFeatures& c = features_.containers[at];
            if (level > 0) put(c.words);
            if (level > 0) put(share(c.link_words, c.words));
            put(share(c.prose_words, prose_.back()));
            put(c.prose_blocks);
            put(c.blocks);
            if (markup_.containers[at].parent != no_container) at = markup_.containers[at].parent;
        }
    }

    void put_way(std::size_t i, const Way& way) {
        const std::uint32_t container = markup_.blocks[i].container;
        const bool inside = way.inside[container] != 0;
        put(inside);
        put(way.steps[container]);  // to the first container that holds both the block and the chosen text
        put(way.met[container]);    // and how far above the chosen one that is
        const Container none{};
        const Container& c = way.from ? markup_.containers[*way.from] : none;
        const double first = prose_[c.first_block], end = prose_[c.end_block];
        put(inside ? share(static_cast<double>(i - c.first_block), c.end_block - c.first_block) : -1);
        put(inside ? static_cast<double>(c.end_block) - static_cast<double>(i) : 0);
        put(inside ? share(prose_[i] - first, end - first) : i < c.first_block ? -1 : -2);
        put(way.from ? share(end - first, prose_.back()) : 0);
    }

    void put_place(std::size_t i) {
        put_way(i, ways_[0]);
        put_way(i, ways_[1]);
        put(title_ ? std::clamp(static_cast<double>(i) - static_cast<double>(*title_), -30.0, 60.0) : -31);
        put(title_ && text_[i] == text_[*title_]);
        put(prose_.back());
        put(static_cast<double>(markup_.blocks.size()));
        put(share(links_.back(), words_.back()));
    }

    const Page& page_;
    const Markup& markup_;
    const PageFeatures& features_;
    std::optional<std::uint32_t> chosen_, title_;
    std::vector<Names> names_;
    std::array<Way, 2> ways_;
    std::vector<double> words_, prose_, links_;  // sums of all blocks before
    std::vector<std::uint32_t> since_prose_, until_prose_, repeats_;
    std::vector<std::uint64_t> text_;
    BlockRows out_;
};

}  // namespace

const std::vector<std::string_view>& block_columns() {
    static const std::vector<std::string_view> names(131);
    return names;
}

BlockRows rows_of_blocks(const Page& page, const PageFeatures& features, std::optional<std::uint32_t> chosen,
                         std::optional<std::uint32_t> title) {
    return Rows(page, features, chosen, title).run();
}

}  // namespace isnad::article
