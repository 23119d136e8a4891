// Any bytes, cut at form feeds into pages: the whole pipeline across documents ends, what it says of them
// holds together, and every view of it can be written.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/collect.h"
#include "engine/dossier.h"
#include "fuzz/require.h"
#include "source/read_page.h"
#include "views/dossier_json.h"
#include "views/dossier_page.h"
#include "views/dossier_summary.h"

using namespace isnad;

namespace {

const lexicon::LexiconPtr& shared_lexicon() {
    static const char* const named = std::getenv("ISNAD_LEXICON");
    static const lexicon::LexiconPtr opened =
        engine::load_lexicon(named != nullptr ? named : ISNAD_LEXICON, std::nullopt).value();
    return opened;
}

const engine::Knowledge& knowledge() {
    static const engine::Knowledge made(shared_lexicon());
    return made;
}

std::vector<PageAnalysis> read_pages(std::string_view bytes) {
    constexpr std::size_t most = 8;
    std::vector<PageAnalysis> pages;
    while (pages.size() < most && !bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\f'), bytes.size());
        const std::string path = "page" + std::to_string(pages.size());
        pages.push_back(engine::analyze(source::read_page(std::string(bytes.substr(0, end)),
                                                          {.path = path, .address = {}, .fetched = {}}),
                                        knowledge()));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return pages;
}

void check_words(const Collection& collection, const WordsOf& words) {
    ISNAD_REQUIRE(words.document < collection.documents.size());
    ISNAD_REQUIRE(words.span.begin <= words.span.end);
    ISNAD_REQUIRE(words.span.end <= collection.page(words.document).page->text.size());
}

void check(const Dossier& dossier) {
    const Collection& collection = dossier.collection;
    std::vector<int> seen(collection.documents.size(), 0);
    for (const Story& story : dossier.stories) {
        check_words(collection, story.title);
        for (const Episode& episode : story.episodes) {
            for (const DocumentIndex document : episode.documents) ++seen[document];
        }
    }
    for (const int times : seen) ISNAD_REQUIRE(times == 1);
    for (const Claim& claim : dossier.claims.claims) {
        ISNAD_REQUIRE(!claim.accounts.empty() && claim.story < dossier.stories.size());
        for (const Account& account : claim.accounts) {
            check_words(collection, account.at);
            ISNAD_REQUIRE(account.origin < dossier.claims.origins.size());
        }
    }
    for (const TimelineEntry& entry : dossier.claims.timeline) check_words(collection, entry.at);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Dossier dossier =
        engine::make_dossier(engine::collect_pages(read_pages(bytes), knowledge()), knowledge());
    check(dossier);
    ISNAD_REQUIRE(!views::dossier_json(dossier, "fuzz").empty());
    ISNAD_REQUIRE(!views::dossier_summary(dossier, {}, *shared_lexicon()).empty());
    const std::string html = views::dossier_page(dossier, {}, *shared_lexicon(), "fuzz");
    ISNAD_REQUIRE(html.find("<script") == std::string::npos);
    return 0;
}
