#include "article/html_articles.h"

#include <algorithm>

#include "article/html_block_features.h"
#include "article/html_container.h"
#include "article/html_facts.h"
#include "article/html_live_page.h"
#include "article/html_title.h"

namespace isnad::article {
namespace {

constexpr std::size_t article_words = 14, most_subheading_words = 20, long_bytes = 150,
                      author_line_words = 12, teaser_summary_words = 25, teasers_at_end = 3,
                      most_authors = 16, sure_text = 20, text_before_comments = 8;
// Scores are log odds. A page whose best block stays low is judged by that block.
constexpr float enough_score = 0, below_best = 1.5F, likely = 1, least_heading = -5, least_deck = -4,
                unlikely = -0.5F;
constexpr std::size_t linked_headline_words = 4;
constexpr std::size_t least_deck_words = 4, most_deck_words = 50;
constexpr std::uint32_t lines_to_text = 8;
constexpr std::ptrdiff_t headlines_of_list = 6;
constexpr std::uint32_t blocks_of_list = 20;
constexpr double linked_page = 0.25;

class MarkupArticles {
  public:
    MarkupArticles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon,
                   const BlockModel& model)
        : page_(page),
          markup_(*page.markup),
          normal_(normal),
          lexicon_(lexicon),
          marks_(lexicon),
          features_(features_of(page, normal, marks_)),
          fates_(markup_.blocks.size()) {
        for (const MetaFact& fact : markup_.facts) {
            if (fact.field == MetaField::author && authors_.size() < most_authors)
                authors_.push_back(search_form(fact.value));
        }
        score(model);
    }

    ArticlesOfPage run() {
        for (std::uint32_t i = 0; i < fates_.size(); ++i) decide(i);
        find_place();
        if (words_ >= article_words && !is_unlikely()) {
            place_title();
            find_place();
            keep_subheadings();
            drop_comments();
            drop_preface_of_comments();
            drop_teasers();
            trim();
            if (place_.title) find_what_is_between();
            take_article();
        } else {
            fates_.assign(fates_.size(), Fate{});
        }
        take_chrome();
        complete_page({page_, markup_, normal_, features_, marks_}, lexicon_, place_, out_);
        return std::move(out_);
    }

  private:
    struct Fate {
        std::optional<BlockKind> kind;  // nothing for chrome
        ChromeKind chrome = ChromeKind::other;
    };

    void keep(std::uint32_t at, BlockKind kind) { fates_[at].kind = kind; }
    void drop(std::uint32_t at, ChromeKind kind) { fates_[at] = {std::nullopt, kind}; }

    void score(const BlockModel& model) {
        if (markup_.blocks.empty()) return;
        const auto container = choose_container(markup_, features_);
        const auto title =
            find_title(markup_, features_, container ? markup_.containers[*container].first_block : 0);
        const BlockRows rows = rows_of_blocks(page_, features_, container, title);
        scores_ = model.scores(rows);
        best_ = *std::max_element(scores_.begin(), scores_.end());
        least_ = std::min(enough_score, best_ - below_best);
    }

    // Whether a finished paragraph stands right below the first <h1>, in the element around it.
    bool has_text_below_title() const {
        for (std::size_t i = 0; i + 1 < markup_.blocks.size(); ++i) {
            if (markup_.blocks[i].tag != TagKind::h1) continue;
            const BlockFeatures& f = features_.blocks[i + 1];
            std::uint32_t around = markup_.blocks[i].container;
            if (markup_.containers[around].end_block == i + 1) around = markup_.containers[around].parent;
            if (around == no_container) return false;
            return i + 1 < markup_.containers[around].end_block && f.line.ends_sentence && f.prose &&
                   f.link_density == 0 && f.line.words.size() >= article_words;
        }
        return false;
    }

    // No block looks like one of an article, and the page is full of linked headlines.
    bool is_unlikely() const {
        if (best_ >= unlikely || has_text_below_title()) return false;
        const auto headlines =
            std::count_if(features_.blocks.begin(), features_.blocks.end(), [](const BlockFeatures& f) {
                return f.link_density > link_line && f.line.words.size() >= linked_headline_words;
            });
        const ContainerFeatures& page = features_.containers[0];
        return headlines >= headlines_of_list ||
               (page.blocks >= blocks_of_list && page.link_words > linked_page * page.words);
    }

    bool is_in(std::uint32_t at) const { return scores_[at] > least_; }

    // A line that opens with the name of an author and holds little more: a date, a place.
    bool names_author(const BlockFeatures& f) const {
        const auto& words = f.line.words;
        if (words.size() > author_line_words || f.line.ends_sentence) return false;
        return std::any_of(authors_.begin(), authors_.end(), [&](const std::string& author) {
            const auto name = lexicon::words_of(author);
            return name.size() >= 2 && name.size() <= words.size() &&
                   std::equal(name.begin(), name.end(), words.begin());
        });
    }

