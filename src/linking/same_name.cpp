#include "linking/same_name.h"

#include <algorithm>

#include "linking/spelling.h"
#include "text/letters.h"

namespace isnad::linking {
namespace {

constexpr std::size_t long_enough = 7;    // letters of a whole that stands for its parts
constexpr std::size_t fewest_learnt = 4;  // letters of a part that learnt costs may join

// "wad", "wadi": in front of another noun the last yeh of a word is written or not.
bool same_opening(const NamePart& a, const NamePart& b) {
    const auto [shorter, longer] =
        std::minmax(a.letters, b.letters, [](const auto& x, const auto& y) { return x.size() < y.size(); });
    return longer.size() == shorter.size() + 1 && longer.size() >= 4 && longer.back() == letters::yeh &&
           longer.starts_with(shorter);
}

// Two rows of one table of names that are two names in English too.
bool are_two(const NamePart& a, const NamePart& b) {
    const auto differ = [](std::string_view x, std::string_view y) {
        return !x.empty() && !y.empty() && x != y;
    };
    return differ(a.given_english, b.given_english) || differ(a.surname_english, b.surname_english);
}

// "Andrea" and "Andre": a woman and a man.
bool are_woman_and_man(const NamePart& a, const NamePart& b) {
    return (a.gender == "m" && b.gender == "f") || (a.gender == "f" && b.gender == "m");
}

// "Khalid bin Sultan" and "Khalid Sultan": of names with more parts the "bin" may go.
bool same_father(const NamePart& a, const NamePart& b) {
    return a.son != b.son && a.after_son() == b.after_son();
}

}  // namespace

// By learnt costs: neither an Arab given name, nor two words that news knows. Places and bodies have less to
// go by than the two names of a person.
bool SameName::near(const NamePart& a, const NamePart& b, bool person) const {
    if (std::min(a.letters.size(), b.letters.size()) < fewest_learnt) return false;
    if (a.given != UINT32_MAX || b.given != UINT32_MAX || (a.counted && b.counted && !person)) return false;
    if (are_two(a, b)) return false;
    const std::uint32_t most = NameCosts::arabic_limit(a.letters.size(), b.letters.size());
    const std::uint32_t limit = person ? most : most / 2;
    return costs_.between(a.folded, b.folded, limit) <= limit;
}

bool SameName::same_part(const NamePart& a, const NamePart& b, bool person) const {
    if (a.letters == b.letters) return true;
    const double cost = spelling_distance(a.letters, b.letters);
    if (cost <= 0.15) return true;
    if (a.given != UINT32_MAX && b.given != UINT32_MAX) return false;
    if (!person && a.counted && b.counted) return false;
    if (person && are_woman_and_man(a, b)) return false;
    return cost <= spelling_budget(std::max(a.letters.size(), b.letters.size())) || near(a, b, person);
}

bool SameName::same_parts(const NameForm& a, const NameForm& b, bool person) const {
    const bool nouns = !person && a.parts.size() >= 2;
    const auto same = [&](const NamePart& x, const NamePart& y) {
        return same_part(x, y, person) || (person && a.parts.size() >= 3 && same_father(x, y));
    };
    const std::size_t first = nouns && same_opening(a.parts[0], b.parts[0]) ? 1 : 0;
    return std::equal(a.parts.begin() + static_cast<std::ptrdiff_t>(first), a.parts.end(),
                      b.parts.begin() + static_cast<std::ptrdiff_t>(first), same);
}

bool SameName::same_whole(std::u32string_view a, std::u32string_view b) const {
    return std::min(a.size(), b.size()) >= long_enough && same_spelling(a, b);
}

bool SameName::alike(const NameForm& a, const NameForm& b, bool person) const {
    if (a.parts.size() == b.parts.size()) return same_parts(a, b, person);
    return same_whole(a.whole, b.whole) || (!a.rare_core.empty() && same_whole(a.rare_core, b.rare_core));
}

bool SameName::is_short_form(const NameForm& part, const NameForm& whole, bool person) const {
    if (!person) return same_part(part.parts[0], whole.parts[0], false);
    // "Li Qiang" is not "Li Keqiang": behind a family name every syllable counts.
    if (whole.parts[0].family_first) return false;
    const bool beginning = same_part(part.parts[1], whole.parts[1], true);
    // "Muhammad Ali" is no short form of "Muhammad Ali Hasan": a father's name ends no name.
    if (beginning && part.parts[1].listed) return false;
    return same_part(part.parts[0], whole.parts[0], true) &&
           (beginning || same_part(part.parts[1], whole.parts.back(), true));
}

}  // namespace isnad::linking
