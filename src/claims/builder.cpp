#include "claims/builder.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/hash.h"

namespace isnad::claims {
namespace {

std::string id_of(const Dossier& dossier, const Claim& claim) {
    const Account& founding = claim.accounts.front();
    const Analysis& analysis = dossier.collection.analysis(founding.at.document);
    std::uint64_t key = hash_bytes(analysis.document->id().text);
    key = hash_join(key, founding.at.span.begin);
    key = hash_join(key, founding.at.span.end);
    key = hash_join(key, hash_bytes(claim.about.property));
    key = hash_join(key,
                    static_cast<std::uint64_t>(claim.kind) * 16 + static_cast<std::uint64_t>(claim.relation));
    return "c-" + hex16(hash_join(key, hash_bytes(founding.value)));
}

bool stands_before(const WordsOf& a, const WordsOf& b) {
    return std::tie(a.document, a.span.begin, a.span.end) < std::tie(b.document, b.span.begin, b.span.end);
}

bool overlap(const WordsOf& a, const WordsOf& b) {
    return a.document == b.document && a.span.begin < b.span.end && b.span.begin < a.span.end;
}

}  // namespace

std::uint32_t Builder::origin_of(const Account& account) {
    Account copy = account;
    origins_.trace(copy);
    return copy.origin;
}

void Builder::add(const StoryView& view, Claim claim) {
    if (claim.accounts.empty()) return;
    claim.story = view.story;
    claim.id = id_of(dossier_, claim);
    for (Account& account : claim.accounts) origins_.trace(account);
    std::stable_sort(claim.accounts.begin(), claim.accounts.end(),
                     [](const Account& a, const Account& b) { return stands_before(a.at, b.at); });
    claim.origins = origins_.count(claim.accounts);
    claim.outlets = origins_.count_outlets(claim.accounts);
    out_.claims.push_back(std::move(claim));
}

bool Builder::holds(const StoryView& view, ClaimKind kind, const WordsOf& at) const {
    return std::any_of(out_.claims.begin(), out_.claims.end(), [&](const Claim& claim) {
        return claim.story == view.story && claim.kind == kind &&
               std::any_of(claim.accounts.begin(), claim.accounts.end(),
                           [&](const Account& one) { return overlap(one.at, at); });
    });
}

bool Builder::tells(const StoryView& view, const Claim& claim) const {
    const auto in_both = [&](const Claim& other) {
        return std::count_if(claim.accounts.begin(), claim.accounts.end(), [&](const Account& a) {
            return std::any_of(other.accounts.begin(), other.accounts.end(),
                               [&](const Account& b) { return overlap(a.at, b.at); });
        });
    };
    return std::any_of(out_.claims.begin(), out_.claims.end(), [&](const Claim& other) {
        return other.story == view.story && other.kind == claim.kind && other.relation == claim.relation &&
               in_both(other) >= 2;
    });
}

void Builder::add(const StoryView& view, TimelineEntry entry) {
    entry.story = view.story;
    std::set<std::uint32_t> origins;
    for (const DocumentIndex document : entry.documents) {
        Account account;
        account.at = document == entry.at.document ? entry.at : WordsOf{document, {}};
        if (document == entry.at.document) account.statement = view.statement_at(document, entry.at.span);
        origins.insert(origin_of(account));
    }
    entry.origins = origins.size();
    out_.timeline.push_back(std::move(entry));
}

Claims Builder::take() {
    std::stable_sort(out_.claims.begin(), out_.claims.end(), [](const Claim& a, const Claim& b) {
        if (a.story != b.story || a.relation != b.relation)
            return std::tie(a.story, a.relation) < std::tie(b.story, b.relation);
        return stands_before(a.accounts.front().at, b.accounts.front().at);
    });
    std::set<std::string> ids;
    for (Claim& claim : out_.claims) {
        const std::string id = claim.id;
        for (int again = 2; !ids.insert(claim.id).second; ++again)
            claim.id = id + "-" + std::to_string(again);
    }
    std::stable_sort(out_.timeline.begin(), out_.timeline.end(),
                     [](const TimelineEntry& a, const TimelineEntry& b) {
                         return std::tie(a.story, a.date) < std::tie(b.story, b.date);
                     });
    out_.origins = origins_.take();
    return std::move(out_);
}

}  // namespace isnad::claims
