#include "models/name_training/score.h"

#include <cstdio>

namespace isnad::names::training {

std::string name_of(std::size_t tag, Convention convention) {
    static const std::array<std::string, tag_types> aner{"PERS", "ORG",  "LOC", "MISC",
                                                         "MISC", "MISC", "MISC"},
        ours{"P", "O", "L", "E", "T", "G", "M"};
    if (tag == outside) return "O";
    const auto type = static_cast<std::size_t>(tag_type_of(tag));
    return (is_begin(tag) ? "B-" : "I-") + (convention == Convention::ours ? ours[type] : aner[type]);
}

}  // namespace isnad::names::training
