// Noun phrases that speak: where they begin and end, and whom they name.
#pragma once

#include <optional>
#include <vector>

#include "language/speech/speech_text.h"
#include "model/agent.h"

namespace isnad::speech {

// Words [first, end); `skip` bytes of proclitics left out of the first one.
struct NounPhrase {
    std::uint32_t first = 0, end = 0;
    std::uint8_t skip = 0;

    bool empty() const { return first == end; }
};

// How far a noun phrase reaches: all that may belong to it, or only as far as no object can have begun.
// Before a second definite noun that is the object ("the opposition accused the government of"): only names
// and nisba adjectives follow the first.
enum class Extent : std::uint8_t { whole, subject, before_object };

// The noun phrase at a word, before `limit`: titles with complements and adjectives, the name behind them,
// coordinated names; quoted names and short brackets belong to it, relative clauses, times and prepositional
// phrases of the clause do not. Empty where none begins.
NounPhrase noun_phrase(const SpeechText& text, std::uint32_t at, std::uint32_t limit, Extent extent);

// The subject that opens the clause of a verb, not before `floor`: "[the minister] said", "that [a member of
// the committee] told them", "[the ministry] had denied" behind "was", "as for [the governor], he said".
// Empty where the verb opens its clause or another verb does.
NounPhrase phrase_before(const SpeechText& text, std::uint32_t verb, std::uint32_t floor);

// The noun phrase that a relative stands for: "[the minister] who said".
NounPhrase antecedent(const SpeechText& text, std::uint32_t relative);

// The bytes of "li-" at the beginning of a word; none of "lil-", which has swallowed the article.
std::uint8_t li_bytes(const SpeechText& text, std::uint32_t at);

// The noun phrase whose first word has "li-" before it: "according [to the paper 'X']".
NounPhrase phrase_behind_li(const SpeechText& text, std::uint32_t at, std::uint32_t limit);

// Whether a word may begin a subject: a name, a title, a body, a source, a definite noun.
bool may_be_subject(const SpeechText& text, std::uint32_t at);

Agent agent_of(const SpeechText& text, const NounPhrase& phrase);

// Gender and number as a verb or participle shows them.
enum class Gender : std::uint8_t { unknown, masculine, feminine };
struct Agreement {
    Gender gender = Gender::unknown;
    bool plural = false;  // two or more
    bool dual = false;
};
Agreement agreement_of(const SpeechText& text, std::uint32_t cue);

// An agent as a subject left out repeats it: without its words where names or a resolved mention tell who it
// is.
Agent repeated(const SpeechText& text, Agent agent);

// Who spoke in a document so far, for cues without a subject.
class Speakers {
  public:
    // `sure`: the agreement was seen on a verb with this subject.
    void heard(const Agent& agent, Agreement agreement, std::uint32_t at);

    // The last speaker that agrees, heard at most `reach` words before `at`.
    std::optional<Agent> last(Agreement agreement, std::uint32_t at) const;

  private:
    struct Heard {
        Agent agent;
        Agreement agreement;
        std::uint32_t at = 0;
    };
    std::vector<Heard> heard_;
};

}  // namespace isnad::speech
