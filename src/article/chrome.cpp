#include "article/chrome.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

using lexicon::Phrase;

constexpr std::size_t short_line = 14;  // words; "any" phrases count only in lines up to this
constexpr std::size_t weak_line = 6;    // a weak phrase at the start needs a line this short
constexpr std::size_t date_words = 12;  // a date line that holds more words consists of numbers for a third
constexpr std::size_t caption_words = 45;  // a caption that ends in a credit holds no more words

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

Mark mark_of(std::string_view word) {
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindWord& k) { return k.word == word; });
    return {known == kinds.end() ? ChromeKind::other : known->kind, word == "caption" || word == "credit",
            false, 0};
}

bool is_number(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2025-09-03", "29/10/2025", "17.10.2023": three numbers, one of them with four digits; or no more than
// "2023-11".
bool is_numeric_date(const std::vector<std::string_view>& words) {
    const bool month_only = words.size() <= 3 && words.size() >= 2 && words[words.size() - 2].size() == 4 &&
                            is_number(words[words.size() - 2]) && is_number(words.back());
    if (month_only) return true;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (!is_number(words[i]) || !is_number(words[i + 1]) || !is_number(words[i + 2])) continue;
        if (words[i].size() == 4 || (words[i + 2].size() >= 4 && words[i].size() <= 2)) return true;
    }
    return false;
}

// Calls use(entry, end) for every key of the lexicon that stands at words [first, end).
template <class Use>
void each_phrase(const lexicon::Lexicon& lexicon, const std::vector<std::string_view>& words,
                 std::size_t first, Use use) {
    Phrase phrase;
    for (std::size_t next = first; next < words.size(); ++next) {
        phrase = phrase.then(words[next]);
        const lexicon::Found found = lexicon.find(phrase);
        for (const lexicon::Entry& entry : found.entries) use(entry, next + 1);
        if (!found.longer) return;
    }
}

bool has_letters(const Line& line) {
    return std::any_of(line.words.begin(), line.words.end(), [](std::string_view word) {
        const char32_t c = utf8::at(word, 0).value;
        return letters::is_arabic_letter(c) || letters::is_other_letter(c);
    });
}

// Headlines run together: at least two dividers between them, and no full stop at the end.
bool is_ticker(const Line& line, std::string_view text) {
    if (line.ends_sentence) return false;
    std::size_t dividers = 0;
    for (const std::string_view divider : {" | ", " ... ", " \u2026 ", " \u2022 ", " \u00BB "}) {
        for (std::size_t at = text.find(divider); at != std::string_view::npos;
             at = text.find(divider, at + divider.size()))
            ++dividers;
    }
    return dividers >= 2 && line.words.size() / (dividers + 1) <= 15;
}

}  // namespace

ChromeMarks::ChromeMarks(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon), table_(lexicon.table("chrome")), months_(lexicon.table("months")) {
    if (!table_) return;
    kind_ = lexicon_.column(*table_, "kind");
    match_ = lexicon_.column(*table_, "match");
    flags_ = lexicon_.column(*table_, "flags");
}

std::optional<Mark> ChromeMarks::of(const Line& line, const Page& page) const {
    const std::string_view text = page.slice(line.span);
    const auto plain = [](ChromeKind kind) { return Mark{kind, false, true, 0}; };
    if (line.words.empty() || !has_letters(line))
        return plain(is_date_line(line) ? ChromeKind::date_line : ChromeKind::other);
    if (text.front() == '[' && text.back() == ']' && line.words.size() < short_line)
        return plain(ChromeKind::shortcode);
    if (text.find("{{") != std::string_view::npos && line.words.size() < short_line)
        return plain(ChromeKind::shortcode);
    if (text.starts_with("http") && text.find(' ') == std::string_view::npos)
        return plain(ChromeKind::navigation);
    if (const auto found = phrase(line)) {
        const bool dateline =
            found->caption && line.words.size() <= weak_line && text.find(" - ") != std::string_view::npos;
        return dateline ? Mark{ChromeKind::byline, false, false, 0}
                        : *found;  // "Larissa (Greece) - agencies"
    }
    if (const auto found = menu(line)) return found;
    if (is_ticker(line, text)) return plain(ChromeKind::most_read);
    if (is_caption_by_credit(line, page)) return Mark{ChromeKind::credit, true, false, 0};
    if (!line.ends_sentence && line.words.size() <= 2 * date_words && is_date_line(line))
        return Mark{ChromeKind::date_line, false, false, 0};
    return std::nullopt;
}

