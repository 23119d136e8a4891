// Class names and what they mean. Whole words, and a few word parts that are telling wherever they stand.
#include <array>
#include <string>

#include "base/ascii.h"
#include "source/html_tags.h"

namespace isnad::source::html {
namespace {

struct Word {
    std::string_view word;
    std::uint32_t hints;
};

constexpr std::array whole_words{
    Word{"ad", hint::advert},
    Word{"ads", hint::advert},
    Word{"adv", hint::advert},
    Word{"article", hint::content},
    Word{"articlebody", hint::content | hint::body},
    Word{"articletext", hint::content | hint::body},
    Word{"author", hint::byline},
    Word{"authors", hint::byline},
    Word{"badge", hint::tags},
    Word{"banner", hint::chrome},
    Word{"body", hint::content},
    Word{"bottom", hint::chrome},
    Word{"caption", hint::caption},
    Word{"cat", hint::tags},
    Word{"categories", hint::tags},
    Word{"category", hint::tags},
    Word{"complementary", hint::chrome},
    Word{"content", hint::content},
    Word{"contentinfo", hint::chrome},
    Word{"credit", hint::credit},
    Word{"credits", hint::credit},
    Word{"date", hint::date},
    Word{"datepublished", hint::date},
    Word{"datemodified", hint::date},
    Word{"chip", hint::tags},
    Word{"columnist", hint::byline},
    Word{"crumbs", hint::chrome | hint::breadcrumb},
    Word{"deck", hint::deck},
    Word{"dek", hint::deck},
    Word{"description", hint::deck},
    Word{"dialog", hint::chrome},
    Word{"entry", hint::content},
    Word{"excerpt", hint::deck},
    Word{"feedback", hint::comment},
    Word{"foot", hint::chrome},
    Word{"headline", hint::title},
    Word{"heading", hint::title},
    Word{"intro", hint::deck},
    Word{"lead", hint::deck},
    Word{"lede", hint::deck},
    Word{"gallery", hint::gallery},
    Word{"album", hint::gallery},
    Word{"journalist", hint::byline},
    Word{"kicker", hint::tags},
    Word{"like", hint::share},
    Word{"live", hint::live},
    Word{"liveblog", hint::live},
    Word{"livefeed", hint::live},
    Word{"liveblogposting", hint::live},
    Word{"liveblogupdate", hint::live},
    Word{"likes", hint::share},
    Word{"login", hint::chrome},
    Word{"logo", hint::chrome},
    Word{"menu", hint::chrome},
    Word{"modal", hint::chrome},
    Word{"more", hint::related},
    Word{"nav", hint::chrome},
    Word{"navbar", hint::chrome},
    Word{"navigation", hint::chrome},
    Word{"next", hint::related},
    Word{"pager", hint::chrome},
    Word{"pagination", hint::chrome},
    Word{"popup", hint::chrome},
    Word{"post", hint::content},
    Word{"prev", hint::related},
    Word{"previous", hint::related},
    Word{"print", hint::share},
    Word{"promo", hint::advert},
    Word{"published", hint::date},
    Word{"rail", hint::chrome},
    Word{"rating", hint::share},
    Word{"reply", hint::comment},
    Word{"reporter", hint::byline},
    Word{"replies", hint::comment},
    Word{"respond", hint::comment},
    Word{"search", hint::chrome},
    Word{"side", hint::chrome},
    Word{"standfirst", hint::deck},
    Word{"strapline", hint::deck},
    Word{"story", hint::content},
    Word{"storybody", hint::content | hint::body},
    Word{"subheadline", hint::deck},
    Word{"subscribe", hint::newsletter},
    Word{"subtitle", hint::deck},
    Word{"suggest", hint::related},
    Word{"suggested", hint::related},
    Word{"tag", hint::tags},
    Word{"tags", hint::tags},
    Word{"teaser", hint::related},
    Word{"slideshow", hint::gallery},
    Word{"text", hint::content},
    Word{"time", hint::date},
    Word{"timestamp", hint::date},
    Word{"title", hint::title},
    Word{"toolbar", hint::share},
    Word{"topics", hint::tags},
    Word{"updated", hint::date},
    Word{"username", hint::byline},
    Word{"widget", hint::chrome},
    Word{"writer", hint::byline},
};

constexpr std::array word_parts{
    Word{"advert", hint::advert},
    Word{"sponsor", hint::advert},
    Word{"outbrain", hint::related},
    Word{"taboola", hint::related},
    Word{"adsense", hint::advert},
    Word{"dfp", hint::advert},
    Word{"breadcrumb", hint::chrome | hint::breadcrumb},
    Word{"breadcumb", hint::chrome | hint::breadcrumb},
    Word{"sidebar", hint::chrome},
    Word{"footer", hint::chrome},
    Word{"cookie", hint::chrome},
    Word{"skip", hint::chrome},
    Word{"masthead", hint::chrome},
    Word{"comment", hint::comment},
    Word{"disqus", hint::comment},
    Word{"related", hint::related},
    Word{"recommend", hint::related},
    Word{"mostread", hint::related},
    Word{"popular", hint::related},
    Word{"trending", hint::related},
    Word{"readmore", hint::related},
    Word{"share", hint::share},
    Word{"sharing", hint::share},
    Word{"social", hint::share},
    Word{"facebook", hint::share},
    Word{"twitter", hint::share},
    Word{"whatsapp", hint::share},
    Word{"addthis", hint::share},
    Word{"newsletter", hint::newsletter},
    Word{"subscri", hint::newsletter},
    Word{"signup", hint::newsletter},
    Word{"byline", hint::byline},
    Word{"pubdate", hint::date},
    Word{"postdate", hint::date},
    Word{"figcaption", hint::caption},
    Word{"paywall", hint::wall},
    Word{"captcha", hint::wall},
    Word{"consent", hint::wall},
    Word{"gdpr", hint::wall},
    Word{"photocredit", hint::credit},
};

// Two words that mean the text itself when they stand together: "entry-content", "article_text".
struct Pair {
    std::string_view first, second;
};
constexpr std::array body_pairs{
    Pair{"article", "body"},    Pair{"article", "text"},   Pair{"article", "content"},
    Pair{"entry", "content"},   Pair{"entry", "body"},     Pair{"post", "content"},
    Pair{"post", "body"},       Pair{"post", "text"},      Pair{"story", "body"},
    Pair{"story", "content"},   Pair{"story", "text"},     Pair{"news", "text"},
    Pair{"news", "body"},       Pair{"news", "content"},   Pair{"body", "text"},
    Pair{"body", "content"},    Pair{"single", "content"}, Pair{"articles", "content"},
    Pair{"details", "content"}, Pair{"field", "body"}};

// Two words that mean something else when they stand together: "writeBy", "fa-user", "img-legend".
struct Meaning {
    std::string_view first, second;
    std::uint32_t hints;
};
constexpr std::array pairs{Meaning{"write", "by", hint::byline},
                           Meaning{"written", "by", hint::byline},
                           Meaning{"posted", "by", hint::byline},
                           Meaning{"by", "author", hint::byline},
                           Meaning{"fa", "user", hint::byline},
                           Meaning{"icon", "user", hint::byline},
                           Meaning{"fa", "pencil", hint::byline},
                           Meaning{"fa", "pen", hint::byline},
                           Meaning{"bi", "person", hint::byline},
                           Meaning{"name", "uid", hint::byline},
                           Meaning{"field", "summary", hint::deck},
                           Meaning{"announce", "text", hint::deck},
                           Meaning{"fa", "calendar", hint::date},
                           Meaning{"icon", "calendar", hint::date},
                           Meaning{"fa", "clock", hint::date},
                           Meaning{"icon", "clock", hint::date},
                           Meaning{"img", "cap", hint::caption},
                           Meaning{"img", "legend", hint::caption},
                           Meaning{"image", "legend", hint::caption},
                           Meaning{"photo", "legend", hint::caption},
                           Meaning{"img", "desc", hint::caption},
                           Meaning{"image", "desc", hint::caption},
                           Meaning{"image", "description", hint::caption},
                           Meaning{"photo", "description", hint::caption},
                           Meaning{"media", "description", hint::caption},
                           Meaning{"img", "title", hint::caption},
                           Meaning{"photo", "title", hint::caption},
                           Meaning{"media", "copyright", hint::credit},
                           Meaning{"image", "copyright", hint::credit},
                           Meaning{"image", "source", hint::credit},
                           Meaning{"img", "source", hint::credit},
                           Meaning{"figure", "cap", hint::caption},
                           Meaning{"photo", "cap", hint::caption},
                           Meaning{"pic", "cap", hint::caption},
                           Meaning{"photo", "by", hint::credit}};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The rows of a table by the first letter of their words: few rows are compared with a word.
template <std::size_t size>
struct ByLetter {
    std::array<std::uint8_t, 27> begin{};  // of the rows of each letter, in `rows`
    std::array<std::uint8_t, size> rows{};

