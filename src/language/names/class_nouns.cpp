// Names behind class nouns: "the city of X", "Cairo University", the agency "X".
#include <algorithm>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

constexpr std::uint32_t most_quoted = 6, most_words = 7;

class ClassNouns {
  public:
    ClassNouns(const Sightings& seen, Candidates& out) : seen_(seen), know_(seen.knowledge()), out_(out) {}

    void at(std::uint32_t i) {
        for (const Sighting& one : seen_.at(i)) {
            if (!one.has(bit(Source::noun)) || (one.words() == 1 && !seen_.may_skip(i, one.skip))) continue;
            for (const lexicon::Entry& entry : one.entries) {
                if (know_.source(entry) == Source::noun) judge(one, know_.facts(entry));
            }
        }
    }

  private:
    void judge(const Sighting& noun, const RowFacts& facts) {
        if (add_quoted(noun, facts)) return;
        const std::uint32_t at = seen_.next(noun.end - 1);
        const bool of_the_world = facts.type == NameType::place || facts.type == NameType::organisation;
        if (at == no_word || (facts.weak && !of_the_world) || is_interest(noun) || is_idiom(noun, at)) return;
        facts.inside || is_agency_of(noun, at) ? add_inside(noun, facts, at) : add_outside(noun, facts, at);
    }

    // "News agency" with adjectives, "agency of space": the whole is the name.
    bool is_agency_of(const Sighting& noun, std::uint32_t at) const {
        if (!seen_.is_arabic(at) || !text::is_definite(seen_.form(at)) || !seen_.is_common(at)) return false;
        const bool several =
            noun.words() == 1 && !seen_.words().analysis(seen_.word(noun.first)).ends_with(text::teh_marbuta);
        if (several) return false;
        return std::any_of(noun.entries.begin(), noun.entries.end(), [&](const lexicon::Entry& entry) {
            return know_.source(entry) == Source::noun &&
                   seen_.lexicon_cell(entry, "en").find("agency") != std::string_view::npos;
        });
    }

    void add(const Sighting& noun, const RowFacts& facts, Candidate name) {
        name.type = facts.type;
        name.sign = noun.first;
        out_.push_back(name);
    }

    // The agency "X": what the quotation marks hold, when it is short and no sentence.
    bool add_quoted(const Sighting& noun, const RowFacts& facts) {
        const std::uint32_t open = noun.end;
        if (open >= seen_.size() || seen_.word(open).block != seen_.word(noun.first).block) return false;
        if (!seen_.opens_quote(open) || seen_.is_sign(open, '(')) return false;
        std::uint32_t close = open + 1;
        while (close < seen_.size() && close - open <= most_quoted + 1 && !seen_.closes_quote(close)) ++close;
        if (close >= seen_.size() || !seen_.closes_quote(close) || close == open + 1 ||
            close - open > most_quoted + 1)
            return false;
        if (seen_.word(close).block != seen_.word(open).block) return false;
        const bool grammar = (seen_.bits(open + 1) & (bit(Source::function_word) | bit(Source::saying))) != 0;
        if ((grammar && facts.weak) || seen_.is_sign(close - 1, '.')) return false;
        const bool plain = seen_.is_common(open + 1) && !text::is_definite(seen_.form(open + 1)) &&
                           seen_.is_arabic(open + 1);
        if (plain && (facts.weak || (facts.type == NameType::place && close == open + 2))) return false;
        add(noun, facts, {open + 1, close, 0, facts.type, nullptr, 0.8F, "names.class_noun.quoted"});
        return true;
    }

