// What the tables say that names need, laid out for the hot pass: which table a row belongs to, what kind of
// thing it names, and the adjectives and surnames that the tables hold only by rule.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/names/form_notes.h"
#include "language/names/names.h"

namespace isnad::names {

// The tables in order of priority: of two names of equal length the earlier table wins.
enum class Source : std::uint8_t {
    person,
    country,
    place,
    organisation,
    agency,
    outlet,
    cldr_place,
    given_name,
    surname,
    title,
    noun,
    people,
    function_word,
    saying,
    plain,
    none
};
constexpr std::size_t source_count = static_cast<std::size_t>(Source::none);
constexpr std::uint32_t bit(Source source) { return 1u << static_cast<unsigned>(source); }
constexpr std::uint32_t world_bits = bit(Source::person) | bit(Source::country) | bit(Source::place) |
                                     bit(Source::organisation) | bit(Source::agency) | bit(Source::outlet) |
                                     bit(Source::cldr_place);
constexpr std::uint32_t part_bits = bit(Source::given_name) | bit(Source::surname);
// Words that are never part of an unknown name.
constexpr std::uint32_t language_bits = bit(Source::title) | bit(Source::noun) | bit(Source::people) |
                                        bit(Source::function_word) | bit(Source::saying) | bit(Source::plain);

// What one row says of itself.
struct RowFacts {
    NameType type = NameType::person;
    bool ambiguous = false;  // a common word too
    bool weak = false;
    bool complement = false;    // a title that takes a noun before the name
    bool inside = false;        // a class noun that belongs to the name
    bool facility = false;      // a building or a site, or a class noun of such
    bool landmark = false;      // a place that its class noun may make a facility
    bool surname = false;       // a person whose surname stands for him
    bool family_first = false;  // given names and surnames of East Asia
    bool arab = false;          // a given name or surname of Arab origin
    bool ordinal = false;       // a number word: the second, the sixth
    bool minister =
        false;             // a title that names an office of government: its department is no name of its own
    bool respect = false;  // a title without an office: Mr, Dr, Sheikh
};

class Tagger;

class Knowledge {
  public:
    explicit Knowledge(lexicon::LexiconPtr lexicon);
    ~Knowledge();
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    const Tagger& tagger() const { return *tagger_; }

    const lexicon::Lexicon& lexicon() const { return *lexicon_; }
    Source source(const lexicon::Entry& entry) const { return sources_[entry.table.index]; }
    const RowFacts& facts(const lexicon::Entry& entry) const { return rows_[entry.table.index][entry.row]; }

    // Nationality adjectives in all forms, and plurals and names of peoples.
    bool is_nisba(lexicon::Phrase word) const { return nisbas_.count(word.hash) != 0; }
    // The one person for whom this surname alone may stand.
    const lexicon::Entry* person_of_surname(lexicon::Phrase surname) const;
    // Words that join the parts of a person's name: ibn, abu, al, de, van.
    bool is_connective(std::string_view search_form) const;

    // "the second", "the sixteenth": the article before an ordinal.
    bool is_definite_ordinal(std::string_view search_form) const;

    Known known(const lexicon::Entry& entry) const;

    // The row of the counts that stands for a form, among what the lexicon has of it.
    std::uint32_t count_row(std::span<const lexicon::Entry> entries) const;
    const FormNotes& notes() const { return notes_; }

  private:
    void read_rows(lexicon::TableId table, Source source);
    void read_nisbas();
    void add_nisba(std::string_view masculine);
    void read_surnames(lexicon::TableId persons);
    void add_surname(lexicon::TableId persons, std::uint32_t row, std::uint16_t number,
                     std::string_view spelling);

    lexicon::LexiconPtr lexicon_;
    lexicon::TableId counts_;
    FormNotes notes_;
    std::vector<Source> sources_;              // by table
    std::vector<std::vector<RowFacts>> rows_;  // by table and row
    std::unordered_set<std::uint64_t> nisbas_;
    std::unordered_map<std::uint64_t, lexicon::Entry> surnames_;
    std::unique_ptr<const Tagger> tagger_;
};

}  // namespace isnad::names
