// Names as the tagger cut them out, with what the rules and the lexicon know of them.
#include <algorithm>
#include <map>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"
#include "language/names/tagger.h"

namespace isnad::names {
namespace {

constexpr float weight_of_tags = 0.75F;

NameType name_type(TagType type) {
    switch (type) {
        case TagType::person: return NameType::person;
        case TagType::organisation: return NameType::organisation;
        case TagType::place: return NameType::place;
        case TagType::event: return NameType::event;
        case TagType::product:
        case TagType::other: return NameType::product;
        case TagType::group: break;
    }
    return NameType::group;
}

// Types that the tagger does not tell apart: the rules may.
bool same_class(NameType a, NameType b) {
    const auto class_of = [](NameType type) {
        if (type == NameType::facility) return NameType::place;
        return type == NameType::agreement ? NameType::product : type;
    };
    return class_of(a) == class_of(b);
}

class Tagged {
  public:
    Tagged(const Sightings& seen, const Candidates& by_rule, std::span<const std::uint8_t> found)
        : seen_(seen), tags_(found) {
        for (const Candidate& one : by_rule) rules_.try_emplace({one.first, one.end}, &one);
    }

    // What the tagger cut out, and the names of several words that the lexicon holds: the tagger may lose a
    // word of them, it may also know better.
    Candidates all() const {
        Candidates out = tagged();
        for (const auto& by_words : rules_) {
            const Candidate* rule = by_words.second;
            if (rule->entry == nullptr || (rule->words() < 2 && !is_country(*rule))) continue;
            const auto overlaps = [&](const Candidate& one) { return one.overlaps(*rule); };
            const auto inside = [&](const Candidate& one) {
                return one.first >= rule->first && one.end <= rule->end;
            };
            const auto same = [&](const Candidate& one) {
                return one.first == rule->first && one.end == rule->end;
            };
            if (std::any_of(out.begin(), out.end(), [&](const Candidate& one) {
                    return same(one) ||
                           (overlaps(one) && (!inside(one) || rule->type == NameType::organisation));
                }))
                continue;
            std::erase_if(out, overlaps);
            out.push_back(*rule);
            out.back().part_of = no_word;
        }
        return out;
    }

  private:
    Candidates tagged() const {
        Candidates out;
        for (std::uint32_t i = 0; i < tags_.size();) {
            std::uint32_t end = i + 1;
            if (tags_[i] != outside) {
                while (end < tags_.size() && tags_[end] == goes_on(tag_type_of(tags_[i]))) ++end;
                const NameType type = name_type(tag_type_of(tags_[i]));
                const std::uint32_t parting = parting_of(i, end);
                if (parting != end) out.push_back(name(i, parting, type));
                const std::uint32_t from = parting == end ? i : parting;
                const std::uint32_t to = without_grammar(from, end);
                out.push_back(name(first_of(from, to, type), end_of(from, to, type), type));
            }
            i = end;
        }
        return out;
    }

    // Where two names that the rules found, the second behind "and", meet inside one; `end` when none do.
    std::uint32_t parting_of(std::uint32_t first, std::uint32_t end) const {
        for (std::uint32_t at = first + 1; at < end; ++at) {
            const bool joined = (seen_.word(at).proclitics & proclitic::conjunction) != 0;
            if (joined && rules_.count({first, at}) != 0 && rules_.count({at, end}) != 0) return at;
        }
        return end;
    }

    // "BP between 1 and 4": neither a particle nor a number behind one ends a name.
    std::uint32_t without_grammar(std::uint32_t first, std::uint32_t end) const {
        const auto is_particle = [&](std::uint32_t i) {
            return i > first && seen_.is_grammar(seen_.form(i));
        };
        if (seen_.word(end - 1).kind == WordKind::number && end > first + 2 && is_particle(end - 2)) --end;
        while (is_particle(end - 1) && rules_.count({first, end}) == 0) --end;
        return end;
    }

