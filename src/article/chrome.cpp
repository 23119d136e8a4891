#include "article/chrome.h"

#include <algorithm>
#include <array>

#include "article/chrome_phrases.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

using lexicon::Phrase;

constexpr std::size_t short_line = 14;  // words; "any" phrases count only in lines up to this
constexpr std::size_t weak_line = 6;    // a weak phrase at the start needs a line this short
constexpr std::size_t longest_appeal = 60;
constexpr std::size_t date_line_words = 12;         // a date line with more words is a third numbers
constexpr std::size_t credited_caption_words = 45;  // a caption that ends in a credit holds no more words

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

bool has_letters(const Line& line) {
    return std::any_of(line.words.begin(), line.words.end(), [](std::string_view word) {
        const char32_t c = utf8::at(word, 0).value;
        return letters::is_arabic_letter(c) || letters::is_other_letter(c);
    });
}

// A post of a social network with the marks of its frame: the link to its picture, its author's handle.
bool is_embedded(std::string_view text) {
    constexpr std::size_t longest = 700;
    if (text.size() > longest) return false;
    for (const std::string_view sign : {"pic.twitter.com/", "pic.x.com/", "https://t.co/", "http://t.co/"}) {
        if (text.find(sign) != std::string_view::npos) return true;
    }
    const std::size_t handle = text.find("(@");
    const bool signature = text.starts_with("\u2014") || text.starts_with("-") || text.starts_with("\u2013");
    return handle != std::string_view::npos && signature;
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

// Reads phrases from left to right: of those that begin at one word and that `counts` takes, the last decides
// where to go on. Tells `tell` the words of each.
template <class Counts, class Tell>
void each_apart(const std::vector<ChromePhrase>& phrases, Counts counts, Tell tell) {
    std::size_t behind = 0;  // of what was taken
    for (std::size_t i = 0; i < phrases.size();) {
        const std::size_t first = phrases[i].first;
        std::size_t end = first;
        for (; i < phrases.size() && phrases[i].first == first; ++i) {
            if (first >= behind && counts(phrases[i])) end = phrases[i].end;
        }
        if (end > first) tell(end - first);
        behind = std::max(behind, end);
    }
}

}  // namespace

ChromeMarks::ChromeMarks(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon),
      table_(lexicon.table("chrome")),
      months_(lexicon.table("months")),
      sources_(lexicon.tables({"agencies", "outlets"})),
      places_(lexicon.tables({"places", "places_cldr", "countries"})),
      times_(lexicon.tables({"months", "weekdays", "time_words"})),
      saying_(lexicon.tables({"verbs_of_saying"})) {
    if (!table_) return;
    kind_ = lexicon_.column(*table_, "kind");
    match_ = lexicon_.column(*table_, "match");
    flags_ = lexicon_.column(*table_, "flags");
}

std::optional<Mark> ChromeMarks::of(const Line& line, const Page& page) const {
    const std::string_view text = page.slice(line.span);
    const auto plain = [](ChromeKind kind) { return Mark{kind, false, true, 0, PageKind::article}; };
    if (line.words.empty() || !has_letters(line))
        return plain(is_date_line(line) ? ChromeKind::date_line : ChromeKind::other);
    if (text.front() == '[' && text.back() == ']' && line.words.size() < short_line)
        return plain(ChromeKind::shortcode);
    if (text.find("{{") != std::string_view::npos && line.words.size() < short_line)
        return plain(ChromeKind::shortcode);
    if (text.starts_with("http") && text.find(' ') == std::string_view::npos)
        return plain(ChromeKind::navigation);
    if (is_embedded(text)) return plain(ChromeKind::other);
    const std::vector<ChromePhrase> phrases = phrases_in(line);
    if (const auto found = phrase(line, page, phrases)) {
        const bool dateline =
            found->caption && line.words.size() <= weak_line && text.find(" - ") != std::string_view::npos;
        return dateline ? Mark{ChromeKind::byline, false, false, 0, PageKind::article}
                        : *found;  // "Larissa (Greece) - agencies"
    }
    if (const auto found = menu(line, phrases)) return found;
    if (const auto found = solicitation(line, phrases)) return found;
    if (is_ticker(line, text)) return plain(ChromeKind::most_read);
    if (is_caption_by_credit(line, page)) return Mark{ChromeKind::credit, true, false, 0, PageKind::article};
    if (!line.ends_sentence && line.words.size() <= 2 * date_line_words && is_date_line(line))
        return Mark{ChromeKind::date_line, false, false, 0, PageKind::article};
    return std::nullopt;
}

