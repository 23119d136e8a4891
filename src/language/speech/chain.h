// Through whom a statement came: carriers named in the clause of a cue.
#pragma once

#include <vector>

#include "language/speech/speaker.h"
#include "language/speech/speech_text.h"

namespace isnad::speech {

// Carriers among the words [first, end), each behind a preposition ("in a statement", "to the agency X"), in
// order from the speaker outwards.
std::vector<ChainLink> carriers_in(const SpeechText& text, std::uint32_t first, std::uint32_t end);

// The carrier that a noun phrase is, when it is one: an agency, a paper, a channel, a platform, a statement.
std::optional<ChainLink> carrier_of(const SpeechText& text, const NounPhrase& phrase);

// Adds links that are not there yet and puts all in order from the speaker outwards.
void join(std::vector<ChainLink>& chain, std::vector<ChainLink> more);

}  // namespace isnad::speech
