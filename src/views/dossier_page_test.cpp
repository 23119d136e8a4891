#include "views/dossier_page.h"

#include "tests/views/dossier_by_hand.h"
#include "views/dossier_summary.h"
#include "views/dossier_summary_text.h"
#include "views/page_html.h"
#include "views/page_labels.h"
#include "views/page_marks.h"
#include "views/page_numbers.h"
#include "views/words_of_types.h"

#include <cmath>
#include <set>

namespace isnad::views {
namespace {

std::string page_of(const Dossier& dossier, bool arabic = true) {
    return dossier_page(dossier, {.arabic = arabic}, *page_lexicon(), "0");
}

// The values of an attribute in order.
std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
    std::vector<std::string> out;
    const std::string opens = " " + attribute + "=\"";
    for (std::size_t at = page.find(opens); at != std::string::npos; at = page.find(opens, at + 1)) {
        const std::size_t begin = at + opens.size();
        out.push_back(page.substr(begin, page.find('"', begin) - begin));
    }
    return out;
}

// Tags that are opened and not closed, or closed in the wrong order; empty when all is well.
std::string unbalanced(const std::string& page) {
    const std::set<std::string> voids = {"meta", "input", "br", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const std::size_t end = page.find_first_of(" >", at);
        std::string tag = page.substr(at + 1, end - at - 1);
        if (tag.starts_with('/')) {
            if (open.empty() || "/" + open.back() != tag) return tag + " at " + std::to_string(at);
            open.pop_back();
        } else if (!voids.contains(tag)) {
            if (tag == "article" && std::find(open.begin(), open.end(), tag) != open.end())
                return "an element before " + std::to_string(at) + " was never closed";
            open.push_back(tag);
        }
    }
    return open.empty() ? "" : open.back();
}

void expect_sound(const std::string& page) {
    EXPECT_EQ(unbalanced(page), "");
    const std::vector<std::string> ids = values_of(page, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
    for (const std::string& link : values_of(page, "href")) {
        ASSERT_TRUE(link.starts_with("#")) << link << ": nothing is loaded from elsewhere";
        EXPECT_TRUE(known.contains(link.substr(1))) << link;
    }
    for (const std::string& label : values_of(page, "for")) EXPECT_TRUE(known.contains(label)) << label;
}

TEST(Html, EscapesEverything) {
    EXPECT_EQ(escaped_html("<a b='c' d=\"e\">&\x01\u202E\u2066"),
              "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;\uFFFD\uFFFD\uFFFD");
    Html out;
    out.open("p", {{"title", "\"><script>"}, {"", "left out"}, {"hidden", ""}});
    out.text("</p>").source("a\u202Eb").close();
    EXPECT_EQ(
        out.take(),
        "<p title=\"&quot;&gt;&lt;script&gt;\" hidden>&lt;/p&gt;a<i class=\"bc\" title=\"U+202E\"></i>b</p>");
}

TEST(PageMarks, NestAndSplit) {
    const auto pieces = pieces_of({{2, 8}, {5, 12}, {5, 8}, {0, 20}, {3, 3}}, {0, 10});
    std::vector<std::pair<Span, std::uint32_t>> got;
    for (const MarkPiece& piece : pieces) got.emplace_back(piece.span, piece.mark);
    const std::vector<std::pair<Span, std::uint32_t>> want = {
        {{0, 10}, 3}, {{2, 8}, 0}, {{5, 8}, 1}, {{5, 8}, 2}, {{8, 10}, 1}};
    EXPECT_EQ(got, want);
    EXPECT_TRUE(pieces[2].first);
    EXPECT_FALSE(pieces[2].last);
    EXPECT_FALSE(pieces[4].first);
    EXPECT_FALSE(pieces[4].last) << "the mark goes on beyond the line";
}

TEST(PageMarks, EveryByteOfEveryMarkIsCoveredOnce) {
    std::uint32_t state = 7;
    const auto next = [&](std::uint32_t below) {
        state = state * 1103515245u + 12345u;
        return (state >> 16) % below;
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<Span> marks;
        for (std::uint32_t i = 0; i < 1 + next(9); ++i) {
            const std::uint32_t begin = next(40);
            marks.push_back({begin, begin + next(20)});
        }
        std::vector<std::vector<int>> covered(marks.size(), std::vector<int>(64));
        const auto pieces = pieces_of(marks, {0, 64});
        for (const MarkPiece& piece : pieces) {
            for (std::uint32_t at = piece.span.begin; at < piece.span.end; ++at) ++covered[piece.mark][at];
            for (const MarkPiece& other : pieces) {
                EXPECT_TRUE(!piece.span.overlaps(other.span) || piece.span.contains(other.span) ||
                            other.span.contains(piece.span));
            }
        }
        for (std::size_t i = 0; i < marks.size(); ++i) {
            for (std::uint32_t at = 0; at < 64; ++at)
                EXPECT_EQ(covered[i][at], marks[i].begin <= at && at < marks[i].end ? 1 : 0);
        }
    }
}

TEST(PageMarks, DepthHasACap) {
    const std::vector<Span> marks(5000, Span{0, 4});
    EXPECT_EQ(pieces_of(marks, {0, 4}, 12).size(), 12u);
}

TEST(Labels, EveryLabelHasBothLanguages) {
    const auto table = page_lexicon()->table("labels");
    ASSERT_TRUE(table);
    const std::size_t id = page_lexicon()->column(*table, "id"), en = page_lexicon()->column(*table, "en");
    std::set<std::string_view> ids;
    for (std::uint32_t row = 0; row < page_lexicon()->rows(*table); ++row) {
        const std::string_view name = page_lexicon()->cell(*table, row, id);
        EXPECT_FALSE(page_lexicon()->cell(*table, row, en).empty()) << name;
        EXPECT_TRUE(ids.insert(name).second) << name << " stands twice";
    }
}

template <class Type>
void expect_words(const Labels& labels, const std::string& prefix) {
    for (int i = 0; !word(static_cast<Type>(i)).empty(); ++i) {
        const std::string id = prefix + std::string(word(static_cast<Type>(i)));
        EXPECT_TRUE(labels.has(id)) << id;
    }
}

TEST(Labels, EveryTypeHasAWord) {
    const Labels labels(*page_lexicon());
    expect_words<Relation>(labels, "relation.");
    expect_words<ClaimKind>(labels, "claim.");
    expect_words<TimelineStatus>(labels, "status.");
    expect_words<Origin::Kind>(labels, "origin.");
    expect_words<LinkKind>(labels, "link.");
    expect_words<Stance>(labels, "stance.");
    expect_words<CopyKind>(labels, "copy.");
    expect_words<NameType>(labels, "");
    expect_words<TimexType>(labels, "");
}

// A label that is missing shows as its id.
TEST(DossierPage, ShowsNoIdOfALabel) {
    const std::string page = page_of(dossier_by_hand());
    const std::string opens = "<span class=\"ar\" lang=\"ar\" dir=\"rtl\">";
    for (std::size_t at = page.find(opens); at != std::string::npos; at = page.find(opens, at + 1)) {
        const std::size_t begin = at + opens.size();
        const std::string text = page.substr(begin, page.find('<', begin) - begin);
        EXPECT_FALSE(!text.empty() &&
                     text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string::npos)
            << text;
    }
}

TEST(Labels, CountsFollowArabicGrammar) {
    const std::map<std::uint64_t, PluralCategory> cases = {
        {0, PluralCategory::zero},  {1, PluralCategory::one},     {2, PluralCategory::two},
        {3, PluralCategory::few},   {10, PluralCategory::few},    {11, PluralCategory::many},
        {99, PluralCategory::many}, {100, PluralCategory::other}, {102, PluralCategory::other},
        {103, PluralCategory::few}, {111, PluralCategory::many}};
    for (const auto& [count, category] : cases) EXPECT_EQ(arabic_plural(count), category) << count;
    const Labels labels(*page_lexicon());
    EXPECT_NE(labels.counted("articles", 2).ar, labels.counted("articles", 3).ar);
    EXPECT_EQ(labels.counted("articles", 1).en, "{n} article");
}

TEST(PageDates, AreWords) {
    const Labels labels(*page_lexicon());
    EXPECT_EQ(worded_date("2024-06-18", labels).en, "18 June 2024");
    EXPECT_EQ(worded_date("2024-06-18", labels, true).en, "Tuesday 18 June 2024");
    EXPECT_EQ(worded_date("2024-06-18/2024-06-19", labels).en, "18\u201319 June 2024");
    EXPECT_EQ(worded_date("2024-06", labels).en, "June 2024");
    EXPECT_EQ(worded_date("2024-02-31", labels).en, "2024-02-31");
    EXPECT_EQ(worded_date("PAST_REF", labels).en, "PAST_REF");
    EXPECT_EQ(worded_date("2026-03-10T03:40", labels).en, "10 March 2026, 03:40");
    EXPECT_EQ(grouped(1234567.5), "1,234,567.5");
    EXPECT_EQ(worded_amount({11000, 14000}, labels).en, "11,000\u201314,000");
    EXPECT_EQ(worded_amount({3e6, 4.5e6}, labels).en, "3\u20134.5 million");
    EXPECT_EQ(worded_amount({3000, HUGE_VAL}, labels).en, "at least 3,000");
}

TEST(NumberLine, KeepsAllFiguresInside) {
    const std::vector<Figure> figures = {{{11000, 14000}, false, {0}}, {{15000, HUGE_VAL}, true, {1}}};
    const Axis axis = axis_of(figures);
    EXPECT_LT(axis.percent(11000), axis.percent(14000));
    EXPECT_LT(axis.percent(14000), axis.percent(15000));
    EXPECT_EQ(axis.percent(HUGE_VAL), 100);
    EXPECT_FALSE(axis.logarithmic);
    EXPECT_GE(ticks_of(axis).size(), 3u);
    EXPECT_TRUE(axis_of({{{2, 2}, false, {0}}, {{900, 900}, false, {1}}}).logarithmic);
    EXPECT_LE(ticks_of(axis_of({{{1, 1}, false, {0}}, {{1e15, 1e15}, false, {1}}})).size(), 7u);
    EXPECT_EQ(axis_of({{{0, 0}, false, {0}}}).percent(0), 0);
}

TEST(DossierPage, EveryLinkHasItsTargetAndNothingIsLoaded) {
    const std::string page = page_of(dossier_by_hand());
    if (const char* file = std::getenv("ISNAD_TEST_PAGE")) {
        EXPECT_TRUE(write_file(file, page));
    }
    expect_sound(page);
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("url("), std::string::npos);
    EXPECT_NE(page.find("default-src &#39;none&#39;"), std::string::npos);
    EXPECT_LT(page.size(), 1u << 20);
}

TEST(DossierPage, LeadsToExactlyTheWords) {
    const std::string page = page_of(dossier_by_hand());
    const std::size_t at = page.find("id=\"c-schools\"");
    ASSERT_NE(at, std::string::npos);
    const std::size_t href = page.find("class=\"at\"", at), hash = page.find("#w-", href);
    const std::string number = page.substr(hash + 3, page.find('"', hash) - hash - 3);
    const std::size_t place = page.find(" id=\"w-" + number + "\">");
    ASSERT_NE(place, std::string::npos);
    std::string text;
    bool tag = false;
    const std::size_t begin = page.find('>', place) + 1;
    for (std::size_t i = begin; page.compare(i, 7, "</mark>") != 0; ++i) {
        if (page[i] == '<') tag = true;
        if (!tag) text += page[i];
        if (page[i] == '>') tag = false;
    }
    const Account& account =
        std::find_if(dossier_by_hand().claims.claims.begin(), dossier_by_hand().claims.claims.end(),
                     [](const Claim& claim) { return claim.id == "c-schools"; })
            ->accounts.front();
    EXPECT_EQ(text, dossier_by_hand().collection.page(account.at.document).page->slice(account.at.span));
}

TEST(DossierPage, IsTheSameEveryTimeAndShowsTheWantedLanguageFirst) {
    EXPECT_EQ(page_of(dossier_by_hand()), page_of(dossier_by_hand()));
    EXPECT_NE(page_of(dossier_by_hand(), true).find("id=\"lang-ar\" class=\"choice\" checked"),
              std::string::npos);
    EXPECT_NE(page_of(dossier_by_hand(), false).find("id=\"lang-en\" class=\"choice\" checked"),
              std::string::npos);
}

TEST(DossierPage, HostileTextStaysText) {
    for (const TsvCase& row : tsv_cases("src/views/dossier_page_hostile_test.tsv", 1)) {
        SCOPED_TRACE(row.place);
        const Dossier dossier = dossier_of_text(row.cells[0] + "\n" + row.cells[0] + " " + row.cells[0]);
        const std::string page = page_of(dossier);
        expect_sound(page);
        EXPECT_EQ(page.find("<script"), std::string::npos);
        EXPECT_EQ(page.find("<img"), std::string::npos);
        for (const char* control : {"\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068"})
            EXPECT_EQ(page.find(control), std::string::npos);
        const std::string summary = dossier_summary(dossier, {}, *page_lexicon());
        EXPECT_EQ(summary.find('\x1b'), std::string::npos);
        EXPECT_EQ(summary.find("\u202E"), std::string::npos);
    }
}

TEST(DossierPage, FoldsStoriesOfOneArticle) {
    Dossier dossier = dossier_by_hand();
    Story lone = dossier.stories.front();
    lone.id = "st-lone";
    lone.documents = {dossier.stories.front().documents.back()};
    lone.title.document = lone.documents.front();
    lone.title.span = dossier.collection.analysis(lone.documents.front()).document->blocks().front().span;
    dossier.stories.front().documents.pop_back();
    dossier.stories.push_back(std::move(lone));
    const std::string page = page_of(dossier);
    expect_sound(page);
    const std::size_t folded = page.find("class=\"lone\"");
    EXPECT_NE(folded, std::string::npos);
    EXPECT_LT(folded, page.find("id=\"st-lone\""));
    EXPECT_NE(dossier_summary(dossier, {.arabic = false}, *page_lexicon()).find("Stories of one article"),
              std::string::npos);
}

TEST(DossierPage, AnEmptyDossierIsAPage) { expect_sound(page_of(Dossier{})); }

// What would stand inside words must not move letters apart: the marks of running text have no box of their
// own.
TEST(DossierPage, MarksDoNotBreakJoining) {
    const std::string page = page_of(dossier_by_hand());
    const std::string style = page.substr(0, page.find("</style>"));
    const std::set<std::string> marks = {".n", ".t", ".q", ".st", ".ev", ".w", "mark", "a.at"};
    for (std::size_t at = style.find('{'); at != std::string::npos; at = style.find('{', at + 1)) {
        const std::size_t begin = style.find_last_of("}{", at - 1) + 1;
        std::string selector = style.substr(begin, at - begin);
        selector = selector.substr(selector.find_last_of(" \n+~>,") + 1);
        selector = selector.substr(0, selector.find(':'));
        if (!marks.contains(selector)) continue;
        const std::string body = style.substr(at, style.find('}', at) - at);
        for (const char* box : {"padding", "margin:", "margin-inline", "border", "display", "letter-spacing"})
            EXPECT_EQ(body.find(box), std::string::npos) << selector << body;
    }
}

TEST(Wrapped, ClosesAndReopensIsolates) {
    EXPECT_EQ(wrapped("one \u2068two three\u2069 four", 8, 2),
              "  one\n  \u2068two\u2069\n  \u2068three\u2069\n  four\n");
    EXPECT_EQ(isolated("a\nb\u202Ec\x1b"), "\u2068a b\uFFFDc\uFFFD\u2069");
    EXPECT_EQ(wrapped("", 9, 0), "\n");
}

TEST(DossierSummary, KeepsItsWidthAndClosesItsIsolates) {
    const std::string summary =
        dossier_summary(dossier_by_hand(), {.arabic = false, .width = 72}, *page_lexicon());
    std::size_t begin = 0;
    for (std::size_t end = summary.find('\n'); end != std::string::npos; end = summary.find('\n', begin)) {
        const std::string line = summary.substr(begin, end - begin);
        const std::size_t indent = line.find_first_not_of(' ');
        EXPECT_TRUE(columns_of(line) <= 72 || line.find(' ', indent) == std::string::npos) << line;
        EXPECT_EQ(columns_of(line) + 0, columns_of(line));
        begin = end + 1;
    }
    EXPECT_NE(summary.find("What is disputed"), std::string::npos);
    EXPECT_NE(summary.find("02-difaf-toll.txt:"), std::string::npos);
    EXPECT_EQ(summary.find('\x1b'), std::string::npos) << "no colour unless asked";
    const std::string coloured = dossier_summary(dossier_by_hand(), {.colour = true}, *page_lexicon());
    EXPECT_NE(coloured.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace isnad::views
