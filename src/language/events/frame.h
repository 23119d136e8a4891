// Frames of lexicon/events.tsv: which parts of its clause a trigger takes, and the role each one has.
// docs/formats/lexicon.md describes how they are written.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::events {

// Where a phrase stands: by word order, or behind a preposition.
enum class Slot : std::uint8_t {
    none,
    subject,
    object,
    second,
    genitive,
    bi,
    maa,
    ila,
    ala,
    li,
    fi,
    an,
    min,
    bayna,
    did,
    by,
    other
};
Slot slot_of(std::string_view name);

enum class Role : std::uint8_t { none, actor, recipient, theme, place };

// Classes of nouns, numbered in the order in which the table has them.
using Classes = std::bitset<128>;

class ClassNames {
  public:
    // The number of a class; a new one gets the next. Beyond 128 all share the last.
    std::size_t number(std::string_view name);

  private:
    std::map<std::string, std::size_t, std::less<>> numbers_;
};

struct Filled {
    Slot slot = Slot::none;
    Role role = Role::none;
    Classes classes{};  // none: any phrase will do
};

enum class Mark : std::uint8_t { none, planned, possible, conditional, probable, negative };

struct Frame {
    std::vector<Filled> slots{};
    Slot carries = Slot::none;  // of a light verb: where its noun stands
    Classes is{};               // of a class noun
    Mark mark = Mark::none;
    Slot preposition = Slot::none;
    bool pronoun = false;  // a preposition with its pronoun: nothing follows

    const Filled* filled(Slot slot) const;
};

// Unknown words are left out: the compiler of the lexicon lets any frame pass.
Frame parse_frame(std::string_view text, ClassNames& names);

}  // namespace isnad::events
