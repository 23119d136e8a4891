// Who feeds whom in a story: every statement goes from its speaker through its carriers to the outlet of its
// page. Speakers, carriers and outlets are nodes, each once; a path is a way that statements took, and edges
// are its steps. Joint speakers send a statement each. Time grows with the text of the statements (times the
// logarithm of the number of nodes).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dossier.h"

namespace isnad::views {

struct TransmissionNode {
    // Whoever carries the words of another once is a carrier, though it may speak for itself elsewhere.
    enum class Role : std::uint8_t { source, carrier, outlet };

    Role role = Role::source;
    std::string kind{};                       // id of a label: "link.speaker", "link.agency", "link.outlet"
    std::optional<std::uint32_t> entity{};    // of the collection
    std::optional<WordsOf> words{};           // where it is met first; none for one that is never named there
    std::optional<DocumentIndex> document{};  // of an outlet: its first document in the story
    std::size_t statements = 0;               // that start here, pass or arrive
    std::size_t others = 0;  // not zero: stands for so many nodes that are not shown by themselves

    // A press conference, a written statement: no name tells one from another, so all of a kind are one node.
    bool is_kind_alone = false;
};

struct TransmissionEdge {
    std::uint32_t from = 0, to = 0;  // indices of nodes
    std::size_t statements = 0;
};

struct TransmissionPath {
    std::vector<std::uint32_t> nodes;  // from the first known hand to the outlet; two at least, each once
    std::size_t statements = 0;
};

// Articles of one outlet that copy those of another.
struct TransmissionCopy {
    std::uint32_t from = 0, to = 0;  // outlets
    std::size_t documents = 0;       // of `to`
};

struct Transmission {
    std::vector<TransmissionNode> nodes;  // sources, carriers, outlets; in each most statements first
    std::vector<TransmissionEdge> edges;  // by `from`, then `to`
    std::vector<TransmissionPath> paths;  // most statements first, then by their nodes
    std::vector<TransmissionCopy> copies;

    std::size_t count(TransmissionNode::Role role) const;
};

class Transmissions {
  public:
    // Keeps a reference to the dossier.
    explicit Transmissions(const Dossier& dossier);

    // All of a story. Statements of which neither speaker nor carrier is known take no part.
    Transmission of(const Story& story) const;

  private:
    const Dossier& dossier_;
    std::vector<DocumentIndex> copied_from_;  // by document: first of its family, else closest; or itself
    std::map<std::string, std::uint32_t> organisations_;  // by their spellings in search form
};

struct TransmissionCaps {
    std::size_t sources = 12, carriers = 10, outlets = 16;
};
// The same with the lightest nodes of each role folded into one "others". A carrier that is folded still
// stands on its paths. One node too many is shown: "one other" takes as much room.
Transmission folded(const Transmission& whole, const TransmissionCaps& caps);

// The name of a node as the sources write it, cut to `columns` letters with an ellipsis; empty for others and
// for a kind alone, which have labels. `arabic`: else an English name, where the entity has one.
std::string name_of(const Dossier& dossier, const TransmissionNode& node, bool arabic, std::size_t columns);

}  // namespace isnad::views
