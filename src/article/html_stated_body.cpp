#include "article/html_stated_body.h"

#include <algorithm>

#include "article/html_stated_text.h"
#include "article/html_title.h"

namespace isnad::article {
namespace {

constexpr double mostly = 0.6;
constexpr std::size_t least_body_words = 14;

class StatedBody {
  public:
    StatedBody(const HtmlPage& page, ArticlePlace& place, ArticlesOfPage& out)
        : page_(page),
          place_(place),
          out_(out),
          first_(first_stated(page)),
          end_(static_cast<std::uint32_t>(page.markup.blocks.size())),
          said_(text_of(page, first_, end_)) {}

    bool run() {
        if (first_ >= end_ || words() < least_body_words) return false;
        const auto title = find_title(page_.markup, page_.features, first_);
        Article article;
        std::vector<ChromeLine> repeated;
        take_shown(title, article, repeated);
        for (std::uint32_t i = first_; i < end_; ++i) {
            const bool heading = is_heading(page_.markup.blocks[i].tag);
            if (i != title)
                add(i, heading ? BlockKind::subheading : BlockKind::paragraph, article);
            else
                add(i, BlockKind::title, article);
        }
        out_.articles.assign(1, std::move(article));
        out_.chrome.insert(out_.chrome.end(), repeated.begin(), repeated.end());
        std::stable_sort(out_.chrome.begin(), out_.chrome.end(),
                         [](const ChromeLine& a, const ChromeLine& b) { return a.span < b.span; });
        place_.title = title;
        place_.first = title && *title >= first_ ? *title + 1 : first_;
        place_.end = end_;
        place_.sure = true;
        return true;
    }

  private:
    // The first block of the text that the metadata gave: it stands at the end of the page.
    static std::uint32_t first_stated(const HtmlPage& page) {
        const auto& blocks = page.markup.blocks;
        for (const Problem& problem : page.page.problems) {
            if (problem.code != "text_from_metadata" || !problem.span) continue;
            const auto before = [](const MarkupBlock& block, std::uint32_t at) {
                return block.span.begin < at;
            };
            const auto first = std::lower_bound(blocks.begin(), blocks.end(), problem.span->begin, before);
            return static_cast<std::uint32_t>(first - blocks.begin());
        }
        return static_cast<std::uint32_t>(blocks.size());
    }

    static std::string_view text_of(const HtmlPage& page, std::uint32_t first, std::uint32_t end) {
        if (first >= end) return {};
        const auto& blocks = page.markup.blocks;
        return page.page.slice({blocks[first].span.begin, blocks[end - 1].span.end});
    }

    std::size_t words() const {
        std::size_t out = 0;
        for (std::uint32_t i = first_; i < end_; ++i) out += page_.features.blocks[i].line.words.size();
        return out;
    }

    void add(std::uint32_t at, BlockKind kind, Article& article) const {
        article.blocks.push_back({kind, page_.markup.blocks[at].span});
    }

    // Of what the page shows: the title, a deck and captions of the text that was found, and what is
    // repeated.
    void take_shown(std::optional<std::uint32_t> title, Article& article,
                    std::vector<ChromeLine>& repeated) const {
        const std::vector<Block> found =
            out_.articles.empty() ? std::vector<Block>{} : out_.articles[0].blocks;
        std::size_t at = 0;
        for (std::uint32_t i = 0; i < first_; ++i) {
            const Span span = page_.markup.blocks[i].span;
            while (at < found.size() && found[at].span.begin < span.begin) ++at;
            const bool taken = at < found.size() && found[at].span == span;
            const bool kept =
                taken && (found[at].kind == BlockKind::deck || found[at].kind == BlockKind::caption);
            if (i == title) {
                add(i, BlockKind::title, article);
            } else if (said_.share_of(page_.features.blocks[i].line.hashes) >= mostly) {
                repeated.push_back({ChromeKind::repeated, span});
            } else if (kept && title && i > *title) {
                add(i, found[at].kind, article);
            }
        }
        forget(repeated);
    }

    // What is repeated stands in the chrome once.
    void forget(const std::vector<ChromeLine>& repeated) const {
        const auto is_known = [&](const ChromeLine& line) {
            return std::any_of(repeated.begin(), repeated.end(),
                               [&](const ChromeLine& other) { return other.span == line.span; });
        };
        out_.chrome.erase(std::remove_if(out_.chrome.begin(), out_.chrome.end(), is_known),
                          out_.chrome.end());
    }

    const HtmlPage& page_;
    ArticlePlace& place_;
    ArticlesOfPage& out_;
    std::uint32_t first_, end_;
    StatedText said_;
};

}  // namespace

bool take_stated_body(const HtmlPage& page, ArticlePlace& place, ArticlesOfPage& out) {
    return StatedBody(page, place, out).run();
}

}  // namespace isnad::article