// A row whose words stand in a bracket, or before a dash, a slash or the like, needs the sign: without it the
// same words open real sentences. The words of a line are views into the normal text, which ends in NUL.
bool ChromeMarks::has_sign(const Line& line, const Page& page, const lexicon::Entry& entry, std::size_t first,
                           std::size_t end) const {
    const std::string_view row = lexicon_.cell(entry, 0);
    if (row.starts_with('('))
        return first == 0 ? page.slice(line.span).starts_with('(') : *(line.words[first].data() - 1) == '(';
    if (first > 0 && (row.starts_with('-') || row.starts_with('|'))) {
        const char* before = line.words[first].data() - 1;
        while (*before == ' ') --before;
        if (*before != row.front()) return false;
    }
    constexpr std::string_view signs = "/-*|>.";
    const bool dash = row.ends_with("\u2013") || row.ends_with("\u00BB");
    if (row.empty() || (!dash && signs.find(row.back()) == std::string_view::npos)) return true;
    const char* next = line.words[end - 1].data() + line.words[end - 1].size();
    while (*next == ' ') ++next;
    return dash ? (*next & 0x80) != 0 || *next == '-'
                : *next == row.back() || (row.back() == '-' && *next == '\xE2');
}

// What a phrase at words [first, end) makes of its line; nothing where its row does not let it count.
std::optional<Mark> ChromeMarks::mark_at(const Line& line, const Page& page, const lexicon::Entry& entry,
                                         std::size_t first, std::size_t end) const {
    if (!has_sign(line, page, entry, first, end)) return std::nullopt;
    const std::string_view match = lexicon_.cell(entry, match_);
    const bool weak = lexicon::Lexicon::has_flag(lexicon_.cell(entry, flags_), "weak");
    Mark mark = mark_of_kind(lexicon_.cell(entry, kind_));
    mark.words = end - first;
    mark.alone =
        first == 0 && std::none_of(line.words.begin() + static_cast<std::ptrdiff_t>(end), line.words.end(),
                                   [](std::string_view w) { return w.size() > 1 && !is_number(w); });
    // A finished paragraph may begin with two words of a phrase.
    const bool arabic = letters::is_arabic_letter(utf8::at(line.words[first], 0).value);
    const bool sentence =
        arabic && line.ends_sentence && line.words.size() >= (mark.words > 1 ? short_line : weak_line);
    const bool sign = line.words[end - 1] == ":";
    const bool strong = (!weak || line.words.size() <= weak_line) && (!sentence || sign || mark.words > 2);
    const bool fits = match == "line"    ? mark.alone
                      : match == "start" ? first == 0 && (mark.alone || strong)
                      : match == "end"
                          ? end == line.words.size() && !line.ends_sentence && line.words.size() <= short_line
                          : line.words.size() <= short_line && strong;
    return fits ? std::optional<Mark>(mark) : std::nullopt;
}

// Of a line that is too long for a menu or an appeal to the reader, the first word only: running text is full
// of words that might open a phrase.
std::vector<ChromePhrase> ChromeMarks::phrases_in(const Line& line) const {
    std::vector<ChromePhrase> out;
    if (!table_) return out;
    const std::size_t tries = line.words.size() <= longest_appeal ? line.words.size() : 1;
    for (std::size_t i = 0; i < tries; ++i) lexicon_.expect(lexicon::Phrase{}.then(line.hashes[i]));
    for (std::size_t first = 0; first < tries; ++first) {
        each_phrase(lexicon_, line, first, [&](const lexicon::Entry& entry, std::size_t end) {
            if (entry.table == *table_) out.push_back({first, end, &entry});
        });
    }
    return out;
}

