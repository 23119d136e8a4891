// What the lexicon tells about the words of a clause: triggers with their frames, light verbs, classes of
// nouns, marks of factuality, prepositions, and the particles that divide clauses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/events/frame.h"
#include "language/words/clitics.h"
#include "language/words/numerals_beginnings.h"
#include "lexicon/lexicon.h"
#include "model/event.h"
#include "model/words.h"

namespace isnad::events {

enum class Form : std::uint8_t { perfect, imperfect, passive, participle, masdar, noun, phrase };
constexpr bool is_verb(Form form) { return form <= Form::participle; }

// A row of the table.
struct Row {
    bool trigger = false;  // tells an event by itself: it has a type
    PloverType type = PloverType::consult;
    Form form = Form::phrase;
    bool weak = false;
    bool complement = false;  // its object is never left out
    std::string_view mode, cameo, lemma;
    Frame frame;
};

// A row that a word or phrase [at, end) may be. `skip`: bytes of proclitics on its first word.
struct Sense {
    const Row* row = nullptr;
    std::uint32_t at = 0;
    std::uint32_t end = 0;
    std::uint8_t skip = 0;
    bool definite = false;  // the article stands before it
    bool future = false;    // sa- stands before it
};

// What a particle does in its sentence.
enum class Particle : std::uint8_t {
    none,
    boundary,     // a new clause begins: "that", "because", "while"
    relative,     // the same, about the noun before it: "who", "which"
    joining,      // "or", a lone "and"
    pronoun,      // a free pronoun or demonstrative
    quantifier,   // stands before its noun: "some", "all"
    transparent,  // adverbs and the like
    auxiliary
};

struct ClassNumbers {
    std::size_t person = 0, place = 0, territory = 0, body = 0, agreement = 0, arms = 0, people = 0,
                troops = 0, bomb = 0;
};

class Knowledge {
  public:
    explicit Knowledge(const lexicon::LexiconPtr& lexicon);

    // Everything that a word may be, longest phrase first; phrases stay inside the sentence.
    void senses_at(const Words& words, std::uint32_t at, std::vector<Sense>& out) const;

    Particle particle(const Words& words, std::uint32_t at) const;
    bool is_saying(const Words& words, std::uint32_t at) const;      // a finite verb of saying
    bool is_class_noun(const Words& words, std::uint32_t at) const;  // opens a name: "council", "city"
    bool is_title(const Words& words, std::uint32_t at) const;       // an office or rank, article or not

    // The country of a nisba adjective in any gender, with or without article; empty when it is none.
    std::string_view country_of(const Words& words, std::uint32_t at) const;

    const ClassNumbers& classes() const { return classes_; }

  private:
    void learn_rows();
    void learn_particles();
    void learn_countries();
    void add_nisba(std::string_view nisba, std::string_view country);
    bool follow(const Words& words, Sense sense, std::string_view first, std::vector<Sense>& out) const;
    bool read(const Words& words, Sense sense, std::vector<Sense>& out) const;
    std::string_view bare(const Words& words, std::uint32_t at) const;

    lexicon::LexiconPtr lexicon_;
    lexicon::TableId events_, function_words_, sayings_, titles_, name_nouns_;
    std::vector<Row> rows_;
    std::vector<Particle> particles_;
    std::vector<bool> finite_sayings_;
    std::vector<bool> weak_titles_;
    std::unordered_map<std::string, std::string_view> countries_;  // looked up, never walked
    words::Beginnings beginnings_;
    ClassNames names_;
    ClassNumbers classes_;
};

}  // namespace isnad::events
