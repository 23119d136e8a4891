// Whether two expressions name one speaker, by names, by what mentions stand for, and by their nouns.
#pragma once

#include "language/speech/speaker.h"
#include "language/speech/speech_text.h"

namespace isnad::speech {

// `first` and `second` are agents of one document, the second later, with the words that name them in their
// clauses (empty for a subject left out).
bool is_same_speaker(const SpeechText& text, const Agent& first, const NounPhrase& first_words,
                     const Agent& second, const NounPhrase& second_words);

}  // namespace isnad::speech
