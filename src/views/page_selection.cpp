#include "views/page_selection.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace isnad::views {
namespace {

void by_origins(std::vector<const Claim*>& claims, const std::vector<Relation>& order) {
    const auto rank = [&](const Claim* claim) {
        return std::find(order.begin(), order.end(), claim->relation) - order.begin();
    };
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) {
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        if (a->origins != b->origins) return a->origins > b->origins;
        return a->outlets > b->outlets;
    });
}

// What can be checked comes first; a vague number says little.
int worth_of(const Claim& claim) {
    const bool vague = !claim.accounts.empty() && claim.accounts.front().vague;
    const bool attributed = !claim.accounts.empty() && claim.accounts.front().speaker;
    switch (claim.kind) {
        case ClaimKind::number: return vague ? 1 : attributed ? 6 : 4;
        case ClaimKind::statement: return attributed ? 5 : 2;
        case ClaimKind::date: return 3;
        default: return attributed ? 3 : 1;
    }
}

void sort_claims(const std::vector<const Claim*>& claims, StorySelection& out) {
    std::set<std::uint32_t> origins;
    for (const Claim* each : claims) {
        const Claim& claim = *each;
        for (const Account& account : claim.accounts) origins.insert(account.origin);
        // Articles that do not copy each other agree on what one speaker said; on anything else one origin is
        // one.
        const bool one_hand =
            claim.relation == Relation::agreement && claim.origins < 2 && claim.kind != ClaimKind::statement;
        switch (one_hand ? Relation::single : claim.relation) {
            case Relation::agreement:
            case Relation::narrower: out.agreed.push_back(&claim); break;
            case Relation::conflict:
            case Relation::denial:
            case Relation::update: out.disputed.push_back(&claim); break;
            case Relation::not_comparable: out.apart.push_back(&claim); break;
            case Relation::single: out.single.push_back(&claim); break;
        }
    }
    out.origins = origins.size();
    by_origins(out.agreed, {Relation::agreement, Relation::narrower});
    by_origins(out.disputed, {Relation::conflict, Relation::denial, Relation::update});
    by_origins(out.apart, {Relation::not_comparable});
    std::stable_sort(out.single.begin(), out.single.end(),
                     [](const Claim* a, const Claim* b) { return worth_of(*a) > worth_of(*b); });
}

void count_sources(const Dossier& dossier, const Story& story, StorySelection& out) {
    std::set<std::string_view> outlets;
    std::set<std::uint64_t> texts;
    std::vector<std::uint64_t> family(dossier.collection.documents.size());
    for (std::uint64_t i = 0; i < family.size(); ++i) family[i] = i;
    for (const CopyFamily& copies : dossier.copies.families) {
        for (const DocumentIndex document : copies.documents) family[document] = copies.first;
    }
    for (const DocumentIndex document : story.documents) {
        if (names_outlet(dossier, document)) outlets.insert(outlet_of(dossier, document));
        texts.insert(family[document]);
    }
    out.outlets = outlets.size();
    out.texts = texts.size();
}

void sort_entities(const Dossier& dossier, const Story& story, StorySelection& out) {
    const std::vector<EntityCounts> counts = count_entities(dossier, story);
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
        if (counts[i].mentions > 0) out.entities.push_back(i);
    }
    std::stable_sort(out.entities.begin(), out.entities.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (counts[a].documents != counts[b].documents) return counts[a].documents > counts[b].documents;
        return counts[a].mentions > counts[b].mentions;
    });
}

std::string_view host(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#:"));
    if (address.starts_with("www.")) address.remove_prefix(4);
    return address;
}

}  // namespace

bool names_outlet(const Dossier& dossier, DocumentIndex document) {
    const Document& from = *dossier.collection.analysis(document).document;
    return !from.outlet().empty() || !host(from.page().address).empty();
}

std::string_view outlet_of(const Dossier& dossier, DocumentIndex document) {
    const Document& from = *dossier.collection.analysis(document).document;
    if (!from.outlet().empty()) return from.outlet();
    const std::string_view by_address = host(from.page().address);
    if (!by_address.empty()) return by_address;
    const std::string_view path = from.page().path;
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::vector<AccountGroup> groups_of(const Claim& claim) {
    std::vector<AccountGroup> out;
    std::map<std::pair<std::uint32_t, std::string_view>, std::size_t> known;
    for (const Account& account : claim.accounts) {
        const auto [at, added] = known.try_emplace({account.origin, account.value}, out.size());
        if (added) {
            out.push_back({&account, {}});
        } else {
            out[at->second].others.push_back(&account);
        }
    }
    return out;
}

std::vector<EntityCounts> count_entities(const Dossier& dossier, const Story& story) {
    const Collection& collection = dossier.collection;
    std::vector<EntityCounts> out(collection.entities.size());
    for (const DocumentIndex document : story.documents) {
        std::set<std::uint32_t> here;
        for (const std::uint32_t entity : collection.entity_of[document]) {
            ++out[entity].mentions;
            here.insert(entity);
        }
        for (const std::uint32_t entity : here) ++out[entity].documents;
        const Analysis& analysis = collection.analysis(document);
        for (const Statement& statement : analysis.statements) {
            if (!statement.speaker) continue;
            for (const std::uint32_t entity : collection.entities_of(document, *statement.speaker))
                ++out[entity].said;
        }
        for (const Event& event : analysis.events) {
            std::set<std::uint32_t> actors;
            for (const Agent& actor : event.actors) {
                for (const std::uint32_t entity : collection.entities_of(document, actor))
                    actors.insert(entity);
            }
            for (const std::uint32_t entity : actors) ++out[entity].done;
        }
    }
    return out;
}

std::vector<StorySelection> select_stories(const Dossier& dossier) {
    std::vector<StorySelection> out(dossier.stories.size());
    std::vector<std::vector<const Claim*>> claims(out.size());
    for (const Claim& claim : dossier.claims.claims) {
        if (!claim.accounts.empty()) claims[claim.story].push_back(&claim);
    }
    for (const TimelineEntry& entry : dossier.claims.timeline) out[entry.story].timeline.push_back(&entry);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Story& story = dossier.stories[i];
        out[i].story = i;
        sort_claims(claims[i], out[i]);
        count_sources(dossier, story, out[i]);
        sort_entities(dossier, story, out[i]);
    }
    std::stable_sort(out.begin(), out.end(), [&](const StorySelection& a, const StorySelection& b) {
        return dossier.stories[a.story].documents.size() > dossier.stories[b.story].documents.size();
    });
    for (StorySelection& selection : out) {
        const std::size_t documents = dossier.stories[selection.story].documents.size();
        selection.lone = documents == 1 && dossier.stories[out.front().story].documents.size() > 1;
    }
    return out;
}

}  // namespace isnad::views
