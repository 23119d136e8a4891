#include "article/text_articles.h"

#include <algorithm>

#include "article/text_builder.h"
#include "article/text_facts.h"
#include "article/text_kind.h"
#include "article/text_lists.h"
#include "article/text_pieces.h"
#include "article/text_title.h"
#include "base/limits.h"

namespace isnad::article {
namespace {

constexpr std::size_t headline_run =
    3;  // so many short lines in a row inside an article are a list of headlines
constexpr std::size_t own_subheading_words = 14;  // a longer short line inside an article is no sub-heading
constexpr std::size_t least_caption_words = 6, label_words = 3;
constexpr std::size_t unfinished_deck_words = 6;  // an unfinished deck has at least so many words
constexpr std::size_t long_title_words = 28;      // an unfinished line so long may still be a title
constexpr std::size_t title_window = 60;          // words of the text in which a title's words are looked for
constexpr double title_share = 0.25;              // of a long title in the text
constexpr double deck_share = 0.5;                // of a deck
constexpr double listed_share = 0.5;  // items of an article's own list share so many words with it
constexpr double listed_foreign = 0.15,
                 headed_foreign = 0.35;  // behind "read also"; with a headline before it
constexpr std::size_t told_words = 6;    // of a short line that begins with "and said"
constexpr std::size_t run_words = 35;    // of headlines without a sign between them
constexpr double run_share = 0.15;
constexpr double break_threshold = 0.82;

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
        : page_(page),
          normal_(normal),
          lexicon_(lexicon),
          marks_(lexicon),
          content_(lexicon),
          builder_(page, content_),
          pieces_(pieces_of(page, normal, marks_)) {
        for (Piece& piece : pieces_) {
            if (!piece.mark) piece.mark = mark_of(piece.line);
        }
        summaries_ = summaries_of(pieces_);
    }

