#include "article/html_articles.h"

#include <algorithm>
#include <set>

#include "article/html_container.h"
#include "article/html_facts.h"
#include "article/html_title.h"
#include "base/hash.h"

namespace isnad::article {
namespace {

constexpr double link_line = 0.5;  // a line with more links leads elsewhere
constexpr std::size_t article_words = 14, subheading_words = 20, long_line = 25, caption_words = 80;

class MarkupArticles {
  public:
    MarkupArticles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon)
        : page_(page),
          markup_(*page.markup),
          normal_(normal),
          marks_(lexicon),
          features_(features_of(page, normal, marks_)),
          fates_(markup_.blocks.size()) {}

    ArticlesOfPage run() {
        const auto container = choose_container(markup_, features_);
        if (container) {
            const Container& chosen = markup_.containers[*container];
            decide(chosen.first_block, chosen.end_block);
        }
        if (words_ >= article_words) {
            trim();
            place_title();
            take_article();
        } else {
            fates_.assign(fates_.size(), Fate{});
        }
        take_chrome();
        return std::move(out_);
    }

  private:
    struct Fate {
        std::optional<BlockKind> kind;  // nothing for chrome
        ChromeKind chrome = ChromeKind::other;
    };

    void keep(std::uint32_t at, BlockKind kind) { fates_[at].kind = kind; }
    void drop(std::uint32_t at, ChromeKind kind) { fates_[at] = {std::nullopt, kind}; }

    void decide(std::uint32_t first, std::uint32_t end) {
        std::set<std::uint64_t> met;
        for (std::uint32_t i = first; i < end; ++i) {
            decide(i);
            const BlockFeatures& f = features_.blocks[i];
            if (fates_[i].kind != BlockKind::paragraph) continue;
            const bool repeats = f.line.words.size() >= 8 &&
                                 !met.insert(hash_bytes(normal_.search(normal_.normal(f.line.span)))).second;
            if (repeats) drop(i, ChromeKind::repeated);
        }
        place_.first = end;
        place_.end = first;
        for (std::uint32_t i = first; i < end; ++i) {
            if (fates_[i].kind != BlockKind::paragraph || !features_.blocks[i].prose) continue;
            words_ += features_.blocks[i].line.words.size();
            place_.first = std::min(place_.first, i);
            place_.end = i + 1;
        }
        while (place_.end > first && place_.end < end && goes_on(place_.end)) ++place_.end;
    }

    // Short lines right behind the last running text, divided by <br> or in paragraphs beside it, are its
    // end.
    bool goes_on(std::uint32_t at) const {
        const MarkupBlock& block = markup_.blocks[at];
        const MarkupBlock& before = markup_.blocks[at - 1];
        if (fates_[at].kind != BlockKind::paragraph) return false;
        if (block.container == before.container) return block.tag != TagKind::other;
        const bool same =
            block.tag == before.tag && (block.tag == TagKind::paragraph || block.tag == TagKind::item);
        return same &&
               markup_.containers[block.container].parent == markup_.containers[before.container].parent;
    }

    void decide(std::uint32_t at) {
        const MarkupBlock& block = markup_.blocks[at];
        const BlockFeatures& f = features_.blocks[at];
        const std::size_t words = f.line.words.size();
        if (f.outside) return drop(at, f.outside_kind);
        const bool caption = block.tag == TagKind::caption || (block.inside & inside::figure) != 0 ||
                             (block.hints & hint::caption) != 0;
        if (caption && words <= caption_words) return keep_caption(at);
        const bool finished =
            f.line.ends_sentence && (block.tag == TagKind::paragraph || block.tag == TagKind::item);
        if (f.mark && f.mark->caption && words <= caption_words && !finished) return keep_caption(at);
        const bool by_shape = f.mark && f.mark->words == 0;  // a date, a number: in the text it is text
        if (f.mark && words < long_line && !by_shape && !(finished && f.mark->caption))
            return drop(at, f.mark->kind);
        if (f.link_density > link_line && words < long_line) return drop(at, ChromeKind::related);
        if (is_heading(block.tag)) {
            return words <= subheading_words ? keep(at, BlockKind::subheading)
                                             : keep(at, BlockKind::paragraph);
        }
        keep(at, BlockKind::paragraph);
    }

