// The chain of transmission of an account or a statement: speaker <- carrier <- ... <- outlet, drawn as boxes
// in a row, each with how we know it.
#pragma once

#include <string>
#include <vector>

#include "views/page_sheet.h"

namespace isnad::views {

struct ChainNode {
    std::string kind;              // id of a label: "speaker", "unnamed", "agency", "outlet"
    std::optional<WordsOf> words;  // none for an elided speaker and for what the page itself is
    std::vector<std::uint32_t> entities;
    std::string_view rule;  // how we know; empty for the outlet itself
};

// From the speaker outwards; the outlet of the document always stands last.
std::vector<ChainNode> chain_of(const Dossier& dossier, DocumentIndex document,
                                const std::optional<Agent>& speaker, const std::vector<ChainLink>& chain);

// The text of a node, for a terminal: its words, the names of its entities, or the outlet.
std::string text_of(const Dossier& dossier, const ChainNode& node, std::string_view outlet);

// `at`: the words that are transmitted; the outlet leads to them.
void write_chain(Sheet& sheet, const WordsOf& at, const std::vector<ChainNode>& chain);

// "Also in": the outlets where the same stands once more, each leading to its words. Nothing for an empty
// list.
void write_also_in(Sheet& sheet, const std::vector<WordsOf>& others);

}  // namespace isnad::views
