// Persons by their parts: given names and surnames, connectives, and unknown words behind a title or beside a
// known part.
#include <algorithm>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"
#include "language/names/parts.h"

namespace isnad::names {
namespace {

constexpr std::uint32_t most_parts = 6;
constexpr std::uint32_t rare = 100, rare_as_name = 10;

struct Chain {
    std::uint32_t first = 0, end = 0;
    std::uint8_t skip = 0;
    std::uint32_t parts = 0;
    std::uint32_t sure = 0;   // parts that are names and nothing else
    std::uint32_t known = 0;  // parts that the lexicon holds
    std::uint32_t unknown = 0;
    bool given = false, surname = false;  // what the first part is
    bool first_sure = false;
    bool family_first = false;  // the surname comes first
    bool arab = false;          // the first part is an Arab name
    bool joined = false;        // a connective stands in it
    bool second_given = false;  // a given name stands behind the first part
    bool last_arab = false;
    bool last_surname = false;  // the last part is a surname and no given name
};

class Persons {
  public:
    Persons(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& out)
        : seen_(seen), know_(seen.knowledge()), titles_(titles), parts_(seen, titles), out_(out) {}

    void at(std::uint32_t i) {
        if (!seen_.is_arabic(i)) return;
        for (const words::Reading reading : words::readings_of(seen_.form(i))) {
            if (reading.article || !seen_.may_skip(i, reading.skip)) continue;
            Chain chain{i, i, reading.skip};
            if (!open(chain)) continue;
            while (chain.parts < most_parts && extend(chain)) {
            }
            if (judge(chain)) return;
        }
    }

  private:
    bool open(Chain& chain) const {
        const std::string_view form = seen_.form(chain.first, chain.skip);
        const bool title = chain.skip == 0 && (seen_.bits(chain.first) & bit(Source::title)) != 0;
        const Sighting* world = seen_.longest(chain.first, world_bits & ~bit(Source::person));
        if (chain.skip == 0 && world != nullptr && world->words() > 1 && !world->variant) return false;
        if (title && text::is_definite(form) && starts_name(chain.first + 1)) return false;
        if (title && chain.first + 1 < seen_.size() &&
            (seen_.bits(chain.first + 1) & bit(Source::title)) != 0)
            return false;
        if (const auto part = parts_.known_part(chain.first, chain.skip, true)) {
            if (!part->sure && (is_verb_before_person(chain.first) || is_complement(chain.first)))
                return false;
            take(chain, *part);
            chain.given = part->given;
            chain.surname = part->surname;
            chain.first_sure = part->sure;
            chain.family_first = part->family_first;
            chain.arab = part->arab;
            return true;
        }
        if (text::opens_name(form)) {
            chain.end = chain.first + 1;
            chain.joined = true;
            return extend_after_connective(chain);
        }
        const bool feminine = seen_.words().analysis(seen_.word(chain.first)).ends_with(text::teh_marbuta);
        const bool titled =
            titles_[chain.first].level > 0 || (chain.first > 0 && parts_.says(chain.first - 1));
        if (chain.skip != 0 || !parts_.is_stranger(chain.first) || form.starts_with(text::waw) ||
            (feminine && !titled))
            return false;
        if (is_verb_before_person(chain.first)) return false;
        chain.end = chain.first + 1;
        chain.parts = chain.unknown = 1;
        return true;
    }

    // "Ashraf" before the full name of a person of public life is the verb "oversaw".
    bool is_verb_before_person(std::uint32_t i) const {
        const std::uint32_t at = seen_.next(i);
        if (at == no_word || text::is_definite(seen_.form(i))) return false;
        const Sighting* person = seen_.longest(at, bit(Source::person));
        return person != nullptr && person->words() > 1;
    }

    // "leader of the right Patricia": a definite common word between a title and a given name.
    bool is_complement(std::uint32_t i) const {
        if (!text::is_definite(seen_.form(i)) || titles_[i].level < 2 || titles_[i].complete ||
            i + 1 >= seen_.size())
            return false;
        const auto part = parts_.known_part(i + 1, 0);
        return part && part->given && part->sure;
    }

    void take(Chain& chain, const Part& part) const {
        chain.end = part.end;
        chain.second_given = chain.second_given || (chain.parts >= 1 && part.given && !part.surname);
        ++chain.parts;
        ++chain.known;
        chain.sure += part.sure ? 1 : 0;
        chain.last_arab = part.arab;
        chain.last_surname = part.sure && part.surname && !part.given;
    }

