// What of a story is shown, and in which order: the same for the page and the terminal.
#pragma once

#include <cstddef>
#include <vector>

#include "model/dossier.h"

namespace isnad::views {

// Accounts of one claim that say the same and go back to one origin: shown once.
struct AccountGroup {
    const Account* first = nullptr;
    std::vector<const Account*> others;
};
std::vector<AccountGroup> groups_of(const Claim& claim);

struct StorySelection {
    std::size_t story = 0;
    bool lone = false;                   // one article, beside stories of several: shown short
    std::vector<const Claim*> agreed;    // by two origins at least; then narrower accounts
    std::vector<const Claim*> disputed;  // conflicts, denials, updates
    std::vector<const Claim*> single;    // one origin, copies included; what can be checked first
    std::vector<const Claim*> apart;     // look alike but are not comparable
    std::vector<const TimelineEntry*> timeline;
    std::size_t origins = 0;              // distinct origins of the accounts
    std::size_t outlets = 0;              // distinct outlets of the documents
    std::size_t texts = 0;                // documents, each family of copies counted once
    std::vector<std::uint32_t> entities;  // by documents, then mentions
};

// The stories with most documents first, lone ones last.
std::vector<StorySelection> select_stories(const Dossier& dossier);

// How a story speaks of an entity.
struct EntityCounts {
    std::size_t documents = 0, mentions = 0, said = 0, done = 0;
};
std::vector<EntityCounts> count_entities(const Dossier& dossier, const Story& story);

// Whether the page or its address names an outlet; counts of outlets leave the others out.
bool names_outlet(const Dossier& dossier, DocumentIndex document);

// The words that name the outlet of a document, the host of its address, or its file.
std::string_view outlet_of(const Dossier& dossier, DocumentIndex document);

}  // namespace isnad::views
