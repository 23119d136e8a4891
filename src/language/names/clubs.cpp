// Cities that stand for their clubs: "Liverpool the English" is a team, and so are its other mentions on the
// page.
#include <algorithm>
#include <unordered_set>

#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

// A city is feminine; a masculine nationality behind it belongs to a club.
bool is_club(const Sightings& seen, const Candidate& name) {
    if (name.type != NameType::place || name.entry == nullptr || name.end >= seen.size() ||
        !seen.is_arabic(name.end))
        return false;
    const Source source = seen.knowledge().source(*name.entry);
    if (source != Source::place && source != Source::cldr_place) return false;
    const std::string_view after = seen.form(name.end);
    if (!seen.is_nisba(name.end) || !text::is_definite(after) || !after.ends_with(text::yeh)) return false;
    return seen.lexicon_cell(*name.entry, "kind") == "city";
}

// In, from, to a city, or behind a class noun.
bool is_surely_place(const Sightings& seen, const Candidate& name) {
    if (name.sign != no_word) return true;
    return name.first > 0 && seen.form(name.first - 1) == text::fi;
}

std::uint64_t row_of(const Candidate& name) {
    return (std::uint64_t{name.entry->table.index} << 32) | name.entry->row;
}

}  // namespace

Candidates tell_clubs(const Sightings& seen, Candidates chosen) {
    std::unordered_set<std::uint64_t> clubs;
    for (const Candidate& name : chosen) {
        if (is_club(seen, name) && !is_surely_place(seen, name)) clubs.insert(row_of(name));
    }
    if (clubs.empty()) return chosen;
    for (Candidate& name : chosen) {
        if (name.entry == nullptr || name.type != NameType::place || clubs.count(row_of(name)) == 0 ||
            is_surely_place(seen, name))
            continue;
        name.type = NameType::organisation;
        name.entry = nullptr;
        name.rule = "names.club";
    }
    return chosen;
}

}  // namespace isnad::names
