// What the examples are known to hold across pages: variants of names, copies, one story in several episodes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "copies/copies.h"
#include "engine/collect.h"
#include "engine/parts.h"
#include "stories/stories.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

const engine::Knowledge& knowledge() {
    static const engine::Knowledge knowledge(lexicon::Lexicon::open(ISNAD_LEXICON).value());
    return knowledge;
}

std::vector<std::string> example_files() {
    std::vector<std::string> out;
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(ISNAD_SOURCE_DIR) + "/examples")) {
        if (file.path().extension() == ".txt") out.push_back(file.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

Collection collect(const std::vector<std::string>& files, std::size_t threads = 0) {
    engine::CollectOptions options;
    options.threads = threads;
    return engine::collect(files, knowledge(), options).collection;
}

const Collection& examples() {
    static const Collection collection = collect(example_files());
    return collection;
}

// "07" for the main article of page 07, "12b" for a second one.
std::string label(const Collection& all, DocumentIndex document) {
    const std::string name = std::filesystem::path(all.page(document).page->path).filename().string();
    return name.substr(0, 2) + (all.documents[document].article > 0 ? "b" : "");
}

std::set<std::string> labels(const Collection& all, const std::vector<DocumentIndex>& documents) {
    std::set<std::string> out;
    for (const DocumentIndex document : documents) out.insert(label(all, document));
    return out;
}

TEST(Collection, VariantsOfANameAreOneEntity) {
    for (const auto& row : tsv_cases("tests/collection/variants.tsv", 2)) {
        std::string rest = row.cells[1];
        std::set<std::string> wanted;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            wanted.insert(rest.substr(0, end));
            rest.erase(0, end + 1);
        }
        std::size_t best = 0;
        for (const Entity& entity : examples().entities) {
            const auto& have = entity.spellings;
            best = std::max(best, static_cast<std::size_t>(std::count_if(have.begin(), have.end(),
                                                                         [&](const std::string& spelling) {
                                                                             return wanted.contains(spelling);
                                                                         })));
        }
        EXPECT_EQ(best, wanted.size()) << row.place << ' ' << row.cells[0];
    }
}

TEST(Collection, EntitiesAreWhole) {
    const Collection& all = examples();
    std::set<std::string> ids;
    for (const Entity& entity : all.entities) {
        EXPECT_TRUE(ids.insert(entity.id).second) << entity.id;
        EXPECT_FALSE(entity.ar.empty());
    }
    for (DocumentIndex d = 0; d < all.documents.size(); ++d) {
        ASSERT_EQ(all.entity_of[d].size(), all.analysis(d).names.size());
        ASSERT_EQ(all.entities_of_mention[d].size(), all.analysis(d).mentions.size());
        for (std::size_t n = 0; n < all.entity_of[d].size(); ++n) {
            const Entity& entity = all.entities.at(all.entity_of[d][n]);
            const std::string spelling(all.analysis(d).document->text(all.analysis(d).names[n].span));
            EXPECT_NE(std::find(entity.spellings.begin(), entity.spellings.end(), spelling),
                      entity.spellings.end());
        }
    }
}

TEST(Collection, CopiesOfTheAgencyReport) {
    const Copies copies = copies::find_copies(examples());
    std::map<std::pair<std::string, std::string>, CopyKind> kinds;
    for (const CopyPair& pair : copies.pairs)
        kinds[{label(examples(), pair.from), label(examples(), pair.to)}] = pair.kind;
    EXPECT_EQ((kinds.at({"02", "03"})), CopyKind::exact);
    EXPECT_EQ((kinds.at({"02", "04"})), CopyKind::near);
    EXPECT_EQ((kinds.at({"02", "05"})), CopyKind::containment);
    EXPECT_EQ((kinds.at({"02", "06"})), CopyKind::reworked);
    ASSERT_EQ(copies.families.size(), 1u);
    EXPECT_EQ(labels(examples(), copies.families[0].documents),
              (std::set<std::string>{"02", "03", "04", "05", "06"}));
    EXPECT_EQ(label(examples(), copies.families[0].first), "02");
}

std::vector<Story> stories_of(const Collection& all) {
    return stories::find_stories(all, copies::find_copies(all), *knowledge().parts().lexicon);
}

TEST(Collection, OneStoryInSeveralEpisodes) {
    const std::vector<Story> stories = stories_of(examples());
    ASSERT_EQ(stories.size(), 1u);
    std::map<std::string, const Episode*> episode_of;
    for (const Episode& episode : stories[0].episodes) {
        for (const DocumentIndex document : episode.documents)
            episode_of[label(examples(), document)] = &episode;
    }
    for (const char* page : {"02", "03", "04", "05", "06"})
        EXPECT_EQ(episode_of[page], episode_of["01"]) << page;
    EXPECT_EQ(episode_of["09"], episode_of["10"]);
    EXPECT_EQ(episode_of["17"], episode_of["18"]);
    std::set<const Episode*> apart;
    for (const char* page : {"01", "09", "11", "12", "12b", "15", "16", "17", "19", "20"})
        apart.insert(episode_of[page]);
    EXPECT_EQ(apart.size(), 10u);
}

// Everything that the rooms across documents make, in words.
std::string told(const Collection& all) {
    std::string out;
    for (const Entity& entity : all.entities) out += entity.id + ' ' + entity.ar + '\n';
    for (const CopyPair& pair : copies::find_copies(all).pairs)
        out +=
            label(all, pair.from) + ' ' + label(all, pair.to) + ' ' + std::to_string(pair.resemblance) + '\n';
    for (const Story& story : stories_of(all)) {
        out += story.id + '\n';
        for (const Episode& episode : story.episodes) out += episode.id + '\n';
    }
    return out;
}

TEST(Collection, DoesNotDependOnThreads) {
    EXPECT_EQ(told(collect(example_files(), 1)), told(collect(example_files(), 4)));
}

TEST(Collection, InAnotherOrderCopiesAndStoriesComeOutEqual) {
    std::vector<std::string> files = example_files();
    std::reverse(files.begin(), files.end());
    const Collection turned = collect(files);
    const auto pairs = [](const Collection& all) {
        std::set<std::pair<std::string, std::string>> out;
        for (const CopyPair& pair : copies::find_copies(all).pairs)
            out.insert(std::minmax(label(all, pair.from), label(all, pair.to)));
        return out;
    };
    EXPECT_EQ(pairs(turned), pairs(examples()));
    const auto episodes = [](const Collection& all) {
        std::set<std::set<std::string>> out;
        for (const Story& story : stories_of(all)) {
            for (const Episode& episode : story.episodes) out.insert(labels(all, episode.documents));
        }
        return out;
    };
    EXPECT_EQ(episodes(turned), episodes(examples()));
    EXPECT_EQ(turned.entities.size(), examples().entities.size());
}

}  // namespace
}  // namespace isnad
