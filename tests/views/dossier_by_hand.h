// A dossier made by hand over the pages of examples/, for tests of what readers see.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "engine/collect.h"
#include "tests/tsv_cases.h"

namespace isnad::views {

inline const lexicon::LexiconPtr& page_lexicon() {
    static const lexicon::LexiconPtr lexicon = [] {
        auto opened = lexicon::Lexicon::open(ISNAD_LEXICON);
        EXPECT_TRUE(opened) << opened.error().text();
        return opened.value();
    }();
    return lexicon;
}

inline const engine::Knowledge& page_knowledge() {
    static const engine::Knowledge knowledge(page_lexicon());
    return knowledge;
}

// One story of all documents, titled by the first block of the first.
inline Dossier bare_dossier(Collection collection) {
    Dossier out;
    out.collection = std::move(collection);
    Story story;
    story.id = "st-0000000000000001";
    for (DocumentIndex i = 0; i < out.collection.documents.size(); ++i) story.documents.push_back(i);
    if (story.documents.empty()) return out;
    story.title = {0, out.collection.analysis(0).document->blocks().front().span};
    story.episodes.push_back(
        {"ep-1", story.documents, parse_iso_day("2026-03-10"), parse_iso_day("2026-06-10"), story.title});
    out.stories.push_back(std::move(story));
    out.revisions.resize(out.collection.documents.size());
    for (DocumentIndex i = 0; i < out.revisions.size(); ++i) out.revisions[i].document = i;
    return out;
}

// A page of one paragraph a line.
inline Dossier dossier_of_text(const std::string& text) {
    source::Origin origin{.path = "p.txt", .address = {}, .fetched = {}, .cut = false};
    std::vector<PageAnalysis> pages;
    pages.push_back(engine::analyze(source::read_plain_text(text, std::move(origin)), page_knowledge()));
    return bare_dossier(engine::collect_pages(std::move(pages), page_knowledge()));
}

class DossierByHand {
  public:
    DossierByHand() {
        std::vector<std::string> inputs;
        for (const auto& file :
             std::filesystem::directory_iterator(std::string(ISNAD_SOURCE_DIR) + "/examples")) {
            if (file.path().extension() == ".txt") inputs.push_back(file.path().string());
        }
        std::sort(inputs.begin(), inputs.end());
        auto collected = engine::collect(inputs, page_knowledge(), {.now = {}, .threads = 1, .progress = {}});
        dossier_ = bare_dossier(std::move(collected.collection));
        for (const TsvCase& row : tsv_cases("src/views/dossier_page_test.tsv", 13)) add(row);
        finish();
    }

    const Dossier& dossier() const { return dossier_; }

  private:
    void add(const TsvCase& row) {
        const auto words = find(row.cells[6], row.cells[7]);
        ASSERT_TRUE(words) << row.place;
        if (row.cells[0] == "timeline") return add_entry(row, *words);
        auto& claims = dossier_.claims.claims;
        if (claims.empty() || claims.back().id != "c-" + row.cells[1]) {
            Claim claim;
            claim.id = "c-" + row.cells[1];
            claim.kind = row.cells[0] == "date" ? ClaimKind::date : ClaimKind::number;
            claim.relation = relation(row.cells[2]);
            claim.about.subject = row.cells[3];
            claim.about.property = row.cells[4];
            claim.about.unit = row.cells[5];
            claim.rule = "test.rule";
            claim.why = "same subject, same day";
            claims.push_back(std::move(claim));
        }
        Account account;
        account.at = *words;
        account.value = row.cells[8];
        if (!row.cells[9].empty())
            account.interval = Interval{std::strtod(row.cells[9].c_str(), nullptr),
                                        std::strtod(row.cells[10].c_str(), nullptr)};
        account.vague = row.cells[11] == "vague";
        account.origin = origin(row.cells[12], *words);
        attribute(account);
        claims.back().accounts.push_back(std::move(account));
    }

    void add_entry(const TsvCase& row, const WordsOf& words) {
        const std::map<std::string, TimelineStatus> status = {{"happened", TimelineStatus::happened},
                                                              {"planned", TimelineStatus::planned},
                                                              {"denied", TimelineStatus::denied},
                                                              {"disputed", TimelineStatus::disputed}};
        dossier_.claims.timeline.push_back(
            {0, row.cells[1], words, status.at(row.cells[2]), row.cells[1] == "1994", 1, {words.document}});
    }

    static Relation relation(const std::string& name) {
        const std::map<std::string, Relation> known = {
            {"agreement", Relation::agreement}, {"conflict", Relation::conflict},
            {"update", Relation::update},       {"not_comparable", Relation::not_comparable},
            {"single", Relation::single},       {"denial", Relation::denial}};
        return known.at(name);
    }

    std::optional<WordsOf> find(const std::string& file, const std::string& words) const {
        const Collection& collection = dossier_.collection;
        for (DocumentIndex i = 0; i < collection.documents.size(); ++i) {
            const Page& page = *collection.page(i).page;
            if (!page.path.ends_with(file)) continue;
            const std::size_t from = collection.analysis(i).document->blocks().front().span.begin;
            const std::size_t at = page.text.find(words, from);
            if (at == std::string::npos) continue;
            return WordsOf{i,
                           {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
        }
        return std::nullopt;
    }

    std::uint32_t origin(const std::string& key, const WordsOf& words) {
        auto& origins = dossier_.claims.origins;
        const auto known =
            std::find_if(origins.begin(), origins.end(), [&](const Origin& one) { return one.key == key; });
        if (known != origins.end()) return static_cast<std::uint32_t>(known - origins.begin());
        origins.push_back({key, Origin::Kind::speaker, std::nullopt, words});
        return static_cast<std::uint32_t>(origins.size() - 1);
    }

    // The statement of the document that holds the words lends its speaker and its chain.
    void attribute(Account& account) const {
        const Analysis& analysis = dossier_.collection.analysis(account.at.document);
        for (const Statement& statement : analysis.statements) {
            if (!statement.span.contains(account.at.span)) continue;
            account.speaker = statement.speaker;
            account.chain = statement.chain;
        }
    }

    void finish() {
        for (Claim& claim : dossier_.claims.claims) {
            std::vector<std::uint32_t> origins;
            for (const Account& account : claim.accounts) origins.push_back(account.origin);
            std::sort(origins.begin(), origins.end());
            claim.origins =
                static_cast<std::size_t>(std::unique(origins.begin(), origins.end()) - origins.begin());
            claim.outlets = claim.accounts.size();
        }
        dossier_.copies.pairs.push_back({CopyKind::exact, 1, 2, 1.0, 1.0, {}});
        dossier_.copies.families.push_back({CopyKind::exact, {1, 2}, 1});
    }

    Dossier dossier_;
};

inline const Dossier& dossier_by_hand() {
    static const DossierByHand made;
    return made.dossier();
}

}  // namespace isnad::views
