#include "article/html_live.h"

#include <algorithm>

#include "article/page_kind_words.h"
#include "text/normalise.h"

namespace isnad::article {
namespace {

constexpr std::size_t posts_named = 2, posts_unnamed = 5;  // so many with and without a sign of the page
constexpr double mean_words_unnamed = 20, share_unnamed = 0.7;
constexpr double links_of_further = 0.3;

// Counts over blocks, so that any stretch is known at once.
class Sums {
  public:
    template <class Value>
    Sums(std::size_t blocks, Value value) : at_(blocks + 1) {
        for (std::size_t i = 0; i < blocks; ++i) at_[i + 1] = at_[i] + value(static_cast<std::uint32_t>(i));
    }
    double of(BlockRange range) const { return at_[range.end] - at_[range.begin]; }

  private:
    std::vector<double> at_;
};

class Posts {
  public:
    Posts(const HtmlPage& page, const lexicon::Lexicon& lexicon)
        : page_(page),
          times_(page.markup.blocks.size(),
                 [&](std::uint32_t i) { return is_time_line(page, i) ? 1.0 : 0.0; }),
          words_(page.markup.blocks.size(), [&](std::uint32_t i) { return words_of(i); }),
          headlines_(page.markup.blocks.size(), [&](std::uint32_t i) { return is_headline(i) ? 1.0 : 0.0; }),
          first_headings_(
              page.markup.blocks.size(),
              [&](std::uint32_t i) { return page.markup.blocks[i].tag == TagKind::h1 ? 1.0 : 0.0; }),
          named_(is_named(lexicon)) {}

    std::vector<BlockRange> run() const {
        std::vector<BlockRange> best = by_containers();
        if (best.empty() && named_) best = by_times();
        return best;
    }

  private:
    double words_of(std::uint32_t at) const {
        const BlockFeatures& f = page_.features.blocks[at];
        const bool text = f.prose || (page_.markup.blocks[at].tag == TagKind::paragraph && !f.mark);
        return f.outside || !text ? 0.0 : static_cast<double>(f.line.words.size());
    }

    bool is_headline(std::uint32_t at) const {
        const BlockFeatures& f = page_.features.blocks[at];
        return f.link_density >= linked_headline && f.line.words.size() >= 3;
    }

    bool is_named(const lexicon::Lexicon& lexicon) const {
        const PageWords words(lexicon);
        const auto says = [&](std::string_view text) {
            const std::string normal = search_form(text);
            const auto found = words.in(lexicon::words_of(normal)).of(PageWord::live);
            return found && !found->weak;
        };
        for (const MetaFact& fact : page_.markup.facts) {
            if (fact.field == MetaField::kind && fact.value.find("LiveBlogPosting") != std::string::npos)
                return true;
            if (fact.field == MetaField::title && says(fact.value)) return true;
        }
        const auto posts =
            std::count_if(page_.markup.items.begin(), page_.markup.items.end(),
                          [](const MetaItem& item) { return item.relation == MetaItem::Relation::post; });
        if (posts >= static_cast<std::ptrdiff_t>(posts_named)) return true;
        return std::any_of(page_.markup.blocks.begin(), page_.markup.blocks.end(), [&](const MarkupBlock& b) {
            return b.tag == TagKind::h1 && says(page_.page.slice(b.span));
        });
    }

    bool is_post(BlockRange range) const {
        return times_.of(range) >= 1 && words_.of(range) >= post_words && times_.of(range) <= 3;
    }

    // The container whose children hold most text as posts.
    std::vector<BlockRange> by_containers() const {
        const auto& containers = page_.markup.containers;
        std::vector<double> text(containers.size());
        std::vector<std::uint32_t> count(containers.size());
        for (std::size_t i = 1; i < containers.size(); ++i) {
            const BlockRange range{containers[i].first_block, containers[i].end_block};
            if (page_.features.containers[i].excluded || !is_post(range)) continue;
            text[containers[i].parent] += words_.of(range);
            ++count[containers[i].parent];
        }
        std::size_t best = 0;
        for (std::size_t i = 0; i < containers.size(); ++i) {
            if (count[i] >= posts_named && (count[best] < posts_named || text[i] > text[best])) best = i;
        }
        if (!is_enough(count[best], text[best], best)) return {};
        std::vector<BlockRange> posts;
        for (std::size_t i = best + 1; i < containers.size(); ++i) {
            const BlockRange range{containers[i].first_block, containers[i].end_block};
            const bool child = containers[i].parent == best && !page_.features.containers[i].excluded;
            if (child && is_post(range)) posts.push_back(range);
        }
        return posts;
    }

