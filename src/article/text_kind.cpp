#include "article/text_kind.h"

#include <algorithm>
#include <unordered_set>

namespace isnad::article {
namespace {

constexpr std::size_t least_headlines = 3, least_headline_words = 3;
constexpr std::size_t error_words = 150;  // a longer page is no error page, whatever it says
constexpr std::size_t least_ledes = 4, lede_stems = 60, lede_words = 12;
constexpr double lede_share = 0.14;  // of a paragraph's words in those before it, on average

}  // namespace

PageKind kind_without_article(const std::vector<Piece>& pieces, const std::vector<char>& summaries) {
    std::size_t headlines = 0, dates = 0, teasers = 0, words = 0;
    bool error = false, wall = false, ticker = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& [line, mark] = pieces[i];
        words += line.words.size();
        teasers += summaries[i] != 0;
        if (!mark) {
            headlines += line.words.size() >= least_headline_words && !summaries[i];
            continue;
        }
        error = error || mark->page == PageKind::error;
        wall = wall || mark->page == PageKind::wall;
        dates += mark->kind == ChromeKind::date_line;
        ticker = ticker || (mark->kind == ChromeKind::most_read && line.words.size() > error_words / 10);
    }
    if (error && words <= error_words) return PageKind::error;
    if (wall) return PageKind::wall;
    if (headlines + teasers >= least_headlines)
        return teasers > 0 || dates > 1 ? PageKind::list : PageKind::ticker;
    return ticker ? PageKind::ticker : PageKind::other;
}

bool are_ledes(const std::vector<const Line*>& paragraphs, const ContentWords& content,
               std::string_view text) {
    if (paragraphs.size() < least_ledes) return false;
    std::unordered_set<Stem> met;
    double sum = 0;
    std::size_t opened = 0;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const Line& line = *paragraphs[i];
        if (line.words.size() < lede_words) return false;
        const auto stems = content.stems(line, lede_stems);
        const auto known = std::count_if(stems.begin(), stems.end(), [&](Stem s) { return met.contains(s); });
        if (i > 0) {
            const Opening opening = content.opening(line, text.substr(line.span.begin, line.span.size()));
            if (opening.connector) return false;
            opened += opening.saying || opening.dateline || opening.time;
            sum += stems.empty() ? 1 : static_cast<double>(known) / static_cast<double>(stems.size());
        }
        met.insert(stems.begin(), stems.end());
    }
    const auto count = static_cast<double>(paragraphs.size() - 1);
    return sum / count < lede_share && static_cast<double>(opened) * 2 >= count;
}

std::string_view what_it_is(PageKind kind) {
    switch (kind) {
        case PageKind::list: return "the page holds no article: it lists others";
        case PageKind::ticker: return "the page holds no article: only headlines";
        case PageKind::error:
            return "the page holds no article: it says that it was not found or cannot be shown";
        case PageKind::wall:
            return "the page holds no article: it asks to sign in, subscribe or prove something";
        default: return "the page holds no article: only short lines, lists or chrome";
    }
}

}  // namespace isnad::article