    bool extend(Chain& chain) const {
        if (chain.parts == 1 && !chain.given && text::is_definite(seen_.form(chain.first, chain.skip)))
            return false;
        const std::uint32_t at = seen_.next(chain.end - 1);
        if (at == no_word || !seen_.is_arabic(at)) return false;
        const bool connective = know_.is_connective(seen_.form(at));
        if (connective) {
            Chain longer = chain;
            longer.end = at + 1;
            longer.joined = true;
            if (extend_after_connective(longer)) {
                chain = longer;
                return true;
            }
        }
        if (const auto part = parts_.known_part(at, 0);
            part && !text::needs_name(seen_.form(at)) && fits(chain, at, *part)) {
            take(chain, *part);
            return true;
        }
        return !connective && extend_by_word(chain, at);
    }

    // By a word that the tables do not hold as a part.
    bool extend_by_word(Chain& chain, std::uint32_t at) const {
        if (chain.known == 1 && chain.parts == 1 && know_.is_definite_ordinal(seen_.form(at)))
            return take_word(chain, at, false);
        if (chain.family_first && chain.parts < 3 && seen_.form(at).size() <= (chain.parts == 2 ? 6u : 4u) &&
            (seen_.bits(at) & language_bits) == 0) {
            return take_word(chain, at, true);
        }
        if (chain.given && chain.parts == 1 && is_surname_of_origin(chain, at))
            return take_word(chain, at, true);
        if (chain.given && chain.parts == 1 && chain.first_sure && parts_.is_outlet(at))
            return take_word(chain, at, true);
        const bool needs_surname = chain.given && chain.first_sure && chain.parts == 1;
        const bool surname_only = chain.parts == 1 && chain.known == 1 && !chain.given && !chain.family_first;
        if (surname_only || ((chain.parts > 1 || chain.known == 0) && seen_.may_be_joined(at))) return false;
        if (chain.unknown >= 2 || parts_.joins_another(at) || parts_.is_verb(at) ||
            !(parts_.is_stranger(at) || (needs_surname && (seen_.may_be_surname(at) || parts_.is_rare(at)))))
            return false;
        if (text::is_definite(seen_.form(at)) &&
            (seen_.form(at).ends_with(text::heh) || (chain.given && !chain.arab)))
            return false;
        return take_word(chain, at, true);
    }

    static bool take_word(Chain& chain, std::uint32_t at, bool unknown) {
        chain.end = at + 1;
        ++chain.parts;
        chain.unknown += unknown ? 1 : 0;
        chain.last_surname = false;
        return true;
    }

    // A part that is also a common word goes on a name only where the name needs it.
    bool fits(const Chain& chain, std::uint32_t at, const Part& part) const {
        if (seen_.is_nisba(at) && part.end < seen_.size() &&
            (seen_.bits(part.end) & bit(Source::given_name)) != 0)
            return false;
        if (part.sure) return true;
        const std::uint32_t bits = seen_.bits(at);
        const bool describes = (bits & bit(Source::title)) != 0 && chain.given && !chain.arab && part.arab;
        if (describes) return false;  // "Neymar, star of ..."
        if (part.end == at + 1 && (bits & bit(Source::plain)) != 0)
            return chain.parts == 1 && chain.first_sure;
        if (chain.parts == 1) return true;
        return part.end > at + 1 || !seen_.is_common(at);
    }

    bool extend_after_connective(Chain& chain) const {
        const std::uint32_t at = seen_.next(chain.end - 1);
        if (at == no_word || !seen_.is_arabic(at)) return false;
        if (const auto part = parts_.known_part(at, 0)) {
            take(chain, *part);
            return true;
        }
        if (seen_.is_grammar(seen_.form(at - 1)) && !text::opens_name(seen_.form(at - 1)) && chain.parts > 0)
            return false;
        const bool second = know_.is_connective(seen_.form(at));
        if (second && !(chain.end == at && chain.parts == 0)) {
            chain.end = at + 1;
            return extend_after_connective(chain);
        }
        const bool grammar =
            (seen_.bits(at) & (bit(Source::function_word) | bit(Source::saying) | bit(Source::plain))) != 0;
        if (grammar || (chain.parts == 0 && titles_[chain.first].level == 0 && seen_.is_common(at)))
            return false;
        return take_word(chain, at, true);
    }

