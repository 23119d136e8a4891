#include "language/times/hijri.h"

#include <unicode/ucal.h>

namespace isnad::times {
namespace {

constexpr double day_millis = 86'400'000.0;
constexpr UChar utc[] = {u'U', u'T', u'C', 0};

// ICU's calendar, closed when it leaves scope; null when ICU has none.
struct Calendar {
    Calendar() {
        UErrorCode status = U_ZERO_ERROR;
        calendar = ucal_open(utc, -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
        if (U_FAILURE(status)) close();
    }
    ~Calendar() { close(); }
    Calendar(const Calendar&) = delete;
    Calendar& operator=(const Calendar&) = delete;
    void close() {
        if (calendar != nullptr) ucal_close(calendar);
        calendar = nullptr;
    }
    UCalendar* calendar = nullptr;
};

}  // namespace

std::optional<Day> day_of_hijri(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
    const Calendar hijri;
    if (hijri.calendar == nullptr) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    ucal_clear(hijri.calendar);
    ucal_setDateTime(hijri.calendar, year, static_cast<int>(month) - 1, static_cast<int>(day), 12, 0, 0,
                     &status);
    const double millis = ucal_getMillis(hijri.calendar, &status);
    if (U_FAILURE(status)) return std::nullopt;
    const double days = millis >= 0 ? millis / day_millis : (millis - day_millis + 1) / day_millis;
    return Day{std::chrono::days{static_cast<int>(days)}};
}

std::optional<HijriDay> hijri_of(Day day) {
    const Calendar hijri;
    if (hijri.calendar == nullptr) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(hijri.calendar,
                   static_cast<double>(day.time_since_epoch().count()) * day_millis + day_millis / 2,
                   &status);
    const int year = ucal_get(hijri.calendar, UCAL_YEAR, &status),
              month = ucal_get(hijri.calendar, UCAL_MONTH, &status),
              date = ucal_get(hijri.calendar, UCAL_DATE, &status);
    if (U_FAILURE(status)) return std::nullopt;
    return HijriDay{year, static_cast<unsigned>(month) + 1, static_cast<unsigned>(date)};
}

}  // namespace isnad::times
