#include "article/html_block_features.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "article/html_rhythm.h"
#include "article/html_stated_text.h"
#include "article/html_surroundings.h"

namespace isnad::article {
namespace {

struct Bit {
    std::string_view name;
    std::uint32_t bit;
};

constexpr std::array hint_bits{
    Bit{"content", hint::content}, Bit{"body", hint::body},       Bit{"chrome", hint::chrome},
    Bit{"comment", hint::comment}, Bit{"related", hint::related}, Bit{"byline", hint::byline},
    Bit{"title", hint::title},     Bit{"deck", hint::deck},       Bit{"caption", hint::caption}};
constexpr std::array inside_bits{Bit{"article", inside::article}, Bit{"main", inside::main},
                                 Bit{"header", inside::header},   Bit{"form", inside::form},
                                 Bit{"list", inside::list},       Bit{"figure", inside::figure},
                                 Bit{"table", inside::table},     Bit{"quote", inside::quote}};
constexpr std::array own_columns{
    "words",     "links",      "stops",       "stops_a_word", "finished", "numbers", "bold",    "heading",
    "item",      "cell",       "caption",     "after_break",  "prose",    "outside", "repeats", "after_image",
    "in_stated", "in_summary", "body_inline", "page_article", "levels",   "depth"};
constexpr std::array sign_names{"others", "reach", "comments", "frame"};
constexpr std::array steps{-2, -1, 1, 2};
constexpr std::array reaches{5, 15};
constexpr std::array place_columns{"since_prose",  "until_prose",   "prose_before",
                                   "prose_behind", "blocks_before", "words_before"};
constexpr int levels_up = 5;
constexpr std::array way_columns{"inside", "steps", "raised", "place", "left", "prose_place", "prose_share"};
constexpr std::array page_columns{"from_title", "is_title", "page_prose", "page_blocks", "page_links"};
constexpr std::array rhythm_columns{"dated",         "since_dated",   "until_dated",  "opening",
                                    "opening_-1",    "opening_1",     "alike",        "prose_alike",
                                    "nth_alike",     "words_of_way",  "prose_of_way", "since_summary",
                                    "dates_of_page", "alike_of_first"};
constexpr std::array repeated_columns{"dates", "images", "shorts", "turns"};
constexpr std::int64_t rhythm_reach = 10;
constexpr double summary_share = 0.5;

std::vector<std::string> names_of_columns() {
    std::vector<std::string> out(own_columns.begin(), own_columns.end());
    const auto add = [&](std::string_view what, std::string_view of) {
        out.push_back(std::string(what) + "_" + std::string(of));
    };
    for (const Bit& bit : hint_bits) add("named", bit.name);
    for (const Bit& bit : inside_bits) add("in", bit.name);
    for (const char* sign : sign_names) {
        add("since", sign);
        add("until", sign);
    }
    for (const int step : steps) {
        for (const char* what : {"words", "links", "same_parent"}) add(what, std::to_string(step));
    }
    for (const int reach : reaches) {
        for (const char* what : {"prose_before", "prose_behind", "links_before", "links_behind"})
            add(what, std::to_string(reach));
    }
    out.insert(out.end(), place_columns.begin(), place_columns.end());
    for (int level = 0; level < levels_up; ++level) {
        for (const char* what : {"words", "links", "first", "left", "prose", "prose_blocks", "blocks"})
            add("up" + std::to_string(level), what);
    }
    for (const char* which : {"rules", "prose", "title"}) {
        for (const char* what : way_columns) add(which, what);
    }
    out.insert(out.end(), page_columns.begin(), page_columns.end());
    out.insert(out.end(), rhythm_columns.begin(), rhythm_columns.end());
    for (const char* what : repeated_columns) {
        add(what, "before");
        add(what, "behind");
    }
    for (int level = 0; level < levels_up; ++level) {
        add("up" + std::to_string(level), "siblings");
        add("up" + std::to_string(level), "dated_siblings");
    }
    return out;
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

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
        : page_(page),
          markup_(*page.markup),
          features_(features),
          title_(title),
          around_(surroundings_of(markup_, features, chosen, container_of_title(markup_, features, title))),
          rhythm_(rhythm_of(markup_, features)),
          stated_text_(markup_.first(MetaField::text)),
          summary_(markup_.first(MetaField::description)) {}

    BlockRows run() {
        BlockRows out;
        out.width = block_columns().size();
        out.values.resize(markup_.blocks.size() * out.width);
        next_ = out.values.data();
        for (std::size_t i = 0; i < markup_.blocks.size(); ++i) {
            put_own(i);
            put_names(i);
            put_signs(i);
            put_neighbours(i);
            put_sums(i);
            put_containers(i);
            put_way(i, around_.by_rules);
            put_way(i, around_.by_prose);
            put_way(i, around_.by_title);
            put_page(i);
            put_rhythm(i);
            put_repeats(i);
        }
        return out;
    }

  private:
    void put(double value) { *next_++ = static_cast<float>(value); }

    void put_own(std::size_t i) {
        const MarkupBlock& block = markup_.blocks[i];
        const BlockFeatures& f = features_.blocks[i];
        const Container& container = markup_.containers[block.container];
        const auto words = static_cast<double>(f.line.words.size());
        const auto numbers =
            std::count_if(f.line.words.begin(), f.line.words.end(),
                          [](std::string_view word) { return word[0] >= '0' && word[0] <= '9'; });
        const double stops = stops_in(page_.slice(block.span));
        put(words);
        put(f.link_density);
        put(stops);
        put(share(stops, words));
        put(f.line.ends_sentence);
        put(share(static_cast<double>(numbers), words));
        put(share(block.bold_bytes, block.span.size()));
        put(is_heading(block.tag) ? 1 + static_cast<int>(block.tag) - static_cast<int>(TagKind::h1) : 0);
        put(block.tag == TagKind::item);
        put(block.tag == TagKind::cell);
        put(block.tag == TagKind::caption);
        put(block.after_break);
        put(f.prose);
        put(f.outside);
        put(around_.repeats[i]);
        put(block.after_image);
        put(stated_text_.share_of(f.line.hashes));
        put(summary_.share_of(f.line.hashes));
        put((block.hints & ~container.hints & hint::body) != 0);
        put((block.inside & inside::article) != 0);
        put(around_.names[block.container].levels);
        put(container.depth);
    }

    void put_names(std::size_t i) {
        const NamesAround& names = around_.names[markup_.blocks[i].container];
        for (const Bit& bit : hint_bits) put((names.hints & bit.bit) != 0);
        for (const Bit& bit : inside_bits) put((names.inside & bit.bit) != 0);
    }

    void put_signs(std::size_t i) {
        for (std::size_t k = 0; k < signs; ++k) {
            put(around_.since_sign[k][i]);
            put(around_.until_sign[k][i]);
        }
    }

    void put_neighbours(std::size_t i) {
        const auto parent_of = [&](std::size_t at) {
            return markup_.containers[markup_.blocks[at].container].parent;
        };
        for (const int step : steps) {
            const std::size_t at = i + static_cast<std::size_t>(step);  // wraps around below zero
            const bool is_there = at < markup_.blocks.size();
            put(is_there ? static_cast<double>(features_.blocks[at].line.words.size()) : -1);
            put(is_there ? features_.blocks[at].link_density : -1);
            put(is_there && parent_of(at) == parent_of(i));
        }
    }

    // Of the blocks [first, end), as far as there are such.
    double sum(const std::vector<double>& sums, std::int64_t first, std::int64_t end) const {
        const auto last = static_cast<std::int64_t>(sums.size()) - 1;
        const auto at = [&](std::int64_t i) {
            return sums[static_cast<std::size_t>(std::clamp<std::int64_t>(i, 0, last))];
        };
        return at(end) - at(first);
    }

    void put_sums(std::size_t i) {
        const auto at = static_cast<std::int64_t>(i);
        for (const std::int64_t reach : reaches) {
            put(sum(around_.prose, at - reach, at));
            put(sum(around_.prose, at + 1, at + 1 + reach));
            put(share(sum(around_.links, at - reach, at), sum(around_.words, at - reach, at)));
            put(share(sum(around_.links, at + 1, at + 1 + reach),
                      sum(around_.words, at + 1, at + 1 + reach)));
        }
        put(around_.since_prose[i]);
        put(around_.until_prose[i]);
        put(share(around_.prose[i], around_.prose.back()));
        put(share(around_.prose.back() - around_.prose[i + 1], around_.prose.back()));
        put(share(static_cast<double>(i), static_cast<double>(markup_.blocks.size())));
        put(share(around_.words[i], around_.words.back()));
    }

    // The container of the block and those around it.
    void put_containers(std::size_t i) {
        std::uint32_t at = markup_.blocks[i].container;
        for (int level = 0; level < levels_up; ++level) {
            const ContainerFeatures& f = features_.containers[at];
            const Container& container = markup_.containers[at];
            put(f.words);
            put(share(f.link_words, f.words));
            put(static_cast<double>(i) - container.first_block);
            put(static_cast<double>(container.end_block) - static_cast<double>(i));
            put(share(f.prose_words, around_.prose.back()));
            put(f.prose_blocks);
            put(f.blocks);
            if (container.parent != no_container) at = container.parent;
        }
    }

    void put_way(std::size_t i, const WayToChosen& way) {
        const std::uint32_t at = markup_.blocks[i].container;
        const bool inside = way.inside[at] != 0;
        const Container none{};
        const Container& chosen = way.chosen ? markup_.containers[*way.chosen] : none;
        const double first = around_.prose[chosen.first_block], end = around_.prose[chosen.end_block];
        const double before = i < chosen.first_block ? -1 : -2;
        put(inside);
        put(way.steps[at]);
        put(way.raised[at]);
        put(inside ? share(static_cast<double>(i) - chosen.first_block, chosen.end_block - chosen.first_block)
                   : -1);
        put(inside ? static_cast<double>(chosen.end_block) - static_cast<double>(i) : 0);
        put(inside ? share(around_.prose[i] - first, end - first) : before);
        put(share(end - first, around_.prose.back()));
    }

    void put_page(std::size_t i) {
        const double title = title_.value_or(0);
        put(title_ ? std::clamp(static_cast<double>(i) - title, -30.0, 60.0) : -31);
        put(title_ && around_.text[i] == around_.text[*title_]);
        put(around_.prose.back());
        put(static_cast<double>(markup_.blocks.size()));
        put(share(around_.links.back(), around_.words.back()));
    }

    void put_rhythm(std::size_t i) {
        const auto opening = [&](std::size_t at) {
            return at < rhythm_.opening.size() ? rhythm_.opening[at] : 0;
        };
        const std::size_t title = title_.value_or(0);
        const std::size_t from = std::min(title, i), to = std::max(title, i);
        if (i == 0) since_summary_ = far;
        put(rhythm_.dated[i]);
        put(rhythm_.since_dated[i]);
        put(rhythm_.until_dated[i]);
        put(opening(i));
        put(opening(i - 1));  // wraps around below zero
        put(opening(i + 1));
        put(rhythm_.alike[i]);
        put(rhythm_.prose_alike[i]);
        put(rhythm_.nth_alike[i]);
        const double sign = i < title ? -1 : 1;
        put(title_ ? sign * (around_.words[to] - around_.words[from]) : -1);
        put(title_ ? sign * (around_.prose[to] - around_.prose[from]) : -1);
        put(since_summary_);
        const bool is_summary = summary_.share_of(features_.blocks[i].line.hashes) > summary_share;
        since_summary_ = is_summary ? 0 : std::min(far, since_summary_ + 1);
        put(rhythm_.dates.back());
        put(features_.blocks[i].prose && since_alike(i));
    }

    // Whether the block is of one kind with the first running text behind the title.
    bool since_alike(std::size_t i) {
        if (!first_) {
            first_ = title_.value_or(0);
            while (*first_ + 1 < markup_.blocks.size() && !features_.blocks[*first_].prose) ++*first_;
        }
        return rhythm_.alike[i] == rhythm_.alike[*first_] &&
               rhythm_.prose_alike[i] == rhythm_.prose_alike[*first_];
    }

    void put_repeats(std::size_t i) {
        const auto at = static_cast<std::int64_t>(i);
        for (const auto* sums : {&rhythm_.dates, &rhythm_.images, &rhythm_.shorts, &rhythm_.turns}) {
            put(sum(*sums, at - rhythm_reach, at));
            put(sum(*sums, at + 1, at + 1 + rhythm_reach));
        }
        std::uint32_t container = markup_.blocks[i].container;
        for (int level = 0; level < levels_up; ++level) {
            put(rhythm_.siblings[container]);
            put(rhythm_.dated_siblings[container]);
            const std::uint32_t parent = markup_.containers[container].parent;
            if (parent != no_container) container = parent;
        }
    }

    const Page& page_;
    const Markup& markup_;
    const PageFeatures& features_;
    std::optional<std::uint32_t> title_;
    Surroundings around_;
    Rhythm rhythm_;
    std::uint32_t since_summary_ = far;
    std::optional<std::size_t> first_;
    StatedText stated_text_, summary_;
    float* next_ = nullptr;
};

}  // namespace

const std::vector<std::string>& block_columns() {
    static const std::vector<std::string> names = names_of_columns();
    return names;
}

BlockRows rows_of_blocks(const Page& page, const PageFeatures& features, std::optional<std::uint32_t> chosen,
                         std::optional<std::uint32_t> title) {
    return Rows(page, features, chosen, title).run();
}

}  // namespace isnad::article