    // "al-Masri" behind a given name: a nisba that is a surname there.
    bool is_surname_of_origin(const Chain& chain, std::uint32_t i) const {
        const std::string_view form = seen_.form(i);
        if (!text::is_definite(form) || !form.ends_with(text::yeh)) return false;
        if (seen_.is_nisba(i)) return true;
        if (!chain.arab || (seen_.bits(i) & (language_bits | world_bits)) != 0) return false;
        return seen_.count(form) <
               (chain.first_sure || titles_[chain.first].level == 2 ? rare : rare_as_name);
    }

    bool judge(const Chain& chain) {
        const TitleMark title = chain.skip == 0 ? titles_[chain.first] : TitleMark{};
        const float weight = chain.known == 0 ? weight_unknown(chain, title) : weight_known(chain, title);
        if (weight <= 0.0F) return false;
        Candidate name{chain.first, chain.end, chain.skip,          NameType::person,
                       nullptr,     weight,    "names.person.parts"};
        if (title.level > 0) {
            name.rule = "names.person.title";
            name.sign = title.title;
        }
        out_.push_back(name);
        return true;
    }

    float weight_known(const Chain& chain, TitleMark title) const {
        const bool titled = title.level == 2 || (title.level == 1 && !title.weak);
        if (chain.parts == 1 && !chain.joined) return weight_alone(chain, title);
        if (chain.second_given && !chain.given && !chain.surname && !chain.joined)
            return is_foreign_pair(chain) ? 0.55F : 0.0F;
        if (titled) return 0.9F;
        if (chain.first_sure && chain.given) return 0.85F;
        if (chain.sure >= 2) return 0.8F;
        if (chain.sure >= 1 && (chain.given || chain.surname)) return 0.72F;
        const bool public_figure =
            chain.parts == 2 &&
            know_.person_of_surname(lexicon::Phrase{}.then(seen_.form(chain.end - 1))) != nullptr;
        if (chain.sure >= 1) return chain.joined || (chain.last_surname && !public_figure) ? 0.6F : 0.0F;
        if (chain.joined && chain.known >= 1 && chain.parts >= 2) return 0.6F;
        if (chain.given && chain.known >= 2)
            return chain.parts >= 3 || !is_common_start(chain) ? 0.55F : 0.0F;
        if (chain.given && chain.unknown >= 1)
            return seen_.count(seen_.form(chain.end - 1)) < (is_common_start(chain) ? 5 : 30) ? 0.5F : 0.0F;
        return 0.0F;
    }

    bool is_common_start(const Chain& chain) const { return seen_.has_common_forms(chain.first, chain.skip); }

    // An unknown word and a foreign given name that serves as a surname: "Colin Alexander".
    bool is_foreign_pair(const Chain& chain) const {
        return chain.parts == 2 && chain.sure == 1 && !chain.last_arab &&
               seen_.count(seen_.form(chain.first)) < 10;
    }

    float weight_alone(const Chain& chain, TitleMark title) const {
        const bool common = seen_.has_common_forms(chain.first, chain.skip);
        if (chain.end == chain.first + 1 && chain.skip == 0 && (seen_.bits(chain.first) & language_bits) != 0)
            return 0.0F;
        if (chain.skip == 0 && seen_.is_joined_grammar(chain.first)) return 0.0F;
        if (title.level == 2 && !(title.weak && common)) return 0.7F;
        if (title.level == 1 && !title.weak && !common) return 0.6F;
        if (!chain.first_sure || common) return 0.0F;
        return beside_saying(chain) ? 0.5F : 0.0F;
    }

    float weight_unknown(const Chain& chain, TitleMark title) const {
        const std::string_view form = seen_.form(chain.first);
        const bool definite = text::is_definite(form);
        if (definite && (form.ends_with(text::yeh + text::noon) || form.ends_with(text::waw + text::noon) ||
                         form.ends_with(text::heh)))
            return 0.0F;
        if (chain.parts == 1 && definite && seen_.count(std::string(form) + text::heh) > 2)
            return 0.0F;  // an adjective
        if (chain.parts == 1 && !definite && (opens_construct(chain.end) || seen_.may_be_joined(chain.first)))
            return 0.0F;
        if (chain.parts == 1 && title.level == 1 && form.size() >= 8 && starts_with_preposition(form))
            return 0.0F;
        if (chain.parts == 1 && seen_.words().analysis(seen_.word(chain.first)).ends_with(text::teh_marbuta))
            return 0.0F;
        if (before_age(chain)) return chain.parts >= 2 && !definite ? 0.7F : 0.0F;
        if (title.level == 2 && definite && form.ends_with(text::yeh) && starts_name(chain.end)) return 0.0F;
        if (title.level == 2)
            return (title.weak && chain.parts == 1) || (definite && !title.complete) ? 0.0F : 0.6F;
        if (definite) return 0.0F;
        if (chain.parts >= 2 && (before_title(chain) || is_credit(chain))) return 0.6F;
        if (title.level == 1 && !title.weak)
            return chain.parts >= 2 || seen_.count(seen_.form(chain.first)) < 100 ? 0.55F : 0.0F;
        if (is_apposition(chain)) return 0.5F;
        return chain.parts >= 2 && chain.first > 0 && parts_.says(chain.first - 1) ? 0.5F : 0.0F;
    }