    // The city of X: an unknown word, or a run of them.
    void add_outside(const Sighting& noun, const RowFacts& facts, std::uint32_t at) {
        std::uint32_t end = at;
        std::uint32_t words = 0;
        for (std::uint32_t k = at; k != no_word && words < 3 && is_stranger(k, words == 0);
             k = seen_.next(k)) {
            if (words > 0 && text::is_definite(seen_.form(k))) break;
            end = k + 1;
            ++words;
        }
        if (seen_.is_arabic(at) && text::is_definite(seen_.form(noun.first, noun.skip))) return;
        if (words == 0 && add_personal(noun, facts, at)) return;
        if (words == 0) return add_definite(noun, facts, at);
        const bool feminine = seen_.words().analysis(seen_.word(end - 1)).ends_with(text::teh_marbuta);
        if (facts.weak && feminine) return;
        if (facts.weak && seen_.is_arabic(at) &&
            (seen_.count(seen_.form(at)) > 60 || text::is_definite(seen_.form(at))))
            return;
        add(noun, facts,
            {at, end, 0, facts.type, nullptr,
             facts.weak                      ? 0.5F
             : facts.type == NameType::place ? 0.95F
                                             : 0.65F,
             "names.class_noun.unknown"});
    }

    // A town that bears a person's name.
    bool add_personal(const Sighting& noun, const RowFacts& facts, std::uint32_t at) {
        const Sighting* part = seen_.longest(at, part_bits | bit(Source::title));
        if (facts.weak || facts.type != NameType::place || part == nullptr ||
            seen_.longest(at, world_bits) != nullptr)
            return false;
        std::uint32_t end = part->end;
        for (std::uint32_t k = seen_.next(end - 1); k != no_word; k = seen_.next(end - 1)) {
            const Sighting* further = seen_.longest(k, part_bits);
            const bool behind_title = end == part->end && !part->has(part_bits) && is_stranger(k, true);
            if ((further == nullptr && !behind_title) || (further != nullptr && further->has(language_bits)))
                break;
            end = further != nullptr ? further->end : k + 1;
        }
        const bool title_only = !part->has(part_bits) && end == part->end;
        if (title_only || (part->words() == 1 && end == part->end && seen_.has_common_forms(at)))
            return false;
        add(noun, facts, {at, end, 0, facts.type, nullptr, 0.95F, "names.class_noun.personal"});
        return true;
    }

    // A definite common word behind a noun that always opens a place: "the village of the olive tree".
    void add_definite(const Sighting& noun, const RowFacts& facts, std::uint32_t at) {
        if (facts.weak || facts.type != NameType::place || !seen_.is_arabic(at)) return;
        if (seen_.words().analysis(seen_.word(noun.end - 1)).ends_with(text::heh)) return;  // "his town"
        if (text::is_definite(seen_.form(noun.first, noun.skip)) || !text::is_definite(seen_.form(at)) ||
            seen_.is_nisba(at))
            return;
        const std::uint32_t grammar = language_bits & ~bit(Source::people);
        if ((seen_.bits(at) & grammar) != 0 || seen_.count(seen_.form(at)) > 400) return;
        add(noun, facts, {at, at + 1, 0, facts.type, nullptr, 0.45F, "names.class_noun.definite"});
    }

    bool is_stranger(std::uint32_t i, bool first) const {
        if (seen_.word(i).kind == WordKind::foreign)
            return first || seen_.word(i - 1).kind == WordKind::foreign;
        if (!seen_.is_arabic(i) || (seen_.bits(i) & world_bits) != 0 || seen_.is_common(i)) return false;
        return first || seen_.word(i).name_begin == 0;
    }

    enum class Piece : std::uint8_t { none, proper, person, title, office, definite, adjective };

    // Cairo University: the noun with its complement. A noun that is often common needs a proper name behind
    // it.
    void add_inside(const Sighting& noun, const RowFacts& facts, std::uint32_t at) {
        std::uint32_t end = at, kept = at;
        Piece first = Piece::none, last = Piece::none;
        for (std::uint32_t k = at; k != no_word && k < noun.end + most_words;) {
            Piece piece = Piece::none;
            const std::uint32_t next = piece_end(noun, facts, k, last, piece);
            if (next == k) break;
            if (first == Piece::none) first = piece;
            last = piece;
            end = next;
            if (piece != Piece::adjective && piece != Piece::title && piece != Piece::office) kept = end;
            k = seen_.next(end - 1);
        }
        const bool common = first == Piece::definite && facts.type == NameType::organisation;
        if ((kept == at || !facts.inside || common) && last == Piece::adjective && !facts.weak) kept = end;
        const bool proper = first == Piece::proper || first == Piece::person || first == Piece::title;
        if (kept == at || (facts.weak && !proper && !is_listed(noun, facts)) ||
            (facts.weak && opens_construct(kept)))
            return;
        add(noun, facts,
            {noun.first, kept, noun.skip, facts.type, nullptr, proper ? 0.75F : 0.6F,
             "names.class_noun.inside"});
    }