// What a phrase at words [first, end) makes of its line; nothing where its row does not let it count.
std::optional<Mark> ChromeMarks::mark_at(const Line& line, const lexicon::Entry& entry, std::size_t first,
                                         std::size_t end) const {
    const std::string_view match = lexicon_.cell(entry, match_);
    const bool weak = lexicon::Lexicon::has_flag(lexicon_.cell(entry, flags_), "weak");
    Mark mark = mark_of(lexicon_.cell(entry, kind_));
    mark.words = end - first;
    mark.alone =
        first == 0 && std::none_of(line.words.begin() + static_cast<std::ptrdiff_t>(end), line.words.end(),
                                   [](std::string_view w) { return w.size() > 1 && !is_number(w); });
    const bool strong = !weak || line.words.size() <= weak_line;
    const bool fits = match == "line"    ? mark.alone
                      : match == "start" ? first == 0 && (mark.alone || strong)
                                         : line.words.size() <= short_line && strong;
    return fits ? std::optional<Mark>(mark) : std::nullopt;
}

std::optional<Mark> ChromeMarks::phrase(const Line& line) const {
    if (!table_) return std::nullopt;
    std::optional<Mark> best;
    const std::size_t tries = line.words.size() <= short_line ? line.words.size() : 1;
    for (std::size_t first = 0; first < tries; ++first) {
        each_phrase(lexicon_, line.words, first, [&](const lexicon::Entry& entry, std::size_t end) {
            if (entry.table != *table_) return;
            const auto mark = mark_at(line, entry, first, end);
            if (mark && (!best || mark->words > best->words)) best = mark;
        });
    }
    return best;
}

// A line made of chrome phrases alone: "Facebook | Twitter | WhatsApp", the names of a site's sections.
std::optional<Mark> ChromeMarks::menu(const Line& line) const {
    if (!table_ || line.words.size() > 2 * short_line || line.ends_sentence) return std::nullopt;
    std::optional<Mark> first;
    std::size_t covered = 0, phrases = 0;
    for (std::size_t at = 0; at < line.words.size();) {
        std::size_t end = at;
        each_phrase(lexicon_, line.words, at, [&](const lexicon::Entry& entry, std::size_t behind) {
            if (entry.table != *table_ || lexicon_.cell(entry, match_) == "start") return;
            end = behind;
            if (!first) first = mark_of(lexicon_.cell(entry, kind_));
        });
        covered += end - at;
        phrases += end > at;
        at = std::max(end, at + 1);
    }
    if (phrases < 2 || covered * 4 < line.words.size() * 3) return std::nullopt;
    first->caption = false;
    first->alone = true;
    return first;
}

bool ChromeMarks::is_date_line(const Line& line) const {
    const auto digits = static_cast<std::size_t>(std::count_if(
        line.words.begin(), line.words.end(), [](std::string_view w) { return w[0] >= '0' && w[0] <= '9'; }));
    if (digits == 0 || (line.words.size() > date_words && digits * 3 < line.words.size())) return false;
    if (is_numeric_date(line.words)) return true;
    return holds_month(line);
}

bool ChromeMarks::holds_month(const Line& line) const {
    bool holds = false;
    for (std::size_t i = 0; i < line.words.size() && !holds; ++i) {
        each_phrase(lexicon_, line.words, i, [&](const lexicon::Entry& entry, std::size_t end) {
            const bool number_beside = (i > 0 && is_number(line.words[i - 1])) ||
                                       (end < line.words.size() && is_number(line.words[end]));
            holds = holds || (months_ && entry.table == *months_ && number_beside);
        });
    }
    return holds;
}

// A line that ends in a short bracket with the name of an agency or outlet: "Rescuers in the harbour
// (Reuters)".
bool ChromeMarks::is_caption_by_credit(const Line& line, const Page& page) const {
    const std::string_view text = page.slice(line.span);
    const std::size_t open = text.rfind('(');
    if (!text.ends_with(')') || open == std::string_view::npos || line.words.size() > caption_words ||
        text.size() - open > 60)
        return false;
    if (ends_with_stop(text.substr(0, open))) return false;  // a finished paragraph that names its agency
    const std::string normal = search_form(text.substr(open + 1, text.size() - open - 2));
    const auto words = lexicon::words_of(normal);
    const bool divided = text.find('/', open) != std::string_view::npos;  // (agency / photographer)
    if (divided && words.size() >= 2 && words.size() <= 6 && !is_number(words[0]) && line.words.size() >= 6)
        return true;
    bool named = false;
    for (std::size_t first = 0; first < words.size() && !named; ++first) {
        each_phrase(lexicon_, words, first, [&](const lexicon::Entry& entry, std::size_t) {
            const std::string_view table = lexicon_.table_name(entry.table);
            named = named || table == "agencies" || table == "outlets";
        });
    }
    return named;
}

}  // namespace isnad::article
