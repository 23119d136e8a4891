#include "article/text_pieces.h"

#include <algorithm>

#include "base/limits.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

namespace l = letters;

constexpr std::size_t headed_line_words = 30;  // words; only lines so long hide a title at their head
constexpr std::size_t head_words = 30;         // of such a line, in which its title and date are looked for
constexpr std::size_t least_title = 4, most_title = 22;
constexpr std::size_t divided_by = 3;          // spaces in a row that divide headlines
constexpr std::size_t least_divided = 3;       // times they do so in a line
constexpr std::size_t words_before_dash = 16;  // in front of the text
constexpr std::size_t most_headline = 18;      // words of a headline behind an inline notice
constexpr std::size_t least_headline = 3;
constexpr std::size_t most_notices = 40;  // of one line; further ones stay in the text

bool is_divider(char32_t c) {
    return c == '-' || c == '|' || c == ':' || c == '/' || c == l::en_dash || c == l::em_dash ||
           c == l::bullet;
}

class Cutter {
  public:
    Cutter(const Page& page, const NormalText& normal, const ChromeMarks& marks)
        : page_(page), normal_(normal), marks_(marks) {}

    std::vector<Piece> run() {
        for (Line& line : lines_of(page_, normal_)) {
            if (pieces_.size() >= limits::blocks_per_page) break;
            if (!cut_at_spaces(line)) cut_line(std::move(line));
        }
        return std::move(pieces_);
    }

  private:
    // Where a word of a line begins or ends in the page.
    std::uint32_t begin_of(const Line& line, std::size_t word) const { return place(line.words[word]).begin; }
    std::uint32_t end_of(const Line& line, std::size_t word) const { return place(line.words[word]).end; }
    Span place(std::string_view word) const {
        const auto at = static_cast<std::uint32_t>(word.data() - normal_.search().data());
        return normal_.original({at, at + static_cast<std::uint32_t>(word.size())});
    }

    Line part(const Line& line, std::uint32_t begin, std::uint32_t end) const {
        const Span span = without_dividers(begin, end);
        return line_of(page_, normal_, span, begin == line.span.begin && line.blank_before);
    }

    Span without_dividers(std::uint32_t begin, std::uint32_t end) const {
        Span span = trimmed(page_.text, {begin, end});
        while (!span.empty()) {
            const auto [c, size] = utf8::at(page_.text, span.begin);
            if (!is_divider(c)) break;
            span = trimmed(page_.text, {span.begin + static_cast<std::uint32_t>(size), span.end});
        }
        return span;
    }

    void add(Line line, std::optional<Mark> mark = std::nullopt) {
        if (!line.span.empty()) pieces_.push_back({std::move(line), std::move(mark)});
    }

    void add_chrome(std::uint32_t begin, std::uint32_t end, ChromeKind kind) {
        const Span span = trimmed(page_.text, {begin, past_dividers(end)});
        if (!span.empty())
            add(line_of(page_, normal_, span, false), Mark{kind, false, false, 0, PageKind::article});
    }

    // What divides a piece from the next one belongs to neither; it stays with the chrome.
    std::uint32_t past_dividers(std::uint32_t end) const {
        for (std::uint32_t at = end; at < page_.text.size();) {
            const auto [c, size] = utf8::at(page_.text, at);
            if (c != ' ' && !is_divider(c)) break;
            at += static_cast<std::uint32_t>(size);
            if (c != ' ') end = at;
        }
        return end;
    }

    // Headlines behind one another, runs of spaces between them.
    bool cut_at_spaces(const Line& line) {
        const std::string_view text = page_.slice(line.span);
        if (line.words.size() < headed_line_words) return false;
        std::vector<std::uint32_t> cuts;
        std::size_t spaces = 0;
        for (std::uint32_t at = 0; at < text.size(); ++at) {
            spaces = text[at] == ' ' ? spaces + 1 : 0;
            if (spaces == divided_by) cuts.push_back(line.span.begin + at);
        }
        if (cuts.size() < least_divided) return false;
        std::uint32_t begin = line.span.begin;
        cuts.push_back(line.span.end);
        for (const std::uint32_t cut : cuts) {
            const Span span = trimmed(page_.text, {begin, cut});
            if (!span.empty()) cut_line(line_of(page_, normal_, span, false));
            begin = cut;
        }
        return true;
    }

    void cut_line(Line line) {
        if (!prose_met_ && line.words.size() >= headed_line_words && cut_head(line)) return;
        cut_notices(std::move(line));
    }

