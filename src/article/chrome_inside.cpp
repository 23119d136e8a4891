#include <algorithm>
#include <array>

#include "article/chrome_phrases.h"
#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::article {
namespace {

using lexicon::Phrase;

constexpr std::size_t dateline_words = 6;  // a line that says where the news come from holds no more

struct KindWord {
    std::string_view word;
    ChromeKind kind;
};

constexpr std::array kinds{KindWord{"read_also", ChromeKind::read_also},
                           KindWord{"most_read", ChromeKind::most_read},
                           KindWord{"share", ChromeKind::share},
                           KindWord{"counter", ChromeKind::counter},
                           KindWord{"font_size", ChromeKind::font_size},
                           KindWord{"newsletter", ChromeKind::newsletter},
                           KindWord{"shortcode", ChromeKind::shortcode},
                           KindWord{"credit", ChromeKind::credit},
                           KindWord{"keywords", ChromeKind::keywords},
                           KindWord{"source", ChromeKind::source},
                           KindWord{"comments", ChromeKind::comments},
                           KindWord{"copyright", ChromeKind::copyright},
                           KindWord{"date_line", ChromeKind::date_line},
                           KindWord{"navigation", ChromeKind::navigation},
                           KindWord{"follow", ChromeKind::follow},
                           KindWord{"advert", ChromeKind::advert},
                           KindWord{"cookie", ChromeKind::cookie},
                           KindWord{"byline", ChromeKind::byline},
                           KindWord{"print", ChromeKind::print},
                           KindWord{"related", ChromeKind::related},
                           KindWord{"live", ChromeKind::live}};

}  // namespace

Mark mark_of_kind(std::string_view word) {
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindWord& k) { return k.word == word; });
    const PageKind page = word == "error"  ? PageKind::error
                          : word == "wall" ? PageKind::wall
                                           : PageKind::article;
    return {known == kinds.end() ? ChromeKind::other : known->kind, word == "caption" || word == "credit",
            false, 0, page};
}

