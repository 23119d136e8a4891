// Subjects by the build of a clause: nominal sentences, "was", "as for", and the clause that a verb or
// participle without a subject hangs on.
#pragma once

#include "language/speech/speaker.h"
#include "language/speech/speech_text.h"

namespace isnad::speech {

// The subject of the main clause that begins at `begin`, looked for before `end`: whoever does what its first
// verb says, when that is somebody who can speak; `anybody`: also a definite noun of which no table tells
// that. Leading adverbials and "in Cairo, ..." are passed.
NounPhrase clause_subject(const SpeechText& text, std::uint32_t begin, std::uint32_t end,
                          bool anybody = false);

// Whether the head of a phrase shows by its ending that it is no subject ("the citizens" as an object).
bool is_oblique(const SpeechText& text, const NounPhrase& phrase);

// Gender of the head of a phrase, where its words show it.
Gender gender_of(const SpeechText& text, const NounPhrase& phrase);

// Whether a verb is passive by the vowel that is written on its first letter: "it was said".
bool is_passive(const SpeechText& text, std::uint32_t verb);

// Takes the signs of a cue from verbs in formulas of anonymity: "a source who refused to give his name".
void drop_formulas(SpeechText& text);

}  // namespace isnad::speech
