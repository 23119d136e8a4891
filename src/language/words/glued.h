// Words that lost the space between them, mostly where links were stripped: "Russiaand-Korea",
// "theUnitedStates".
//
// Only a token that is no known word in any reading is looked at, and it is cut only where all parts are
// known and the joint shows: an article, a teh marbuta or an alef maksura in the middle, a name on both
// sides with or without "and", a name behind a common word or before a preposition. Names that we do not
// know stay whole. The counts are those of models/word_counts.md; the idea of weighing parts against the
// whole by their frequency is that of word segmentation with unigrams (Norvig 2009).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/words/clitics.h"
#include "lexicon/lexicon.h"

namespace isnad::words {

// Where a token is to be cut: bytes from its beginning, in order. At most two cuts.
struct Cuts {
    std::array<std::uint8_t, 2> at{};
    std::size_t count = 0;
    std::string_view rule{};  // of the surest joint
};

// The words of one document, in search form.
class SeenWords {
  public:
    void add(std::string_view search_form);
    void finish();  // once, after the last add
    bool has(std::string_view search_form) const;

  private:
    std::vector<std::uint64_t> hashes_;
};

class Glue {
  public:
    explicit Glue(const Clitics& clitics);

    // Whether an Arabic token may be glued: long enough, and no known word in any reading. `word`: what
    // Clitics::split found of it.
    bool is_unknown(std::string_view search, const Word& word) const;

    // Both forms of an unknown token.
    Cuts cuts_of(std::string_view search, std::string_view analysis) const;

    // For what cuts_of leaves whole: a part of four letters or more that stands alone elsewhere in the
    // document, beside another or beside a common word.
    Cuts cuts_among(std::string_view search, std::string_view analysis, const SeenWords& seen) const;

  private:
    struct Part;
    struct Token;
    Part part(std::string_view form) const;
    Part name_in(std::string_view form) const;
    bool has_entry(lexicon::Phrase phrase) const;
    bool is_known(std::string_view search, const Word& word) const;
    bool is_inflected(std::string_view search) const;
    bool is_phrase(std::string_view left, std::string_view right) const;
    std::string_view joint(const Token& token, const Part& left, std::size_t at, std::size_t end) const;
    std::string_view joint_of_names(const Part& left, const Part& right, std::string_view rest) const;
    std::string_view joint_of_short_name(const Part& left, const Part& right) const;
    bool is_seen(std::string_view form, const SeenWords& seen) const;
    Cuts one_cut(const Token& token, std::size_t begin, std::size_t end) const;

    const Clitics& clitics_;
    const lexicon::Lexicon& lexicon_;
    std::vector<std::uint8_t> role_of_table_;
    std::vector<std::size_t> flags_column_;
    std::vector<bool> tells_;  // by table: not one of a model
};

}  // namespace isnad::words