    void keep_caption(std::uint32_t at) {
        features_.blocks[at].line.words.size() >= 3 ? keep(at, BlockKind::caption)
                                                    : drop(at, ChromeKind::credit);
    }

    // Before the first and behind the last running text nothing is a paragraph; a heading needs text behind
    // it.
    void trim() {
        bool text_follows = false;
        for (auto i = static_cast<std::uint32_t>(fates_.size()); i-- > 0;) {
            if (!fates_[i].kind) continue;
            const bool in_text = i >= place_.first && i < place_.end;
            const auto& mark = features_.blocks[i].mark;
            if (fates_[i].kind == BlockKind::paragraph && !in_text)
                drop(i, mark ? mark->kind : ChromeKind::other);
            if (fates_[i].kind == BlockKind::subheading && (!text_follows || !in_text))
                drop(i, ChromeKind::related);
            if (fates_[i].kind == BlockKind::paragraph) text_follows = true;
        }
    }

    void place_title() {
        place_.title = find_title(markup_, features_, place_.first);
        if (!place_.title) return;
        const BlockFeatures& title = features_.blocks[*place_.title];
        keep(*place_.title, BlockKind::title);
        for (std::uint32_t i = 0; i < fates_.size(); ++i) {
            if (i != *place_.title && is_same_text(features_.blocks[i], title)) drop(i, ChromeKind::repeated);
        }
        find_deck();
        find_captions();
    }

    // A photo between title and text stands outside of the container of the text on many pages.
    void find_captions() {
        for (std::uint32_t i = *place_.title + 1; i < place_.first; ++i) {
            const bool caption = markup_.blocks[i].tag == TagKind::caption ||
                                 (features_.blocks[i].mark && features_.blocks[i].mark->caption);
            if (!fates_[i].kind && caption && !features_.blocks[i].outside &&
                features_.blocks[i].line.words.size() <= caption_words)
                keep_caption(i);
        }
    }

    // What stands between title and text and is marked as the summary.
    void find_deck() {
        for (std::uint32_t i = *place_.title + 1; i < place_.first; ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const MarkupBlock& block = markup_.blocks[i];
            if (f.outside || f.mark || f.link_density > link_line || f.line.words.size() < 4) continue;
            if ((block.hints & hint::deck) != 0 || is_heading(block.tag)) return keep(i, BlockKind::deck);
        }
    }

    void take_article() {
        Article article;
        for (std::uint32_t i = 0; i < fates_.size(); ++i) {
            if (fates_[i].kind) article.blocks.push_back({*fates_[i].kind, markup_.blocks[i].span});
        }
        state_facts(page_, normal_, features_, marks_, place_, article);
        out_.articles.push_back(std::move(article));
    }

    void take_chrome() {
        for (std::uint32_t i = 0; i < fates_.size(); ++i) {
            if (fates_[i].kind) continue;
            ChromeKind kind = fates_[i].chrome;
            if (kind == ChromeKind::other && features_.blocks[i].outside)
                kind = features_.blocks[i].outside_kind;
            if (kind == ChromeKind::other && features_.blocks[i].mark) kind = features_.blocks[i].mark->kind;
            out_.chrome.push_back({kind, markup_.blocks[i].span});
        }
        if (out_.articles.empty() && !page_.text.empty())
            out_.problems.push_back({"no_article", Severity::warning,
                                     "the page holds no article: only short lines, lists or chrome",
                                     std::nullopt, 0});
    }

    const Page& page_;
    const Markup& markup_;
    const NormalText& normal_;
    ChromeMarks marks_;
    PageFeatures features_;
    std::vector<Fate> fates_;
    ArticlePlace place_;
    std::size_t words_ = 0;
    ArticlesOfPage out_;
};

}  // namespace

ArticlesOfPage find_articles_in_markup(const Page& page, const NormalText& normal,
                                       const lexicon::Lexicon& lexicon) {
    return MarkupArticles(page, normal, lexicon).run();
}

}  // namespace isnad::article