    // A name of a person begins behind titles, and where a well-known name begins.
    std::uint32_t first_of(std::uint32_t first, std::uint32_t end, NameType type) const {
        if (type != NameType::person) return first;
        for (std::uint32_t later = first + 1; later < end; ++later) {
            const auto rule = rules_.find({later, end});
            const bool titled =
                rule != rules_.end() && rule->second->type == type && rule->second->sign == first;
            if (titled || (later + 1 < end && is_person(later, end))) return later;
        }
        const Sighting* title = seen_.longest(first, bit(Source::title));
        const bool titled = title != nullptr && title->end < end && (seen_.bits(first) & part_bits) == 0;
        return titled ? title->end : first;
    }

    bool is_other(std::uint32_t i) const {
        const std::uint32_t bits = seen_.bits(i);
        if ((bits & part_bits) != 0) return false;
        return (bits & world_bits) != 0 || (text::is_definite(seen_.form(i)) && seen_.is_common(i));
    }

    // A row of the table of persons.
    bool is_person(std::uint32_t first, std::uint32_t end) const {
        const auto found = seen_.at(first);
        return std::any_of(found.begin(), found.end(), [&](const Sighting& one) {
            return one.end == end && one.skip == 0 && one.has(bit(Source::person));
        });
    }

    bool is_country(const Candidate& rule) const {
        return seen_.knowledge().source(*rule.entry) == Source::country;
    }

    // An initial with its full stop is never the end of a name that goes on; a place or a common noun behind
    // a whole name is no part of it.
    std::uint32_t end_of(std::uint32_t first, std::uint32_t end, NameType type) const {
        if (type != NameType::person) return end;
        if (end > first + 2 && rules_.count({first, end - 1}) != 0 && is_other(end - 1)) return end - 1;
        if (!seen_.is_sign(end - 1, '.')) return end;
        for (std::uint32_t later = end + 1;
             later <= std::min(end + 3, static_cast<std::uint32_t>(seen_.size())); ++later) {
            if (rules_.count({first, later}) != 0) return later;
        }
        return end;
    }

    Candidate name(std::uint32_t first, std::uint32_t end, NameType type) const {
        const auto rule = rules_.find({first, end});
        if (rule != rules_.end() && same_class(rule->second->type, type)) {
            Candidate out = *rule->second;
            out.part_of = no_word;
            return out;
        }
        Candidate out{first, end, 0, type, nullptr, weight_of_tags, "names.tagger"};
        if (const Sighting* known = sighting(first, end, type)) {
            out.skip = known->skip;
            out.entry = entry_of(*known, type);
        } else if (rule != rules_.end()) {
            out.skip = rule->second->skip;
        } else {
            out.skip = proclitics(first);
        }
        return out;
    }

    const lexicon::Entry* entry_of(const Sighting& one, NameType type) const {
        for (const lexicon::Entry& entry : one.entries) {
            const Source source = seen_.knowledge().source(entry);
            if (source == Source::none || (bit(source) & world_bits) == 0) continue;
            if (same_class(seen_.knowledge().facts(entry).type, type)) return &entry;
        }
        return nullptr;
    }

    // A row of the lexicon that names just these words.
    const Sighting* sighting(std::uint32_t first, std::uint32_t end, NameType type) const {
        const Sighting* best = nullptr;
        for (const Sighting& one : seen_.at(first)) {
            if (one.end != end || !one.has(world_bits) || entry_of(one, type) == nullptr) continue;
            if (best == nullptr || one.skip < best->skip) best = &one;
        }
        return best;
    }

    // Of an unknown name: what the likeliest reading takes off, or what leaves a part of names.
    std::uint8_t proclitics(std::uint32_t first) const {
        for (const Sighting& one : seen_.at(first)) {
            if (one.has(part_bits) && seen_.may_skip(first, one.skip)) return one.skip;
        }
        return seen_.is_arabic(first) ? seen_.word(first).name_begin : std::uint8_t{0};
    }

    const Sightings& seen_;
    std::span<const std::uint8_t> tags_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Candidate*> rules_;
};

}  // namespace

Candidates from_tags(const Sightings& seen, const Candidates& by_rule, std::span<const std::uint8_t> found) {
    return Tagged(seen, by_rule, found).all();
}

}  // namespace isnad::names
