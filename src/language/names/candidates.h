// A stretch that may be a name, before the choice among those that overlap.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/names/sightings.h"

namespace isnad::names {

struct Candidate {
    std::uint32_t first = 0;  // words [first, end)
    std::uint32_t end = 0;
    std::uint8_t skip = 0;  // bytes of proclitics in front
    NameType type = NameType::person;
    const lexicon::Entry* entry = nullptr;
    float weight = 0.0F;
    std::string_view rule;
    bool waits = false;               // a common word too: counts only if the same row is met without doubt
    std::uint32_t sign = no_word;     // the word that decided: a title, a class noun
    std::uint32_t part_of = no_word;  // index of the candidate that is the fuller name

    std::uint32_t words() const { return end - first; }
    bool overlaps(const Candidate& other) const { return first < other.end && other.first < end; }
};

using Candidates = std::vector<Candidate>;

// Where persons may be expected: after titles.
struct TitleMark {
    std::uint8_t level = 0;         // 2 right behind a title, 1 behind a title with its complement
    bool weak = false;              // the title is a common noun too
    bool complete = false;          // nothing has to follow the title but the name
    std::uint32_t title = no_word;  // its first word
    std::uint8_t skip = 0;          // bytes of proclitics in front of it
};
std::vector<TitleMark> mark_titles(const Sightings& seen);

// Names that the lexicon holds (gazetteer.cpp), persons by their parts and titles (persons.cpp), names behind
// class nouns (class_nouns.cpp), bodies by the make of their names (bodies.cpp). Each adds to `out`.
void add_known(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& out);
void add_persons(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates& out);
void add_class_nouns(const Sightings& seen, Candidates& out);
void add_bodies(const Sightings& seen, Candidates& out);
// Names known by their last word (tails.cpp): "X Press", "X City".
void add_tails(const Sightings& seen, Candidates& out);

// Disjoint candidates in order: longer before shorter, then by weight; doubtful ones only where nothing sure
// overlaps.
Candidates choose(Candidates all);

// Adds the further places of a list: "the villages of X and Y".
Candidates continue_lists(const Sightings& seen, Candidates chosen);

// Turns cities into clubs where the page speaks of their teams.
Candidates tell_clubs(const Sightings& seen, Candidates chosen);

// Adds further mentions of the chosen names: parts of persons, and whole names that stood beside a sign once.
Candidates spread(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates chosen);

// All of the above in their order: the names that the rules find, disjoint.
Candidates find_by_rule(const Sightings& seen, const std::vector<TitleMark>& titles);

// Names as the tagger cut them out: tags by word (language/names/tags.h). What the rules found in the same
// words is kept with its row and its sign.
Candidates from_tags(const Sightings& seen, const Candidates& by_rule, std::span<const std::uint8_t> found);

// Notes which names are parts of fuller ones, and adds no mention.
Candidates link_parts(const Sightings& seen, const std::vector<TitleMark>& titles, Candidates names);

}  // namespace isnad::names
