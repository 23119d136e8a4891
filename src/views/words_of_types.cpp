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

Words word(PageKind kind) {
    return pick<PageKind, 8>({"article", "live blog", "list", "ticker", "gallery", "error", "wall", "other"},
                             kind);
}

Words word(MentionKind kind) {
    return pick<MentionKind, 5>({"role", "counterpart", "pair", "pronoun", "noun"}, kind);
}

Words word(StatementKind kind) { return pick<StatementKind, 3>({"direct", "indirect", "mixed"}, kind); }

Words word(Stance stance) {
    return pick<Stance, 19>(
        {"neutral", "assert", "deny", "claim", "warn", "demand", "promise", "ask", "answer", "criticise",
         "praise", "accuse", "reveal", "add", "quote", "announce", "admit", "evidential", "no-comment"},
        stance);
}

Words word(LinkKind kind) {
    return pick<LinkKind, 9>({"spokesman", "statement", "interview", "press conference", "agency",
                              "broadcaster", "paper", "platform", "outlet"},
                             kind);
}

Words word(PloverType type) {
    return pick<PloverType, 15>(
        {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
        type);
}

Words word(Factuality value) {
    return pick<Factuality, 5>({"certain", "probable", "possible", "planned", "unknown"}, value);
}

Words word(Polarity polarity) { return pick<Polarity, 2>({"positive", "negative"}, polarity); }
Words word(CopyKind kind) { return pick<CopyKind, 4>({"exact", "near", "containment", "reworked"}, kind); }

Words word(ClaimKind kind) {
    return pick<ClaimKind, 6>({"number", "date", "place", "actor", "statement", "event"}, kind);
}

Words word(Relation relation) {
    return pick<Relation, 7>(
        {"agreement", "conflict", "update", "denial", "narrower", "not_comparable", "single"}, relation);
}

Words word(TimelineStatus status) {
    return pick<TimelineStatus, 4>({"happened", "planned", "denied", "disputed"}, status);
}

Words word(Origin::Kind kind) {
    return pick<Origin::Kind, 5>({"speaker", "unnamed", "carrier", "outlet", "document"}, kind);
}

}  // namespace isnad::views