    // Calls use(row) for the rows of a letter, in the order of the table.
    template <class Use>
    void each(char letter, Use use) const {
        if (!is_lower(letter)) return;
        const auto at = static_cast<std::size_t>(letter - 'a');
        for (std::size_t i = begin[at]; i < begin[at + 1]; ++i) use(rows[i]);
    }
};

template <class Rows, class Key>
constexpr auto by_letter(const Rows& table, Key key) {
    ByLetter<std::tuple_size_v<Rows>> out;
    std::uint8_t next = 0;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        out.begin[static_cast<std::size_t>(letter - 'a')] = next;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (key(table[row]).front() == letter) out.rows[next++] = static_cast<std::uint8_t>(row);
        }
    }
    out.begin[26] = next;
    return out;
}

constexpr auto words_by_letter = by_letter(whole_words, [](const Word& row) { return row.word; });
constexpr auto parts_by_letter = by_letter(word_parts, [](const Word& row) { return row.word; });
constexpr auto body_pairs_by_letter = by_letter(body_pairs, [](const Pair& row) { return row.first; });
constexpr auto pairs_by_letter = by_letter(pairs, [](const Meaning& row) { return row.first; });

// The second letters that parts with a first letter have, a bit each: few places of a word pass.
constexpr std::array<std::uint32_t, 26> second_letters() {
    std::array<std::uint32_t, 26> out{};
    for (const Word& part : word_parts)
        out[static_cast<std::size_t>(part.word[0] - 'a')] |= 1u << (part.word[1] - 'a');
    return out;
}
constexpr std::array<std::uint32_t, 26> seconds_of_parts = second_letters();

