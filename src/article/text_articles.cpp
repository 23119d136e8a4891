#include "article/text_articles.h"

#include <algorithm>
#include <set>

#include "article/chrome.h"
#include "article/lines.h"
#include "article/text_break.h"
#include "article/text_lists.h"
#include "article/text_pieces.h"
#include "article/text_title.h"
#include "base/hash.h"
#include "base/limits.h"

namespace isnad::article {
namespace {

constexpr std::size_t headline_run =
    3;  // so many short lines in a row inside an article are a list of headlines
constexpr std::size_t subheading_words = 14;  // a longer short line inside an article is no sub-heading
constexpr std::size_t caption_words = 6, label_words = 3;
constexpr std::size_t first_article_words = 14, further_article_words = 30, sure_words = 120;
constexpr std::size_t deck_words = 6;         // an unfinished deck has at least so many words
constexpr std::size_t long_title_words = 28;  // an unfinished line so long may still be a title
constexpr std::size_t title_window = 60;      // words of the text in which a title's words are looked for
constexpr double deck_share = 0.5;            // of its words in the text
constexpr double listed_share = 0.5;          // items of an article's own list share so many words with it
constexpr double resumed_share = 0.4;         // prose behind an end sign that goes on with the article
constexpr double break_threshold = 0.8;

bool ends_article(ChromeKind kind) {
    return kind == ChromeKind::source || kind == ChromeKind::keywords || kind == ChromeKind::comments ||
           kind == ChromeKind::copyright;
}

bool ends_for_good(ChromeKind kind) { return kind == ChromeKind::comments || kind == ChromeKind::copyright; }

bool opens_headlines(ChromeKind kind) {
    return kind == ChromeKind::read_also || kind == ChromeKind::related || kind == ChromeKind::most_read;
}

// Walks the lines once: short lines wait until it is clear what they are (title, sub-heading, headline of
// another page).
class Assembler {
  public:
    Assembler(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon)
        : page_(page), normal_(normal), marks_(lexicon), content_(lexicon), before_(content_) {
        for (Piece& piece : pieces_of(page, normal, marks_)) {
            line_marks_.push_back(piece.mark ? piece.mark : mark_of(piece.line));
            lines_.push_back(std::move(piece.line));
        }
        summaries_ = summaries_of(lines_, line_marks_);
    }

    ArticlesOfPage run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto& mark = line_marks_[i];
            const bool caption = mark ? mark->caption : ends_in_credit(lines_[i]);
            if (caption) {
                take_caption(i);
            } else if (mark) {
                take_chrome(i, *mark);
            } else if (summaries_[i]) {
                drop_waiting(ChromeKind::related);
                add_chrome(ChromeKind::related, lines_[i].span);
            } else if ((lines_[i].in_prose && !is_long_title(i)) || is_list(lines_[i])) {
                take_prose(i);
            } else {
                waiting_.push_back(i);
            }
        }
        take_cut_end();
        drop_waiting(ChromeKind::related);
        close_article();
        note_what_is_missing();
        std::sort(out_.chrome.begin(), out_.chrome.end(),
                  [](const ChromeLine& a, const ChromeLine& b) { return a.span < b.span; });
        return std::move(out_);
    }

  private:
    std::optional<Mark> mark_of(const Line& line) const {
        if (marks_.is_dateline(line, page_))
            return Mark{ChromeKind::byline, false, false, 0, PageKind::article};
        if (marks_.is_source_name(line)) return Mark{ChromeKind::source, false, true, 0, PageKind::article};
        return marks_.of(line, page_);
    }

    void take_chrome(std::size_t at, const Mark& mark) {
        const Line& line = lines_[at];
        add_chrome(mark.kind, line.span);
        const bool dates = marks_.is_date_line(line) || mark.kind == ChromeKind::date_line;
        dated_ = dated_ || ((dates || mark.kind == ChromeKind::byline) && !waiting_.empty());
        if (dates && open_ && !waiting_.empty() && paragraphs_.size() >= 2)
            ended_ = true;  // a headline and its date: another article
        if (dates) (open_ && !ended_ ? date_lines_ : next_date_lines_).push_back(line.span);
        if (opens_headlines(mark.kind)) headlines_follow_ = mark.alone;
        if (!open_) return;
        if (mark.kind == ChromeKind::source && !ended_) credit_of(line);
        ended_ = ended_ || ends_article(mark.kind);
        ended_for_good_ = ended_for_good_ || ends_for_good(mark.kind);
    }

