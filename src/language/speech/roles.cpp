#include "language/speech/roles.h"

#include <algorithm>

#include "language/speech/roles_reader.h"

namespace isnad::speech {

void Field::add(std::uint64_t hash) {
    if (count < words.size()) words[count++] = hash;
}

bool Field::within(const Field& other) const {
    return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](std::uint64_t one) {
                           const auto end = other.words.begin() + static_cast<std::ptrdiff_t>(other.count);
                           return std::find(other.words.begin(), end, one) != end;
                       });
}

namespace {

// "the president of the council, doctor X Y": what stands before a title that stands before a name.
void pass_holders_back(std::vector<Role>& roles) {
    for (std::size_t i = roles.size(); i-- > 1;) {
        const Role& after = roles[i];
        Role& before = roles[i - 1];
        if (before.end != after.first || after.skip != 0 || before.beside != Beside::none) continue;
        if (after.beside != Beside::before_name || before.count != Count::one) continue;
        before.beside = Beside::before_name;
        before.holder = after.holder;
    }
}

}  // namespace

std::vector<Role> find_roles(const NamedWords& text) {
    std::vector<Role> out;
    const RoleReader reader(text);
    for (std::uint32_t i = 0; i < text.size();) {
        const auto role = text.name_on(i) == no_index ? reader.read(i) : std::nullopt;
        if (role) out.push_back(*role);
        i = role ? std::max(role->end, i + 1) : i + 1;
    }
    pass_holders_back(out);
    return out;
}

}  // namespace isnad::speech
