// One story as the finders of claims see it: its documents, what is known of each, and how alike stretches of
// them are. Lives as long as one run of find_claims.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/day_range.h"
#include "claims/affiliations.h"
#include "claims/content.h"
#include "claims/knowledge.h"
#include "model/dossier.h"

namespace isnad::claims {

class StoryView {
  public:
    StoryView(const Dossier& from, std::uint32_t index, const Knowledge& know, const Contents& of,
              const Affiliations& acting);

    const Dossier& dossier;
    const std::uint32_t story;  // its index
    const Knowledge& knowledge;
    const Contents& contents;
    const Affiliations& affiliations;

    const std::vector<DocumentIndex>& documents() const { return dossier.stories[story].documents; }
    const Analysis& analysis(DocumentIndex document) const { return dossier.collection.analysis(document); }
    std::string_view text(const WordsOf& words) const {
        return analysis(words.document).document->text(words.span);
    }

    // The days of a document's reference date, own or revised.
    std::optional<DayRange> days(DocumentIndex document) const;

    // What each word of a document of the story does in telling a deed.
    const std::vector<WordRole>& roles(DocumentIndex document) const { return roles_.at(document); }

    // The episode of a document of the story, by its place in the story.
    std::uint32_t episode(DocumentIndex document) const;

    // Whether two documents share their text, directly or by others; a rewrite in other words is no copy.
    bool copies(DocumentIndex a, DocumentIndex b) const;

    // The smallest statement that holds a span, or nothing.
    std::optional<std::uint32_t> statement_at(DocumentIndex document, Span span) const;

    // The entities of names that begin inside a span, ascending, each once.
    std::vector<std::uint32_t> entities_in(DocumentIndex document, Span span) const;

    // The block that a span begins in; a paragraph when in none.
    BlockKind block_kind(DocumentIndex document, Span span) const;

  private:
    std::map<DocumentIndex, std::vector<WordRole>> roles_;
    std::vector<std::uint32_t> episode_of_;  // [document of the collection]
    std::vector<std::uint32_t> copy_of_;     // equal for documents that share their text
};

}  // namespace isnad::claims