    // Inside an article a short unfinished line that ends in a short bracket is a caption with its credit,
    // whoever it names.
    bool ends_in_credit(const Line& line) const {
        constexpr std::size_t credit_words = 5;
        const std::string_view text = page_.slice(line.span);
        const std::size_t open = text.rfind('(');
        if (!open_ || ended_ || line.in_prose || line.words.size() < caption_words || !text.ends_with(')') ||
            open == 0)
            return false;
        const std::size_t inside = lexicon::words_of(text.substr(open + 1)).size();
        return inside >= 1 && inside <= credit_words;
    }

    bool is_list(const Line& line) const {
        return open_ && !ended_ && !headlines_follow_ && is_list_line(line, page_.slice(line.span));
    }

    // A long unfinished line at the head of the page, with the text behind it.
    bool is_long_title(std::size_t at) const {
        const Line& line = lines_[at];
        if (open_ || !waiting_.empty() || line.ends_sentence || line.has_inner_stop ||
            line.words.size() > long_title_words ||
            page_.slice(line.span).find('\n') != std::string_view::npos)
            return false;
        const auto text = prose_behind(at + 1, title_window);
        if (text.empty() || text[0]->words.size() <= line.words.size()) return false;
        const std::string_view words = page_.slice(line.span);
        const bool signs =
            words.find(':') != std::string_view::npos || words.find("..") != std::string_view::npos;
        return share_in_text(line, text, content_) >= (signs ? deck_share / 5 : deck_share / 2);
    }