    bool is_enough(std::uint32_t count, double text, std::size_t parent) const {
        const Container& around = page_.markup.containers[parent];
        const BlockRange range{around.first_block, around.end_block};
        const bool teasers = headlines_.of(range) * 3 >= count * 2;
        bool marked = named_;
        for (std::uint32_t at = static_cast<std::uint32_t>(parent); at != no_container && !marked;
             at = page_.markup.containers[at].parent)
            marked = (page_.markup.containers[at].hints & hint::live) != 0;
        if (teasers && !named_) return false;
        if (marked) return count >= posts_named;
        if (first_headings_.of(range) > 1) return false;  // further articles
        const double all = words_.of({0, static_cast<std::uint32_t>(page_.markup.blocks.size())});
        return count >= posts_unnamed && text >= mean_words_unnamed * count && text >= share_unnamed * all;
    }

    // Stretches of one container from a line with a time to the next; a heading right before the line belongs
    // to it.
    std::vector<BlockRange> by_times() const {
        std::vector<BlockRange> posts;
        const auto blocks = static_cast<std::uint32_t>(page_.markup.blocks.size());
        for (std::uint32_t i = 0; i < blocks; ++i) {
            if (page_.features.blocks[i].outside || !is_time_line(page_, i)) continue;
            std::uint32_t begin = i;
            const bool headed = i > 0 && is_heading(page_.markup.blocks[i - 1].tag) &&
                                page_.markup.blocks[i - 1].tag != TagKind::h1;
            if (headed) --begin;
            if (!posts.empty()) posts.back().end = begin;
            posts.push_back({begin, blocks});
        }
        if (!posts.empty()) posts.back().end = end_of_last(posts.back().begin);
        posts.erase(std::remove_if(posts.begin(), posts.end(),
                                   [&](BlockRange range) { return words_.of(range) < post_words; }),
                    posts.end());
        return posts.size() >= posts_named ? posts : std::vector<BlockRange>{};
    }

    // The last post ends with the container that holds its time.
    std::uint32_t end_of_last(std::uint32_t begin) const {
        std::uint32_t at = page_.markup.blocks[begin].container;
        while (at != 0 && page_.markup.containers[at].end_block <= begin + 1)
            at = page_.markup.containers[at].parent;
        return page_.markup.containers[at].end_block;
    }

    const HtmlPage& page_;
    Sums times_, words_, headlines_, first_headings_;
    bool named_;
};

constexpr double further_words = 60;
constexpr std::size_t further_paragraphs = 2, heading_words = 3;

class Further {
  public:
    Further(const HtmlPage& page, const Article& main)
        : page_(page),
          prose_(page.markup.blocks.size(), [&](std::uint32_t i) { return is_prose(i) ? 1.0 : 0.0; }),
          words_(page.markup.blocks.size(),
                 [&](std::uint32_t i) {
                     return is_prose(i) ? static_cast<double>(page.features.blocks[i].line.words.size())
                                        : 0.0;
                 }),
          kinds_(kinds_of(page.markup, main)) {}

    std::vector<BlockRange> run() const {
        std::vector<BlockRange> found;
        const auto& containers = page_.markup.containers;
        for (std::size_t i = 1; i < containers.size(); ++i) {
            const BlockRange range{containers[i].first_block, containers[i].end_block};
            if (!found.empty() && range.begin < found.back().end) continue;  // inside the one before
            if (is_article(i, range) && !holds_others(i)) found.push_back(range);
        }
        leave_out_main(found);
        return found;
    }

  private:
    bool is_prose(std::uint32_t at) const {
        return page_.features.blocks[at].prose && !page_.features.blocks[at].outside;
    }

