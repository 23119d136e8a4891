// Which of many named things are one: the rules that linking inside a page and across pages share.
//
// Surest first: one row of the lexicon; one normal form and type; one form when glued words, articles and
// class nouns that may be left out are taken away; for names of several parts the spelling of every part
// (linking/spelling.h); at last a shorter form of one fuller name. Nothing joins what the lexicon holds
// apart, two Arabic given names, bodies of two countries with one common name, persons of two walks of life
// whose names are two Arab given names, or persons by one part of their names across documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linking/knowledge.h"
#include "model/annotations.h"

namespace isnad::linking {

// Something named, by its full names in one place (an article, or a page that is linked already).
struct Named {
    NameType type = NameType::person;
    std::vector<std::string> normals{};  // search forms of its full names, at least one
    std::optional<Known> known{};
    std::vector<std::uint32_t> documents{};  // where it stands, ascending
    std::string country{};                   // what its documents are about, by majority; empty when none is
    std::uint8_t spheres = 0;                // of its titles (linking/spheres.h)
};

// For each thing the index of the first thing (in order of input) that it is one with. The groups do not
// depend on the order of input.
std::vector<std::uint32_t> find_identity(const std::vector<Named>& things, const Knowledge& know);

}  // namespace isnad::linking
