// Through whom a statement came: carriers named in the clause of a cue.
#pragma once

#include <optional>
#include <vector>

#include "language/speech/chain_outlet.h"
#include "language/speech/speaker.h"
#include "language/speech/speech_text.h"

namespace isnad::speech {

// A carrier among the words [first, end) of a clause. `head` is its class noun ("agency"), or its first word.
struct Carrier {
    LinkKind kind = LinkKind::statement;
    std::uint32_t first = 0, end = 0;
    std::uint8_t skip = 0;   // bytes of proclitics left out of the first word
    bool weak = false;       // by the table: counts only beside something else
    bool named = false;      // a name, a quoted name or an adjective tells which one
    bool addressed = false;  // behind "to" or "with"
    bool definite = false;   // a medium's class noun with the article and nothing else: one told of before
    bool medium = false;     // an agency, broadcaster, paper, site or platform
};

// Carriers among the words [first, end), each behind a preposition ("in a statement", "to the agency X", "on
// the channel Y"), or the medium that published the text before it ("in a tape that Z showed"); in text
// order. Talks and calls count beside a medium only, addresses and remarks never; of an account and its
// network only the network; a class noun with the article only when it was used before; the page's own
// outlet never.
std::vector<Carrier> carriers_in(const SpeechText& text, const OwnOutlet& own, std::uint32_t first,
                                 std::uint32_t end);

// The text or conference that a clause has as an object, and to which a word behind it refers: "issued a
// statement in which it said". Looked for in [first, end).
std::optional<Carrier> object_carrier(const SpeechText& text, std::uint32_t first, std::uint32_t end);

// The carrier that a noun phrase is, when it is one: an agency, a paper, a channel, a platform, a statement.
std::optional<ChainLink> carrier_of(const SpeechText& text, const NounPhrase& phrase);

ChainLink link_of(const SpeechText& text, const Carrier& carrier);

// Adds links that are not there yet and puts all in order from the speaker outwards.
void join(std::vector<ChainLink>& chain, std::vector<ChainLink> more);

}  // namespace isnad::speech
