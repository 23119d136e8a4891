// Runs the examples of the lexicon's rows: what stands in square brackets must be found, with the type that
// the table gives.
#include <gtest/gtest.h>

#include <set>

#include "engine/analyze.h"
#include "tests/tsv_cases.h"

namespace isnad::engine {
namespace {

struct Example {
    std::string text;
    Span marked;
};

// "went to [Paris] in May": the text without the brackets, and where they stood. Nothing when there are none.
std::optional<Example> example_of(std::string_view cell) {
    const std::size_t open = cell.find('['), close = cell.find(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    Example out;
    out.text = std::string(cell.substr(0, open)) + std::string(cell.substr(open + 1, close - open - 1)) +
               std::string(cell.substr(close + 1));
    out.marked = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
    return out;
}

const std::set<std::string_view> name_tables{"countries",     "places",   "places_cldr", "persons",
                                             "organisations", "agencies", "outlets"};
const std::set<std::string_view> time_tables{"months", "weekdays", "time_words", "time_units"};
const std::set<std::string_view> quantity_tables{"numbers", "units", "approximators"};

template <class T>
bool has_span(const Layer<T>& layer, Span span) {
    return std::any_of(layer.begin(), layer.end(), [&](const T& item) { return item.span == span; });
}

bool is_found(const Example& example, std::string_view table, const Knowledge& knowledge) {
    auto page = std::make_shared<Page>();
    page->text = example.text;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(page->text.size())}});
    const Analysis analysis = analyze_article(page, 0, std::move(article), knowledge);
    if (time_tables.contains(table)) return has_span(analysis.times, example.marked);
    if (quantity_tables.contains(table)) return has_span(analysis.quantities, example.marked);
    const NameType type = table == "persons" ? NameType::person
                          : table == "countries" || table == "places" || table == "places_cldr"
                              ? NameType::place
                              : NameType::organisation;
    return std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
        const bool place = type == NameType::place && name.type == NameType::facility;
        return name.span == example.marked && (name.type == type || place);
    });
}

// Rows of tests/lexicon_examples_open.tsv (table, first spelling) are known not to pass yet; one that passes
// must leave the list.
TEST(Lexicon, ExamplesOfTheRowsAreFound) {
    const auto lexicon = load_lexicon(ISNAD_LEXICON, std::nullopt);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    const Knowledge knowledge(lexicon.value());
    std::set<std::string> open;
    for (const auto& row : tsv_cases("tests/lexicon_examples_open.tsv", 2))
        open.insert(row.cells[0] + '\t' + row.cells[1]);
    std::size_t run = 0, passed = 0;
    const lexicon::Lexicon& words = *lexicon.value();
    for (std::size_t index = 0; index < words.tables(); ++index) {
        const lexicon::TableId table{static_cast<std::uint16_t>(index)};
        const std::string_view name = words.table_name(table);
        if (!name_tables.contains(name) && !time_tables.contains(name) && !quantity_tables.contains(name))
            continue;
        for (std::uint32_t row = 0; row < words.rows(table); ++row) {
            const auto example = example_of(words.cell(table, row, words.column(table, "example")));
            if (!example) continue;
            const std::string key = std::string(name) + '\t' + std::string(words.cell(table, row, 0));
            const bool found = is_found(*example, name, knowledge);
            ++run;
            passed += found;
            if (found == open.contains(key))
                ADD_FAILURE() << (found ? "passes now, take it off the list: " : "OPEN\t") << key << '\t'
                              << example->text;
        }
    }
    EXPECT_GT(run, 300u);
    std::printf("%zu of %zu examples of the lexicon are found\n", passed, run);
}

}  // namespace
}  // namespace isnad::engine
