// The pieces of a large JSON text without a tree of it: members of an object, elements of an array, values of
// JSON Lines. A fault costs the piece it stands in.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

namespace isnad::source::json {

// A value as it stands in the text: from its first to behind its last byte.
struct Piece {
    std::string_view key;  // of a member, as spelled between the quotation marks
    std::string_view value;
};

// False ends the walk.
using Tell = std::function<bool(const Piece&)>;

// Both give the place of the first fault, or nothing. Values are cut out by their brackets and strings; they
// are not checked.
std::optional<std::size_t> each_member(std::string_view object, const Tell& tell);
std::optional<std::size_t> each_element(std::string_view array, const Tell& tell);

// The values that stand one after the other, as in JSON Lines.
std::optional<std::size_t> each_value(std::string_view text, const Tell& tell);

}  // namespace isnad::source::json