    bool is_article(std::size_t at, BlockRange range) const {
        const Container& container = page_.markup.containers[at];
        if ((container.inside & inside::article) == 0 || page_.features.containers[at].excluded) return false;
        if (prose_.of(range) < further_paragraphs || words_.of(range) < further_words) return false;
        const ContainerFeatures& f = page_.features.containers[at];
        return f.link_words <= links_of_further * f.words && is_headed(range);
    }

    // A heading before the text, and a date near it or a first heading.
    bool is_headed(BlockRange range) const {
        bool heading = false, first = false, date = false;
        for (std::uint32_t i = range.begin; i < range.end && prose_.of({range.begin, i}) < 1; ++i) {
            const MarkupBlock& block = page_.markup.blocks[i];
            const bool words = page_.features.blocks[i].line.words.size() >= heading_words;
            heading = heading || (is_heading(block.tag) && words);
            first = first || (block.tag == TagKind::h1 && words);
            date = date || is_time_line(page_, i) || page_.marks.is_date_line(page_.features.blocks[i].line);
        }
        return heading && (first || date);
    }

    // Whether other such elements lie in it: then it is their frame.
    bool holds_others(std::size_t at) const {
        const auto& containers = page_.markup.containers;
        std::size_t inner = 0;
        for (std::size_t i = at + 1; i < containers.size(); ++i) {
            const BlockRange range{containers[i].first_block, containers[i].end_block};
            if (range.begin >= containers[at].end_block) break;
            if ((containers[i].inside & inside::article) != 0 && is_article(i, range)) ++inner;
            if (inner >= 2) return true;
        }
        return false;
    }

    // The range of the main article: that of its title, else of most of its paragraphs.
    void leave_out_main(std::vector<BlockRange>& found) const {
        std::size_t best = found.size();
        double most = 0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            double own = 0;
            for (std::uint32_t at = found[i].begin; at < found[i].end; ++at) {
                if (kinds_[at] == BlockKind::title) own += 1e6;
                if (kinds_[at] == BlockKind::paragraph) own += words_.of({at, at + 1}) + 0.1;
            }
            if (own > most) {
                most = own;
                best = i;
            }
        }
        if (best == found.size()) return found.clear();  // the main text is no such element: nor are others
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(best));
    }

    const HtmlPage& page_;
    Sums prose_, words_;
    BlockKinds kinds_;
};

std::string_view value_of(const MetaItem& item, MetaField field) {
    for (const MetaFact& fact : item.facts) {
        if (fact.field == field) return fact.value;
    }
    return {};
}

constexpr std::size_t beginning_bytes = 120, least_bytes = 16;

std::string_view beginning_of(std::string_view text) {
    std::size_t end = std::min(text.size(), beginning_bytes);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return text.substr(0, end);
}

bool begins_alike(std::string_view a, std::string_view b) {
    const std::size_t size = std::min({a.size(), b.size(), beginning_bytes / 2});
    return size >= least_bytes && a.substr(0, size) == b.substr(0, size);
}

}  // namespace

std::vector<BlockRange> find_posts(const HtmlPage& page, const lexicon::Lexicon& lexicon) {
    return Posts(page, lexicon).run();
}

std::vector<BlockRange> find_further(const HtmlPage& page, const Article& main) {
    return Further(page, main).run();
}

ItemsOfPage::ItemsOfPage(const Markup& markup) {
    for (const MetaItem& item : markup.items) {
        const std::string_view body = value_of(item, MetaField::text);
        keys_.push_back({&item, search_form(beginning_of(value_of(item, MetaField::title))),
                         search_form(beginning_of(body))});
    }
}

const MetaItem* ItemsOfPage::of(const Page& page, const Article& article, MetaItem::Relation relation) const {
    std::string title, text;
    for (const Block& block : article.blocks) {
        if (block.kind == BlockKind::title) title = search_form(beginning_of(page.slice(block.span)));
        if (block.kind == BlockKind::paragraph && text.empty())
            text = search_form(beginning_of(page.slice(block.span)));
    }
    for (const Key& key : keys_) {
        if (key.item->relation == relation &&
            (begins_alike(key.title, title) || begins_alike(key.text, text)))
            return key.item;
    }
    return nullptr;
}

}  // namespace isnad::article
