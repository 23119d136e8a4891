// Words of what happens once to those whom it happens to (lexicon/deeds.tsv), and which words of a text are
// verbs that could claim a time or a place for themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/words.h"

namespace isnad::claims {

// The table's head explains the kinds.
enum class DeedKind : std::uint8_t { once, performed, with_noun, object, again, calamity, light, denial };

using DeedIndex = std::uint16_t;

// What one word of a text may be.
struct WordRole {
    std::optional<DeedIndex> deed{};  // of a word that tells a deed; light verbs have none
    DeedKind kind = DeedKind::once;
    bool verb = false;      // a finite verb, of any table
    bool noun = false;      // a noun of the table of deeds
    bool event = false;     // in a table of deeds, events or sayings, as a verb or a noun
    bool light = false;     // a verb that only says that something happened
    bool cue = false;       // a verb of saying
    bool denial = false;    // a verb of denying, which is more than refusing
    bool negation = false;  // "not", "never"
    bool pointing = false;  // "this", "that"
};

class DeedWords {
  public:
    explicit DeedWords(const lexicon::LexiconPtr& lexicon);

    // The roles of a document's words, by index.
    std::vector<WordRole> roles(const Words& words) const;

    // The name of a deed in the table: "collapse".
    std::string_view name(DeedIndex deed) const { return names_[deed]; }

  private:
    struct Row {
        DeedIndex deed = 0;
        DeedKind kind = DeedKind::once;
        bool verb = false;
    };

    void note(std::string_view form, WordRole& role) const;
    bool is_still(const Words& words, std::size_t negation) const;
    void note_deed(std::uint32_t row, WordRole& role) const;

    lexicon::LexiconPtr lexicon_;
    lexicon::TableId deeds_, events_, sayings_, function_words_;
    std::vector<Row> rows_;
    std::vector<std::string_view> names_;
};

}  // namespace isnad::claims