    void credit_of(const Line& line) {
        const std::string_view text = page_.slice(line.span);
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos || colon + 1 >= text.size()) return;
        auto begin = line.span.begin + static_cast<std::uint32_t>(colon) + 1;
        while (begin < line.span.end && page_.text[begin] == ' ') ++begin;
        if (begin < line.span.end) article_.credit = Span{begin, line.span.end};
    }

    void take_caption(std::size_t at) {
        const bool label = lines_[at].words.size() < label_words;  // "video", "(Reuters)" alone
        if ((open_ && ended_) || label) return add_chrome(ChromeKind::credit, lines_[at].span);
        add_block(BlockKind::caption, lines_[at]);
    }

    void take_prose(std::size_t at) {
        const Line& line = lines_[at];
        if (line.words.size() >= 8 &&
            !prose_.insert(hash_bytes(normal_.search(normal_.normal(line.span)))).second) {
            return add_chrome(ChromeKind::repeated, line.span);
        }
        if (open_ && ends_here(at)) {
            close_article();
        } else if (open_ && ended_ && !resumes(line)) {
            return add_chrome(ChromeKind::other, line.span);
        }
        open_ ? place_waiting() : begin_article(at);
        add_block(BlockKind::paragraph, line);
        before_.add(line);
        headlines_follow_ = dated_ = ended_ = false;
    }

    // Whether another article begins with the waiting lines and this prose.
    bool ends_here(std::size_t at) {
        if (waiting_.empty()) return false;
        BreakPlace place;
        place.after = prose_behind(at, break_window);
        if (place.after.empty()) place.after.push_back(&lines_[at]);
        const auto title = choose_title(waiting_lines(), place.after, content_);
        if (!title) return ended_;
        place.headline = &lines_[waiting_[*title]];
        if (content_.opening(*place.headline, page_.slice(place.headline->span)).joined) return false;
        place.dated = dated_;
        place.ended = ended_ || headlines_follow_;
        place.repeated = std::any_of(waiting_.begin(), waiting_.end(), [&](std::size_t other) {
            return other != waiting_[*title] && lines_[other].words == place.headline->words;
        });
        place.subheadings = subheadings_;
        const BreakSigns signs = break_signs(place, before_, content_, page_.text);
#ifdef CRAWL_DUMP
        CRAWL_DUMP(signs, lines_[waiting_[*title]].span.begin);
#endif
        if (ended_ && !ended_for_good_)
            return !resumes(lines_[at]) || break_likelihood(signs) >= break_threshold;
        return break_likelihood(signs) >= break_threshold;
    }

    // Prose behind a source line or keywords that goes on with the article.
    bool resumes(const Line& line) const {
        if (ended_for_good_) return false;
        const double met = before_.share_met(content_.stems(line, break_window));
        const bool connector = content_.opening(line, page_.slice(line.span)).connector;
        return met >= resumed_share || (connector && met >= resumed_share / 2);
    }

    // The unmarked prose from a line on, as far as so many words.
    std::vector<const Line*> prose_behind(std::size_t at, std::size_t words) const {
        std::vector<const Line*> prose;
        for (std::size_t seen = 0; at < lines_.size() && seen < words; ++at) {
            if (line_marks_[at] && ends_article(line_marks_[at]->kind)) break;
            if (line_marks_[at] || summaries_[at] || !lines_[at].in_prose) continue;
            prose.push_back(&lines_[at]);
            seen += lines_[at].words.size();
        }
        return prose;
    }

    std::vector<const Line*> waiting_lines() const {
        std::vector<const Line*> lines;
        for (const std::size_t at : waiting_) lines.push_back(&lines_[at]);
        return lines;
    }

    // The waiting lines hold the title. What stands before it is navigation; what repeats it is chrome; a
    // line behind it that shares its words with the text is the deck.
    void begin_article(std::size_t at) {
        open_ = true;
        ended_ = ended_for_good_ = false;
        date_lines_.insert(date_lines_.begin(), next_date_lines_.begin(), next_date_lines_.end());
        next_date_lines_.clear();
        const auto text = prose_behind(at, title_window);
        const auto title = choose_title(waiting_lines(), text, content_);
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            const Line& line = lines_[waiting_[i]];
            if (title && i == *title) {
                add_block(BlockKind::title, line);
                before_.set_title(line);
            } else if (title && repeats(line, lines_[waiting_[*title]])) {
                add_chrome(ChromeKind::repeated, line.span);
            } else if (title && i > *title && line.words.size() >= deck_words &&
                       share_in_text(line, text, content_) >= deck_share) {
                add_block(BlockKind::deck, line);
            } else {
                add_chrome(out_.articles.empty() ? ChromeKind::navigation : ChromeKind::related, line.span);
            }
        }
        waiting_.clear();
    }

    // The title once more, alone or behind the name of the site.
    static bool repeats(const Line& line, const Line& title) {
        return line.words.size() >= title.words.size() &&
               std::equal(title.words.rbegin(), title.words.rend(), line.words.rbegin());
    }

    // Short lines inside an article, now that it goes on: sub-headings, items of its own list, or headlines
    // of other pages.
    void place_waiting() {
        const bool run = waiting_.size() >= headline_run;
        const bool own = run && !headlines_follow_ && share_of_waiting() >= listed_share;
        for (const std::size_t at : waiting_) {
            const Line& line = lines_[at];
            if (own) {
                add_block(BlockKind::paragraph, line);
            } else if (!headlines_follow_ && !run && line.words.size() <= subheading_words &&
                       !line.words.empty() && !line.truncated) {
                add_block(BlockKind::subheading, line);
                ++subheadings_;
            } else {
                add_chrome(ChromeKind::related, line.span);
            }
        }
        waiting_.clear();
    }

    double share_of_waiting() const {
        double sum = 0;
        for (const std::size_t at : waiting_)
            sum += before_.share_met(content_.stems(lines_[at], break_window));
        return waiting_.empty() ? 0 : sum / static_cast<double>(waiting_.size());
    }

    void add_block(BlockKind kind, const Line& line) {
        article_.blocks.push_back({kind, line.span});
        if (kind == BlockKind::paragraph) {
            words_ += line.words.size();
            paragraphs_.push_back(&line);
        }
    }

    void add_chrome(ChromeKind kind, Span span) { out_.chrome.push_back({kind, span}); }

    void drop_waiting(ChromeKind kind) {
        for (const std::size_t at : waiting_) add_chrome(kind, lines_[at].span);
        waiting_.clear();
    }

    // A page that was cut off ends in the middle of a sentence.
    void take_cut_end() {
        if (!open_ || ended_ || headlines_follow_ || waiting_.size() != 1 || waiting_[0] + 1 != lines_.size())
            return;
        const Line& line = lines_.back();
        const bool connector = content_.opening(line, page_.slice(line.span)).connector;
        if (!connector || before_.share_met(content_.stems(line, break_window)) < resumed_share) return;
        add_block(BlockKind::paragraph, line);
        waiting_.clear();
    }

    void close_article() {
        if (is_article() && out_.articles.size() < limits::articles_per_page) {
            mark_deck();
            std::sort(article_.blocks.begin(), article_.blocks.end(),
                      [](const Block& a, const Block& b) { return a.span < b.span; });
            article_.role = out_.articles.empty() ? ArticleRole::main : ArticleRole::second;
            article_.date_lines = date_lines_;
            out_.articles.push_back(std::move(article_));
        } else {
            for (const Block& block : article_.blocks) add_chrome(ChromeKind::other, block.span);
        }
        article_ = {};
        date_lines_.clear();
        paragraphs_.clear();
        before_.clear();
        words_ = subheadings_ = 0;
        open_ = ended_ = ended_for_good_ = false;
    }

    // Enough words, and enough finished paragraphs: long headlines one behind the other are a list.
    bool is_article() const {
        const auto finished = static_cast<std::size_t>(std::count_if(
            paragraphs_.begin(), paragraphs_.end(), [](const Line* line) { return line->ends_sentence; }));
        if (!open_ || words_ < (out_.articles.empty() ? first_article_words : further_article_words))
            return false;
        if (out_.articles.empty()) return finished > 0 || paragraphs_.size() == 1 || words_ >= sure_words;
        return finished * 2 >= paragraphs_.size() && (paragraphs_.size() > 1 || words_ >= sure_words / 2);
    }

    // A first paragraph that an empty line divides from a body without empty lines is the deck.
    void mark_deck() {
        if (paragraphs_.size() < 4 || paragraphs_[0]->blank_before || !paragraphs_[1]->blank_before) return;
        const auto blanks = std::count_if(paragraphs_.begin() + 2, paragraphs_.end(),
                                          [](const Line* line) { return line->blank_before; });
        if (static_cast<std::size_t>(blanks) * 10 > paragraphs_.size()) return;
        for (Block& block : article_.blocks) {
            if (block.span == paragraphs_[0]->span) block.kind = BlockKind::deck;
        }
    }

    void note_what_is_missing() {
        if (!out_.articles.empty() || page_.text.empty()) return;
        out_.problems.push_back({"no_article", Severity::warning,
                                 "the page holds no article: only short lines, lists or chrome", std::nullopt,
                                 0});
    }

    const Page& page_;
    const NormalText& normal_;
    ChromeMarks marks_;
    ContentWords content_;
    ArticleWords before_;  // the words of the article being built
    std::vector<Line> lines_;
    std::vector<std::optional<Mark>> line_marks_;
    std::vector<char> summaries_;  // of other pages
    ArticlesOfPage out_;

    Article article_;                // being built
    bool open_ = false;              // it has begun
    bool ended_ = false;             // chrome said that it is over
    bool ended_for_good_ = false;    // and nothing but another article can follow
    bool dated_ = false;             // a date or a byline stands behind the waiting lines
    bool headlines_follow_ = false;  // read-also: the short lines that come are headlines of other pages
    std::size_t words_ = 0, subheadings_ = 0;
    std::vector<const Line*> paragraphs_;
    std::vector<std::size_t> waiting_;  // short lines not yet placed
    std::vector<Span> date_lines_, next_date_lines_;
    std::set<std::uint64_t> prose_;  // paragraphs met
};

}  // namespace

ArticlesOfPage find_articles_in_text(const Page& page, const NormalText& normal,
                                     const lexicon::Lexicon& lexicon) {
    return Assembler(page, normal, lexicon).run();
}

}  // namespace isnad::article