bool is_number(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Only phrases of the flag count, and one that stands at words [first, end) or is glued to the next word with
// its last one.
std::optional<InlineMark> ChromeMarks::inline_at(const Line& line, std::size_t first) const {
    constexpr std::size_t least_glued = 4;  // bytes of a glued last word
    std::optional<InlineMark> best;
    const auto take = [&](const lexicon::Found& found, std::size_t end, std::size_t glued) {
        for (const lexicon::Entry& entry : found.entries) {
            if (entry.table != *table_ || !lexicon::Lexicon::has_flag(lexicon_.cell(entry, flags_), "inline"))
                continue;
            best = InlineMark{mark_of_kind(lexicon_.cell(entry, kind_)).kind, first, end, glued};
        }
    };
    Phrase phrase;
    for (std::size_t next = first; next < line.words.size(); ++next) {
        const std::string_view word = line.words[next];
        if (next > first) {
            for (std::size_t size = least_glued; size < std::min<std::size_t>(word.size(), 32); size += 2)
                take(lexicon_.find(phrase.then(word.substr(0, size))), next, size);
        }
        phrase = phrase.then(word);
        const lexicon::Found found = lexicon_.find(phrase);
        take(found, next + 1, 0);
        if (!found.longer) break;
    }
    return best;
}

std::optional<InlineMark> ChromeMarks::inline_mark(const Line& line, std::size_t from) const {
    if (!table_) return std::nullopt;
    for (std::size_t first = from; first < line.words.size(); ++first) {
        if (const auto mark = inline_at(line, first)) return mark;
    }
    return std::nullopt;
}

std::optional<InlineMark> ChromeMarks::end_mark(const Line& line) const {
    constexpr std::size_t longest = 4;
    if (!table_) return std::nullopt;
    for (std::size_t words = std::min(longest, line.words.size()); words > 0; --words) {
        std::optional<InlineMark> mark;
        const std::size_t first = line.words.size() - words;
        each_phrase(lexicon_, line, first, [&](const lexicon::Entry& entry, std::size_t end) {
            const Mark known = entry.table == *table_ ? mark_of_kind(lexicon_.cell(entry, kind_)) : Mark{};
            if (known.kind == ChromeKind::read_also && end == line.words.size() &&
                lexicon_.cell(entry, match_) == "end")
                mark = InlineMark{known.kind, first, end, 0};
        });
        if (mark) return mark;
    }
    return std::nullopt;
}

// The end of the longest phrase of some tables at a word, or `first`.
std::size_t ChromeMarks::covered(const Line& line, std::size_t first,
                                 const std::vector<lexicon::TableId>& tables) const {
    std::size_t last = first;
    each_phrase(lexicon_, line, first, [&](const lexicon::Entry& entry, std::size_t end) {
        if (std::find(tables.begin(), tables.end(), entry.table) != tables.end()) last = std::max(last, end);
    });
    return last;
}

std::size_t ChromeMarks::date_length(const Line& line, std::size_t from) const {
    constexpr std::size_t longest = 14;
    bool year = false, month = false;
    std::size_t numbers = 0, at = from;
    while (at < line.words.size() && at - from < longest) {
        const std::string_view word = line.words[at];
        const std::size_t time = covered(line, at, times_);
        if (is_number(word)) {
            year = year || (word.size() == 4 && (word[0] == '1' || word[0] == '2'));
            ++numbers;
            ++at;
        } else if (time > at) {
            month = month || (months_ && covered(line, at, {*months_}) > at);
            at = time;
        } else if (word.size() <= 2 && at > from) {
            ++at;  // a sign, or the letter for the half of the day
        } else {
            break;
        }
    }
    return year && numbers >= 2 && (month || numbers >= 3) ? at - from : 0;
}

std::size_t ChromeMarks::navigation_words(const Line& line, std::size_t first) const {
    std::size_t words = 0;
    if (!table_) return words;
    each_phrase(lexicon_, line, first, [&](const lexicon::Entry& entry, std::size_t end) {
        if (entry.table == *table_ && lexicon_.cell(entry, match_) == "line" &&
            mark_of_kind(lexicon_.cell(entry, kind_)).kind == ChromeKind::navigation)
            words = std::max(words, end - first);
    });
    return words;
}

bool ChromeMarks::is_source_name(const Line& line) const {
    constexpr std::size_t longest = 4;
    return !line.words.empty() && line.words.size() <= longest &&
           covered(line, 0, sources_) == line.words.size();
}

bool ChromeMarks::opens_sentence(std::string_view word) const {
    constexpr std::string_view waw = spelled<letters::waw>;
    if (!word.starts_with(waw) || word.size() < 4 * waw.size()) return false;
    const auto entries = lexicon_.find(Phrase{}.then(word.substr(waw.size()))).entries;
    return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
        return std::find(saying_.begin(), saying_.end(), entry.table) != saying_.end();
    });
}

bool ChromeMarks::is_dateline(const Line& line, const Page& page) const {
    const std::string_view text = page.slice(line.span);
    bool divided = false;
    for (const std::string_view sign : std::initializer_list<std::string_view>{
             "/", "-", "\u2013", "\u2014", spelled<letters::tatweel>, "|"})
        divided = divided || text.find(sign) != std::string_view::npos;
    if (!divided || line.words.size() < 2 || line.words.size() > dateline_words || line.ends_sentence)
        return false;
    std::size_t unknown = 0, parts = 0;
    bool opens = false, closes = false;  // the first and the last of them are known
    for (std::size_t at = 0; at < line.words.size(); ++parts) {
        std::size_t next = std::max(covered(line, at, places_), covered(line, at, sources_));
        closes = covered(line, at, sources_) > at;
        each_phrase(lexicon_, line, at, [&](const lexicon::Entry& entry, std::size_t end) {
            const bool byline = table_ && entry.table == *table_ && lexicon_.cell(entry, match_) == "line" &&
                                mark_of_kind(lexicon_.cell(entry, kind_)).kind == ChromeKind::byline;
            if (byline) next = std::max(next, end);
            closes = closes || byline;
        });
        opens = opens || (at == 0 && next > at);
        unknown += next == at;
        at = std::max(next, at + 1);
    }
    return parts > 1 && ((opens && unknown <= 2) || (closes && unknown <= 3));
}

}  // namespace isnad::article