    // A heading right above a paragraph of the text, in one element with it and one before it.
    void keep_subheadings() {
        std::uint32_t before = no_container;  // of the last paragraph
        for (std::uint32_t i = place_.first; i + 1 < place_.end; ++i) {
            const MarkupBlock& block = markup_.blocks[i];
            const BlockFeatures& f = features_.blocks[i];
            if (fates_[i].kind == BlockKind::paragraph) before = block.container;
            const bool heading = !fates_[i].kind && is_heading(block.tag) && !f.mark && !f.outside &&
                                 f.link_density < link_line && scores_[i] > least_heading;
            if (heading && fates_[i + 1].kind == BlockKind::paragraph && before == block.container &&
                markup_.blocks[i + 1].container == before && f.line.words.size() <= most_subheading_words)
                keep(i, BlockKind::subheading);
        }
    }

    std::ptrdiff_t subheadings_behind(std::uint32_t at) const {
        return std::count_if(fates_.begin() + at, fates_.begin() + place_.end,
                             [](const Fate& fate) { return fate.kind == BlockKind::subheading; });
    }

    // Behind a line that opens the comments, when text stands before it and no sections follow, nothing
    // belongs to the article.
    void drop_comments() {
        std::size_t words = 0;
        for (std::uint32_t i = place_.first; i < place_.end; ++i) {
            const BlockFeatures& f = features_.blocks[i];
            if (fates_[i].kind == BlockKind::paragraph) words += f.line.words.size();
            const bool opens =
                f.mark && f.mark->kind == ChromeKind::comments && f.mark->words > 0 && f.mark->alone;
            if (!opens || words < text_before_comments || subheadings_behind(i) > 1) continue;
            for (std::uint32_t k = i; k < place_.end; ++k) drop(k, ChromeKind::comments);
            return find_place();
        }
    }

    // The end of the text that speaks of comments, right before a line about comments, is their preface.
    void drop_preface_of_comments() {
        const auto about_comments = [&](std::uint32_t at) {
            const auto& mark = features_.blocks[at].mark;
            return mark && mark->kind == ChromeKind::comments && mark->words > 0;
        };
        std::uint32_t end = place_.end;
        const auto size = static_cast<std::uint32_t>(fates_.size());
        const bool follows = end > 0 && (about_comments(end - 1) || (end < size && about_comments(end)));
        if (!follows) return;
        while (end > place_.first + 1 && (about_comments(end - 1) || names_comments(end - 1))) --end;
        if (end == place_.end) return;
        for (std::uint32_t k = end; k < place_.end; ++k) drop(k, ChromeKind::comments);
        find_place();
    }