    ArticlesOfPage run() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) take(i);
        take_cut_end();
        drop_waiting(ChromeKind::related);
        close_article();
        if (!out_.articles.empty() && page_.markup) state_record_facts(page_, out_.articles.front());
        note_what_is_missing();
        std::sort(out_.chrome.begin(), out_.chrome.end(),
                  [](const ChromeLine& a, const ChromeLine& b) { return a.span < b.span; });
        return std::move(out_);
    }

  private:
    const Line& line(std::size_t at) const { return pieces_[at].line; }
    std::string_view text(const Line& line) const { return page_.slice(line.span); }

    std::optional<Mark> mark_of(const Line& line) const {
        if (marks_.is_dateline(line, page_))
            return Mark{ChromeKind::byline, false, false, 0, PageKind::article};
        if (marks_.is_source_name(line)) return Mark{ChromeKind::source, false, true, 0, PageKind::article};
        return marks_.of(line, page_);
    }

    void take(std::size_t at) {
        const auto& mark = pieces_[at].mark;
        const bool heads =
            mark && mark->caption && !open_ && waiting_.empty() && !mark->alone &&
            line(at).words.size() >= least_caption_words;  // "In pictures: ..." is a title, too
        if (!heads && (mark ? mark->caption : ends_in_credit(line(at)))) return take_caption(at);
        if (heads) return waiting_.push_back(at);
        if (mark) return take_chrome(at, *mark);
        if (summaries_[at]) {
            drop_waiting(ChromeKind::related);
            add_chrome(ChromeKind::related, line(at).span);
            listing_ = true;
        } else if (is_run_of_headlines(at)) {
            add_chrome(ChromeKind::most_read, line(at).span);
        } else if (is_prose(at) || is_list(line(at))) {
            take_prose(at);
        } else {
            waiting_.push_back(at);
            listing_ = false;
        }
    }

    void take_chrome(std::size_t at, const Mark& mark) {
        const Line& furniture = line(at);
        add_chrome(mark.kind, furniture.span);
        furniture_.push_back({&furniture, &pieces_[at].mark, !open_});
        const bool dates = (marks_.is_date_line(furniture) || mark.kind == ChromeKind::date_line) &&
                           mark.kind != ChromeKind::shortcode &&
                           text(furniture).find('@') == std::string_view::npos;
        dated_ = dated_ || ((dates || mark.kind == ChromeKind::byline) && !waiting_.empty());
        if (dates && open_ && !waiting_.empty() && builder_.paragraphs() >= 2)
            ended_ = true;  // a headline and its date: another article
        if (dates && !listing_) {
            if (open_ && !ended_)
                builder_.add_date_line(furniture.span);
            else
                next_date_lines_.push_back(furniture.span);
        }
        if (opens_headlines(mark.kind)) headlines_follow_ = mark.alone;
        if (!open_) return;
        ended_ = ended_ || ends_article(mark.kind);
        ended_for_good_ = ended_for_good_ || ends_for_good(mark.kind);
    }

    bool is_prose(std::size_t at) const {
        if (line(at).in_prose) return !is_long_title(at);
        return open_ && !ended_ && !headlines_follow_ && line(at).words.size() >= told_words &&
               marks_.opens_sentence(line(at).words[0]);
    }

    // Headlines run together before the text, without any sign between them.
    bool is_run_of_headlines(std::size_t at) const {
        const Line& run = line(at);
        if (open_ || run.ends_sentence || run.has_inner_stop || run.words.size() < run_words) return false;
        const auto prose = prose_behind(at + 1, break_window);
        return !prose.empty() && !content_.opening(*prose[0], text(*prose[0])).connector &&
               share_in_text(run, prose, content_) < run_share;
    }

    // Inside an article a short unfinished line that ends in a short bracket is a caption with its credit,
    // whoever it names.
    bool ends_in_credit(const Line& caption) const {
        constexpr std::size_t credit_words = 5;
        const std::string_view words = text(caption);
        const std::size_t open = words.rfind('(');
        if (!open_ || ended_ || caption.in_prose || caption.words.size() < least_caption_words ||
            !words.ends_with(')') || open == 0)
            return false;
        const std::size_t inside = lexicon::words_of(words.substr(open + 1)).size();
        if (inside < 1 || inside > credit_words || inside >= caption.words.size()) return false;
        Line bracket;
        bracket.set_words({caption.words.end() - static_cast<std::ptrdiff_t>(inside), caption.words.end()});
        const auto stems = content_.stems(bracket, credit_words);
        return stems.size() < 2 || builder_.before().share_met(stems) < listed_share;
    }

    bool is_list(const Line& item) const {
        return open_ && !ended_ && !headlines_follow_ && is_list_line(item, text(item));
    }

    // A long unfinished line at the head of the page, with the text behind it.
    bool is_long_title(std::size_t at) const {
        const Line& title = line(at);
        if (open_ || !waiting_.empty() || title.ends_sentence || title.has_inner_stop ||
            title.words.size() > long_title_words || text(title).find('\n') != std::string_view::npos)
            return false;
        const auto prose = prose_behind(at + 1, title_window);
        if (prose.empty() || prose[0]->words.size() <= title.words.size()) return false;
        const bool signs = text(title).find(':') != std::string_view::npos ||
                           text(title).find("..") != std::string_view::npos;
        return share_in_text(title, prose, content_) >= (signs ? title_share / 2 : title_share);
    }

    void take_caption(std::size_t at) {
        const bool label = line(at).words.size() < label_words;  // "video", "(Reuters)" alone
        if ((open_ && ended_) || label) return add_chrome(ChromeKind::credit, line(at).span);
        builder_.add(BlockKind::caption, line(at));
    }

    void take_prose(std::size_t at) {
        const Line& prose = line(at);
        if (met_.again(prose)) return add_chrome(ChromeKind::repeated, prose.span);
        const bool breaks = open_ && ends_here(at);
        if (open_ && !breaks && headlines_follow_ &&
            builder_.is_foreign(prose, waiting_.empty() ? listed_foreign : headed_foreign)) {
            drop_waiting(ChromeKind::related);
            return add_chrome(ChromeKind::related, prose.span);
        }
        if (breaks) {
            close_article();
        } else if (open_ && ended_ && (ended_for_good_ || !builder_.resumes(prose))) {
            return add_chrome(ChromeKind::other, prose.span);
        }
        open_ ? place_waiting() : begin_article(at);
        builder_.add(BlockKind::paragraph, prose);
        headlines_follow_ = dated_ = ended_ = listing_ = false;
    }

    // Whether another article begins with the waiting lines and this prose.
    bool ends_here(std::size_t at) {
        if (waiting_.empty()) return false;
        BreakPlace place;
        place.after = prose_behind(at, break_window);
        if (place.after.empty()) place.after.push_back(&line(at));
        const auto title = choose_title(waiting_lines(), place.after, content_);
        if (!title) return ended_ && !ended_for_good_ && !builder_.resumes(line(at));
        place.headline = &line(waiting_[*title]);
        if (content_.opening(*place.headline, text(*place.headline)).joined) return false;
        place.dated = dated_;
        place.ended = ended_ || headlines_follow_;
        place.repeated = std::any_of(waiting_.begin(), waiting_.end(), [&](std::size_t other) {
            return other != waiting_[*title] && line(other).words == place.headline->words;
        });
        place.subheadings = builder_.subheadings();
        const BreakSigns signs = break_signs(place, builder_.before(), content_, page_.text);
#ifdef CRAWL_DUMP
        CRAWL_DUMP(signs, place.headline->span.begin);
#endif
        if (break_likelihood(signs) >= break_threshold) return true;
        return ended_ && !ended_for_good_ && !builder_.resumes(line(at));
    }

    // The unmarked prose from a line on, as far as so many words.
    std::vector<const Line*> prose_behind(std::size_t at, std::size_t words) const {
        constexpr std::size_t lines = 400;
        std::vector<const Line*> prose;
        const std::size_t end = std::min(pieces_.size(), at + lines);
        for (std::size_t seen = 0; at < end && seen < words; ++at) {
            if (pieces_[at].mark && ends_article(pieces_[at].mark->kind)) break;
            if (pieces_[at].mark || summaries_[at] || !line(at).in_prose) continue;
            prose.push_back(&line(at));
            seen += line(at).words.size();
        }
        return prose;
    }

    std::vector<const Line*> waiting_lines() const {
        std::vector<const Line*> lines;
        for (const std::size_t at : waiting_) lines.push_back(&line(at));
        return lines;
    }

    // The waiting lines hold the title. What stands before it is navigation; what repeats it is chrome; a
    // line behind it that shares its words with the text is the deck.
    void begin_article(std::size_t at) {
        open_ = true;
        ended_ = ended_for_good_ = false;
        for (const Span date : next_date_lines_) builder_.add_date_line(date);
        next_date_lines_.clear();
        const auto prose = prose_behind(at, title_window);
        const auto title = choose_title(waiting_lines(), prose, content_);
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            const Line& short_line = line(waiting_[i]);
            if (title && i == *title) {
                builder_.add(BlockKind::title, short_line);
            } else if (title && repeats(short_line, line(waiting_[*title]))) {
                add_chrome(ChromeKind::repeated, short_line.span);
            } else if (title && i > *title && short_line.words.size() >= unfinished_deck_words &&
                       share_in_text(short_line, prose, content_) >= deck_share) {
                builder_.add(BlockKind::deck, short_line);
            } else {
                add_chrome(out_.articles.empty() ? ChromeKind::navigation : ChromeKind::related,
                           short_line.span);
                furniture_.push_back({&short_line, &pieces_[waiting_[i]].mark, true});
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
    // of other pages. The same line twice is a picture's description and its caption.
    void place_waiting() {
        const bool run = waiting_.size() >= headline_run;
        const bool own = run && !headlines_follow_ && share_of_waiting() >= listed_share;
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            const Line& short_line = line(waiting_[i]);
            const bool again = i > 0 && line(waiting_[i - 1]).words == short_line.words;
            const bool twice = i + 1 < waiting_.size() && line(waiting_[i + 1]).words == short_line.words;
            if (again) {
                add_chrome(ChromeKind::repeated, short_line.span);
            } else if (own || (!headlines_follow_ && is_figure_line(short_line))) {
                builder_.add(BlockKind::paragraph, short_line);
            } else if (!headlines_follow_ && (!run || twice) &&
                       short_line.words.size() <= own_subheading_words && !short_line.words.empty() &&
                       !short_line.truncated) {
                builder_.add(twice ? BlockKind::caption : BlockKind::subheading, short_line);
            } else {
                add_chrome(ChromeKind::related, short_line.span);
            }
        }
        waiting_.clear();
    }

    double share_of_waiting() const {
        double sum = 0;
        for (const std::size_t at : waiting_) sum += builder_.share_met(line(at));
        return waiting_.empty() ? 0 : sum / static_cast<double>(waiting_.size());
    }

    void add_chrome(ChromeKind kind, Span span) { out_.chrome.push_back({kind, span}); }

    void drop_waiting(ChromeKind kind) {
        for (const std::size_t at : waiting_) add_chrome(kind, line(at).span);
        waiting_.clear();
    }

    // A page that was cut off ends in the middle of a sentence.
    void take_cut_end() {
        if (!open_ || ended_ || headlines_follow_ || waiting_.size() != 1 ||
            waiting_[0] + 1 != pieces_.size())
            return;
        const Line& last = pieces_.back().line;
        if (!content_.opening(last, text(last)).connector || !builder_.resumes(last)) return;
        builder_.add(BlockKind::paragraph, last);
        waiting_.clear();
    }

    void close_article() {
        if (open_) {
            const bool ledes = !builder_.has_title() && are_ledes(builder_.lines(), content_, page_.text);
            auto article = ledes ? std::nullopt : builder_.close(out_.articles.empty(), out_.chrome);
            if (ledes) {
                builder_.discard(out_.chrome);
                if (out_.articles.empty()) out_.kind = PageKind::list;
            }
            if (article && out_.articles.size() < limits::articles_per_page) {
                state_text_facts(page_, normal_, lexicon_, furniture_, *article);
                out_.articles.push_back(std::move(*article));
            } else if (article) {
                for (const Block& block : article->blocks) add_chrome(ChromeKind::cut, block.span);
            }
        } else {
            builder_.discard(out_.chrome);  // a caption that no article followed
        }
        furniture_.clear();
        open_ = ended_ = ended_for_good_ = false;
    }

    void note_what_is_missing() {
        if (!out_.articles.empty()) {
            out_.kind = PageKind::article;
            return;
        }
        if (out_.kind != PageKind::list) out_.kind = kind_without_article(pieces_, summaries_);
        if (page_.text.empty()) return;
        out_.problems.push_back(
            {"no_article", Severity::warning, std::string(what_it_is(out_.kind)), std::nullopt, 0});
    }

    const Page& page_;
    const NormalText& normal_;
    const lexicon::Lexicon& lexicon_;
    ChromeMarks marks_;
    ContentWords content_;
    TextBuilder builder_;
    std::vector<Piece> pieces_;
    std::vector<char> summaries_;  // of other pages
    ParagraphsMet met_;
    ArticlesOfPage out_;

    bool open_ = false;                 // an article has begun
    bool ended_ = false;                // chrome said that it is over
    bool ended_for_good_ = false;       // and nothing but another article can follow
    bool dated_ = false;                // a date or a byline stands behind the waiting lines
    bool headlines_follow_ = false;     // read-also: the short lines that come are headlines of other pages
    bool listing_ = false;              // the last line was a summary of another page
    std::vector<std::size_t> waiting_;  // short lines not yet placed
    std::vector<FurnitureLine> furniture_;
    std::vector<Span> next_date_lines_;
};

}  // namespace

ArticlesOfPage find_articles_in_text(const Page& page, const NormalText& normal,
                                     const lexicon::Lexicon& lexicon) {
    return Assembler(page, normal, lexicon).run();
}

}  // namespace isnad::article