    // "the substitute X Y": a definite noun takes no noun without the article, so two unknown words are a
    // name.
    bool is_apposition(const Chain& chain) const {
        if (chain.first == 0 || chain.parts < 2) return false;
        const std::uint32_t before = chain.first - 1;
        if (seen_.next(before) != chain.first || !seen_.is_arabic(before) ||
            !text::is_definite(seen_.form(before)))
            return false;
        if ((seen_.bits(before) & (bit(Source::plain) | bit(Source::function_word) | world_bits)) != 0 ||
            seen_.is_grammar(seen_.form(before)))
            return false;
        for (std::uint32_t k = chain.first; k < chain.end; ++k) {
            if (seen_.is_arabic(k) &&
                (!parts_.is_rare(k) || seen_.word(k).enclitic != 0 || starts_with_preposition(seen_.form(k))))
                return false;
        }
        return true;
    }

    static bool starts_with_preposition(std::string_view form) {
        const char32_t c = utf8::at(form, 0).value;
        return c == letters::beh || c == letters::lam || c == letters::kaf;
    }

    // A definite common word behind an indefinite one: its complement.
    bool opens_construct(std::uint32_t i) const {
        return i < seen_.size() && seen_.is_arabic(i) && text::is_definite(seen_.form(i)) &&
               seen_.is_common(i);
    }

    // "X Y, head of Z".
    bool before_title(const Chain& chain) const {
        if (!seen_.is_sign(chain.end, letters::comma) || chain.end + 1 >= seen_.size()) return false;
        for (const Sighting& one : seen_.at(chain.end + 1)) {
            if (one.skip == 0 && one.has(bit(Source::title))) return true;
        }
        return false;
    }

    // "(X Y / agency)".
    bool is_credit(const Chain& chain) const {
        const std::uint32_t end = chain.end;
        if (chain.first == 0 || !seen_.is_sign(chain.first - 1, '(') || end + 1 >= seen_.size()) return false;
        if (!seen_.is_sign(end, letters::comma) && !seen_.is_sign(end, '/') && !seen_.is_sign(end, '-'))
            return false;
        const auto all = seen_.at(end + 1);
        const std::uint32_t bodies = bit(Source::agency) | bit(Source::outlet) | bit(Source::organisation);
        return std::any_of(all.begin(), all.end(), [&](const Sighting& one) { return one.has(bodies); });
    }

    // Whether the word begins another name: then what stands before it is an adjective.
    bool starts_name(std::uint32_t i) const {
        return i < seen_.size() && seen_.is_arabic(i) &&
               ((seen_.bits(i) & part_bits) != 0 || parts_.is_stranger(i));
    }

    // "X Y, 21 years" or "X Y (21 years)".
    bool before_age(const Chain& chain) const {
        const std::uint32_t end = chain.end;
        if (end + 2 >= seen_.size() || seen_.word(end + 1).kind != WordKind::number) return false;
        if (!seen_.is_sign(end, letters::comma) && !seen_.is_sign(end, ',') && !seen_.is_sign(end, '('))
            return false;
        return seen_.form(end + 1).size() == 2 && (seen_.bits(end + 2) & bit(Source::plain)) != 0;
    }

    bool beside_saying(const Chain& chain) const {
        return (chain.first > 0 && parts_.says(chain.first - 1)) || parts_.says(chain.end);
    }

    const Sightings& seen_;
    const Knowledge& know_;
    const std::vector<TitleMark>& titles_;
    const Parts parts_;
    Candidates& out_;
};

}  // namespace

void add_persons(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& out) {
    Persons persons(seen, titles, out);
    for (std::uint32_t i = 0; i < seen.size(); ++i) persons.at(i);
}

}  // namespace isnad::names
