// What the lexicon tells about each word for reported speech: cues, carriers, and the small words that open
// and close clauses.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/words/numerals_beginnings.h"
#include "lexicon/lexicon.h"
#include "model/annotations.h"
#include "model/statement.h"
#include "model/words.h"

namespace isnad::speech {

// What may follow a cue, as a set of bits: the column `pattern` of verbs_of_saying. `noun` is an object, the
// others but `clause` and `quote` are prepositions that lead to the content.
namespace pattern {
constexpr std::uint16_t clause = 1, bi = 2, ila = 4, quote = 8, noun = 16, ala = 32, aan = 64, min = 128,
                        fi = 256, led = bi | ila | ala | aan | min | fi;
}  // namespace pattern

enum class CueForm : std::uint8_t { perfect, imperfect, participle, masdar, preposition };

// To answer, or to refuse to.
constexpr bool answers(Stance stance) { return stance == Stance::answer || stance == Stance::refusal; }

// A row of verbs_of_saying.
struct CueRow {
    std::string_view lemma;
    Stance stance = Stance::neutral;
    std::uint16_t patterns = 0;
    CueForm form = CueForm::perfect;
    bool weak = false;       // more often no cue of speech
    bool homograph = false;  // also another word: leads to its content with "about" alone
    bool narrative = false;  // the outlet's own phrase: no statement, but it ends one
    bool inner = false;      // of a phrase, the first word is the cue and the content begins behind it
    bool object = false;     // a person or thing may stand before the content: "accused him of"
};

// Kinds of lexicon/carriers.tsv.
enum class CarrierKind : std::uint8_t {
    spokesman,
    statement,
    interview,
    press_conference,
    agency,
    broadcaster,
    paper,
    platform,
    unnamed,
    relay
};

struct CarrierRow {
    CarrierKind kind = CarrierKind::statement;
    bool weak = false;     // counts only beside a medium or with a name
    bool metonym = false;  // a study or poll: speaks for those who made it
};

// What a word may be, as a set of bits.
namespace trait {
constexpr std::uint32_t function = 1, preposition = 2, conjunction = 4, relative = 8, negation = 16,
                        pronoun = 32, demonstrative = 64, complementiser = 128, auxiliary = 256, time = 512,
                        title = 1024, body = 2048, meanwhile = 4096, adverb = 8192,
                        whole = 16384;  // a noun as it stands: its first letter is no preposition
}  // namespace trait

constexpr std::uint32_t no_entry = UINT32_MAX;

// What one word is for reported speech. `cue` and `carrier` are rows; they cover the words up to `*_words`
// behind it.
struct WordSigns {
    std::uint32_t traits = 0;
    std::uint32_t cue = no_entry;
    std::uint32_t carrier = no_entry;
    std::uint8_t cue_words = 0;
    std::uint8_t cue_skip = 0;  // bytes of proclitics before the cue
    std::uint8_t title_words = 0;
    std::uint8_t carrier_words = 0;
    std::uint8_t carrier_skip = 0;
    std::uint8_t preposition_words = 0;  // of a preposition of several words: "on the sidelines of"
    bool feminine = false;               // a title of a woman, or a feminine noun by its ending
};

class StatementKnowledge {
  public:
    explicit StatementKnowledge(lexicon::LexiconPtr lexicon);

    // Signs of every word of a document, in order. Linear: each phrase of the tables is a few words.
    std::vector<WordSigns> signs_of(const Words& words) const;

    const CueRow& cue(std::uint32_t row) const { return cues_[row]; }
    const CarrierRow& carrier(std::uint32_t row) const { return carriers_[row]; }

    // What kind of carrier a name of the tables of agencies and outlets is; nothing for other names.
    std::optional<CarrierKind> carrier_of(const Name& name) const;

  private:
    void learn_cues();
    void learn_carriers();
    void learn_function_words();
    void learn_traits(std::string_view table, std::uint32_t trait);
    void learn_phrases(lexicon::TableId table, std::uint32_t row);
    void learn_outlets();
    void read_word(const Words& words, std::uint32_t at, WordSigns& out) const;
    void take(const lexicon::Found& found, std::uint8_t skip, bool preposition, std::uint8_t length,
              std::string_view analysis, WordSigns& out) const;
    void take_cue(std::uint32_t row, std::uint8_t skip, bool preposition, std::uint8_t length,
                  WordSigns& out) const;

    lexicon::LexiconPtr lexicon_;
    std::vector<CueRow> cues_;
    std::vector<CarrierRow> carriers_;
    lexicon::TableId cue_table_{UINT16_MAX}, carrier_table_{UINT16_MAX};
    std::vector<std::vector<std::uint32_t>> traits_;  // by table and row; empty for tables that tell nothing
    words::Beginnings phrases_;                       // first letters of the keys of several words
    std::vector<std::pair<std::string, CarrierKind>> outlets_;  // spelling of known rows, sorted
};

}  // namespace isnad::speech
