#include "article/lines.h"

#include "base/hash.h"
#include "base/limits.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

namespace l = letters;

constexpr std::size_t sure_prose_words = 18;     // a line so long is running text, finished or not
constexpr std::size_t finished_prose_words = 7;  // one that a full stop ends may be shorter
constexpr std::size_t asking_prose_words = 14;   // headlines, too, end in question and exclamation marks
constexpr std::size_t wrap_run = 4, wrap_words = 5, wrap_points = 130;
constexpr double paragraph_share = 0.85;  // the last line of a wrapped paragraph is shorter than that
constexpr std::size_t sure_breaks = 2, most_joined = 40;
constexpr double wrap_share = 0.7;  // an unfinished line of wrapped text is nearly as long as the longest

bool is_blank(char32_t c) { return l::is_space(c) || l::is_invisible(c); }

bool is_stop(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == l::question_mark || c == l::ellipsis;
}

bool is_closing(char32_t c) {
    return c == '"' || c == ')' || c == ']' || c == '\'' || c == l::right_guillemet || c == l::right_quote ||
           c == l::left_quote || c == l::right_single_quote;
}

// A stop with white space and a letter behind it, away from the end.
bool stops_inside(std::string_view text) {
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
        if (at > 20 && at + 20 < text.size() && text[at - 1] != '.') return true;
    }
    return false;
}

struct Run {
    std::size_t first = 0, end = 0;
    double longest = 0;
};

double length(std::string_view text, const Line& line) {
    return static_cast<double>(utf8::count(text.substr(line.span.begin, line.span.size())));
}

// Hard-wrapped text: lines of about one length, few of them finished. A shorter unfinished line is a
// headline.
std::vector<Run> mark_wrapped(std::string_view text, std::vector<Line>& lines) {
    std::vector<Run> runs;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t end = first;
        bool stops = false;
        double longest = 0;
        while (end < lines.size() && lines[end].words.size() >= wrap_words && !lines[end].truncated &&
               (end == first || !lines[end].blank_before) && length(text, lines[end]) <= wrap_points) {
            stops = stops || lines[end].ends_sentence || lines[end].has_inner_stop;
            longest = std::max(longest, length(text, lines[end]));
            ++end;
        }
        const bool ends = end < lines.size() && !lines[end].blank_before && lines[end].ends_sentence &&
                          lines[end].words.size() < wrap_words;
        if (ends && end > first) {
            stops = true;
            ++end;  // the short last line of the last paragraph
        }
        if (end - first >= wrap_run && stops) {
            runs.push_back({first, end, longest});
            for (std::size_t i = first; i < end; ++i) {
                lines[i].in_prose = lines[i].in_prose || lines[i].ends_sentence ||
                                    length(text, lines[i]) >= wrap_share * longest;
            }
        }
        first = std::max(end, first + 1);
    }
    return runs;
}

}  // namespace

void Line::set_words(std::vector<std::string_view> found) {
    words = std::move(found);
    hashes.clear();
    hashes.reserve(words.size());
    for (const std::string_view word : words) hashes.push_back(hash_bytes(word));
}

bool ends_with_stop(std::string_view text) {
    while (!text.empty()) {
        const auto [c, size] = utf8::before(text, text.size());
        // Dots cut a headline off more often than they end a sentence.
        if (!is_closing(c) && !is_blank(c)) return is_stop(c) && c != l::ellipsis && !text.ends_with("..");
        text.remove_suffix(size);
    }
    return false;
}

namespace {

// An agency's mark behind the last stop: "... next year.ended/25".
bool ends_with_mark(std::string_view text) {
    constexpr std::size_t longest = 24;
    const std::size_t stop = text.rfind('.');
    if (stop == std::string_view::npos || stop == 0 || text.size() - stop > longest || text.ends_with('.'))
        return false;
    const std::string_view mark = text.substr(stop + 1);
    return mark.find('/') != std::string_view::npos && mark.find(' ') == std::string_view::npos &&
           l::is_digit(static_cast<unsigned char>(mark.back()));
}

bool is_truncated(std::string_view text) {
    while (text.ends_with(']') || text.ends_with(' ') || text.ends_with(')')) text.remove_suffix(1);
    return text.ends_with("...") || text.ends_with("\u2026");
}

// Crawlers put " date 2025-09-03 " or " date 2023-11 " before the text: its length, or 0.
std::uint32_t crawl_date(std::string_view text) {
    constexpr std::string_view word = "date ";
    if (!text.starts_with(word)) return 0;
    std::size_t at = word.size();
    while (at < text.size() && (l::is_digit(static_cast<unsigned char>(text[at])) || text[at] == '-')) ++at;
    const bool month = at == word.size() + 7, day = at == word.size() + 10;
    return (month || day) && (at == text.size() || text[at] == ' ') ? static_cast<std::uint32_t>(at) : 0;
}

// Whether the lines of a run break within sentences, as a wrapped paragraph's do.
bool is_wrapped(const std::vector<Line>& lines, const Run& run) {
    std::size_t prose = 0, broken = 0;
    for (std::size_t i = run.first; i < run.end; ++i) {
        prose += lines[i].in_prose;
        broken += lines[i].in_prose && !lines[i].ends_sentence;
    }
    return broken >= wrap_run - 1 && broken * 3 >= prose * 2;
}

bool ends_with_dash(std::string_view text) { return text.ends_with('-') || text.ends_with("\u2013"); }

// Makes one line of the lines of a wrapped paragraph. It ends where a line is finished and clearly shorter.
std::vector<Line> joined(const Page& page, const NormalText& normal, std::vector<Line> lines,
                         const std::vector<Run>& runs) {
    std::vector<Line> out;
    std::size_t next = 0;
    for (const Run& run : runs) {
        if (!is_wrapped(lines, run)) continue;
        for (; next < run.first; ++next) out.push_back(std::move(lines[next]));
        while (next < run.end) {
            const std::size_t first = next;
            const auto goes_on = [&](std::size_t at) {
                const bool last =
                    lines[at].ends_sentence && length(page.text, lines[at]) < paragraph_share * run.longest;
                return lines[at].in_prose && !last && !ends_with_dash(page.slice(lines[at].span)) &&
                       at + 1 < run.end && lines[at + 1].in_prose;
            };
            while (goes_on(next)) ++next;
            const Span span{lines[first].span.begin, lines[next].span.end};
            out.push_back(next == first ? std::move(lines[first])
                                        : line_of(page, normal, span, lines[first].blank_before));
            out.back().in_prose = out.back().in_prose || next > first;
            ++next;
        }
    }
    for (; next < lines.size(); ++next) out.push_back(std::move(lines[next]));
    return out;
}

}  // namespace

