#include "article/html_live_range.h"

#include <algorithm>

namespace isnad::article {
namespace {

constexpr std::size_t time_words = 10, post_title_words = 40, paragraph_words = 4;

bool is_clock_number(std::string_view word) {
    return !word.empty() && word.size() <= 2 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Two numbers with a colon between them stand in the line.
bool holds_clock(std::string_view text) {
    for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        const bool before = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
        const bool behind = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (before && behind) return true;
    }
    return false;
}

class Range {
  public:
    Range(const HtmlPage& page, BlockRange range, const BlockKinds& kinds)
        : page_(page), range_(range), kinds_(kinds) {}

    RangeArticle run() {
        find_title();
        for (std::uint32_t i = range_.begin; i < range_.end; ++i) {
            if (i == out_.place.title) {
                add(i, BlockKind::title);
            } else if (is_time_line(page_, i)) {
                out_.article.date_lines.push_back(page_.markup.blocks[i].span);
            } else if (const auto kind = kind_of(i)) {
                add(i, *kind);
            }
        }
        drop_last_headings();
        return std::move(out_);
    }

  private:
    // The first heading before the text; without one, the first line where all of it is bold.
    void find_title() {
        for (std::uint32_t i = range_.begin; i < range_.end; ++i) {
            const MarkupBlock& block = page_.markup.blocks[i];
            const BlockFeatures& f = page_.features.blocks[i];
            if (is_time_line(page_, i) || f.mark) continue;
            const std::size_t words = f.line.words.size();
            const bool bold = block.bold_bytes * 10 >= block.span.size() * 9 && !f.line.ends_sentence;
            const bool named = (block.hints & hint::title) != 0 && !f.prose;
            if ((is_heading(block.tag) || bold || named) && words <= post_title_words) {
                out_.place.title = i;
                return;
            }
            if (f.prose) return;
        }
    }

    std::optional<BlockKind> kind_of(std::uint32_t at) const {
        const MarkupBlock& block = page_.markup.blocks[at];
        const BlockFeatures& f = page_.features.blocks[at];
        if (kinds_[at]) return kinds_[at] == BlockKind::title ? BlockKind::subheading : *kinds_[at];
        const std::size_t words = f.line.words.size();
        if (f.outside || f.link_density > link_line) return std::nullopt;
        const bool caption = block.tag == TagKind::caption || (block.inside & inside::figure) != 0 ||
                             (block.hints & hint::caption) != 0;
        if (caption) {
            const bool fits = words >= 3 && words <= caption_words;
            return fits ? std::optional<BlockKind>(BlockKind::caption) : std::nullopt;
        }
        if (f.mark && words < long_line) return std::nullopt;
        if (is_heading(block.tag)) return BlockKind::subheading;
        const bool text =
            block.tag == TagKind::paragraph || block.tag == TagKind::item || block.tag == TagKind::quote;
        return f.prose || (text && words >= paragraph_words) ? std::optional<BlockKind>(BlockKind::paragraph)
                                                             : std::nullopt;
    }

    void add(std::uint32_t at, BlockKind kind) {
        const BlockFeatures& f = page_.features.blocks[at];
        out_.article.blocks.push_back({kind, page_.markup.blocks[at].span});
        if (kind != BlockKind::paragraph) return;
        if (out_.words == 0) out_.place.first = at;
        out_.place.end = at + 1;
        out_.words += f.line.words.size();
        out_.paragraphs += f.prose;
    }

    void drop_last_headings() {
        auto& blocks = out_.article.blocks;
        while (!blocks.empty() && blocks.back().kind == BlockKind::subheading) blocks.pop_back();
        if (out_.words == 0) out_.place.first = out_.place.end = range_.begin;
    }

    const HtmlPage& page_;
    BlockRange range_;
    const BlockKinds& kinds_;
    RangeArticle out_;
};

}  // namespace

BlockKinds kinds_of(const Markup& markup, const Article& article) {
    BlockKinds out(markup.blocks.size());
    std::size_t at = 0;
    for (const Block& block : article.blocks) {
        while (at < out.size() && markup.blocks[at].span.begin < block.span.begin) ++at;
        if (at < out.size() && markup.blocks[at].span == block.span) out[at] = block.kind;
    }
    return out;
}

bool is_time_line(const HtmlPage& page, std::uint32_t at) {
    const MarkupBlock& block = page.markup.blocks[at];
    const BlockFeatures& f = page.features.blocks[at];
    if (f.prose || f.line.words.size() > time_words || f.line.words.empty()) return false;
    if (block.holds_time) return true;
    const bool digit = std::any_of(f.line.words.begin(), f.line.words.end(), is_clock_number);
    if (digit && (block.hints & hint::date) != 0) return true;
    return f.line.words.size() <= 5 && holds_clock(page.page.slice(block.span));
}

RangeArticle article_of_range(const HtmlPage& page, BlockRange range, const BlockKinds& kinds) {
    return Range(page, range, kinds).run();
}

}  // namespace isnad::article