    // The first long line of a page: title and date before the text, the title twice, a byline before a dash.
    bool cut_head(const Line& line) {
        const std::size_t end = std::min(line.words.size(), head_words);
        for (std::size_t at = 0; at < end; ++at) {
            const std::size_t date = marks_.date_length(line, at);
            if (date == 0) continue;
            if (stops_before(line, at) || at + date + least_title > line.words.size()) break;
            const auto phrase = date_phrase(line, at);
            const std::uint32_t behind = end_of(line, at + date - 1);
            if (phrase) return cut_around(line, *phrase, behind);
            if (at >= least_title && at <= most_title && has_clock(line, at, date) &&
                recurs(line, at, at + date))
                return cut_around(line, at, behind);
            if (at + date <= words_before_dash && dash_follows(behind)) {
                add_chrome(line.span.begin, behind, ChromeKind::date_line);
                cut_notices(part(line, behind, line.span.end));
                prose_met_ = true;
                return true;
            }
            break;
        }
        return cut_repeated(line);
    }

    // A title of some words, the phrase and the date, the text.
    bool cut_around(const Line& line, std::size_t phrase, std::uint32_t behind) {
        if (phrase > most_title || (phrase > 0 && phrase < least_title)) return false;
        prose_met_ = true;
        const std::uint32_t date = begin_of(line, phrase);
        if (phrase > 0) add(part(line, behind_breadcrumb(line, phrase), date));
        add_chrome(date, behind, ChromeKind::date_line);
        cut_notices(part(line, behind, line.span.end));
        return true;
    }

    // A time of day among the words of a date: "19:53".
    static bool has_clock(const Line& line, std::size_t first, std::size_t words) {
        for (std::size_t i = first + 1; i + 1 < first + words; ++i) {
            if (line.words[i] == ":" && is_digits(line.words[i - 1]) && is_digits(line.words[i + 1]))
                return true;
        }
        return false;
    }

    static bool is_digits(std::string_view word) {
        return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    // Whether the words before the date come again in the text behind it: a title, not the beginning of a
    // sentence.
    static bool recurs(const Line& line, std::size_t title, std::size_t text) {
        constexpr std::size_t window = 60, letters = 6;
        std::size_t known = 0, words = 0;
        const auto end =
            line.words.begin() + static_cast<std::ptrdiff_t>(std::min(line.words.size(), text + window));
        for (std::size_t i = 0; i < title; ++i) {
            if (line.words[i].size() < letters) continue;
            ++words;
            known +=
                std::find(line.words.begin() + static_cast<std::ptrdiff_t>(text), end, line.words[i]) != end;
        }
        return words >= least_headline && known * 3 >= words;
    }

    // "1. Home 2. Economy Title ...": where the title begins; the steps before it are navigation.
    std::uint32_t behind_breadcrumb(const Line& line, std::size_t title) {
        std::size_t word = 0;
        while (word + 2 < title && is_digits(line.words[word]) && line.words[word].size() == 1) {
            const std::size_t phrase = marks_.navigation_words(line, word + 1);
            if (phrase == 0) break;
            word += 1 + phrase;
        }
        if (word == 0) return line.span.begin;
        const std::uint32_t begin = begin_of(line, word);
        add_chrome(line.span.begin, begin, ChromeKind::navigation);
        return begin;
    }

    // The word at which a phrase such as "published on" begins that leads to the date at a word.
    std::optional<std::size_t> date_phrase(const Line& line, std::size_t date) const {
        constexpr std::size_t longest = 7;
        for (std::size_t words = 1; words <= std::min(longest, date); ++words) {
            Line part;
            part.set_words({line.words.begin() + static_cast<std::ptrdiff_t>(date - words),
                            line.words.begin() + static_cast<std::ptrdiff_t>(date) + 1});
            part.span = {begin_of(line, date - words), end_of(line, date)};
            const auto mark = marks_.of(part, page_);
            if (mark && mark->kind == ChromeKind::date_line && mark->words > 0) return date - words;
        }
        return std::nullopt;
    }

    bool stops_before(const Line& line, std::size_t word) const {
        const std::string_view text = page_.slice({line.span.begin, begin_of(line, word)});
        for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
            if (at > 0 && !l::is_digit(static_cast<unsigned char>(text[at - 1]))) return true;
        }
        return false;
    }

    bool dash_follows(std::uint32_t at) const {
        constexpr std::uint32_t near = 12;
        const std::string_view text = std::string_view(page_.text).substr(at, near);
        return text.find(" - ") != std::string_view::npos || text.find(" \u2013 ") != std::string_view::npos;
    }

