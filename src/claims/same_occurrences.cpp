#include "claims/same_occurrences.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/disjoint_sets.h"

namespace isnad::claims {
namespace {

constexpr int days_apart = 3;   // between accounts of one bare "collapse"
constexpr int apart_days = 45;  // beyond them the same deed is another

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return static_cast<std::size_t>(std::count_if(
        a.begin(), a.end(), [&](std::uint32_t one) { return std::binary_search(b.begin(), b.end(), one); }));
}

class Joining {
  public:
    Joining(const StoryView& view, const std::vector<Occurrence>& all)
        : view_(view), all_(all), sets_(all.size()), central_(central_deed()) {}

    std::vector<OneOccurrence> run() {
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            for (std::uint32_t j = i + 1; j < all_.size(); ++j) {
                if (sets_.root(i) != sets_.root(j) && are_one(all_[i], all_[j])) sets_.join(i, j);
            }
        }
        std::map<std::uint32_t, OneOccurrence> groups;
        for (std::uint32_t i = 0; i < all_.size(); ++i) groups[sets_.root(i)].told.push_back(i);
        std::vector<OneOccurrence> out;
        for (auto& [first, group] : groups) {
            if (group.told.size() < 2) continue;
            group.deed = deed_of(all_[group.told.front()]);
            group.repeated = is_repeated(group);
            out.push_back(std::move(group));
        }
        return out;
    }

  private:
    // The deed that most documents of the story tell, when more than half do.
    std::optional<DeedIndex> central_deed() const {
        std::map<DeedIndex, std::set<DocumentIndex>> told;
        for (const DocumentIndex document : view_.documents()) {
            for (const WordRole& role : view_.roles(document)) {
                if (role.deed && role.kind == DeedKind::once) told[*role.deed].insert(document);
            }
        }
        std::optional<DeedIndex> best;
        std::size_t most = view_.documents().size() / 2;
        for (const auto& [deed, documents] : told) {
            if (documents.size() <= most) continue;
            most = documents.size();
            best = deed;
        }
        return best;
    }

    bool is_calamity(const Occurrence& one) const { return one.kind == DeedKind::calamity; }

    DeedIndex deed_of(const Occurrence& one) const {
        return is_calamity(one) && central_ ? *central_ : one.deed;
    }

    bool are_one(const Occurrence& a, const Occurrence& b) const {
        if (deed_of(a) != deed_of(b)) return false;
        const int apart = a.day && b.day ? gap(*a.day, *b.day) : 0;
        if (apart > apart_days) return false;
        const bool bare = a.bare || b.bare || is_calamity(a) || is_calamity(b);
        if (bare && central_ == deed_of(a)) return a.day && b.day && apart <= days_apart;
        const std::size_t names = shared(a.entities, b.entities), terms = shared_terms(a.content, b.content);
        const double inside = containment(a.content, b.content);
        if (other_persons(a, b)) return false;
        if (a.kind == DeedKind::again) return names >= 1 && resemblance(a.content, b.content) >= 0.45;
        const bool only_place = names >= 1 && !shared_beside_places(a, b);
        if (names >= 1 &&
            terms >= (only_place           ? 4u
                      : a.deed == central_ ? 2u
                                           : 3u) &&
            inside >= (only_place ? 0.45 : 0.3))
            return true;
        return terms >= 3 && inside >= 0.5 && (a.deed == central_ || apart <= days_apart);
    }

    NameType type_of(std::uint32_t entity) const { return view_.dossier.collection.entities[entity].type; }

    // Both name persons, but none in common: what is done to one man is not done to another.
    bool other_persons(const Occurrence& a, const Occurrence& b) const {
        const auto is_person = [&](std::uint32_t entity) { return type_of(entity) == NameType::person; };
        const bool both = std::any_of(a.entities.begin(), a.entities.end(), is_person) &&
                          std::any_of(b.entities.begin(), b.entities.end(), is_person);
        return both && std::none_of(a.entities.begin(), a.entities.end(), [&](std::uint32_t entity) {
                   return is_person(entity) &&
                          std::binary_search(b.entities.begin(), b.entities.end(), entity);
               });
    }

    bool shared_beside_places(const Occurrence& a, const Occurrence& b) const {
        return std::any_of(a.entities.begin(), a.entities.end(), [&](std::uint32_t entity) {
            return type_of(entity) != NameType::place &&
                   std::binary_search(b.entities.begin(), b.entities.end(), entity);
        });
    }

    // Whether a document tells it of days or hours that exclude each other.
    bool is_repeated(const OneOccurrence& group) const {
        for (const std::uint32_t i : group.told) {
            for (const std::uint32_t j : group.told) {
                const Occurrence &a = all_[i], &b = all_[j];
                if (i >= j || a.document != b.document || a.announced || b.announced) continue;
                if (a.sentence == b.sentence && a.at == b.at) continue;
                if (a.day && b.day && !a.day->overlaps(*b.day)) return true;
                const bool hours = a.clock && b.clock && a.clock->exact && b.clock->exact;
                if (hours && exclude(*a.clock, *b.clock, 0)) return true;
            }
        }
        return false;
    }

    const StoryView& view_;
    const std::vector<Occurrence>& all_;
    DisjointSets sets_;
    std::optional<DeedIndex> central_;
};

}  // namespace

std::vector<OneOccurrence> same_occurrences(const StoryView& view, const std::vector<Occurrence>& all) {
    return Joining(view, all).run();
}

}  // namespace isnad::claims
