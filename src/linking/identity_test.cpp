#include "linking/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "tests/tsv_cases.h"
#include "text/normalise.h"

namespace isnad::linking {
namespace {

const Knowledge& shared_knowledge() {
    static const Knowledge know(lexicon::Lexicon::open(ISNAD_LEXICON).value());
    return know;
}

std::vector<std::string> split(const std::string& text, char sign) {
    std::vector<std::string> out(1);
    for (const char c : text) c == sign ? out.emplace_back() : out.back() += c;
    return out;
}

NameType type_of(const std::string& name) {
    return name == "person"         ? NameType::person
           : name == "organisation" ? NameType::organisation
           : name == "facility"     ? NameType::facility
                                    : NameType::place;
}

std::vector<Named> things_of(const std::string& cell) {
    std::vector<Named> out;
    for (const std::string& thing : split(cell, ';')) {
        const auto part = split(thing, '|');
        out.push_back({.type = type_of(part.at(0)), .normals = {search_form(part.at(1))}});
        out.back().documents = {static_cast<std::uint32_t>(std::stoul(part.at(2)))};
        out.back().country = part.at(3);
        if (part.size() > 4 && !part[4].empty())
            out.back().spheres = static_cast<std::uint8_t>(std::stoi(part[4]));
    }
    return out;
}

TEST(Identity, Table) {
    const Knowledge& know = shared_knowledge();
    for (const auto& row : tsv_cases("src/linking/identity_test.tsv", 3)) {
        const std::vector<Named> things = things_of(row.cells[1]);
        const std::vector<std::uint32_t> found = find_identity(things, know);
        const auto wanted = split(row.cells[2], ' ');
        ASSERT_EQ(wanted.size(), things.size()) << row.place;
        for (std::size_t i = 0; i < things.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_EQ(found[i] == found[j], wanted[i] == wanted[j]) << row.place << ' ' << row.cells[0];
        }
    }
}

TEST(Identity, Variants) {
    const Knowledge& know = shared_knowledge();
    for (const auto& row : tsv_cases("src/linking/variants_test.tsv", 5)) {
        const NameType type = type_of(row.cells[1]);
        std::vector<Named> things{{.type = type, .normals = {search_form(row.cells[2])}, .documents = {1}},
                                  {.type = type, .normals = {search_form(row.cells[3])}, .documents = {2}}};
        const std::vector<std::uint32_t> found = find_identity(things, know);
        EXPECT_EQ(found[0] == found[1], row.cells[4] == "yes")
            << row.place << ' ' << row.cells[0] << ": " << row.cells[2] << ", " << row.cells[3];
    }
}

TEST(Identity, RowsOfTheLexiconStayApart) {
    const Knowledge& know = shared_knowledge();
    std::vector<Named> things = things_of("person|a b|1|;person|a b|2|;person|c d|3|");
    things[0].known = Known{"persons", "one"};
    things[1].known = Known{"persons", "two"};
    things[2].known = Known{"persons", "one"};
    EXPECT_EQ(find_identity(things, know), (std::vector<std::uint32_t>{0, 1, 0}));
}

// Groups as sets of names with their documents.
std::set<std::set<std::string>> groups_of(const std::vector<Named>& things, const Knowledge& know) {
    const std::vector<std::uint32_t> found = find_identity(things, know);
    std::vector<std::set<std::string>> groups(things.size());
    for (std::size_t i = 0; i < things.size(); ++i)
        groups[found[i]].insert(things[i].normals[0] + std::to_string(things[i].documents[0]));
    return {groups.begin(), groups.end()};
}

TEST(Identity, DoesNotDependOnTheOrderOfInput) {
    const Knowledge& know = shared_knowledge();
    std::vector<Named> things;
    std::uint32_t document = 0;
    for (const auto& row : tsv_cases("src/linking/identity_test.tsv", 3)) {
        for (Named& thing : things_of(row.cells[1])) {
            thing.documents = {++document};
            things.push_back(std::move(thing));
        }
    }
    auto wanted = groups_of(things, know);
    wanted.erase(std::set<std::string>{});
    for (int turn = 0; turn < 7; ++turn) {
        std::rotate(things.begin(), things.begin() + 5, things.end());
        if (turn % 2 == 0) std::reverse(things.begin(), things.end());
        auto found = groups_of(things, know);
        found.erase(std::set<std::string>{});
        EXPECT_EQ(found, wanted) << turn;
    }
}

TEST(NameForm, PartsGlueWhatBelongsTogether) {
    const Knowledge& know = shared_knowledge();
    EXPECT_TRUE(parts_of("").empty());
    EXPECT_EQ(know.forms.read("", NameType::person).parts.size(), 0u);
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "a ";
    EXPECT_LE(parts_of(many).size(), 12u);
}

}  // namespace
}  // namespace isnad::linking
