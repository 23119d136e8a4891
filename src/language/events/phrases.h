// Cuts a sentence into what the reader of events works with: verbs, noun phrases with the preposition before
// them, times, and the places where a clause ends. A shallow parse by closed classes, definiteness and the
// layers of names, mentions and times (after the idea of base phrase chunking, Abney 1991).
#pragma once

#include <cstdint>
#include <vector>

#include "language/events/knowledge.h"
#include "language/events/places.h"

namespace isnad::events {

enum class PartKind : std::uint8_t { phrase, verb, boundary, relative, time, comma };

// Words [first, end) of the document.
struct Part {
    PartKind kind = PartKind::boundary;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    Slot slot = Slot::none;  // of a phrase: the preposition before it
    bool joined = false;     // stands behind wa- or "or"; of a verb: begins with wa- or fa-
    bool pronoun = false;    // a preposition with its pronoun, or a free pronoun: no words to point at
};

// One sentence with its parts.
struct Clauses {
    std::uint32_t first = 0;  // first word of the sentence
    std::vector<Part> parts{};
    std::vector<Sense> senses{};               // of all its words, in text order
    std::vector<std::uint32_t> sense_begin{};  // by word of the sentence, and one past the last

    std::span<const Sense> senses_of(std::uint32_t word) const {
        const std::size_t at = word - first;
        if (word < first || at + 1 >= sense_begin.size()) return {};
        return std::span(senses).subspan(sense_begin[at], sense_begin[at + 1] - sense_begin[at]);
    }
};

struct Reading {
    const Before& before;
    const Places& places;
    const Knowledge& knowledge;

    const Word& word(std::uint32_t at) const { return before.words.words[at]; }
    std::string_view search(std::uint32_t at) const { return before.words.search(word(at)); }
};

Clauses find_clauses(const Reading& reading, std::uint32_t sentence);

}  // namespace isnad::events
