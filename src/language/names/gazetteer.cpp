#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

float base_weight(Source source) {
    switch (source) {
        case Source::person: return 0.92F;
        case Source::country: return 0.91F;
        case Source::place: return 0.86F;
        case Source::organisation: return 0.85F;
        case Source::agency: return 0.84F;
        case Source::outlet: return 0.72F;
        default: return 0.62F;
    }
}

// Makes candidates of the sightings at one word.
class KnownNames {
  public:
    KnownNames(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& out)
        : seen_(seen), know_(seen.knowledge()), titles_(titles), out_(out), sport_(is_sport()) {}

    void at(std::uint32_t i) {
        for (const Sighting& one : seen_.at(i)) {
            if (!one.has(world_bits)) continue;
            if (one.words() == 1 && !seen_.may_skip(i, one.skip)) continue;
            for (const lexicon::Entry& entry : one.entries) {
                if ((bit(know_.source(entry)) & world_bits) != 0) add(one, entry);
            }
        }
        add_surname(i);
    }

  private:
    void add(const Sighting& one, const lexicon::Entry& entry) {
        const Source source = know_.source(entry);
        const RowFacts& facts = know_.facts(entry);
        if (one.words() == 1 && one.variant && (source == Source::outlet || source == Source::person)) return;
        Candidate name{one.first, one.end, one.skip, facts.type, &entry, base_weight(source), "names.known"};
        if (one.variant) name.weight -= 0.2F;
        const bool short_form = one.words() == 1 || source == Source::place || source == Source::cldr_place;
        const bool common = one.words() == 1 && is_doubtful(one, source);
        if (source == Source::organisation && is_department(one)) return;
        if (name.type == NameType::organisation && stands_without_noun(one, entry)) return;
        if (source == Source::person && one.words() > 1 && one.skip == 0 &&
            (seen_.bits(one.first) & bit(Source::title)) != 0 && text::is_definite(seen_.form(one.first))) {
            ++name.first;
        }
        name.waits = (facts.ambiguous && short_form) || common;
        if (name.waits && (is_club_in_sport(one, entry) || is_agency_that_says(one, source) ||
                           opens_with_noun(one, source)))
            name.waits = false;
        weigh_signs(name);
        out_.push_back(name);
    }

    // "al-Hilal" on a page of sport is the club, unless it is a class noun there ("the Union").
    bool is_club_in_sport(const Sighting& one, const lexicon::Entry& entry) const {
        if (!sport_ || one.skip > 0 || one.has(language_bits) || know_.source(entry) != Source::organisation)
            return false;
        return seen_.lexicon_cell(entry, "kind") == "club" && text::is_definite(seen_.form(one.first)) &&
               seen_.count(seen_.form(one.first)) < 600 && !is_described(one.end);
    }

    // "cooperation, common": an adjective of no nation shows a common noun.
    bool is_described(std::uint32_t i) const {
        return i < seen_.size() && seen_.is_arabic(i) && text::is_definite(seen_.form(i)) &&
               !seen_.is_nisba(i);
    }

    // "SANA said": a short name of an agency behind a feminine verb of saying.
    bool is_agency_that_says(const Sighting& one, Source source) const {
        if (source != Source::agency || one.skip > 0 || one.first == 0 || one.has(bit(Source::function_word)))
            return false;
        const bool says = (seen_.bits(one.first - 1) & bit(Source::saying)) != 0;
        return says && seen_.form(one.first - 1).ends_with(text::teh);
    }

    // "al-Aqsa Mosque": with its class noun a place is no common word.
    bool opens_with_noun(const Sighting& one, Source source) const {
        return source == Source::place && one.words() > 1 && one.skip == 0 &&
               (seen_.bits(one.first) & bit(Source::noun)) != 0;
    }

    // Whether the page speaks of leagues, cups and teams.
    bool is_sport() const {
        std::uint32_t signs = 0;
        for (std::uint32_t i = 0; i < seen_.size(); ++i) {
            const auto all = seen_.at(i);
            signs +=
                std::any_of(all.begin(), all.end(), [&](const Sighting& one) { return is_of_sport(one); })
                    ? 1
                    : 0;
        }
        return signs >= 4;
    }

    bool is_of_sport(const Sighting& one) const {
        if (!one.has(bit(Source::noun))) return false;
        return std::any_of(one.entries.begin(), one.entries.end(), [&](const lexicon::Entry& entry) {
            if (know_.source(entry) != Source::noun) return false;
            const std::string_view en = seen_.lexicon_cell(entry, "en");
            return en == "league" || en == "cup" || en == "championship" || en == "team" || en == "club" ||
                   en == "derby";
        });
    }

    // The table spells the agency with its class noun and without: the noun stays outside.
    bool stands_without_noun(const Sighting& one, const lexicon::Entry& entry) const {
        if (one.words() < 2 || !has_noun(one.first)) return false;
        for (const Sighting& shorter : seen_.at(one.first + 1)) {
            if (shorter.end != one.end || shorter.skip != 0) continue;
            for (const lexicon::Entry& other : shorter.entries) {
                if (other.table == entry.table && other.row == entry.row) return true;
            }
        }
        return false;
    }

