// Days of the Hijri calendar by the tables of Umm al-Qura (ICU islamic-umalqura): official in Saudi Arabia,
// within a day of others.
#pragma once

#include <optional>

#include "base/civil.h"

namespace isnad::times {

struct HijriDay {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
};

std::optional<Day> day_of_hijri(int year, unsigned month, unsigned day);
std::optional<HijriDay> hijri_of(Day day);

}  // namespace isnad::times