    // One past the next piece of a complement: a known name, an unknown word, a definite noun or adjective.
    std::uint32_t piece_end(const Sighting& noun, const RowFacts& facts, std::uint32_t at, Piece last,
                            Piece& piece) const {
        if (last == Piece::adjective) return at;
        const bool first = last == Piece::none;
        const bool definite = text::is_definite(seen_.form(noun.first, noun.skip));
        if (first && utf8::count(seen_.form(at)) == 1) return at;  // an initial: "M. Ibrahim"
        if (first && facts.weak && is_full_person(at) && takes_no_person(noun)) return at;
        if (definite && seen_.is_arabic(at) && !text::is_definite(seen_.form(at)))
            return at;  // no construct has an article in front
        if (!first && is_next_person(last, at)) return at;
        if (const Sighting* known = seen_.longest(at, world_bits | part_bits);
            known != nullptr && fits(*known, last)) {
            piece = known->has(world_bits & ~bit(Source::person)) ? Piece::proper : Piece::person;
            return known->end;
        }
        if (!seen_.is_arabic(at)) return at;
        const std::uint32_t bits = seen_.bits(at);
        if ((bits & (bit(Source::function_word) | bit(Source::saying) | bit(Source::plain))) != 0) return at;
        const std::string_view form = seen_.form(at);
        if (text::is_definite(form)) {
            if (first && (bits & bit(Source::noun)) != 0) return at;
            if (last == Piece::definite && (seen_.count(form) < 200 || text::opens_description(form)))
                return at;
            const bool named = last == Piece::proper || last == Piece::person;
            if (named && !seen_.is_nisba(at) && !know_.is_definite_ordinal(form)) return at;
            piece = seen_.is_nisba(at)                 ? Piece::adjective
                    : (bits & bit(Source::title)) != 0 ? title_piece(at)
                                                       : Piece::definite;
            return (piece == Piece::title || piece == Piece::office) && !first ? at : at + 1;
        }
        const bool organisation = facts.type == NameType::organisation && !facts.weak;
        const std::uint8_t and_the = proclitic::conjunction | proclitic::article;
        const bool joined = (seen_.word(at).proclitics & (and_the | proclitic::preposition)) == and_the;
        piece = Piece::definite;
        if (joined && organisation && last == Piece::definite && !begins_noun(at)) return at + 1;
        if (definite || !is_stranger(at, first)) return at;
        piece = Piece::proper;
        return at + 1;
    }

    // "forces of keeping the peace": a word that names persons too, with a noun of its own behind it.
    bool opens_construct(std::uint32_t end) const {
        if ((seen_.bits(end - 1) & world_bits) != 0 || end >= seen_.size() || !seen_.is_arabic(end) ||
            text::is_definite(seen_.form(end - 1)))
            return false;
        return text::is_definite(seen_.form(end)) && !seen_.is_nisba(end) &&
               (seen_.bits(end) & (part_bits | world_bits)) == 0;
    }

    // "the villages of the Spring of X": behind a noun of places a second one belongs to the name.
    bool is_listed(const Sighting& noun, const RowFacts& facts) const {
        if (is_toponym_head(noun)) return true;
        const Sighting* before = noun.skip == 0 ? seen_.noun_before(noun.first) : nullptr;
        if (before == nullptr || facts.type != NameType::place) return false;
        return std::any_of(before->entries.begin(), before->entries.end(), [&](const lexicon::Entry& entry) {
            return know_.source(entry) == Source::noun && know_.facts(entry).type == NameType::place &&
                   !know_.facts(entry).inside;
        });
    }

