#include "language/times/times.h"

#include <gtest/gtest.h>

#include <array>
#include <sstream>

#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::times {
namespace {

struct Known {
    words::Numerals numerals{test_lexicon()};
    std::shared_ptr<const Knowledge> times = make_knowledge(test_lexicon());
};

const Known& known() {
    static const Known instance;
    return instance;
}

// A document of one block a paragraph.
struct Read {
    explicit Read(const std::vector<std::pair<BlockKind, std::string>>& blocks) {
        auto made = std::make_shared<Page>();
        Article article;
        for (const auto& [kind, text] : blocks) {
            const auto begin = static_cast<std::uint32_t>(made->text.size());
            made->text += text;
            article.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(made->text.size())}});
            made->text += '\n';
        }
        page = made;
        document = Document::create(page, 0, article);
        words = words::find_words(*document, std::make_shared<const NormalText>(normalise(page->text)),
                                  test_clitics());
        expressions = find(*document, words, known().numerals, *known().times);
    }

    PagePtr page;
    DocumentPtr document;
    Words words;
    Expressions expressions;
};

std::string type_name(TimexType type) {
    constexpr std::array names{"DATE", "TIME", "DURATION", "SET"};
    return names[static_cast<std::size_t>(type)];
}

std::string mod_name(TimexMod mod) {
    constexpr std::array names{"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER"};
    return names[static_cast<std::size_t>(mod)];
}

std::vector<std::string> bracketed(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t open = text.find('['); open != std::string::npos; open = text.find('[', open + 1)) {
        out.push_back(text.substr(open + 1, text.find(']', open) - open - 1));
    }
    return out;
}

std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word == "-" ? "" : word);
    return out;
}

std::optional<DatedBy> dated(const std::string& day) {
    if (day.empty()) return std::nullopt;
    return DatedBy{day, "stated", "the test says so"};
}

TEST(Times, Table) {
    for (const auto& row : tsv_cases("src/language/times/times_test.tsv", 5)) {
        const Read read({{BlockKind::paragraph, without_brackets(row.cells[0])}});
        const Layer<Time> times = resolve(read.words, read.expressions, dated(row.cells[1]), *known().times);
        std::vector<std::string> texts, types, values, mods;
        for (const Time& time : times) {
            texts.emplace_back(read.document->text(time.span));
            types.push_back(type_name(time.type));
            values.push_back(time.value);
            if (time.mod != TimexMod::none) mods.push_back(mod_name(time.mod));
        }
        std::vector<std::string> wanted = bracketed(row.cells[0]), wanted_types = split(row.cells[2]);
        if (wanted_types.size() == 1) wanted_types.resize(wanted.size(), wanted_types[0]);
        EXPECT_EQ(texts, wanted) << row.place << ' ' << row.cells[0];
        EXPECT_EQ(types, wanted_types) << row.place << ' ' << row.cells[0];
        EXPECT_EQ(values, split(row.cells[3])) << row.place << ' ' << row.cells[0];
        EXPECT_EQ(mods, split(row.cells[4])) << row.place << ' ' << row.cells[0];
    }
}

// Columns: line, days that it states, the bytes of the first of them.
TEST(Times, DatesInLines) {
    for (const auto& row : tsv_cases("src/language/times/date_lines_test.tsv", 3)) {
        const Read read({{BlockKind::paragraph, without_brackets(row.cells[0])}});
        std::string days;
        std::vector<std::string> spans;
        for (const PageDate& date :
             dates_in_line(*read.document, read.words, known().numerals, *known().times)) {
            days += (days.empty() ? "" : " ") + date.value;
            spans.emplace_back(read.document->text(*date.span));
        }
        EXPECT_EQ(days, row.cells[1]) << row.place << ' ' << row.cells[0];
        EXPECT_EQ(spans, bracketed(row.cells[0])) << row.place;
    }
}

// Columns: caption, text, days that the page states (value or value=publication), reference day, basis.
TEST(Times, Anchor) {
    for (const auto& row : tsv_cases("src/language/times/anchor_test.tsv", 5)) {
        const Read read({{BlockKind::caption, row.cells[0]}, {BlockKind::paragraph, row.cells[1]}});
        std::vector<PageDate> stated;
        for (const std::string& cell : split(row.cells[2])) {
            const std::size_t mark = cell.find('=');
            const std::string label = mark == std::string::npos ? "" : cell.substr(mark + 1);
            const std::string basis = label == "fetch" || label == "address" ? label : "stated";
            stated.push_back({cell.substr(0, mark), basis,
                              std::string(label == "published" ? why_published : why_stated), std::nullopt});
        }
        const auto found = anchor(*read.document, read.expressions, stated);
        EXPECT_EQ(found ? found->value : "", row.cells[3]) << row.place << ' ' << row.cells[1];
        EXPECT_EQ(found ? found->basis : "", row.cells[4]) << row.place;
    }
}

TEST(Times, ExpressionsAreSortedAndDisjointOnAnyText) {
    std::string noise =
        "\xD9\x8A\xD9\x88\xD9\x85 12/13/2024 .. 2024 - 5:77 (( 31 "
        "\xD9\x81\xD8\xA8\xD8\xB1\xD8\xA7\xD9\x8A\xD8\xB1 99999999999 24.04.2019.1 :30 1:";
    for (int turn = 0; turn < 40; ++turn) {
        const Read read({{BlockKind::paragraph, noise}});
        std::uint32_t end = 0;
        for (const Time& time : resolve(read.words, read.expressions, dated("2024-02-29"), *known().times)) {
            EXPECT_GE(time.span.begin, end);
            EXPECT_LT(time.span.begin, time.span.end);
            end = time.span.end;
        }
        const std::size_t space = noise.find(' ');
        noise = noise.substr(space + 1) + ' ' + noise.substr(0, space);
    }
}

}  // namespace
}  // namespace isnad::times