bool may_begin_part(std::string_view word) {
    return (seconds_of_parts[static_cast<std::size_t>(word[0] - 'a')] >> (word[1] - 'a') & 1) != 0;
}

// Calls use(word, ends_name) for every word in lower case; words end at signs, digits and before inner
// capitals.
template <class Use>
void each_word(std::string_view names, Use use) {
    const std::string lower = ascii::lower(names);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= names.size(); ++i) {
        const char c = i < names.size() ? names[i] : ' ';
        const bool inner = is_upper(c) && i > 0 && is_lower(names[i - 1]);
        if ((is_lower(c) || is_upper(c)) && !inner) continue;
        const std::string_view word = std::string_view(lower).substr(begin, i - begin);
        if (!word.empty()) use(word, !inner && (c == ' ' || c == '\t' || c == '\n'));
        begin = inner ? i : i + 1;
    }
}

std::uint32_t hints_of_word(std::string_view word) {
    std::uint32_t out = 0;
    words_by_letter.each(word.front(), [&](std::size_t row) {
        if (whole_words[row].word == word) out |= whole_words[row].hints;
    });
    for (std::string_view rest = word; rest.size() >= 2; rest.remove_prefix(1)) {
        if (!may_begin_part(rest)) continue;
        parts_by_letter.each(rest.front(), [&](std::size_t row) {
            if (rest.starts_with(word_parts[row].word)) out |= word_parts[row].hints;
        });
    }
    return out;
}

std::uint32_t hints_of_pair(std::string_view first, std::string_view second) {
    std::uint32_t out = 0;
    if (first.empty()) return out;
    body_pairs_by_letter.each(first.front(), [&](std::size_t row) {
        const Pair& pair = body_pairs[row];
        if (pair.first == first && pair.second == second) out |= hint::content | hint::body;
    });
    pairs_by_letter.each(first.front(), [&](std::size_t row) {
        const Meaning& pair = pairs[row];
        if (pair.first == first && pair.second == second) out |= pair.hints;
    });
    return out;
}

}  // namespace

std::uint32_t hints_of(std::string_view names) {
    std::uint32_t out = 0;
    std::string_view before;
    each_word(names, [&](std::string_view word, bool ends_name) {
        out |= hints_of_word(word) | hints_of_pair(before, word);
        if (word == "by" && before.empty() && ends_name) out |= hint::byline;
        before = ends_name ? std::string_view{} : word;
    });
    return out;
}

}  // namespace isnad::source::html