    // Whether a word of the block alone would mark comments.
    bool names_comments(std::uint32_t at) const {
        const auto& words = features_.blocks[at].line.words;
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            Line one;
            one.span = features_.blocks[at].line.span;
            one.set_words({word});
            const auto mark = marks_.of(one, page_);
            return mark && mark->kind == ChromeKind::comments;
        });
    }

    // Linked headlines at the end, each with a short summary, are other articles.
    void drop_teasers() {
        std::uint32_t end = place_.end, first = place_.end;
        std::size_t teasers = 0;
        while (end > place_.first) {
            std::uint32_t at = end - 1;
            while (at > place_.first && !fates_[at].kind) --at;
            const bool summary = features_.blocks[at].link_density < link_line &&
                                 features_.blocks[at].line.words.size() <= teaser_summary_words;
            if (summary && at > place_.first) --at;
            while (at > place_.first && !fates_[at].kind) --at;
            if (features_.blocks[at].link_density <= link_line) break;
            first = end = at;
            ++teasers;
        }
        if (teasers < teasers_at_end) return;
        for (std::uint32_t i = first; i < place_.end; ++i) drop(i, ChromeKind::related);
        find_place();
    }

    void find_place() {
        place_.first = static_cast<std::uint32_t>(fates_.size());
        words_ = 0;
        std::size_t sure_words = 0;
        for (std::uint32_t i = 0; i < fates_.size(); ++i) {
            if (fates_[i].kind != BlockKind::paragraph || features_.blocks[i].mark) continue;
            // Scripts without spaces have long lines of few words.
            const bool counts =
                features_.blocks[i].prose || features_.blocks[i].line.span.size() >= long_bytes;
            if (counts) words_ += features_.blocks[i].line.words.size();
            place_.first = std::min(place_.first, i);
            place_.end = i + 1;
            if (scores_[i] > likely) sure_words += features_.blocks[i].line.words.size();
        }
        place_.sure = sure_words >= sure_text;
    }

    void decide(std::uint32_t at) {
        const MarkupBlock& block = markup_.blocks[at];
        const BlockFeatures& f = features_.blocks[at];
        const std::size_t words = f.line.words.size();
        if (f.outside && !is_in(at)) return drop(at, f.outside_kind);
        if (names_author(f)) return drop(at, ChromeKind::byline);
        const bool caption = block.tag == TagKind::caption || (block.inside & inside::figure) != 0 ||
                             (block.hints & hint::caption) != 0;
        const bool finished =
            f.line.ends_sentence && (block.tag == TagKind::paragraph || block.tag == TagKind::item);
        if (caption && words <= caption_words && !(is_in(at) && finished)) return keep_caption(at);
        if (f.mark && f.mark->caption && words <= caption_words && !finished) return keep_caption(at);
        const bool by_shape = f.mark && f.mark->words == 0;  // a date, a number: in the text it is text
        if (f.mark && words < long_line && !by_shape && !(finished && f.mark->caption))
            return drop(at, f.mark->kind);
        if (!is_in(at)) return drop(at, f.link_density > link_line ? ChromeKind::related : ChromeKind::other);
        const bool heading = is_heading(block.tag) && words <= most_subheading_words;
        keep(at, heading ? BlockKind::subheading : BlockKind::paragraph);
    }

    void keep_caption(std::uint32_t at) {
        features_.blocks[at].line.words.size() >= 3 ? keep(at, BlockKind::caption)
                                                    : drop(at, ChromeKind::credit);
    }

    // Captions, dates and the like outside of the text belong to something else.
    void trim() {
        for (std::uint32_t i = 0; i < fates_.size(); ++i) {
            const bool in_text = i >= place_.first && i < place_.end;
            const auto& mark = features_.blocks[i].mark;
            if (fates_[i].kind == BlockKind::caption && !in_text) drop(i, ChromeKind::credit);
            if (fates_[i].kind == BlockKind::paragraph && !in_text)
                drop(i, mark ? mark->kind : ChromeKind::other);
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
    }

    void find_what_is_between() {
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

    // What stands between title and text and is marked as the summary; or a line without a full stop there
    // that a date, a name or a caption divides from the text.
    void find_deck() {
        const std::uint32_t text = first_paragraph();
        for (std::uint32_t i = *place_.title + 1; i < text; ++i) {
            if (!may_be_deck(i)) continue;
            const MarkupBlock& block = markup_.blocks[i];
            const bool told =
                (block.hints & hint::deck) != 0 || (is_heading(block.tag) && scores_[i] > least_deck);
            if (!told && (features_.blocks[i].line.ends_sentence || !is_divided(i, text))) continue;
            keep(i, BlockKind::deck);
            return find_place();
        }
    }

    bool may_be_deck(std::uint32_t at) const {
        const BlockFeatures& f = features_.blocks[at];
        const std::size_t words = f.line.words.size();
        if (f.mark || f.link_density > link_line || words < least_deck_words || words > most_deck_words)
            return false;
        if (f.outside && !features_.blocks[*place_.title].outside) return false;
        return !names_author(f) && fates_[at].kind != BlockKind::caption;
    }

    // The first paragraph behind the title that is long or finished.
    std::uint32_t first_paragraph() const {
        std::uint32_t at = *place_.title + 1;
        const auto is_text = [&] {
            return fates_[at].kind == BlockKind::paragraph && features_.blocks[at].line.ends_sentence;
        };
        while (at < place_.end && !is_text()) ++at;
        return std::min(at, std::max(place_.first, *place_.title + lines_to_text));
    }

    bool is_divided(std::uint32_t deck, std::uint32_t text) const {
        for (std::uint32_t i = deck + 1; i < text; ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const bool dates =
                f.mark && (f.mark->kind == ChromeKind::date_line || f.mark->kind == ChromeKind::byline);
            if (dates || names_author(f) || fates_[i].kind == BlockKind::caption) return true;
        }
        return false;
    }

    void take_article() {
        Article article;
        for (std::uint32_t i = 0; i < fates_.size(); ++i) {
            if (fates_[i].kind) article.blocks.push_back({*fates_[i].kind, markup_.blocks[i].span});
        }
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
    const lexicon::Lexicon& lexicon_;
    ChromeMarks marks_;
    PageFeatures features_;
    std::vector<Fate> fates_;
    std::vector<float> scores_;
    float best_ = 0, least_ = enough_score;
    std::vector<std::string> authors_;  // by the metadata, in search form
    ArticlePlace place_;
    std::size_t words_ = 0;
    ArticlesOfPage out_;
};

}  // namespace

ArticlesOfPage find_articles_in_markup(const Page& page, const NormalText& normal,
                                       const lexicon::Lexicon& lexicon, const BlockModel& model) {
    return MarkupArticles(page, normal, lexicon, model).run();
}

}  // namespace isnad::article
