#include "article/html_deck.h"

#include <algorithm>

#include "article/html_live_range.h"
#include "text/normalise.h"

namespace isnad::article {
namespace {

constexpr std::uint32_t blocks_behind_title = 12;
constexpr std::size_t shortest_deck = 4, longest_deck = 34, most_alone = 30, most_marked = 30,
                      most_in_text = 24;
constexpr double links_of_deck = 0.3;
constexpr std::uint32_t other_kinds = hint::date | hint::byline | hint::caption | hint::share | hint::tags |
                                      hint::comment | hint::credit | hint::related | hint::advert |
                                      hint::newsletter | hint::breadcrumb | hint::hidden;

class Deck {
  public:
    Deck(const HtmlPage& page, const ArticlePlace& place, Article& article)
        : page_(page), title_(*place.title), article_(article), kinds_(kinds_of(page.markup, article)) {
        for (const MetaFact& fact : page.markup.facts) {
            if (fact.field == MetaField::description && summaries_.size() < 8)
                summaries_.push_back(search_form(fact.value));
        }
    }

    void run() {
        const auto end = std::min(title_ + blocks_behind_title, static_cast<std::uint32_t>(kinds_.size()));
        std::uint32_t paragraphs = 0;
        for (std::uint32_t i = title_ + 1; i < end && paragraphs == 0; ++i) {
            paragraphs += kinds_[i] == BlockKind::paragraph;
            if (can_be(i) && (is_marked(i) || is_summary(i) || stands_alone(i))) return take(i);
        }
    }

  private:
    bool can_be(std::uint32_t at) const {
        const MarkupBlock& block = page_.markup.blocks[at];
        const BlockFeatures& f = page_.features.blocks[at];
        const std::size_t words = f.line.words.size();
        if (words < shortest_deck || words > longest_deck || f.link_density > links_of_deck || f.mark)
            return false;
        if ((block.inside & (inside::figure | inside::form | inside::nav | inside::table)) != 0) return false;
        const bool text = kinds_[at] == BlockKind::paragraph;
        if (kinds_[at] && !text && kinds_[at] != BlockKind::subheading) return false;
        if (text && !has_text_behind(at)) return false;
        return (own_hints(at) & other_kinds) == 0 && !is_time_line(page_, at);
    }

    bool has_text_behind(std::uint32_t at) const {
        return std::find(kinds_.begin() + at + 1, kinds_.end(), BlockKind::paragraph) != kinds_.end();
    }

    // Of the innermost container and what is in it; not of the frames of the page.
    std::uint32_t own_hints(std::uint32_t at) const {
        const MarkupBlock& block = page_.markup.blocks[at];
        return page_.markup.containers[block.container].hints;
    }

    // Marked, as what follows it is not.
    bool is_marked(std::uint32_t at) const {
        if ((page_.markup.blocks[at].hints & hint::deck) == 0) return false;
        const BlockFeatures& f = page_.features.blocks[at];
        // "Lead" may name the first paragraph, "description" what the page says of itself.
        const bool text = kinds_[at] == BlockKind::paragraph && f.line.ends_sentence;
        if (f.line.words.size() > (text ? most_in_text : most_marked)) return false;
        std::uint32_t next = at + 1;
        while (next < kinds_.size() && kinds_[next] != BlockKind::paragraph) ++next;
        return next >= kinds_.size() || (page_.markup.blocks[next].hints & hint::deck) == 0;
    }

    bool is_summary(std::uint32_t at) const {
        const BlockFeatures& f = page_.features.blocks[at];
        const bool same = std::any_of(summaries_.begin(), summaries_.end(), [&](const std::string& one) {
            return lexicon::words_of(one) == f.line.words;
        });
        return same && (!f.line.ends_sentence || kinds_[at] != BlockKind::paragraph);
    }

    // Right behind the title, no sentence, and what follows is no text: a byline, a date, a picture.
    bool stands_alone(std::uint32_t at) const {
        const MarkupBlock& block = page_.markup.blocks[at];
        const BlockFeatures& f = page_.features.blocks[at];
        if (at != title_ + 1 || f.line.ends_sentence || f.line.words.size() > most_alone) return false;
        if (is_named(at)) return false;
        if (f.outside || block.tag == TagKind::item || block.tag == TagKind::cell || at + 1 >= kinds_.size())
            return false;
        const MarkupBlock& next = page_.markup.blocks[at + 1];
        const auto& mark = page_.features.blocks[at + 1].mark;
        const bool date = mark && (mark->kind == ChromeKind::date_line || mark->kind == ChromeKind::byline);
        return date || is_time_line(page_, at + 1) || (next.hints & (hint::byline | hint::date)) != 0 ||
               next.tag == TagKind::caption || has_author(next.span);
    }

    // A byline: the metadata's author stands in it, or most of its words have capitals.
    bool is_named(std::uint32_t at) const {
        const std::string_view text = page_.page.slice(page_.markup.blocks[at].span);
        for (const MetaFact& fact : page_.markup.facts) {
            if (fact.field == MetaField::author && text.find(fact.value) != std::string_view::npos)
                return true;
        }
        std::size_t words = 0, capitals = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i > 0 && text[i - 1] != ' ') continue;
            ++words;
            capitals += text[i] >= 'A' && text[i] <= 'Z';
        }
        return capitals * 2 > words || has_author(page_.markup.blocks[at].span);
    }

    bool has_author(Span line) const {
        return std::any_of(article_.authors.begin(), article_.authors.end(),
                           [&](Span author) { return author.overlaps(line); });
    }

    void take(std::uint32_t at) {
        const Span span = page_.markup.blocks[at].span;
        auto& blocks = article_.blocks;
        const auto found =
            std::lower_bound(blocks.begin(), blocks.end(), span,
                             [](const Block& block, Span other) { return block.span < other; });
        if (found != blocks.end() && found->span == span)
            found->kind = BlockKind::deck;
        else
            blocks.insert(found, {BlockKind::deck, span});
    }

    const HtmlPage& page_;
    std::uint32_t title_;
    Article& article_;
    BlockKinds kinds_;
    std::vector<std::string> summaries_;
};

}  // namespace

void find_deck(const HtmlPage& page, const ArticlePlace& place, Article& article) {
    const bool known = std::any_of(article.blocks.begin(), article.blocks.end(),
                                   [](const Block& block) { return block.kind == BlockKind::deck; });
    if (!known && place.title) Deck(page, place, article).run();
}

}  // namespace isnad::article