std::optional<Mark> ChromeMarks::phrase(const Line& line, const Page& page,
                                        const std::vector<ChromePhrase>& phrases) const {
    std::optional<Mark> best;
    const std::size_t tries = line.words.size() <= short_line ? line.words.size() : 1;
    for (const auto& [first, end, entry] : phrases) {
        const auto mark = first < tries ? mark_at(line, page, *entry, first, end) : std::nullopt;
        if (!mark) continue;
        const bool says_page = mark->page != PageKind::article;
        const bool known = best && (best->page != PageKind::article) >= says_page;
        const bool better =
            !known || (mark->words > best->words && (best->page != PageKind::article) == says_page);
        if (better) best = mark;
    }
    return best;
}

// A line made of chrome phrases alone: "Facebook | Twitter | WhatsApp", the names of a site's sections.
std::optional<Mark> ChromeMarks::menu(const Line& line, const std::vector<ChromePhrase>& found) const {
    if (found.size() < 2 || line.words.size() > 2 * short_line || line.ends_sentence) return std::nullopt;
    std::optional<Mark> first;
    std::size_t covered = 0, phrases = 0;
    each_apart(
        found,
        [&](const ChromePhrase& one) {
            if (lexicon_.cell(*one.entry, match_) == "start") return false;
            if (!first) first = mark_of_kind(lexicon_.cell(*one.entry, kind_));
            return true;
        },
        [&](std::size_t words) {
            covered += words;
            ++phrases;
        });
    if (phrases < 2 || covered * 4 < line.words.size() * 3) return std::nullopt;
    first->caption = false;
    first->alone = true;
    return first;
}

// "Sign up to get alerts ... subscribe to our letter": several phrases that ask the reader for something.
std::optional<Mark> ChromeMarks::solicitation(const Line& line,
                                              const std::vector<ChromePhrase>& found) const {
    constexpr std::size_t least = 2;
    if (found.size() < least || line.words.size() > longest_appeal) return std::nullopt;
    std::optional<Mark> mark;
    std::size_t phrases = 0;
    each_apart(
        found,
        [&](const ChromePhrase& one) {
            if (one.end < one.first + 2) return false;
            const Mark asks = mark_of_kind(lexicon_.cell(*one.entry, kind_));
            if (asks.kind != ChromeKind::newsletter && asks.kind != ChromeKind::cookie &&
                asks.kind != ChromeKind::follow)
                return false;
            if (!mark) mark = asks;
            return true;
        },
        [&](std::size_t) { ++phrases; });
    return phrases >= least ? mark : std::nullopt;
}

bool ChromeMarks::is_date_line(const Line& line) const {
    const auto digits = static_cast<std::size_t>(std::count_if(
        line.words.begin(), line.words.end(), [](std::string_view w) { return w[0] >= '0' && w[0] <= '9'; }));
    if (digits == 0 || (line.words.size() > date_line_words && digits * 3 < line.words.size())) return false;
    if (is_numeric_date(line.words)) return true;
    return holds_month(line);
}

bool ChromeMarks::holds_month(const Line& line) const {
    bool holds = false;
    for (std::size_t i = 0; i < line.words.size() && !holds; ++i) {
        each_phrase(lexicon_, line, i, [&](const lexicon::Entry& entry, std::size_t end) {
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
    if (!text.ends_with(')') || open == std::string_view::npos ||
        line.words.size() > credited_caption_words || text.size() - open > 60)
        return false;
    if (ends_with_stop(text.substr(0, open))) return false;  // a finished paragraph that names its agency
    const std::string normal = search_form(text.substr(open + 1, text.size() - open - 2));
    Line credit;
    credit.set_words(lexicon::words_of(normal));
    const auto& words = credit.words;
    const bool divided = text.find('/', open) != std::string_view::npos;  // (agency / photographer)
    if (divided && words.size() >= 2 && words.size() <= 6 && !is_number(words[0]) && line.words.size() >= 6)
        return true;
    bool named = false;
    for (std::size_t first = 0; first < words.size() && !named; ++first) {
        each_phrase(lexicon_, credit, first, [&](const lexicon::Entry& entry, std::size_t) {
            const std::string_view table = lexicon_.table_name(entry.table);
            named = named || table == "agencies" || table == "outlets";
        });
    }
    return named;
}

}  // namespace isnad::article
