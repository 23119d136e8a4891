// Hours, days and places of what happened once: where accounts agree and where they exclude each other.
#include <algorithm>
#include <map>
#include <set>

#include "claims/finders.h"
#include "claims/same_occurrences.h"
#include "claims/voices.h"

namespace isnad::claims {
namespace {

using Occurrences = std::vector<std::uint32_t>;  // occurrences

class OccurrenceClaims {
  public:
    OccurrenceClaims(const StoryView& view, Builder& builder)
        : view_(view), builder_(builder), all_(occurrences_of(view)) {}

    void run() {
        for (const OneOccurrence& group : same_occurrences(view_, all_)) {
            if (group.repeated) continue;
            tell_hours(group);
            tell_days(group);
            tell_places(group);
        }
    }

  private:
    const Occurrence& of(std::uint32_t index) const { return all_[index]; }

    // The one day that most documents give; nothing when none gives one.
    std::optional<Day> usual_day(const OneOccurrence& group) const {
        std::map<Day, std::set<DocumentIndex>> days;
        for (const std::uint32_t i : group.told) {
            if (of(i).day && of(i).day->days() == 1 && !of(i).announced)
                days[of(i).day->from].insert(of(i).document);
        }
        std::optional<Day> best;
        std::size_t most = 0;
        for (const auto& [day, documents] : days) {
            if (documents.size() <= most) continue;
            most = documents.size();
            best = day;
        }
        return best;
    }

    std::string hour_of(const Occurrence& one, std::optional<Day> day) const {
        const auto own = one.day && one.day->days() == 1 ? std::optional(one.day->from) : day;
        const int minutes = one.clock->from;
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        const std::string time =
            one.clock->exact ? "T" + two(minutes / 60) + ":" + two(minutes % 60) : part_of(one);
        return (own ? iso_day(*own) : std::string()) + time;
    }

    static std::string part_of(const Occurrence& one) {
        const int middle = (one.clock->from + one.clock->to) / 120;
        return middle < 10 ? "TMO" : middle < 14 ? "TMI" : middle < 17 ? "TAF" : middle < 21 ? "TEV" : "TNI";
    }

    Account account(const Occurrence& one, std::string value) const {
        Account out;
        out.at = {one.document, one.at};
        out.value = std::move(value);
        out.statement = view_.statement_at(one.document, one.at);
        if (one.day) out.as_of = edtf(*one.day);
        return out;
    }

    Claim claim(ClaimKind kind, const char* property, const Occurrences& told) const {
        Claim out;
        out.kind = kind;
        out.about.property = property;
        const Occurrence* best = &of(told.front());
        for (const std::uint32_t i : told) {
            if (of(i).subject.size() > best->subject.size()) best = &of(i);
        }
        out.about.subject = std::string(view_.text({best->document, best->subject}));
        out.about.entities = of(told.front()).entities;
        return out;
    }

    std::size_t origins(const std::vector<Account>& accounts) {
        std::set<std::uint32_t> met;
        for (const Account& one : accounts) met.insert(builder_.origin_of(one));
        return met.size();
    }

    std::size_t voices_of(const Occurrences& told) const {
        std::vector<WordsOf> places;
        for (const std::uint32_t i : told) places.push_back({of(i).document, of(i).at});
        return voices(view_, places);
    }

    bool all_copies(const Occurrences& told) const {
        return std::all_of(told.begin(), told.end(), [&](std::uint32_t i) {
            return view_.copies(of(told.front()).document, of(i).document);
        });
    }

    // One a document, of those that `keep` takes.
    template <class Keep>
    Occurrences one_a_document(const Occurrences& told, Keep keep) const {
        Occurrences out;
        std::set<DocumentIndex> met;
        for (const std::uint32_t i : told) {
            if (keep(of(i)) && met.insert(of(i).document).second) out.push_back(i);
        }
        return out;
    }

    struct Wording {
        ClaimKind kind;
        const char *property, *fits, *differs, *why_fits, *why_differs;
    };

    // Accounts that go together in twos or more agree; accounts that exclude each other are in conflict.
    template <class Excludes, class Value>
    void tell(const Occurrences& told, const Wording& how, Excludes excludes, Value value) {
        if (told.size() < 2) return;
        Occurrences agreeing, differing;
        for (const std::uint32_t i : told) {
            const bool fits = std::any_of(told.begin(), told.end(), [&](std::uint32_t j) {
                return i != j && !excludes(of(i), of(j)) && of(i).document != of(j).document;
            });
            const bool clashes = std::any_of(told.begin(), told.end(), [&](std::uint32_t j) {
                return excludes(of(i), of(j)) && !view_.copies(of(i).document, of(j).document);
            });
            if (fits && most_agree(told, i, excludes)) agreeing.push_back(i);
            if (clashes) differing.push_back(i);
        }
        add(agreeing, how, Relation::agreement, value);
        add(differing, how, Relation::conflict, value);
    }

