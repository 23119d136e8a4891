#include "linking/entities.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"
#include "text/normalise.h"

namespace isnad::linking {
namespace {

const lexicon::LexiconPtr& shared_lexicon() {
    static const lexicon::LexiconPtr lexicon = lexicon::Lexicon::open(ISNAD_LEXICON).value();
    return lexicon;
}

// A text with its names marked by hand, and the entity that each should get.
struct Marked {
    std::string text;
    std::vector<Name> names;
    std::vector<int> wanted;
};

// The first row of the table of persons, countries or places that has this spelling.
std::optional<Known> known_as(const std::string& normal) {
    const lexicon::Lexicon& lexicon = *shared_lexicon();
    lexicon::Phrase phrase;
    for (const std::string_view word : lexicon::words_of(normal)) phrase = phrase.then(word);
    for (const lexicon::Entry& entry : lexicon.find(phrase).entries) {
        const std::string_view table = lexicon.table_name(entry.table);
        if (table == "persons" || table == "countries" || table == "places")
            return Known{std::string(table), std::string(lexicon.cell(entry, "id"))};
    }
    return std::nullopt;
}

Marked read_marks(const std::string& marked) {
    Marked out;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        if (marked[at] != '[') {
            out.text += marked[at];
            continue;
        }
        const std::size_t sign = marked.find('=', at), end = marked.find(']', at);
        const std::string surface = marked.substr(at + 1, sign - at - 1);
        Name name;
        name.span = {static_cast<std::uint32_t>(out.text.size()),
                     static_cast<std::uint32_t>(out.text.size() + surface.size())};
        name.normal = search_form(surface);
        name.known = known_as(name.normal);
        if (name.known && name.known->table != "persons") name.type = NameType::place;
        for (std::uint32_t i = 0; i < out.names.size(); ++i) {
            const std::string& earlier = out.names[i].normal;
            if (earlier.size() > name.normal.size() && earlier.ends_with(' ' + name.normal)) name.full = i;
        }
        out.text += surface;
        out.names.push_back(name);
        out.wanted.push_back(std::stoi(marked.substr(sign + 1, end - sign - 1)));
        at = end;
    }
    return out;
}

Analysis analysis_of(Marked marked) {
    auto page = std::make_shared<Page>();
    page->text = marked.text;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(marked.text.size())}});
    Analysis out;
    out.document = Document::create(page, 0, std::move(article));
    out.names = Layer<Name>(std::move(marked.names));
    return out;
}

TEST(Entities, Table) {
    for (const auto& row : tsv_cases("src/linking/entities_test.tsv", 2)) {
        std::vector<Analysis> articles;
        std::vector<std::vector<int>> wanted;
        std::string rest = row.cells[1];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            Marked marked = read_marks(rest.substr(0, end));
            wanted.push_back(marked.wanted);
            articles.push_back(analysis_of(std::move(marked)));
            rest.erase(0, end + 1);
        }
        const Entities found = link_names(articles, Knowledge(shared_lexicon()));
        ASSERT_EQ(found.entity_of.size(), articles.size()) << row.place;
        for (std::size_t a = 0; a < articles.size(); ++a) {
            for (std::size_t n = 0; n < wanted[a].size(); ++n) {
                EXPECT_EQ(static_cast<int>(found.entity_of[a][n]) + 1, wanted[a][n])
                    << row.place << ' ' << row.cells[0] << " name " << n;
            }
        }
    }
}

TEST(Entities, CarryTheFullestSpellingAndTheEnglishName) {
    for (const auto& row : tsv_cases("src/linking/entities_test.tsv", 2)) {
        std::vector<Analysis> articles;
        articles.push_back(analysis_of(read_marks(row.cells[1].substr(0, row.cells[1].find('\n')))));
        const Entities found = link_names(articles, Knowledge(shared_lexicon()));
        for (std::size_t i = 0; i < found.entities.size(); ++i) {
            const Entity& entity = found.entities[i];
            EXPECT_EQ(entity.id, "e" + std::to_string(i + 1));
            EXPECT_FALSE(entity.spellings.empty());
            for (const std::string& spelling : entity.spellings) {
                EXPECT_TRUE(entity.known || spelling.size() <= entity.ar.size())
                    << spelling << " and " << entity.ar;
            }
            EXPECT_EQ(entity.known.has_value(), !entity.en.empty()) << row.place;
        }
    }
}

TEST(Entities, NoArticlesGiveNone) {
    const Entities found = link_names({}, Knowledge(shared_lexicon()));
    EXPECT_TRUE(found.entities.empty());
    EXPECT_TRUE(found.entity_of.empty());
}

}  // namespace
}  // namespace isnad::linking
