#include "claims/origins.h"

#include <gtest/gtest.h>

namespace isnad::claims {
namespace {

const Knowledge& knowledge() {
    static const Knowledge shared(lexicon::Lexicon::open(ISNAD_LEXICON).value());
    return shared;
}

// Pages of one article each, "said somebody somewhere", at addresses of their own.
class Pages {
  public:
    explicit Pages(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) add("https://site" + std::to_string(i) + ".example/a");
    }

    void add(const std::string& address) {
        auto page = std::make_shared<Page>();
        page->text = "said somebody somewhere " + std::to_string(dossier.collection.pages.size());
        page->address = address;
        Article article;
        article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(page->text.size())}});
        PageAnalysis out;
        out.page = page;
        out.articles.emplace_back();
        out.articles.front().document = Document::create(page, 0, std::move(article));
        Collection& collection = dossier.collection;
        collection.documents.push_back({static_cast<std::uint32_t>(collection.pages.size()), 0});
        collection.pages.push_back(std::move(out));
        collection.entity_of.emplace_back();
        collection.entities_of_mention.emplace_back();
    }

    // A statement over the first word, by what stands at `speaker`, which names an entity or none.
    void speak(DocumentIndex document, std::optional<std::uint32_t> entity) {
        Analysis& analysis = dossier.collection.pages[document].articles.front();
        Statement statement;
        statement.span = {0, 4};
        statement.speaker = Agent{.span = Span{5, 13}};
        if (entity) {
            Name name;
            name.span = {5, 13};
            analysis.names = Layer<Name>({name});
            dossier.collection.entity_of[document] = {*entity};
            dossier.collection.entities.resize(*entity + 1);
            statement.speaker->names = {0};
        }
        analysis.statements = Layer<Statement>({statement});
    }

    Dossier dossier;
};

Account in(DocumentIndex document, std::optional<std::uint32_t> statement = std::nullopt) {
    Account account;
    account.at = {document, {0, 4}};
    account.statement = statement;
    return account;
}

std::size_t origins_of(const Pages& pages, std::vector<Account> accounts) {
    Origins origins(pages.dossier, knowledge());
    for (Account& account : accounts) origins.trace(account);
    return origins.count(accounts);
}

TEST(Origins, EveryOutletIsItsOwnOrigin) { EXPECT_EQ(origins_of(Pages(3), {in(0), in(1), in(2)}), 3u); }

TEST(Origins, CopiesAreOneOrigin) {
    Pages pages(3);
    pages.dossier.copies.families.push_back({CopyKind::near, {0, 1}, 0});
    EXPECT_EQ(origins_of(pages, {in(0), in(1)}), 1u);
    EXPECT_EQ(origins_of(pages, {in(0), in(1), in(2)}), 2u);
}

TEST(Origins, OneSpeakerInThreeOutletsIsOneOrigin) {
    Pages pages(3);
    for (DocumentIndex document = 0; document < 3; ++document) pages.speak(document, 7);
    EXPECT_EQ(origins_of(pages, {in(0, 0), in(1, 0), in(2, 0)}), 1u);
    EXPECT_EQ(origins_of(pages, {in(0, 0), in(1)}), 2u);
}

TEST(Origins, SpeakersWithoutNamesMeetOnlyInCopies) {
    Pages pages(3);
    for (DocumentIndex document = 0; document < 3; ++document) pages.speak(document, std::nullopt);
    pages.dossier.copies.families.push_back({CopyKind::exact, {0, 1}, 0});
    EXPECT_EQ(origins_of(pages, {in(0, 0), in(1, 0)}), 1u);
    EXPECT_EQ(origins_of(pages, {in(0, 0), in(2, 0)}), 2u);
}

TEST(Origins, PagesOfOneHostAreOneOutlet) {
    Pages pages(1);
    pages.add("https://www.site0.example/b");
    Origins origins(pages.dossier, knowledge());
    std::vector<Account> accounts{in(0), in(1)};
    for (Account& account : accounts) origins.trace(account);
    EXPECT_EQ(origins.count_outlets(accounts), 1u);
}

}  // namespace
}  // namespace isnad::claims
