// Bodies by the make of their names: "the National Committee for Human Rights", "the association of the
// families of X".
#include <algorithm>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

constexpr std::uint32_t most_adjectives = 3, most_nouns = 3, most_joined = 3;
constexpr std::uint32_t never = bit(Source::function_word) | bit(Source::saying) | bit(Source::plain);
// Nouns of one institution: what stands behind them is its field, not its owner.
constexpr std::array fields{"authority", "fund",    "union",     "council",   "court",     "bureau",
                            "centre",    "chamber", "committee", "institute", "syndicate", "commission"};

class Bodies {
  public:
    Bodies(const Sightings& seen, Candidates& out) : seen_(seen), know_(seen.knowledge()), out_(out) {}

    void at(std::uint32_t i) {
        for (const Sighting& one : seen_.at(i)) {
            if (!one.has(bit(Source::noun)) || !seen_.may_skip(i, one.skip)) continue;
            for (const lexicon::Entry& entry : one.entries) {
                if (know_.source(entry) != Source::noun || !is_body(entry)) continue;
                const bool definite = text::is_definite(seen_.form(one.first, one.skip));
                definite ? add_definite(one) : add_construct(one, entry);
                break;
            }
        }
    }

  private:
    bool is_body(const lexicon::Entry& entry) const {
        const RowFacts& facts = know_.facts(entry);
        const std::string_view en = seen_.lexicon_cell(entry, "en");
        return facts.type == NameType::organisation && facts.inside && en != "programme" &&
               en != "army with a name";
    }

    void add(const Sighting& noun, std::uint32_t end, float weight, std::string_view rule) {
        Candidate name{noun.first, end, noun.skip, NameType::organisation, nullptr, weight, rule};
        name.sign = noun.first;
        out_.push_back(name);
    }

    // "the Tunisian Union for the farmers of the north"; without a field only a chain of adjectives that ends
    // in a country.
    void add_definite(const Sighting& noun) {
        const std::uint32_t end = skip_adjectives(noun.end);
        if (end == noun.end) return;
        if (const std::uint32_t field = field_end(end); field > end)
            return add(noun, field, 0.62F, "names.body.field");
        if (end >= noun.end + 2 && seen_.is_nisba(end - 1)) add(noun, end, 0.55F, "names.body.nation");
    }

    // "association of the families of the victims of X", "office of rural waters".
    void add_construct(const Sighting& noun, const lexicon::Entry& entry) {
        std::uint32_t at = noun.end;
        while (at < noun.end + most_nouns && is_near(noun.first, at) && is_bare_noun(at)) ++at;
        if (!is_near(noun.first, at)) return;
        const bool chain = at > noun.end;
        if (chain && seen_.form(noun.end) == text::management) return;
        const bool weak = know_.facts(entry).weak;
        std::uint32_t end = at;
        if (const Sighting* place = seen_.longest(at, world_bits); place != nullptr && chain) {
            end = place->end;
        } else if (is_definite_noun(at)) {
            end = joined_end(skip_adjectives(at + 1));
        }
        const bool enough = chain || end > at + 1;
        if (end == at || !enough || (weak && !is_field_noun(entry)) || seen_.is_nisba(at)) return;
        add(noun, end, chain ? 0.58F : 0.56F, "names.body.construct");
    }

    bool is_field_noun(const lexicon::Entry& entry) const {
        const std::string_view en = seen_.lexicon_cell(entry, "en");
        return std::any_of(fields.begin(), fields.end(), [&](const char* one) { return en == one; });
    }

    bool is_near(std::uint32_t first, std::uint32_t i) const {
        return i < seen_.size() && seen_.is_arabic(i) && seen_.word(i).block == seen_.word(first).block;
    }

    // A noun in a construct: common, without article or proclitic, no name, no office.
    bool is_bare_noun(std::uint32_t i) const {
        const std::uint32_t bits = seen_.bits(i);
        if ((bits & (never | part_bits | world_bits | bit(Source::title) | bit(Source::people))) != 0)
            return false;
        return !text::is_definite(seen_.form(i)) && seen_.word(i).proclitics == 0 && seen_.is_common(i) &&
               !seen_.is_joined_common(i) && seen_.count(text::article + std::string(seen_.form(i))) > 0;
    }

    bool is_definite_noun(std::uint32_t i) const {
        return text::is_definite(seen_.form(i)) && (seen_.bits(i) & (never | bit(Source::title))) == 0;
    }

    std::uint32_t skip_adjectives(std::uint32_t i) const {
        const std::uint32_t begin = i;
        while (i < begin + most_adjectives && is_near(begin - 1, i) && is_adjective(i)) ++i;
        return i;
    }

    // An adjective of relation, or "general", "supreme".
    bool is_adjective(std::uint32_t i) const {
        const std::string_view form = seen_.form(i);
        if (!text::is_definite(form) || (seen_.bits(i) & never) != 0) return false;
        return form.ends_with(text::yeh) || form.ends_with(text::yeh + text::heh) || seen_.is_nisba(i) ||
               text::is_rank(form);
    }

    // One past "for X", "for the X Y and the Z", or `i`.
    std::uint32_t field_end(std::uint32_t i) const {
        if (!is_near(i - 1, i)) return i;
        const std::string_view form = seen_.form(i);
        if (!form.starts_with(text::lam) || (seen_.bits(i) & (never | part_bits)) != 0 ||
            text::is_purpose(form))
            return i;
        std::uint32_t end = i + 1;
        if (!form.starts_with(text::lam + text::lam)) {
            if ((seen_.word(i).proclitics & proclitic::preposition) == 0 || !is_near(i, end) ||
                !is_definite_noun(end))
                return i;
            ++end;
        }
        end = joined_end(skip_adjectives(end));
        const bool goes_on = is_near(i, end) && seen_.form(end) == text::on;
        return goes_on ? i : end;
    }

    // "and the X": the field goes on.
    std::uint32_t joined_end(std::uint32_t i) const {
        const std::uint8_t and_the = proclitic::conjunction | proclitic::article;
        const std::uint32_t begin = i;
        while (i < begin + most_joined && is_near(begin - 1, i) && seen_.word(i).proclitics == and_the &&
               seen_.form(i).starts_with(text::waw) && is_field(i)) {
            ++i;
        }
        return i == begin ? i : skip_adjectives(i);
    }

    // Neither a name nor another body begins behind the conjunction.
    bool is_field(std::uint32_t i) const {
        const auto all = seen_.at(i);
        return std::none_of(all.begin(), all.end(), [](const Sighting& one) {
            return one.has(world_bits | bit(Source::noun) | bit(Source::title) | bit(Source::people) |
                           bit(Source::plain));
        });
    }

    const Sightings& seen_;
    const Knowledge& know_;
    Candidates& out_;
};

}  // namespace

void add_bodies(const Sightings& seen, Candidates& out) {
    Bodies bodies(seen, out);
    for (std::uint32_t i = 0; i < seen.size(); ++i) bodies.at(i);
}

}  // namespace isnad::names
