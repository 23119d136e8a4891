// Takes the claims that the finders make and gives them what every claim needs: traced accounts in order,
// counts of origins and outlets, an id, a place in the list.
#pragma once

#include <string>

#include "claims/origins.h"
#include "claims/story_view.h"

namespace isnad::claims {

class Builder {
  public:
    Builder(const Dossier& dossier, const Knowledge& knowledge)
        : dossier_(dossier), origins_(dossier, knowledge) {}

    // Adds a claim whose kind, about, relation, rule, why and accounts are set (of an account: at, value,
    // interval, vague, statement, as_of). The first account is the founding one: the id hangs on its words.
    void add(const StoryView& view, Claim claim);

    // Adds an entry whose date, words, status and documents are set; the first document is that of the words.
    void add(const StoryView& view, TimelineEntry entry);

    // The origin an account would be traced to, as an index; for finders that relate by origin.
    std::uint32_t origin_of(const Account& account);

    // Whether a claim of the same story, kind and relation already has two of its accounts.
    bool tells(const StoryView& view, const Claim& claim) const;

    // Whether an account of a claim of the kind overlaps a place.
    bool holds(const StoryView& view, ClaimKind kind, const WordsOf& at) const;

    // All claims by story, relation, place; the timeline by story and date.
    Claims take();

  private:
    const Dossier& dossier_;
    Origins origins_;
    Claims out_;
};

}  // namespace isnad::claims
