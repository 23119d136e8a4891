// Role expressions: a title with the country, field or body it belongs to, and the person it introduces when
// one stands beside it ("the Tunisian president", "the minister of health, X Y,").
#pragma once

#include <array>
#include <vector>

#include "language/speech/coreference.h"

namespace isnad::speech {

constexpr std::uint32_t role_words = 24;  // a longer role is cut there

// How a role and a person are joined in the text.
enum class Beside : std::uint8_t { none, before_name, comma_name, after_name };

// What a role is the role of: hashes of the words of its field, without articles.
struct Field {
    std::array<std::uint64_t, 4> words{};
    std::size_t count = 0;
    void add(std::uint64_t hash);
    // Whether every word of this field is a word of the other.
    bool within(const Field& other) const;
};

struct Role {
    std::uint32_t first = 0, end = 0;  // words [first, end)
    std::uint8_t skip = 0;             // bytes of proclitics in front of the first word
    std::uint16_t office = no_row;
    std::uint64_t head = 0;  // hash of the title's first word, without article
    GrammarGender gender = GrammarGender::unknown;
    Count count = Count::one;
    bool weak = false;
    bool definite = false;  // the title itself has the article
    bool former = false;
    bool coming = false;     // elect, designate, next: nobody holds it yet
    bool possessed = false;  // closed by a pronoun: "the minister of its interior"
    bool owned = false;      // the title itself is closed by a pronoun of the third person: "its president"
    bool marked = false;     // an adjective follows the title
    bool same = false;       // "himself" follows: somebody who has just been spoken of
    bool closed_title = false;  // the title is a definite phrase of several words: "chief of police"
    bool inner = false;         // holds another title: "the spokesman of the president"
    bool counterpart = false;   // its office is that of the role before it
    std::uint16_t country = no_row, second = no_row, third = no_row;  // of several
    Field field{};
    Field marks{};                   // adjectives that tell one holder from another: "the political adviser"
    std::uint32_t place = no_index;  // name inside the role that it belongs to
    Beside beside = Beside::none;
    std::uint32_t holder = no_index;  // name of the person beside it

    bool is_bare() const { return country == no_row && field.count == 0 && place == no_index; }
};

// Every role of the document, in order, disjoint, none inside a name. One pass.
std::vector<Role> find_roles(const NamedWords& text);

}  // namespace isnad::speech