    // "Henchir al-X"; "Ain al-X" behind "in" or "from", where X is no common word.
    bool is_toponym_head(const Sighting& noun) const {
        const auto is = [&](std::string_view wanted) {
            return std::any_of(noun.entries.begin(), noun.entries.end(), [&](const lexicon::Entry& entry) {
                return know_.source(entry) == Source::noun &&
                       seen_.lexicon_cell(entry, "en").starts_with(wanted);
            });
        };
        const std::uint32_t at = seen_.next(noun.end - 1);
        if (at == no_word || !text::is_definite(seen_.form(at)) || seen_.count(seen_.form(at)) > 150)
            return false;
        const bool behind_in = noun.first > 0 && (seen_.form(noun.first - 1) == text::fi ||
                                                  seen_.form(noun.first - 1) == text::from);
        return is("well") || (is("spring") && (behind_in || noun.skip > 0));
    }

    // "capital", literally "the head of the money", is no cape.
    bool is_idiom(const Sighting& noun, std::uint32_t at) const {
        const bool cape =
            std::any_of(noun.entries.begin(), noun.entries.end(), [&](const lexicon::Entry& entry) {
                return know_.source(entry) == Source::noun && seen_.lexicon_cell(entry, "en") == "bay";
            });
        return cape && seen_.is_arabic(at) && text::is_definite(seen_.form(at)) &&
               seen_.count(seen_.form(at)) > 150;
    }

    // A given name behind a finished complement is another name.
    bool is_next_person(Piece last, std::uint32_t at) const {
        const bool closed =
            last != Piece::person && last != Piece::title && text::is_definite(seen_.form(at - 1));
        return closed && (seen_.bits(at) & bit(Source::given_name)) != 0;
    }

    bool is_full_person(std::uint32_t at) const {
        const Sighting* person = seen_.longest(at, bit(Source::person));
        return person != nullptr && person->words() > 1;
    }

    // "Forces" and "spring" (the verb "appointed") never bear the name of a living person.
    bool takes_no_person(const Sighting& noun) const {
        return std::any_of(noun.entries.begin(), noun.entries.end(), [&](const lexicon::Entry& entry) {
            const std::string_view en =
                know_.source(entry) == Source::noun ? seen_.lexicon_cell(entry, "en") : "";
            return en == "spring" || en == "forces with a name";
        });
    }

    // "in the interest of" is no service.
    bool is_interest(const Sighting& noun) const {
        return noun.skip > 0 &&
               std::any_of(noun.entries.begin(), noun.entries.end(), [&](const lexicon::Entry& entry) {
                   return know_.source(entry) == Source::noun && seen_.lexicon_cell(entry, "en") == "service";
               });
    }

    bool begins_noun(std::uint32_t at) const {
        const auto all = seen_.at(at);
        return std::any_of(all.begin(), all.end(),
                           [](const Sighting& one) { return one.has(bit(Source::noun)); });
    }

    // "King", "Sheikh" belong to the names of foundations and hospitals; "President" does not.
    Piece title_piece(std::uint32_t at) const {
        for (const Sighting& one : seen_.at(at)) {
            for (const lexicon::Entry& entry : one.entries) {
                if (one.words() == 1 && know_.source(entry) == Source::title && know_.facts(entry).respect)
                    return Piece::title;
            }
        }
        return Piece::office;
    }

    // A name inside a complement: any as its first piece, parts of a person behind a title or other parts.
    bool fits(const Sighting& known, Piece last) const {
        if (known.has(bit(Source::function_word) | bit(Source::saying) | bit(Source::people)) ||
            last == Piece::office)
            return false;
        const bool part = !known.has(world_bits);
        const bool trusted = known.has(bit(Source::country) | bit(Source::organisation));
        if (!trusted && known.words() == 1 && seen_.has_common_forms(known.first)) {
            return part && (last == Piece::title || last == Piece::person);
        }
        if (last == Piece::none || last == Piece::title) return true;
        const bool further_place =
            !trusted && known.has(bit(Source::place) | bit(Source::cldr_place)) && last == Piece::proper;
        return (last == Piece::person && part) || further_place;
    }

    const Sightings& seen_;
    const Knowledge& know_;
    Candidates& out_;
};

}  // namespace

void add_class_nouns(const Sightings& seen, Candidates& out) {
    ClassNouns nouns(seen, out);
    for (std::uint32_t i = 0; i < seen.size(); ++i) nouns.at(i);
}

}  // namespace isnad::names
