#include "language/times/date_lines.h"

#include <gtest/gtest.h>

#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::times {
namespace {

std::string shown(const PageDate& date) {
    std::string out = date.moment.empty() ? date.value : date.moment;
    for (const std::string& other : date.other_readings) out += '|' + other;
    if (date.role == DateRole::published) out += " published";
    if (date.role == DateRole::modified) out += " modified";
    if (date.role == DateRole::today) out += " today";
    if (date.weekday != 0) out += " day" + std::to_string(date.weekday);
    if (date.relative) out += " relative";
    return out;
}

std::vector<PageDate> read_line(const std::string& line, const FetchedAt& fetched) {
    static const words::Numerals numerals(test_lexicon());
    static const auto knowledge = make_knowledge(test_lexicon());
    auto page = std::make_shared<Page>();
    page->text = line;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(line.size())}});
    const DocumentPtr document = Document::create(page, 0, article);
    const Words words = words::find_words(
        *document, std::make_shared<const NormalText>(normalise(page->text)), test_clitics());
    return dates_in_line(*document, words, numerals, *knowledge, fetched);
}

// Columns: line, moment of fetch, the dates divided by " ; ".
TEST(DateLines, RolesMomentsWeekdaysAndReadings) {
    for (const auto& row : tsv_cases("src/language/times/date_lines_forms_test.tsv", 3)) {
        FetchedAt fetched{parse_iso_day(row.cells[1].substr(0, 10)), {}};
        if (row.cells[1].size() > 10) fetched.moment = row.cells[1];
        std::string dates;
        for (const PageDate& date : read_line(row.cells[0], fetched))
            dates += (dates.empty() ? "" : " ; ") + shown(date);
        EXPECT_EQ(dates, row.cells[2]) << row.place << ' ' << row.cells[0];
    }
}

TEST(DateLines, AnyLine) {
    std::string noise;
    for (int i = 0; i < 3'000; ++i) noise += "1/2/2020 12:30 - 99999999999 2020-13-45T99:99 . / ";
    EXPECT_LE(read_line(noise, {}).size(), 12u);
    EXPECT_TRUE(read_line(std::string(20'000, '/'), {}).empty());
    EXPECT_TRUE(read_line("2020-", {}).empty());
    EXPECT_TRUE(read_line("-", {}).empty());
}

}  // namespace
}  // namespace isnad::times
