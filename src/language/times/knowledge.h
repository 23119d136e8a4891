// What the lexicon says about the words of time, as typed values: one Meaning for each row of the tables
// months, weekdays, time_words, time_units, and for the particles of function_words that bind dates together.
// Made once; no strings afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/words/numerals_first_words.h"
#include "language/words/word_counts.h"
#include "lexicon/lexicon.h"

namespace isnad::times {

enum class TermKind : std::uint8_t {
    none,
    month,
    weekday,
    unit,
    day,
    direction,
    part,
    mod,
    ref,
    set,
    every,
    ago,
    since,
    within,
    until,
    calendar,
    zone,
    meridiem,
    day_noun,
    date_noun,
    date_role,
    clock_noun,
    year_noun,
    month_noun,
    decade,
    century,
    season,
    weekend,
    holiday,
    age,
    particle,
    fraction,
    several,
    many,
    lasting,
    approximator,
    world_event,
    quarter
};

enum class Unit : std::uint8_t {
    none,
    second,
    minute,
    hour,
    day,
    night,
    week,
    month,
    quarter,
    year,
    decade,
    century,
    season,
    weekend
};

// Particles, told by the English gloss of function_words.
enum class Particle : std::uint8_t {
    none,
    in,
    from,
    to,
    until,
    between,
    and_,
    or_,
    will,
    will_not,
    did_not,
    after,
    before,
    since,
    on,
    soon,
    later,
    that,
    both,
    was,
    other
};

struct Meaning {
    TermKind kind = TermKind::none;
    std::int16_t value = 0;   // month, weekday, days, direction, Unit, Particle, month * 100 + day of a
                              // holiday, part of the day
    std::int16_t number = 0;  // unit: 1 singular, 2 dual, 3 plural
    bool hijri = false;
    bool weak = false;    // also a common word
    bool before = false;  // a direction that stands before its noun: this, that, same
    bool narrative =
        false;  // counts from what was told last, not from the day of the report: that year, the next day
    double amount = 0;         // fraction
    std::string_view text{};   // the cell `value`, as the table gives it; `date` of a world event
    std::string_view gloss{};  // of a world event, in English; `weak` means planned, `number` 1 a term
};

class Knowledge {
  public:
    explicit Knowledge(lexicon::LexiconPtr lexicon);

    // The meaning of a row, or null when it tells nothing about time.
    const Meaning* meaning(const lexicon::Entry& entry) const;
    const lexicon::Lexicon& lexicon() const { return *lexicon_; }

    // Whether a phrase of one word may begin a row that tells about time; most words of a text do not.
    bool may_begin(lexicon::Phrase first) const { return first_words_.may_begin(first); }

    // How often a word stands in news (table word_counts), 0 when rare.
    std::uint32_t count(std::string_view search_form) const { return counts_.of(search_form); }

    // Whether a word names a country or place, and whether two words name an outlet ("Russia Today").
    bool is_place(std::string_view search_form) const;
    bool is_outlet(std::string_view first, std::string_view second) const;

    // Whether two words begin or make a title or the class noun of a body ("general secretary").
    bool opens_name(std::string_view first, std::string_view second) const;

    enum class VerbForm : std::uint8_t { none, perfect, imperfect };
    // Form of a verb of saying, by the table.
    VerbForm verb_form(std::string_view search_form) const;

  private:
    using Rows = std::vector<Meaning>;
    Rows& add_table(std::string_view name);
    void read_months();
    void read_weekdays();
    void read_units();
    void read_words();
    void read_particles();
    void read_fractions();
    void read_approximators();
    void read_world_events();
    void note_first_words();

    lexicon::LexiconPtr lexicon_;
    Rows none_;  // of a table that the lexicon does not have: always empty
    words::FirstWords first_words_;
    std::vector<Rows> tables_;  // by table index; empty for tables that tell nothing
    words::WordCounts counts_;
    lexicon::TableId sayings_{UINT16_MAX};
    lexicon::TableId countries_{UINT16_MAX}, places_{UINT16_MAX}, outlets_{UINT16_MAX}, titles_{UINT16_MAX},
        name_nouns_{UINT16_MAX};
    std::size_t form_column_ = 0;
};

}  // namespace isnad::times
