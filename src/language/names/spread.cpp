// Further mentions of names met once: "Putin" after "Vladimir Putin", "X" after "the city of X".
#include <algorithm>
#include <unordered_map>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

class Spread {
  public:
    Spread(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& names)
        : seen_(seen), titles_(titles), names_(names), taken_(seen.size(), 0) {}

    void link() {
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            std::fill(taken_.begin() + names_[i].first, taken_.begin() + names_[i].end, char{1});
            learn(i);
        }
        link_parts();
    }

    void run() {
        link();
        if (sources_.empty()) return;
        for (std::uint32_t i = 0; i < seen_.size(); ++i) find_at(i);
    }

  private:
    struct Origin {
        std::uint32_t name = 0;  // index into names_
        bool whole = false;
        bool family = false;  // the part is a surname: the last part, or the first in East Asia
    };

    // All runs of parts of a person's name, and the whole of any other.
    void learn(std::uint32_t index) {
        const Candidate name = names_[index];
        parts_.clear();
        for (std::uint32_t k = name.first; k < name.end; ++k) {
            if (seen_.word(k).kind != WordKind::punctuation) parts_.push_back(k);
        }
        const std::size_t count = parts_.size();
        if (count == 0 || count > 8) return;
        for (std::size_t from = 0; from < count; ++from) {
            lexicon::Phrase phrase;
            for (std::size_t to = from; to < count; ++to) {
                phrase = phrase.then(seen_.form(parts_[to], to == 0 ? name.skip : std::uint8_t{0}));
                const bool whole = from == 0 && to + 1 == count;
                if (whole || (name.type == NameType::person && count > 1))
                    add_origin(phrase, index, from, to, count);
                if (count > 1 && from == 0 && to == 0 && is_own_word(name))
                    add_origin(phrase, index, from, to, count);
                if (to + 1 < count) longer_.insert({phrase.hash, true});
            }
        }
    }

    // "Bayern" of "Bayern Munich": the first word of a body's name that is nothing else.
    bool is_own_word(const Candidate& name) const {
        if (name.type != NameType::organisation || name.entry == nullptr || name.skip != 0) return false;
        const bool own = (seen_.bits(name.first) & (world_bits | part_bits | language_bits)) == 0;
        return own && seen_.is_arabic(name.first) && !text::is_definite(seen_.form(name.first)) &&
               !seen_.is_common(name.first);
    }

    void add_origin(lexicon::Phrase phrase, std::uint32_t index, std::size_t from, std::size_t to,
                    std::size_t count) {
        const std::string_view last = seen_.form(parts_[to]);
        if (to + 1 < count && seen_.knowledge().is_connective(last)) return;
        const bool whole = from == 0 && to + 1 == count;
        if (!whole && from == to && seen_.knowledge().is_connective(last)) return;
        if (!whole && from == to && text::closes_name(last)) return;
        if (from > 0 && text::opens_name(seen_.form(parts_[from - 1]))) return;
        if (!whole) fuller_.try_emplace(phrase.hash, index);
        if (from > 0 && from == to && to + 1 == count) add_with_article(last, index);
        const Origin origin{index, whole, to + 1 == count || (from == 0 && is_family_first(parts_[0]))};
        const auto [known, added] = sources_.try_emplace(phrase.hash, origin);
        if (!added && origin.whole && !known->second.whole) known->second = origin;
    }

    // "Ghandour" is "al-Ghandour" further on.
    void add_with_article(std::string_view family, std::uint32_t index) {
        if (text::is_definite(family) || family.size() < 8 || !is_arab(parts_[0])) return;
        const auto phrase = lexicon::Phrase{}.then(text::article + std::string(family));
        sources_.try_emplace(phrase.hash, Origin{index, false, true});
    }

    bool is_family_first(std::uint32_t i) const {
        return has_part(i, [](const RowFacts& facts) { return facts.family_first; });
    }

    bool is_arab(std::uint32_t i) const {
        return has_part(i, [](const RowFacts& facts) { return facts.arab; });
    }

    template <class Test>
    bool has_part(std::uint32_t i, Test test) const {
        const Sighting* part = seen_.longest(i, part_bits);
        if (part == nullptr) return false;
        return std::any_of(part->entries.begin(), part->entries.end(), [&](const lexicon::Entry& entry) {
            return (bit(seen_.knowledge().source(entry)) & part_bits) != 0 &&
                   test(seen_.knowledge().facts(entry));
        });
    }

    // Names found on their own that are part of a fuller one. A body's name that is the surname of a person
    // met here is his.
    void link_parts() {
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            Candidate& name = names_[i];
            const bool body = name.type != NameType::person && name.words() == 1 && name.sign == no_word &&
                              !is_well_known(name);
            if (name.type != NameType::person && !body) continue;
            const auto known = fuller_.find(phrase_of(name).hash);
            if (known == fuller_.end() || known->second == i) continue;
            if (body && !ends_with(names_[known->second], name)) continue;
            name.part_of = known->second;
            name.type = NameType::person;
            if (body) name.entry = names_[known->second].entry;
        }
    }

    bool is_well_known(const Candidate& name) const {
        if (name.entry == nullptr) return false;
        const Source source = seen_.knowledge().source(*name.entry);
        return source == Source::country || source == Source::place;
    }

    bool ends_with(const Candidate& full, const Candidate& part) const {
        return seen_.form(full.end - 1) == seen_.form(part.first, part.skip);
    }

    lexicon::Phrase phrase_of(const Candidate& name) const {
        lexicon::Phrase phrase;
        for (std::uint32_t k = name.first; k < name.end; ++k) {
            if (seen_.word(k).kind != WordKind::punctuation)
                phrase = phrase.then(seen_.form(k, k == name.first ? name.skip : std::uint8_t{0}));
        }
        return phrase;
    }

    void find_at(std::uint32_t i) {
        if (taken_[i] != 0 || seen_.word(i).kind == WordKind::punctuation) return;
        for (const words::Reading reading : words::readings_of(seen_.form(i))) {
            if (!seen_.may_skip(i, reading.skip)) continue;
            if (find_reading(i, reading)) return;
        }
    }

    bool find_reading(std::uint32_t i, words::Reading reading) {
        lexicon::Phrase phrase = words::phrase_of(seen_.form(i), reading);
        std::uint32_t end = 0;
        const Origin* best = nullptr;
        for (std::uint32_t last = i; last != no_word && taken_[last] == 0; last = seen_.next(last)) {
            if (last != i) phrase = phrase.then(seen_.form(last));
            const auto known = sources_.find(phrase.hash);
            if (known != sources_.end() && (last > i || may_stand_alone(i, reading, known->second))) {
                best = &known->second;
                end = last + 1;
            }
            if (longer_.find(phrase.hash) == longer_.end()) break;
        }
        if (best == nullptr) return false;
        const Candidate& full = names_[best->name];
        Candidate part{i, end, reading.skip, full.type, full.entry, full.weight - 0.1F, "names.part"};
        part.part_of = best->name;
        std::fill(taken_.begin() + i, taken_.begin() + end, char{1});
        names_.push_back(part);
        return true;
    }

    // Whether one word of a name may be taken for it: not where the word is common, unless a title or a verb
    // of saying stands by.
    bool may_stand_alone(std::uint32_t i, words::Reading reading, const Origin& origin) const {
        const std::string_view form = seen_.form(i, reading.skip);
        const bool short_family = origin.family && form.size() <= 4;
        const std::uint32_t bits = reading.skip == 0 ? seen_.bits(i) : 0;
        if ((bits & (bit(Source::function_word) | bit(Source::saying) | bit(Source::title))) != 0)
            return false;
        if (reading.skip == 0 && seen_.is_nisba(i)) return false;
        if (reading.skip > 0 && seen_.is_grammar(form)) return false;
        if (short_family) return true;
        const bool famous = origin.family && names_[origin.name].entry != nullptr;
        if (famous && seen_.has_forms_of_surname(form)) return true;
        const bool known = (bits & part_bits) != 0;
        const bool common = known_whole(i, reading) ? seen_.has_common_forms(form)
                            : reading.skip == 0     ? seen_.is_common(i)
                                                    : seen_.is_common_form(form);
        if (!common) return true;
        if (origin.whole) return i > 0 && seen_.opens_quote(i - 1) && seen_.closes_quote(i + 1);
        if (origin.family && text::is_definite(form) && !seen_.is_nisba(i)) return seen_.count(form) < 600;
        if (titles_[i].level == 2 && reading.skip == 0) return true;
        return known && origin.family && beside_saying(i);
    }

    // Whether the word under this reading is a part of names for the lexicon.
    bool known_whole(std::uint32_t i, words::Reading reading) const {
        for (const Sighting& one : seen_.at(i)) {
            if (one.skip == reading.skip && one.has(part_bits | world_bits)) return true;
        }
        return false;
    }

    bool beside_saying(std::uint32_t i) const {
        return (i > 0 && (seen_.bits(i - 1) & bit(Source::saying)) != 0) ||
               (i + 1 < seen_.size() && (seen_.bits(i + 1) & bit(Source::saying)) != 0);
    }

    const Sightings& seen_;
    const std::vector<TitleMark>& titles_;
    Candidates& names_;
    std::vector<char> taken_;
    std::vector<std::uint32_t> parts_;
    std::unordered_map<std::uint64_t, Origin> sources_;
    std::unordered_map<std::uint64_t, bool> longer_;
    std::unordered_map<std::uint64_t, std::uint32_t> fuller_;
};

}  // namespace

Candidates spread(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates chosen) {
    Spread(seen, titles, chosen).run();
    return chosen;
}

Candidates link_parts(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates names) {
    Spread(seen, titles, names).link();
    return names;
}

}  // namespace isnad::names
