#include "views/words_of_types.h"

#include <array>

namespace isnad::views {
namespace {

// The word at the place of an enumerator; the arrays stand in the order of the enumerations.
template <class Type, std::size_t size>
std::string_view pick(const std::array<std::string_view, size>& words, Type type) {
    const auto at = static_cast<std::size_t>(type);
    return at < size ? words[at] : std::string_view{};
}

using Words = std::string_view;

}  // namespace

Words word(NameType type) {
    return pick<NameType, 8>(
        {"person", "organisation", "place", "facility", "agreement", "product", "event", "group"}, type);
}

Words word(TimexType type) { return pick<TimexType, 4>({"DATE", "TIME", "DURATION", "SET"}, type); }

Words word(TimexMod mod) {
    return pick<TimexMod, 7>({"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER"}, mod);
}

Words word(ChromeKind kind) {
    return pick<ChromeKind, 24>(
        {"read_also", "most_read", "share",    "counter",   "font_size", "newsletter", "shortcode", "credit",
         "keywords",  "source",    "comments", "copyright", "date_line", "navigation", "follow",    "advert",
         "cookie",    "byline",    "print",    "related",   "live",      "repeated",   "cut",       "other"},
        kind);
}

Words word(Severity severity) { return pick<Severity, 3>({"note", "warning", "error"}, severity); }
Words word(ArticleRole role) { return pick<ArticleRole, 2>({"main", "second"}, role); }
Words word(ArticleKind kind) { return pick<ArticleKind, 3>({"article", "live post", "list"}, kind); }

}  // namespace isnad::views
