// How Arabic adds number words up: "three hundred", "thousand" times what came before, "and" something
// smaller.
#pragma once

#include "language/words/numerals.h"

namespace isnad::words {

// Reads the one number that begins at a word. Used once.
class NumeralSum {
  public:
    NumeralSum(const Numerals& numerals, const Words& words, std::uint32_t first);
    std::optional<Numeral> run();

  private:
    using Kind = Numerals::Kind;
    using Part = Numerals::Part;

    bool begin();
    bool begin_digits();
    bool groups_of_three();
    bool begin_word(const Part& part);
    bool begin_fraction(double fraction);
    int rank(const Part& part) const;
    bool before_genitive(std::uint32_t at) const;

    bool step();
    bool follow(const Part& part);
    bool follow_digits();
    bool multiply(const Part& part);
    bool multiply_all(const Part& part);
    bool times_hundred(const Part& part);
    bool decimal(const Part& point);
    bool join(const Part& part);
    bool join_ten(const Part& part);
    bool join_smaller(const Part& part);
    bool join_digits(std::uint32_t at);
    bool join_fraction(const Part& part);
    bool add(double value, double step_below, std::uint32_t end);
    void close_group(double scale);
    void mix(NumeralForm form);
    std::optional<Numeral> finish();

    double scale_at(std::uint32_t at) const;
    char32_t sign_at(std::uint32_t at) const;
    bool is_lone_waw(std::uint32_t at) const;

    const Numerals& numerals_;
    const Words& words_;
    std::uint32_t first_, sentence_end_, at_ = 0, first_part_end_ = 0;
    Numeral out_;
    double total_low_ = 0, total_high_ = 0;  // what is already multiplied by its scale
    double group_low_ = 0, group_high_ = 0;  // what still may be
    bool in_group_ = false;
    double last_scale_ = 0;
    double below_ = 0;  // only what is smaller may be added
};

}  // namespace isnad::words