    // Whether an account fits the largest camp: that of the account which most others fit.
    template <class Excludes>
    bool most_agree(const Occurrences& told, std::uint32_t which, Excludes excludes) const {
        std::uint32_t best = which;
        std::ptrdiff_t most = 0;
        for (const std::uint32_t i : told) {
            const auto fits = std::count_if(told.begin(), told.end(),
                                            [&](std::uint32_t j) { return !excludes(of(i), of(j)); });
            if (fits > most) most = fits, best = i;
        }
        return !excludes(of(best), of(which));
    }

    template <class Value>
    void add(const Occurrences& told, const Wording& how, Relation relation, Value value) {
        if (told.size() < 2 || all_copies(told)) return;
        Claim out = claim(how.kind, how.property, told);
        for (const std::uint32_t i : told) out.accounts.push_back(account(of(i), value(of(i))));
        if (relation == Relation::agreement && (origins(out.accounts) < 2 || voices_of(told) < 2)) return;
        out.relation = relation;
        out.rule = relation == Relation::agreement ? how.fits : how.differs;
        out.why = relation == Relation::agreement ? how.why_fits : how.why_differs;
        builder_.add(view_, std::move(out));
    }

    static int days_between(const Occurrence& a, const Occurrence& b) {
        return a.day && b.day ? static_cast<int>((b.day->from - a.day->from).count()) : 0;
    }

    void tell_hours(const OneOccurrence& group) {
        const auto day = usual_day(group);
        const auto value = [&](const Occurrence& one) { return hour_of(one, day); };
        const auto other = [](const Occurrence& a, const Occurrence& b) {
            return exclude(*a.clock, *b.clock, days_between(a, b));
        };
        const auto near = [&](const Occurrence& one) {
            if (!one.clock || (one.day && one.day->days() > 1)) return false;
            return !one.day || !day || std::abs((one.day->from - *day).count()) <= 1;
        };
        tell(one_a_document(group.told, [&](const Occurrence& one) { return near(one) && one.clock->exact; }),
             {ClaimKind::date, "hour", "claims.occurrences.same_hour", "claims.occurrences.other_hour",
              "the same deed done once, and the hours that the accounts give go together",
              "the same deed done once, and the hours that the accounts give exclude each other"},
             other, value);
        const Occurrences parts =
            one_a_document(group.told, [&](const Occurrence& one) { return near(one) && !one.clock->exact; });
        Occurrences differing;
        for (const std::uint32_t i : parts) {
            if (std::any_of(parts.begin(), parts.end(), [&](std::uint32_t j) {
                    return other(of(i), of(j)) && !view_.copies(of(i).document, of(j).document);
                }))
                differing.push_back(i);
        }
        add(differing,
            {ClaimKind::date, "hour", "", "claims.occurrences.other_part", "",
             "the same deed done once, told of parts of the day that exclude each other"},
            Relation::conflict, value);
    }

    // A night belongs to two days.
    static DayRange days_told(const Occurrence& one) {
        DayRange out = *one.day;
        if (one.clock && one.clock->to > 24 * 60) out.to += std::chrono::days{1};
        return out;
    }

    void tell_days(const OneOccurrence& group) {
        const auto one_day = [](const Occurrence& one) { return one.day && one.day->days() == 1; };
        const auto other = [](const Occurrence& a, const Occurrence& b) {
            return !days_told(a).overlaps(days_told(b));
        };
        tell(one_a_document(group.told, one_day),
             {ClaimKind::date, "date", "claims.occurrences.same_day", "claims.occurrences.other_day",
              "the same deed done once, and the days that the accounts give go together",
              "the same deed done once, and the days that the accounts give exclude each other"},
             other, [](const Occurrence& one) { return edtf(*one.day); });
    }

    void tell_places(const OneOccurrence& group) {
        const auto other = [&](const Occurrence& a, const Occurrence& b) {
            return view_.knowledge.nations().are_apart(entity(*a.place), entity(*b.place));
        };
        tell(one_a_document(group.told, [](const Occurrence& one) { return one.place.has_value(); }),
             {ClaimKind::place, "place", "claims.occurrences.same_place", "claims.occurrences.other_place",
              "the same deed done once, and the places that the accounts give go together",
              "the same deed done once, and the places that the accounts give exclude each other"},
             other, [&](const Occurrence& one) { return entity(*one.place).id; });
    }

    const Entity& entity(std::uint32_t index) const { return view_.dossier.collection.entities[index]; }

    const StoryView& view_;
    Builder& builder_;
    std::vector<Occurrence> all_;
};

}  // namespace

void occurrence_claims(const StoryView& view, Builder& builder) { OccurrenceClaims(view, builder).run(); }

}  // namespace isnad::claims
