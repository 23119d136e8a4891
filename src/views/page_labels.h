// The words of the interface in both languages, with the grammar of counts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace isnad::views {

struct Label {
    std::string_view ar, en;
    std::string_view in(bool arabic) const { return arabic ? ar : en; }
};

// The categories of plural that Arabic tells apart (Unicode CLDR, plural rules of `ar`).
enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };
PluralCategory arabic_plural(std::uint64_t count);
PluralCategory english_plural(std::uint64_t count);

// Labels come from the table `labels` of the lexicon, names of units and of what is counted from its tables
// `units` and `populations`.
class Labels {
  public:
    explicit Labels(const lexicon::Lexicon& lexicon);

    bool has(std::string_view id) const { return labels_.contains(id); }
    // The label, or its id in both languages when there is none.
    Label operator[](std::string_view id) const;
    // The label `noun`.zero, .one, .two, .few, .many or .other; a missing one is taken from .other. It may
    // hold "{n}" where the number stands.
    Label counted(std::string_view noun, std::uint64_t count) const;
    // What a claim is about, where the claim says it by the id of a label, of a concept of the table
    // `populations`, or of a unit.
    std::optional<Label> subject(std::string_view of) const;
    // The name of a unit ("km", "kilometre"), or the unit itself.
    Label unit(std::string_view unit) const;

  private:
    std::map<std::string_view, Label> labels_;
    std::map<std::string_view, Label> units_;
    std::map<std::string_view, Label> concepts_;
};

}  // namespace isnad::views
