// What happened, when and where: events that several origins tell, and their days and places where accounts
// of one event differ.
#include <algorithm>
#include <set>

#include "base/day_range.h"
#include "claims/clauses.h"
#include "claims/finders.h"
#include "claims/timeline.h"
#include "claims/voices.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t longest = 280;  // bytes of an account's words

class EventClaims {
  public:
    EventClaims(const StoryView& view, Builder& builder)
        : view_(view),
          builder_(builder),
          happenings_(happenings_of(view)),
          groups_(group_events(view, happenings_)) {}

    void run() {
        std::set<std::uint32_t> disputed;
        for (const Rivals& rivals : groups_.rivals) {
            if (!disputed.insert(rivals.first).second) continue;
            disputed.insert(rivals.second);
            tell_disputed_days(rivals);
        }
        for (std::uint32_t g = 0; g < groups_.groups.size(); ++g) {
            if (disputed.count(g) == 0) tell_agreement(groups_.groups[g]);
            tell_places(groups_.groups[g]);
        }
        tell_timeline(view_, happenings_, groups_, builder_);
    }

  private:
    const Happening& of(std::uint32_t mention) const { return happenings_[mention]; }

    Account account(const Happening& one, std::string value) const {
        Account out;
        out.at = {one.document, clause_of(one)};
        out.value = std::move(value);
        out.statement = view_.statement_at(one.document, one.at);
        if (one.when) out.as_of = edtf(*one.when);
        return out;
    }

    // The clause of a mention, with a time beside it, as far as it is not too long.
    Span clause_of(const Happening& one) const {
        const Words& words = view_.analysis(one.document).words;
        WordRange inside = words_in(words, one.at);
        if (inside.first >= inside.end) return one.at;
        if (one.at.size() > longest)
            return words_around(words, {inside.first, inside.first + 1}, inside, longest);
        return words_around(words, inside, clause_around(words, inside), longest);
    }

    // The words of a mention that tell the deed, for people: from its trigger on.
    std::string deed_of(const Happening& one) const {
        const Words& words = view_.analysis(one.document).words;
        Span from = one.at;
        if (one.event)
            from.begin = view_.analysis(one.document).events[std::size_t{*one.event}].trigger.begin;
        WordRange inside = words_in(words, from);
        inside.end = std::min(inside.end, inside.first + 7);
        return std::string(view_.text({one.document, span_of(words, inside)}));
    }

    // The day, or what was done: the sorts of deeds that have a name, the trigger's lemma of the others.
    std::string value_of(const Happening& one) const {
        if (one.when) return edtf(*one.when);
        const bool code =
            std::any_of(one.sort.begin(), one.sort.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!code || !one.event) return one.sort;
        return view_.analysis(one.document).events[std::size_t{*one.event}].lemma;
    }

    Claim claim(ClaimKind kind, const Happening& one, const char* property) const {
        Claim out;
        out.kind = kind;
        out.about.property = property;
        out.about.entities = one.who;
        for (const auto* more : {&one.whom, &one.where})
            out.about.entities.insert(out.about.entities.end(), more->begin(), more->end());
        std::sort(out.about.entities.begin(), out.about.entities.end());
        out.about.entities.erase(std::unique(out.about.entities.begin(), out.about.entities.end()),
                                 out.about.entities.end());
        out.about.subject = deed_of(one);
        return out;
    }