Line line_of(const Page& page, const NormalText& normal, Span span, bool blank_before) {
    Line line;
    line.span = span;
    line.blank_before = blank_before;
    const std::string_view content = page.slice(span);
    line.set_words(lexicon::words_of(normal.search(normal.normal(span))));
    line.ends_sentence = ends_with_stop(content) || ends_with_mark(content);
    line.has_inner_stop = stops_inside(content);
    const bool asks = line.ends_sentence && !content.ends_with('.') && !line.has_inner_stop &&
                      content.find('.') >= content.find("..");
    line.in_prose =
        line.words.size() >= sure_prose_words ||
        (line.ends_sentence && line.words.size() >= (asks ? asking_prose_words : finished_prose_words));
    line.truncated = is_truncated(content);
    return line;
}

namespace {

// A definite noun with a comma behind it opens a line: "Kuwait, Sheikh ..." goes on from the line before,
// where "For his part, he" would not.
bool goes_on_from(std::string_view text) {
    if (!text.starts_with(spelled<l::alef, l::lam>)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        if (c == l::comma || c == ',') return true;
        if (is_blank(c)) return false;
        at += size;
    }
    return false;
}

// A guillemet that opens on the line and does not close on it.
bool quote_is_open(std::string_view text) {
    const std::size_t open = text.rfind("\u00AB");
    return open != std::string_view::npos && text.find("\u00BB", open) == std::string_view::npos;
}

bool may_break(const Line& line, const Line& next, std::string_view text) {
    return !line.ends_sentence && !line.truncated && !next.blank_before && !line.words.empty() &&
           text[line.span.end - 1] != ':';
}

// Some crawlers break the line wherever a link stood. Where that is sure at two places of a page, unfinished
// lines from the first of them on are joined to what follows.
std::vector<Line> without_link_breaks(const Page& page, const NormalText& normal, std::vector<Line> lines) {
    std::size_t first = lines.size(), sure = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool goes_on =
            goes_on_from(page.slice(lines[i].span)) || quote_is_open(page.slice(lines[i - 1].span));
        if (!goes_on || !may_break(lines[i - 1], lines[i], page.text)) continue;
        first = std::min(first, i - 1);
        ++sure;
    }
    if (sure < sure_breaks) return lines;
    std::vector<Line> out(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t i = first; i < lines.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < lines.size() && last - i < most_joined &&
               may_break(lines[last], lines[last + 1], page.text))
            ++last;
        const Span span{lines[i].span.begin, lines[last].span.end};
        out.push_back(last == i ? lines[i] : line_of(page, normal, span, lines[i].blank_before));
        i = last;
    }
    return out;
}

}  // namespace

std::vector<Line> lines_of(const Page& page, const NormalText& normal) {
    const std::string_view text = page.text;
    std::vector<Line> lines;
    bool blank = true;
    for (std::uint32_t at = 0; at < text.size() && lines.size() < limits::blocks_per_page;) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
        Span span = trimmed(text, {at, end});
        at = end + 1;
        if (span.empty()) {
            blank = true;
            continue;
        }
        if (const std::uint32_t date = crawl_date(page.slice(span))) {
            lines.push_back(line_of(page, normal, {span.begin, span.begin + date}, blank));
            span = trimmed(text, {span.begin + date, span.end});
        }
        if (!span.empty()) lines.push_back(line_of(page, normal, span, blank));
        blank = false;
    }
    const std::vector<Run> runs = mark_wrapped(text, lines);
    if (!runs.empty()) lines = joined(page, normal, std::move(lines), runs);
    return without_link_breaks(page, normal, std::move(lines));
}

}  // namespace isnad::article