    // The same words twice at the head of a line: the title and its repetition.
    bool cut_repeated(const Line& line) {
        for (std::size_t words = std::min(most_title, line.words.size() / 2); words >= least_title; --words) {
            if (!std::equal(line.words.begin(), line.words.begin() + static_cast<std::ptrdiff_t>(words),
                            line.words.begin() + static_cast<std::ptrdiff_t>(words)))
                continue;
            const std::uint32_t first = begin_of(line, words), second = end_of(line, 2 * words - 1);
            add(part(line, line.span.begin, first));
            add_chrome(first, second, ChromeKind::repeated);
            cut_notices(part(line, second, line.span.end));
            prose_met_ = true;
            return true;
        }
        return false;
    }

    // Notices between the sentences of a paragraph, and "read more" at its end.
    void cut_notices(Line line) {
        if (line.words.size() < least_title) return add(std::move(line));
        prose_met_ = prose_met_ || line.in_prose;
        std::size_t from = 0;
        for (std::size_t cuts = 0; cuts < most_notices; ++cuts) {
            const auto mark = marks_.inline_mark(line, from);
            if (!mark) break;
            if (mark->first > 0 ? !divided_before(line, mark->first) : mark->glued == 0) {
                from = mark->first + 1;
                continue;
            }
            if (mark->first > 0) add(part(line, line.span.begin, opening(begin_of(line, mark->first))));
            const std::uint32_t end = notice_end(line, *mark);
            add_chrome(opening(begin_of(line, mark->first)), end, mark->kind);
            line = part(line, end, line.span.end);
            from = 0;
            if (line.words.empty()) return;
        }
        if (const auto mark = marks_.end_mark(line); mark && mark->first >= least_title) {
            const std::uint32_t at = begin_of(line, mark->first), end = line.span.end;
            Line rest = part(line, line.span.begin, at);
            rest.truncated = true;
            add(std::move(rest));
            return add_chrome(at, end, mark->kind);
        }
        add(std::move(line));
    }

    // A stop, a bracket or a closing mark stands before a word.
    bool divided_before(const Line& line, std::size_t word) const {
        std::uint32_t at = begin_of(line, word);
        while (at > line.span.begin) {
            const auto [c, size] = utf8::before(page_.text, at);
            if (!l::is_space(c) && !l::is_invisible(c))
                return c == '.' || c == '!' || c == '?' || c == l::question_mark || c == '(' || c == '[' ||
                       c == ')' || c == ']' || c == '"' || c == l::right_guillemet || c == l::right_quote ||
                       c == l::left_quote || c == '|' || c == '-' || c == l::ellipsis;
            at -= static_cast<std::uint32_t>(size);
        }
        return true;
    }

    // A bracket that opens right before a notice belongs to it.
    std::uint32_t opening(std::uint32_t at) const {
        std::uint32_t begin = at;
        while (begin > 0 && page_.text[begin - 1] == ' ') --begin;
        const char c = begin > 0 ? page_.text[begin - 1] : ' ';
        return c == '(' || c == '[' ? begin - 1 : at;
    }

    // Where a notice ends: behind the phrase; for a read-also behind its headline, as far as that is certain.
    std::uint32_t notice_end(const Line& line, const InlineMark& mark) const {
        std::uint32_t end = mark.end > mark.first ? end_of(line, mark.end - 1) : begin_of(line, mark.first);
        if (mark.glued > 0) end = place(line.words[mark.end].substr(0, mark.glued)).end;
        const bool leads = mark.kind == ChromeKind::read_also || mark.kind == ChromeKind::related;
        if (!leads || mark.end >= line.words.size()) return leads ? line.span.end : end;
        const std::uint32_t begin = opening(begin_of(line, mark.first));
        if (page_.text[begin] == '(' || page_.text[begin] == '[') {
            const std::size_t close = page_.text.find(page_.text[begin] == '(' ? ')' : ']', end);
            if (close < line.span.end) return static_cast<std::uint32_t>(close) + 1;
        }
        for (std::size_t word = mark.end; word < line.words.size() && word < mark.end + most_headline;
             ++word) {
            const std::uint32_t behind = end_of(line, word);
            const bool stop = behind < line.span.end && page_.text[behind] == '.';
            if (stop && word >= mark.end + least_headline) return behind + 1;
            if (word >= mark.end + least_headline && goes_on(line, word)) return begin_of(line, word);
        }
        return line.words.size() - mark.end <= most_headline ? line.span.end : end;
    }

    // "And" with a word behind it that opens a sentence: the headline is over.
    bool goes_on(const Line& line, std::size_t word) const { return marks_.opens_sentence(line.words[word]); }

    const Page& page_;
    const NormalText& normal_;
    const ChromeMarks& marks_;
    std::vector<Piece> pieces_;
    bool prose_met_ = false;
};

}  // namespace

std::vector<Piece> pieces_of(const Page& page, const NormalText& normal, const ChromeMarks& marks) {
    return Cutter(page, normal, marks).run();
}

}  // namespace isnad::article
