// Statements: reported speech, with the chain through which it reached the page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/agent.h"
#include "model/evidence.h"
#include "model/factuality.h"

namespace isnad {

enum class StatementKind : std::uint8_t { direct, indirect, mixed };

// What the speaker does by speaking: classes of lexicon/verbs_of_saying.tsv.
enum class Stance : std::uint8_t {
    neutral,
    assertion,
    denial,
    claim,
    warning,
    demand,
    promise,
    question,
    answer,
    criticism,
    praise,
    accusation,
    revelation,
    addition,
    quotation,  // hands on what somebody else said
    announcement,
    admission,
    evidence,  // "according to"
    refusal    // of an answer or a comment
};

struct Cue {
    Span span;
    std::string lemma;
};

// The carriers of a statement, from the speaker outwards.
enum class LinkKind : std::uint8_t {
    spokesman,
    statement,  // a written statement, a letter, a report
    interview,
    press_conference,
    agency,
    broadcaster,
    paper,
    platform,
    outlet
};

struct ChainLink {
    LinkKind kind = LinkKind::statement;
    std::optional<Span> span{};          // none for what the page itself is: its outlet by address
    std::vector<std::uint32_t> names{};  // names inside the span
    Why why;
};

struct Statement {
    Span span;  // the content alone, without outer quotation marks
    StatementKind kind = StatementKind::indirect;
    std::optional<Agent> speaker{};
    std::optional<Cue> cue{};
    std::optional<Agent> addressee{};
    Stance stance = Stance::neutral;
    bool negated = false;            // "did not say that"
    Commitment commitment{};         // the speaker's; who only hands on what was said commits to nothing
    std::vector<ChainLink> chain{};  // the speaker is not repeated in it
    std::optional<std::uint32_t> inside{};  // the statement of the layer that reports this one
    Why why;
};

}  // namespace isnad
