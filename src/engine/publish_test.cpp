#include "engine/publish.h"

#include <gtest/gtest.h>

#include "engine/analyze.h"
#include "source/plain_text.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::engine {
namespace {

const Knowledge& know() {
    static const Knowledge instance(test_lexicon());
    return instance;
}

// The cell with " / " for line breaks.
std::string lines_of_cell(const std::string& cell) {
    std::string out;
    for (std::size_t at = 0; at < cell.size();) {
        if (cell.compare(at, 3, " / ") == 0) {
            out += '\n';
            at += 3;
        } else {
            out += cell[at++];
        }
    }
    return out;
}

// "json_ld datePublished 2020-01-01; meta date ..." as facts of the page.
std::vector<MetaFact> facts_of_cell(const std::string& cell) {
    std::vector<MetaFact> out;
    for (std::size_t at = 0; at < cell.size();) {
        const std::size_t end = std::min(cell.find("; ", at), cell.size());
        const std::string fact = cell.substr(at, end - at);
        const std::size_t first = fact.find(' '), second = fact.find(' ', first + 1);
        const std::string source = fact.substr(0, first), name = fact.substr(first + 1, second - first - 1);
        MetaFact made;
        made.source = source == "json_ld"  ? MetaSource::json_ld
                      : source == "og"     ? MetaSource::open_graph
                      : source == "record" ? MetaSource::record
                                           : MetaSource::meta;
        made.field = name.find("odified") != std::string::npos ? MetaField::modified : MetaField::published;
        made.name = name;
        made.value = fact.substr(second + 1);
        out.push_back(std::move(made));
        at = end + 2;
    }
    return out;
}

std::string shown(const std::optional<DatedBy>& date) {
    if (!date) return "";
    return date->moment.empty() ? date->value : date->moment;
}

// Columns: what, day of fetch, address, facts, lines above the title, lines below it, first paragraph, lines
// at the foot; then the date of publication (its moment, where it has one), of the last change, and the
// basis.
TEST(Publish, EveryConflict) {
    for (const auto& row : tsv_cases("src/engine/publish_test.tsv", 11)) {
        const auto& cells = row.cells;
        std::string text = lines_of_cell(cells[4]);
        if (!text.empty()) text += "\n\n";
        for (const auto& part : tsv_cases("src/engine/publish_page_test.tsv", 2)) {
            if (part.cells[0] == "title") text += part.cells[1] + "\n" + lines_of_cell(cells[5]) + "\n\n";
            if (part.cells[0] == "text")
                text += cells[6] + (cells[6].empty() ? "" : "\n") + part.cells[1] + "\n";
        }
        text += "\n" + lines_of_cell(cells[7]) + "\n";
        source::Origin origin{.path = "page.txt", .address = cells[2]};
        origin.fetched = parse_iso_day(cells[1].substr(0, 10));
        if (cells[1].size() > 10) origin.fetched_at = cells[1];
        origin.facts = facts_of_cell(cells[3]);
        const PageAnalysis read = analyze(source::read_plain_text(text, std::move(origin)), know());
        ASSERT_EQ(read.articles.size(), 1u) << row.place << ' ' << cells[0] << '\n' << text;
        const Analysis& article = read.articles.front();
        EXPECT_EQ(shown(article.published), cells[8])
            << row.place << ' ' << cells[0] << ": " << (article.published ? article.published->why : "none");
        EXPECT_EQ(shown(article.modified), cells[9]) << row.place << ' ' << cells[0];
        EXPECT_EQ(article.published ? article.published->basis : "", cells[10])
            << row.place << ' ' << cells[0];
        EXPECT_LE(article.date_candidates.size(), published_candidates);
    }
}

DateEvidence evidence(std::string day, double confidence, DateKind kind) {
    DateEvidence out;
    out.date = {std::move(day), "stated", "the test says so", {}, {}, confidence, {}};
    out.kind = kind;
    return out;
}

TEST(Publish, AgreementRaisesAndConflictLowersConfidence) {
    const auto sure = [](std::vector<DateEvidence> all) {
        const Publishing found = choose_date(std::move(all), {}, {});
        return found.published ? found.published->confidence : 0;
    };
    const double alone = sure({evidence("2024-05-06", 0.7, DateKind::line)});
    EXPECT_GT(
        sure({evidence("2024-05-06", 0.7, DateKind::line), evidence("2024-05-06", 0.7, DateKind::metadata)}),
        alone);
    EXPECT_LT(
        sure({evidence("2024-05-06", 0.7, DateKind::line), evidence("2023-05-06", 0.5, DateKind::metadata)}),
        alone);
    EXPECT_EQ(sure({evidence("2024-05-06", 0.4, DateKind::line)}), 0);
}

TEST(Publish, NothingImpossible) {
    const auto fetched = parse_iso_day("2024-05-06");
    EXPECT_FALSE(choose_date({evidence("2024-05-09", 0.9, DateKind::line)}, {}, fetched).published);
    EXPECT_TRUE(choose_date({evidence("2024-05-07", 0.9, DateKind::line)}, {}, fetched).published);
    EXPECT_FALSE(choose_date({evidence("1985-05-07", 0.9, DateKind::line)}, {}, fetched).published);
    EXPECT_FALSE(choose_date({}, {}, fetched).published);
    EXPECT_TRUE(choose_date({evidence("", 0.9, DateKind::line)}, {}, fetched).candidates.empty());
}

TEST(Publish, ManyCandidatesAreCut) {
    std::vector<DateEvidence> all;
    for (int i = 0; i < 5'000; ++i)
        all.push_back(
            evidence(iso_day(*parse_iso_day("2001-01-01") + std::chrono::days{i % 40}), 0.6, DateKind::line));
    EXPECT_EQ(choose_date(std::move(all), {}, {}).candidates.size(), published_candidates);
}

}  // namespace
}  // namespace isnad::engine
