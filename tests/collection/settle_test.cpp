// What a story knows better than a document: the date of an undated copy.
#include "engine/settle.h"

#include <gtest/gtest.h>

#include "copies/copies.h"
#include "engine/collect.h"
#include "engine/dossier.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

const engine::Knowledge& knowledge() {
    static const engine::Knowledge made(lexicon::Lexicon::open(ISNAD_LEXICON).value());
    return made;
}

// The pages of tests/collection/settle.tsv, in its order.
Collection pages() {
    std::vector<PageAnalysis> out;
    for (const auto& row : tsv_cases("tests/collection/settle.tsv", 3)) {
        auto page = std::make_shared<Page>();
        page->path = row.cells[0];
        page->text = row.cells[2];
        out.push_back(engine::analyze(page, knowledge()));
    }
    return engine::collect_pages(std::move(out), knowledge());
}

TEST(Settle, DatesWhatItsCopiesOrItsEpisodeDate) {
    const Dossier dossier = engine::make_dossier(pages(), knowledge());
    const auto rows = tsv_cases("tests/collection/settle.tsv", 3);
    ASSERT_EQ(dossier.collection.documents.size(), rows.size());
    for (DocumentIndex document = 0; document < rows.size(); ++document) {
        const DatedBy* date = dossier.reference_date(document);
        const std::string told = date == nullptr ? "none" : date->value + " " + date->basis;
        EXPECT_EQ(told, rows[document].cells[1]) << rows[document].place;
    }
}

TEST(Settle, LeavesTheAnalysisAsItIs) {
    const Dossier dossier = engine::make_dossier(pages(), knowledge());
    for (const Revision& revision : dossier.revisions) {
        if (revision.reference_date) {
            EXPECT_FALSE(dossier.collection.analysis(revision.document).reference_date);
        }
    }
}

}  // namespace
}  // namespace isnad