    // Whether a class noun that stays outside names stands at a word.
    bool has_noun(std::uint32_t i) const {
        for (const Sighting& one : seen_.at(i)) {
            for (const lexicon::Entry& entry : one.entries) {
                if (one.words() == 1 && know_.source(entry) == Source::noun && !know_.facts(entry).inside)
                    return true;
            }
        }
        return false;
    }

    // "Foreign Affairs" in "Minister of Foreign Affairs".
    bool is_department(const Sighting& one) const {
        if (one.first == 0 || one.skip != 0) return false;
        for (const Sighting& title : seen_.at(one.first - 1)) {
            if (!title.has(bit(Source::title))) continue;
            if (title.end <= one.first) continue;
            for (const lexicon::Entry& entry : title.entries) {
                if (know_.source(entry) == Source::title && know_.facts(entry).minister) return true;
            }
        }
        return false;
    }

    // Whether a known single word is more likely grammar or a common noun.
    bool is_doubtful(const Sighting& one, Source source) const {
        if (one.has(bit(Source::function_word) | bit(Source::saying))) return true;
        if (one.skip == 0 && seen_.is_joined_grammar(one.first)) return true;
        const bool grammar = source != Source::country && one.has(bit(Source::plain) | bit(Source::title));
        if (source == Source::country && one.has(bit(Source::people)) && behind_feminine(one.first))
            return true;
        if (grammar || (one.has(bit(Source::people)) && source != Source::country &&
                        source != Source::place && source != Source::organisation))
            return true;
        const std::string_view form = seen_.form(one.first, one.skip);
        if (source == Source::country || source == Source::organisation || source == Source::agency)
            return false;
        if (one.skip == 0 && seen_.is_joined_common(one.first)) return true;
        if (source == Source::place && text::is_definite(form))
            return seen_.count(form.substr(text::article.size())) > seen_.count(form);
        if (source == Source::place || source == Source::outlet) return false;
        return seen_.has_common_forms(form);
    }

    // "Factions, Syrian": the name of the country is an adjective there.
    bool behind_feminine(std::uint32_t i) const {
        if (i == 0 || !seen_.is_arabic(i - 1) || seen_.word(i - 1).block != seen_.word(i).block) return false;
        const std::string_view before = seen_.words().analysis(seen_.word(i - 1));
        return !text::is_definite(before) &&
               (before.ends_with(text::teh_marbuta) || before.ends_with(text::alef + text::teh));
    }

    // A class noun or title before the name, or brackets around it, settle a doubt and choose among types.
    void weigh_signs(Candidate& name) const {
        if (const Sighting* noun = seen_.noun_before(name.first);
            noun != nullptr && name.skip == 0 && !is_ordinal(name)) {
            for (const lexicon::Entry& entry : noun->entries) {
                if (know_.source(entry) != Source::noun || know_.facts(entry).type != name.type) continue;
                name.weight += 0.3F;
                name.waits = false;
                name.sign = noun->first;
                return;
            }
        }
        const TitleMark& title = titles_[name.first];
        if (name.type == NameType::person && name.skip == 0 && title.level > 0 &&
            (title.level == 2 || (!title.weak && !name.waits))) {
            name.weight += 0.1F;
            name.waits = false;
            name.sign = title.title;
            return;
        }
        const bool bracketed =
            name.first > 0 && seen_.is_sign(name.first - 1, '(') && seen_.is_sign(name.end, ')');
        if (bracketed && name.type == NameType::organisation) name.waits = false;
        if (name.type == NameType::place && name.waits && after_preposition(name)) name.waits = false;
    }

    // "the fourth" behind "group" counts the groups.
    bool is_ordinal(const Candidate& name) const {
        return name.words() == 1 && know_.is_definite_ordinal(seen_.form(name.first)) &&
               !seen_.opens_quote(name.first - 1);
    }

    bool after_preposition(const Candidate& name) const {
        return name.first > 0 && seen_.form(name.first - 1) == text::fi &&
               !seen_.is_common_form(seen_.form(name.first));
    }

    // A surname that stands for one person of public life.
    void add_surname(std::uint32_t i) {
        if (!seen_.is_arabic(i)) return;
        for (const words::Reading reading : words::readings_of(seen_.form(i))) {
            if (!seen_.may_skip(i, reading.skip)) continue;
            const lexicon::Entry* person = know_.person_of_surname(words::phrase_of(seen_.form(i), reading));
            const std::uint32_t never =
                bit(Source::function_word) | bit(Source::saying) | bit(Source::plain) | bit(Source::people);
            if (person == nullptr || (reading.skip == 0 && (seen_.bits(i) & never) != 0)) continue;
            Candidate name{i, i + 1, reading.skip, NameType::person, person, 0.75F, "names.known.surname"};
            name.waits =
                seen_.has_common_forms(i, reading.skip) || (reading.skip == 0 && seen_.is_joined_common(i));
            weigh_signs(name);
            out_.push_back(name);
            return;
        }
    }

    const Sightings& seen_;
    const Knowledge& know_;
    const std::vector<TitleMark>& titles_;
    Candidates& out_;
    const bool sport_;
};

}  // namespace

void add_known(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& out) {
    KnownNames names(seen, titles, out);
    for (std::uint32_t i = 0; i < seen.size(); ++i) names.at(i);
}

}  // namespace isnad::names
