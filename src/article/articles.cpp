#include "article/articles.h"

#include <algorithm>
#include <set>

#include "article/chrome.h"
#include "article/html_articles.h"
#include "article/lines.h"
#include "base/hash.h"
#include "base/limits.h"
#include "text/letters.h"

namespace isnad::article {
namespace {

constexpr std::size_t title_words = 3;  // a title has at least so many words
constexpr std::size_t headline_run =
    3;  // so many short lines in a row inside an article are a list of headlines
constexpr std::size_t subheading_words = 14;  // a longer short line inside an article is no sub-heading
constexpr std::size_t caption_words = 6, credit_words = 5, label_words = 3;
constexpr std::size_t first_article_words = 14, further_article_words = 30, sure_words = 120;
constexpr std::size_t list_item_words = 10, lead_in_words = 4;

bool ends_article(ChromeKind kind) {
    return kind == ChromeKind::source || kind == ChromeKind::keywords || kind == ChromeKind::comments ||
           kind == ChromeKind::copyright;
}

bool opens_headlines(ChromeKind kind) {
    return kind == ChromeKind::read_also || kind == ChromeKind::related || kind == ChromeKind::most_read;
}

// Walks the lines once: short lines wait until it is clear what they are (title, sub-heading, headline of
// another page).
class Assembler {
  public:
    Assembler(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon)
        : page_(page), normal_(normal), marks_(lexicon), lines_(lines_of(page, normal)) {}

    ArticlesOfPage run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto mark = marks_.of(lines_[i], page_);
            const bool caption = mark ? mark->caption : ends_in_credit(lines_[i]);
            if (caption) {
                take_caption(i);
            } else if (mark) {
                take_chrome(i, *mark);
            } else if (lines_[i].in_prose || is_list(lines_[i])) {
                take_prose(i);
            } else {
                waiting_.push_back(i);
            }
        }
        drop_waiting(ChromeKind::related);
        close_article();
        note_what_is_missing();
        std::sort(out_.chrome.begin(), out_.chrome.end(),
                  [](const ChromeLine& a, const ChromeLine& b) { return a.span < b.span; });
        return std::move(out_);
    }

  private:
    void take_chrome(std::size_t at, const Mark& mark) {
        const Line& line = lines_[at];
        add_chrome(mark.kind, line.span);
        const bool dates = marks_.is_date_line(line) || mark.kind == ChromeKind::date_line;
        if (dates && open_ && !waiting_.empty() && paragraphs_.size() >= 2)
            ended_ = true;  // a headline and its date: another article
        if (dates) (open_ && !ended_ ? date_lines_ : next_date_lines_).push_back(line.span);
        if (opens_headlines(mark.kind)) headlines_follow_ = mark.alone;
        if (!open_) return;
        if (mark.kind == ChromeKind::source && !ended_) credit_of(line);
        ended_ = ended_ || ends_article(mark.kind);
    }

    // Inside an article a short unfinished line that ends in a short bracket is a caption with its credit,
    // whoever it names.
    bool ends_in_credit(const Line& line) const {
        const std::string_view text = page_.slice(line.span);
        const std::size_t open = text.rfind('(');
        if (!open_ || ended_ || line.in_prose || line.words.size() < caption_words || !text.ends_with(')') ||
            open == 0)
            return false;
        const std::size_t inside = lexicon::words_of(text.substr(open + 1)).size();
        return inside >= 1 && inside <= credit_words;
    }

    // Inside an article: a line that leads in a list with a colon, or one of its items ("24 carat: 6,131
    // pounds").
    bool is_list(const Line& line) const {
        if (!open_ || ended_ || headlines_follow_) return false;
        const std::string_view text = page_.slice(line.span);
        if (text.ends_with(':')) return line.words.size() > lead_in_words;
        std::size_t numbers = 0;
        for (const std::string_view word : line.words)
            numbers += letters::is_digit(static_cast<unsigned char>(word[0]));
        const bool item = text.starts_with('-') || text.starts_with('*') || text.starts_with("\u2022") ||
                          text.find(':') != std::string_view::npos;
        return line.words.size() <= list_item_words && (numbers >= 2 || (numbers == 1 && item));
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
        if (open_ && ended_ && !waiting_.empty()) {
            close_article();
        } else if (open_ && ended_) {
            return add_chrome(ChromeKind::other, line.span);
        }
        open_ ? place_waiting() : begin_article();
        add_block(BlockKind::paragraph, line);
        headlines_follow_ = false;
    }

    // The waiting lines hold the title: the longest of them, the last where two are as long. What stands
    // before it is navigation; what repeats it is chrome; a finished line behind it is the deck.
    void begin_article() {
        open_ = true;
        ended_ = false;
        date_lines_.insert(date_lines_.begin(), next_date_lines_.begin(), next_date_lines_.end());
        next_date_lines_.clear();
        std::size_t title = waiting_.size();
        for (std::size_t i = waiting_.size(); i-- > 0;) {
            const std::size_t words = lines_[waiting_[i]].words.size();
            if (words < title_words) continue;
            if (title == waiting_.size() || words > lines_[waiting_[title]].words.size()) title = i;
        }
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            const Line& line = lines_[waiting_[i]];
            if (i == title) {
                add_block(BlockKind::title, line);
            } else if (title < waiting_.size() && is_same(line, lines_[waiting_[title]])) {
                add_chrome(ChromeKind::repeated, line.span);
            } else {
                add_chrome(out_.articles.empty() ? ChromeKind::navigation : ChromeKind::related, line.span);
            }
        }
        waiting_.clear();
    }

    // Short lines inside an article, now that it goes on: sub-headings, or headlines of other pages.
    void place_waiting() {
        const bool list = headlines_follow_ || waiting_.size() >= headline_run;
        for (const std::size_t at : waiting_) {
            const Line& line = lines_[at];
            if (!list && line.words.size() <= subheading_words && !line.words.empty()) {
                add_block(BlockKind::subheading, line);
            } else {
                add_chrome(ChromeKind::related, line.span);
            }
        }
        waiting_.clear();
    }

    bool is_same(const Line& a, const Line& b) const { return a.words == b.words; }

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
        words_ = 0;
        open_ = ended_ = false;
    }

    // Enough words, and enough finished paragraphs: long headlines one behind the other are a list.
    bool is_article() const {
        const auto finished = static_cast<std::size_t>(std::count_if(
            paragraphs_.begin(), paragraphs_.end(), [](const Line* line) { return line->ends_sentence; }));
        if (!open_ || words_ < (out_.articles.empty() ? first_article_words : further_article_words))
            return false;
        return out_.articles.empty() ? finished > 0 || paragraphs_.size() == 1 || words_ >= sure_words
                                     : finished * 2 >= paragraphs_.size();
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
    std::vector<Line> lines_;
    ArticlesOfPage out_;

    Article article_;                // being built
    bool open_ = false;              // it has begun
    bool ended_ = false;             // chrome said that it is over; only a headline opens another
    bool headlines_follow_ = false;  // read-also: the short lines that come are headlines of other pages
    std::size_t words_ = 0;
    std::vector<const Line*> paragraphs_;
    std::vector<std::size_t> waiting_;  // short lines not yet placed
    std::vector<Span> date_lines_, next_date_lines_;
    std::set<std::uint64_t> prose_;  // paragraphs met
};

}  // namespace

ArticlesOfPage find_articles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon) {
    if (page.has_markup()) return find_articles_in_markup(page, normal, lexicon);
    return Assembler(page, normal, lexicon).run();
}

}  // namespace isnad::article
