// What the tables say that mentions need: offices and their classes, nationalities, the words of
// lexicon/mentions.tsv, and who held which office when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/speech/speech.h"

namespace isnad::speech {

constexpr std::uint16_t no_row = UINT16_MAX;  // no country, no office
constexpr std::uint32_t no_index = UINT32_MAX;

enum class GrammarGender : std::uint8_t { unknown, masculine, feminine };
enum class Count : std::uint8_t { one, two, many };

// Classes of lexicon/titles.tsv, as far as they stand for each other. `calling`: professions and ranks, which
// only their own word repeats.
enum class OfficeClass : std::uint8_t {
    state,
    government,
    minister,
    spokesman,
    diplomat,
    official,
    royal,
    party,
    calling,
    respect,
    kin
};

// One English meaning of titles: "foreign minister".
struct Office {
    std::string en;
    OfficeClass kind = OfficeClass::calling;
    std::string cls;       // the class as lexicon/titles.tsv has it
    bool generic = false;  // "the minister", "the leader", "the president": takes its field from what follows
    bool subordinate = false;  // deputy, adviser, aide: stands for no other office
    bool leader = false;       // may be said of any head
    bool former = false;
};

struct TitleFacts {
    std::uint16_t office = no_row;
    GrammarGender gender = GrammarGender::unknown;
    Count count = Count::one;
    bool complement = false;
    bool weak = false;
};

enum class WordRole : std::uint8_t { adjective, counterpart, pair, pronoun, noun };

// A row of lexicon/mentions.tsv.
struct MentionWord {
    WordRole kind = WordRole::noun;
    std::string_view stands_for;
    GrammarGender gender = GrammarGender::unknown;
    Count count = Count::one;
    bool weak = false;
};

struct Nationality {
    std::uint16_t country = no_row;
    GrammarGender gender = GrammarGender::unknown;
};

// An office that a person of the table held; dates in EDTF, empty for an open end.
struct Tenure {
    std::uint32_t person = 0;  // row of persons; behind the last of them, rows of offices
    std::uint16_t office = no_row;
    std::uint16_t country = no_row;
    std::string_view body;  // the organisation, when the office is none of a country
    std::string_view from, to;
};

// Whether a tenure holds at an EDTF date, compared as far as both are exact.
bool holds_at(const Tenure& tenure, std::string_view date);

class MentionKnowledge {
  public:
    explicit MentionKnowledge(lexicon::LexiconPtr lexicon);

    const lexicon::Lexicon& lexicon() const { return *lexicon_; }
    // An office of no kind for no_row: that of a counterpart of nobody.
    const Office& office(std::uint16_t index) const {
        return index < offices_.size() ? offices_[index] : no_office_;
    }
    std::uint16_t leader_office() const { return leader_; }
    const TitleFacts* title(const lexicon::Entry& entry) const;
    const MentionWord* word(const lexicon::Entry& entry) const;
    std::optional<Nationality> nationality(lexicon::Phrase definite) const;
    // The country that a name is (`itself`) or lies in; no_row when the table does not tell.
    std::uint16_t country_of(const Known& known, bool itself) const;
    // The `kind` cell of the row that a name stands for; the table's name where a table has one kind only.
    std::string_view kind_of(const Known& known) const;
    // The seat of a government that stands for it: the Kremlin.
    bool is_metonym(const Known& known) const;
    // "kingdom", "sultanate": what the official name of a country opens with is one of its spellings.
    std::string_view spellings_of(const Known& known) const;
    std::string_view english_of(const Known& known) const;
    // A verb of saying behind which a person is never told to: "said", not "informed".
    bool takes_no_person(lexicon::Phrase verb) const;
    bool is_title(std::string_view search_form) const;
    // Whether a word reports what somebody says or does with words.
    bool is_cue(lexicon::Phrase verb) const;
    // The English word for a class noun of names without its article ("company"); empty for other words.
    std::string_view class_noun(lexicon::Phrase bare) const;
    std::string_view class_noun_type(lexicon::Phrase bare) const;  // "organisation", "facility"; or empty
    bool is_quantifier(std::string_view search_form) const;
    GrammarGender gender_of_given_name(lexicon::Phrase name) const;
    std::vector<Tenure> tenures_of(const Known& person) const;
    const std::vector<Tenure>& tenures_in(std::uint16_t country) const { return by_country_[country]; }
    Known known_person(std::uint32_t row) const;
    // How well one office may be meant by the word for another: 0 not at all, 1 the same.
    float fit(std::uint16_t meant, std::uint16_t held) const;

  private:
    std::uint16_t intern(std::string_view en, std::string_view kind);
    std::optional<std::uint32_t> row_of(const Known& known) const;
    void read_titles();
    void read_words();
    void read_nationalities();
    void add_nationality(std::string_view masculine, std::uint16_t country);
    void read_ids(std::string_view table);
    void read_tenures();
    void read_offices();
    std::uint32_t office_holder(std::uint32_t row);
    std::vector<Tenure> parse_tenures(std::uint32_t person) const;

    lexicon::LexiconPtr lexicon_;
    std::optional<lexicon::TableId> titles_, words_, countries_, persons_, given_names_, function_words_,
        sayings_, office_rows_, name_nouns_;
    std::vector<Office> offices_;
    Office no_office_;
    std::uint16_t leader_ = no_row;
    std::unordered_map<std::string, std::uint16_t> office_ids_;
    std::vector<TitleFacts> title_rows_;
    std::vector<MentionWord> word_rows_;
    std::unordered_map<std::uint64_t, Nationality> nationalities_;
    std::unordered_map<std::uint64_t, std::uint32_t> rows_;  // hash of table and id to row
    std::vector<std::vector<Tenure>> by_country_;
    std::unordered_map<std::uint32_t, std::vector<Tenure>> further_;  // of the table offices, by person
};

}  // namespace isnad::speech
