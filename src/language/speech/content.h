// What is said: where the content of a cue begins, and where it ends.
#pragma once

#include "language/speech/speaker.h"
#include "language/speech/speech_text.h"

namespace isnad::speech {

struct Complement {
    enum class Kind : std::uint8_t {
        none,
        clause,  // `at` is the complementiser
        quote,   // `at` is the opening mark
        colon,   // `at` is the word behind the colon
        noun     // `at` is the noun, or the preposition that leads to it
    };
    Kind kind = Kind::none;
    std::uint32_t at = 0;

    explicit operator bool() const { return kind != Kind::none; }
};

// The clause, quotation or colon that a cue leads to, looked for from `from` on (the word behind the cue), in
// its sentence and not beyond the next cue. A quoted name on the way is passed.
Complement complement_of(const SpeechText& text, std::uint32_t cue, std::uint32_t from);

// The noun phrase that is the content of "praised the courage", "called for a truce", "denied the report":
// behind the subject, by the pattern of the cue. `subject_end` is the word behind the subject.
Complement noun_complement(const SpeechText& text, std::uint32_t cue, std::uint32_t subject_end);

// The content of a cue that begins at a word and nowhere else; nothing where none does.
Complement governed_at(const SpeechText& text, std::uint32_t cue, std::uint32_t at);

// Whether a word (search form, without proclitics) has the shape of a verbal noun of a derived verb.
bool looks_like_masdar(std::string_view form);

// Fills SpeechText::report_begins: a coordinated cue, a participle, a source phrase. Before content_end.
void mark_reports(SpeechText& text);

// The word behind the content that begins at `first`: stops before the next reporting clause, at the end of
// the sentence, where the writer goes on, or, for nouns and for questions, at a comma. A quotation inside is
// never cut. `cue` is the word of the cue that leads to it, where there is one.
std::uint32_t content_end(const SpeechText& text, std::uint32_t first, Complement::Kind kind,
                          std::uint32_t cue = no_entry);

// [first, end) without commas, stops and small words at its end.
std::uint32_t trimmed_end(const SpeechText& text, std::uint32_t first, std::uint32_t end);

}  // namespace isnad::speech