    // The mentions of a group, one a document: dated ones first, then the earliest.
    std::vector<std::uint32_t> one_a_document(const SameEvent& group, bool dated_only) const {
        std::vector<std::uint32_t> out;
        for (const bool dated : {true, false}) {
            if (!dated && dated_only) break;
            for (const std::uint32_t i : group.mentions) {
                const bool known = std::any_of(out.begin(), out.end(), [&](std::uint32_t o) {
                    return of(o).document == of(i).document;
                });
                if (!known && of(i).when.has_value() == dated) out.push_back(i);
            }
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    std::size_t origins(const std::vector<Account>& accounts) {
        std::set<std::uint32_t> met;
        for (const Account& one : accounts) met.insert(builder_.origin_of(one));
        return met.size();
    }

    void tell_agreement(const SameEvent& group) {
        const auto mentions = one_a_document(group, false);
        if (mentions.size() < 2) return;
        const auto dated =
            static_cast<std::size_t>(std::count_if(mentions.begin(), mentions.end(), [&](std::uint32_t i) {
                return of(i).when && of(i).when->days() <= 31;
            }));
        Claim out = claim(dated >= 2 ? ClaimKind::date : ClaimKind::event, of(mentions.front()),
                          dated >= 2 ? "date" : "event");
        if (group.when) out.about.time = edtf(*group.when);
        for (const std::uint32_t i : mentions) out.accounts.push_back(account(of(i), value_of(of(i))));
        if (origins(out.accounts) < 2 || !is_telling(mentions) || voices_of(mentions) < 2) return;
        out.relation = Relation::agreement;
        out.rule = dated >= 2 ? "claims.events.same_days" : "claims.events.same_event";
        out.why = dated >= 2
                      ? "the same deed of the same actors, and the days that the accounts give go together"
                      : "the same deed of the same actors, told by several origins";
        if (!builder_.tells(view_, out)) builder_.add(view_, std::move(out));
    }

    // Whether the mentions say who did what to whom, where or when: two of these at least, in two mentions.
    bool is_telling(const std::vector<std::uint32_t>& mentions) const {
        return std::count_if(mentions.begin(), mentions.end(), [&](std::uint32_t i) {
                   const Happening& one = of(i);
                   const int roles =
                       (one.who.empty() ? 0 : 1) + (one.whom.empty() ? 0 : 1) + (one.where.empty() ? 0 : 1);
                   const bool named = !one.who.empty() || !one.whom.empty();
                   return named && roles + (one.when ? 1 : 0) >= 2;
               }) >= 2;
    }

    std::size_t voices_of(const std::vector<std::uint32_t>& mentions) const {
        std::vector<WordsOf> places;
        for (const std::uint32_t i : mentions) places.push_back({of(i).document, of(i).at});
        return voices(view_, places);
    }

    void tell_disputed_days(const Rivals& rivals) {
        const SameEvent &first = groups_.groups[rivals.first], &second = groups_.groups[rivals.second];
        Claim out = claim(ClaimKind::date, of(first.mentions.front()), "date");
        for (const SameEvent* group : {&first, &second}) {
            for (const std::uint32_t i : one_a_document(*group, true))
                out.accounts.push_back(account(of(i), edtf(*of(i).when)));
        }
        out.relation = Relation::conflict;
        out.rule = "claims.events.other_days";
        out.why =
            "the same deed of the same actors at the same place, and no account tells it twice, but the days "
            "exclude each other";
        if (!builder_.tells(view_, out)) builder_.add(view_, std::move(out));
    }

    // Two cities for one event on one day.
    void tell_places(const SameEvent& group) {
        if (!group.when || group.when->days() > 1) return;
        std::vector<std::uint32_t> mentions;
        for (const std::uint32_t i : one_a_document(group, true)) {
            if (of(i).where.size() == 1 && is_city(of(i).where.front())) mentions.push_back(i);
        }
        std::set<std::uint32_t> places;
        for (const std::uint32_t i : mentions) places.insert(of(i).where.front());
        if (places.size() < 2) return;
        Claim out = claim(ClaimKind::place, of(mentions.front()), "place");
        out.about.time = edtf(*group.when);
        for (const std::uint32_t i : mentions)
            out.accounts.push_back(account(of(i), view_.dossier.collection.entities[of(i).where.front()].id));
        if (origins(out.accounts) < 2) return;
        out.relation = Relation::conflict;
        out.rule = "claims.events.other_place";
        out.why = "the same deed of the same actors on the same day, at places that differ";
        if (!builder_.tells(view_, out)) builder_.add(view_, std::move(out));
    }

    bool is_city(std::uint32_t entity) const {
        return view_.knowledge.nations().is_city(view_.dossier.collection.entities[entity]);
    }

    const StoryView& view_;
    Builder& builder_;
    std::vector<Happening> happenings_;
    EventGroups groups_;
};

}  // namespace

void event_claims(const StoryView& view, Builder& builder) { EventClaims(view, builder).run(); }

}  // namespace isnad::claims
