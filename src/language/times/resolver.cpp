#include "language/times/resolver.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/day_range.h"
#include "language/times/hijri.h"

namespace isnad::times {
namespace {

using std::chrono::days;

// How many months ahead a month without year may lie when no verb tells; else it lies behind.
constexpr int ahead_unknown = 3;

// An interval of so many days counts as its last day.
constexpr int exact_days = 2;

std::string clock_only(const Expression& e) {
    const std::string first = clock_value(*e.clock);
    return e.clock_until ? first + '/' + clock_value(*e.clock_until) : first;
}

std::string year_text(int year) {
    if (year > 0) return iso_year(year);
    char out[16];
    std::snprintf(out, sizeof out, "BC%04d", -year);
    return out;
}

int months_of(int year, unsigned month) { return year * 12 + static_cast<int>(month) - 1; }

// What a length has in days and weeks behind its months and years, or nothing.
std::optional<int> rest_in_days(const Expression& e) {
    std::optional<int> out;
    for (const Expression::Rest& rest : e.rest) {
        if (rest.unit != Unit::day && rest.unit != Unit::week) continue;
        out = out.value_or(0) + static_cast<int>(rest.amount) * (rest.unit == Unit::week ? 7 : 1);
    }
    return out;
}

// The nth weekday of a month, or its last (-1).
std::optional<Day> nth_of_month(int year, unsigned month, unsigned weekday, int nth) {
    const auto first = civil_day(year, month, 1);
    if (!first) return std::nullopt;
    const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(*first)) + 7) % 7;
    Day day = *first + days{ahead + 7 * (nth < 0 ? 4 : nth - 1)};
    if (month_of(day) != month && nth < 0) day -= days{7};
    return month_of(day) == month ? std::optional(day) : std::nullopt;
}

Value from_months(int months, bool anchored) {
    return {iso_month(months / 12, static_cast<unsigned>(months % 12) + 1), anchored};
}

}  // namespace

std::optional<Reference> reference_of(const std::string& edtf) {
    const auto range = day_range(edtf);
    if (!range) return std::nullopt;
    const Reference last{range->to, year_of(range->to), month_of(range->to)};
    if (range->days() <= exact_days) return last;
    // Days hang on a day: of a longer stretch only the month is sure, where it is one.
    if (last.year != year_of(range->from) || last.month != month_of(range->from)) return std::nullopt;
    return Reference{std::nullopt, last.year, last.month};
}

Value Resolver::value(const Expression& e, const std::string& told) const {
    switch (e.shape) {
        case Shape::calendar: return calendar(e);
        case Shape::day: return day(e, told);
        case Shape::weekday: return weekday(e);
        case Shape::unit: return e.unit == Unit::quarter ? quarter(e) : unit(e, told);
        case Shape::shift: return shift(e);
        case Shape::duration: return {duration_value(e)};
        // "later" in a story of the past lies at a time that is not told.
        case Shape::fixed:
            return {e.text == "FUTURE_REF" && e.tense == Tense::past && e.listed_weak ? "" : e.text};
        case Shape::season: return season(e);
        case Shape::weekend: return weekend(e);
        case Shape::holiday: return holiday(e);
        // Morning or evening is not told: the hour as it is said.
        case Shape::clock: return {clock_only(e), false, e.clock->open ? 0.5F : 1.0F};
        case Shape::part: return {'T' + e.part};
    }
    return {};
}

// The year of a month that lies `ahead` months after the reference month in the reference year, by direction,
// tense or nearness.
int Resolver::year_by_direction(const Expression& e, int ahead) const {
    if (e.direction) {
        if (*e.direction < 0) return ahead >= 0 ? -1 : 0;
        if (*e.direction > 0) return ahead <= 0 ? 1 : 0;
        return 0;
    }
    if (e.tense == Tense::past) return ahead > 0 ? -1 : 0;
    if (e.tense == Tense::future)
        return ahead < 0 && ahead > -12 + ahead_unknown ? (ahead >= -2 ? 0 : 1) : (ahead < 0 ? 1 : 0);
    if (ahead > ahead_unknown) return -1;
    return ahead < -12 + ahead_unknown ? 1 : 0;
}

std::optional<NamedDate> Resolver::with_year(const Expression& e) const {
    NamedDate date = e.date;
    if (date.year != 0) return date;
    if (!reference_) return std::nullopt;
    if (e.unit == Unit::year && e.direction) {  // "March of last year"
        date.year = reference_->year + *e.direction;
        return date;
    }
    if (date.hijri) return with_hijri_year(e);
    int ahead = static_cast<int>(date.month) - static_cast<int>(reference_->month);
    if (ahead == 0 && date.day != 0 && reference_->day) {
        // In the month of the report the day decides.
        const unsigned today = day_of_month(*reference_->day);
        if (e.direction && *e.direction < 0 && date.day <= today) return date.year = reference_->year, date;
        if (e.direction && *e.direction > 0 && date.day >= today) return date.year = reference_->year, date;
        if (!e.direction) return date.year = reference_->year, date;
    }
    date.year = reference_->year + year_by_direction(e, ahead);
    return date;
}

std::optional<NamedDate> Resolver::with_hijri_year(const Expression& e) const {
    if (!reference_->day) return std::nullopt;
    const auto now = hijri_of(*reference_->day);
    if (!now) return std::nullopt;
    NamedDate date = e.date;
    date.year = now->year + year_by_direction(e, static_cast<int>(date.month) - static_cast<int>(now->month));
    return date;
}

Value Resolver::calendar_value(const Expression& e, NamedDate date) const {
    if (date.hijri) {
        const std::string value = hijri_value(date);
        const auto day = parse_iso_day(value);
        return {day ? day_value(e, *day) : value};
    }
    if (date.month == 0) return {year_text(date.year)};
    if (e.nth != 0) {
        const auto day = nth_of_month(date.year, date.month, e.weekday, e.nth);
        return day ? Value{day_value(e, *day)} : Value{};
    }
    if (date.day == 0) return {iso_month(date.year, date.month)};
    const auto day = civil_day(date.year, date.month, date.day);
    if (!day) return {};
    Value out{day_value(e, *day)};
    if (e.weekday != 0 && e.weekday_until == 0 && weekday_of(*day) != e.weekday) out.weight = 0.5F;
    return out;
}

// A day whose month is not told: the month that fits its weekday, else the nearest by tense.
Value Resolver::day_of_open_month(const Expression& e) const {
    if (!reference_) return {};
    const int now = months_of(reference_->year, reference_->month);
    const unsigned today = reference_->day ? day_of_month(*reference_->day) : 15;
    const bool ahead = e.tense == Tense::future && e.date.day < today;
    const bool behind = e.tense == Tense::past && e.date.day > today;
    for (const int step : {ahead ? 1 : behind ? -1 : 0, 0, -1, 1}) {
        const auto day =
            civil_day((now + step) / 12, static_cast<unsigned>((now + step) % 12) + 1, e.date.day);
        if (day && (e.weekday == 0 || weekday_of(*day) == e.weekday)) return {day_value(e, *day), true, 0.6F};
    }
    return {};
}

Value Resolver::calendar(const Expression& e) const {
    if (e.date.day != 0 && e.date.month == 0 && !e.date.hijri) return day_of_open_month(e);
    const auto date = with_year(e);
    const bool anchored = e.date.year == 0;
    if (!date) {
        if (e.date.hijri || e.date.month == 0) return {};
        char out[24];
        if (e.date.day == 0)
            std::snprintf(out, sizeof out, "XXXX-%02u", e.date.month);
        else
            std::snprintf(out, sizeof out, "XXXX-%02u-%02u", e.date.month, e.date.day);
        return e.until ? Value{} : Value{out};
    }
    Value out = calendar_value(e, *date);
    if (e.text == "week") {
        const auto day = parse_iso_day(out.text);
        return day ? Value{iso_week(*day), anchored} : Value{};
    }
    if (e.until) {
        NamedDate last = *e.until;
        if (last.year == 0) last.year = date->year;
        const Value end = calendar_value(e, last);
        out.text = end.text.empty() || out.text.empty() ? "" : out.text + '/' + end.text;
    }
    out.anchored = anchored;
    return out;
}

Value Resolver::day(const Expression& e, const std::string& told) const {
    if (e.narrative && !told.empty()) {
        const auto last = parse_iso_day(told.substr(0, 10));
        if (!last) return {};
        return {day_value(e, *last + days{*e.days}), false, 0.6F};
    }
    // No day was told before: "the next day" can only be counted from the report.
    if (e.narrative && (!reference_ || *e.days == 0)) return {};
    if (!reference_ && e.clock) return {clock_only(e), false, 0.4F};
    if (!reference_ && e.weekday == 0)
        return {*e.days == 0 ? "PRESENT_REF" : *e.days < 0 ? "PAST_REF" : "FUTURE_REF", false, 0.4F};
    if (!reference_ || !reference_->day) return {};
    Day day = *reference_->day + days{*e.days};
    Value out{day_value(e, day), true};
    if (e.weekday == 0 || weekday_of(day) == e.weekday) return out;
    // The report was dated a little later than written: the named weekday just before.
    const int back = (static_cast<int>(weekday_of(day)) - e.weekday + 7) % 7;
    if (back > 3) return {day_value(e, day), true, 0.3F};
    return {day_value(e, day - days{back}), true, 0.5F};
}

Value Resolver::weekday(const Expression& e) const {
    if (!reference_ || !reference_->day) return {};
    const Day now = *reference_->day;
    const int back = (static_cast<int>(weekday_of(now)) - e.weekday + 7) % 7;
    Day day = now - days{back};
    float weight = 0.9F;
    if (e.unit == Unit::week) {  // of that week, Monday first
        day = now + days{7 * e.direction.value_or(0) + static_cast<int>(e.weekday) -
                         static_cast<int>(weekday_of(now))};
    } else if (e.direction) {
        if (*e.direction < 0 && back == 0) day -= days{7};
        if (*e.direction < -1) day -= days{7};
        if (*e.direction > 0) day += days{7};
        if (*e.direction > 1) day += days{7};
        if (*e.direction == 0) day = now - days{static_cast<int>(weekday_of(now))} + days{e.weekday};
    } else if (e.tense == Tense::future && back != 0) {
        day += days{7};
        weight = 0.7F;
    }
    Value out{day_value(e, day), true, weight};
    if (e.weekday_until != 0)
        out.text += '/' + day_value(e, day + days{(e.weekday_until - e.weekday + 7) % 7});
    return out;
}

Value Resolver::unit_from(const Expression& e, int year, unsigned month, std::optional<Day> from) const {
    const int step = e.direction.value_or(0);
    switch (e.unit) {
        case Unit::week:
            if (!from) return {};
            return {iso_week(*from + days{7 * step}), true};
        case Unit::month: {
            Value out = from_months(months_of(year, month) + step, true);
            if (e.nth != 0) {
                const int month_at = months_of(year, month) + step;
                const auto day =
                    nth_of_month(month_at / 12, static_cast<unsigned>(month_at % 12) + 1, e.weekday, e.nth);
                return day ? Value{day_value(e, *day), true} : Value{};
            }
            if (e.date.day == 0) return out;
            const int months = months_of(year, month) + step;
            const auto day_in = [&](unsigned number) {
                return civil_day(months / 12, static_cast<unsigned>(months % 12) + 1, number);
            };
            const auto day = day_in(e.date.day), last = day_in(e.until ? e.until->day : e.date.day);
            if (!day || !last) return {};
            return {day_value(e, *day) + (e.until ? '/' + day_value(e, *last) : ""), true};
        }
        case Unit::year: return {iso_year(year + step), true};
        case Unit::decade: return {std::to_string(year / 10 + step), true};
        case Unit::century: return {std::to_string(year / 100 + step), true};
        default: return {};
    }
}

// "that year", "the next month": from the date told last.
Value Resolver::unit_told(const Expression& e, const std::string& told) const {
    int year = 0, month = 0;
    const char* const end = told.data() + told.size();
    if (told.size() < 4 || std::from_chars(told.data(), end, year).ptr != told.data() + 4) return {};
    if (told.size() >= 7) std::from_chars(told.data() + 5, end, month);
    if (e.unit == Unit::week || (e.unit == Unit::month && (month < 1 || month > 12))) return {};
    Value out =
        unit_from(e, year, static_cast<unsigned>(month == 0 ? 1 : month), parse_iso_day(told.substr(0, 10)));
    out.anchored = false;
    out.weight = 0.6F;
    return out;
}

Value Resolver::unit(const Expression& e, const std::string& told) const {
    const bool alone = told.empty() && e.direction.value_or(0) != 0;  // no day was told before
    if (e.narrative && !alone) return unit_told(e, told);
    if (!reference_) return {};
    if (e.rest_of && e.direction.value_or(0) == 0 && reference_->day) return rest(e);
    return unit_from(e, reference_->year, reference_->month, reference_->day);
}

// "the rest of the year": from the day of the report to its end.
Value Resolver::rest(const Expression& e) const {
    const Day now = *reference_->day;
    std::optional<Day> last;
    const int next = months_of(reference_->year, reference_->month) + 1;
    if (e.unit == Unit::week) last = now + days{7 - static_cast<int>(weekday_of(now))};
    if (e.unit == Unit::month) last = civil_day(next / 12, static_cast<unsigned>(next % 12) + 1, 1);
    if (e.unit == Unit::month && last) *last -= days{1};
    if (e.unit == Unit::year) last = civil_day(reference_->year, 12, 31);
    if (!last) return unit_from(e, reference_->year, reference_->month, reference_->day);
    return {iso_day(now) + '/' + iso_day(*last), true};
}

Value Resolver::quarter(const Expression& e) const {
    const bool anchored = e.date.year == 0;
    if (anchored && (!reference_ || e.narrative)) return {};
    if (e.amount == 0) {  // "the last quarter"
        const int quarters =
            reference_->year * 4 + static_cast<int>(reference_->month - 1) / 3 + e.direction.value_or(0);
        return {iso_year(quarters / 4) + "-Q" + std::to_string(quarters % 4 + 1), true};
    }
    const int year = anchored ? reference_->year + e.direction.value_or(0) : e.date.year;
    if (e.text == "W") {
        if (e.amount < 0) {  // 28 December is always in the last week
            const auto end = civil_day(year, 12, 28);
            return end ? Value{iso_week(*end), anchored} : Value{};
        }
        const auto start = civil_day(year, 1, 4);  // always in the first week
        if (!start) return {};
        return {iso_week(*start + days{7 * (static_cast<int>(e.amount) - 1)}), anchored};
    }
    return {iso_year(year) + '-' + e.text + std::to_string(static_cast<int>(e.amount)), anchored};
}

// "a year and ten days ago": to the day.
Value Resolver::shift_to_day(const Expression& e, int months, int rest) const {
    if (!reference_->day || (e.unit != Unit::month && e.unit != Unit::year)) return {};
    const int month = months_of(reference_->year, reference_->month) + months;
    const auto day =
        civil_day(month / 12, static_cast<unsigned>(month % 12) + 1, day_of_month(*reference_->day));
    if (!day) return {};
    return {iso_day(*day + days{e.amount > 0 ? rest : -rest}), true};
}

Value Resolver::shift(const Expression& e) const {
    const bool ahead = e.amount > 0;
    if (e.narrative || (ahead && e.tense != Tense::future)) return {};
    const std::string vague = ahead ? "FUTURE_REF" : "PAST_REF";
    if (e.vague || e.amount_until != 0 || e.unit == Unit::hour || e.unit == Unit::minute ||
        e.unit == Unit::second)
        return {vague};
    if (!reference_) return {};
    double months = 0;
    switch (e.unit) {
        case Unit::day:
        case Unit::night:
            if (!reference_->day || std::abs(e.amount) > 100'000) return {};
            return {iso_day(*reference_->day + days{static_cast<int>(e.amount)}), true};
        case Unit::week:
            if (!reference_->day || std::abs(e.amount) > 10'000) return {};
            return {iso_week(*reference_->day + days{static_cast<int>(7 * e.amount)}), true};
        case Unit::month: months = e.amount; break;
        case Unit::year: months = 12 * e.amount; break;
        default: break;
    }
    for (const Expression::Rest& rest : e.rest) {
        if (rest.unit == Unit::month) months += ahead ? rest.amount : -rest.amount;
        if (rest.unit == Unit::year) months += 12 * (ahead ? rest.amount : -rest.amount);
    }
    if (std::abs(months) > 12 * 1900) return {};
    if (const auto rest = rest_in_days(e)) return shift_to_day(e, static_cast<int>(months), *rest);
    if (e.unit == Unit::year && months == std::floor(months / 12) * 12)
        return {iso_year(reference_->year + static_cast<int>(months / 12)), true};
    if (e.unit == Unit::month || e.unit == Unit::year)
        return from_months(months_of(reference_->year, reference_->month) + static_cast<int>(months), true);
    const int years = static_cast<int>(e.amount) * (e.unit == Unit::decade ? 10 : 100);
    if (reference_->year + years < 1) return {};
    const std::string year = iso_year(reference_->year + years);
    return {year.substr(0, e.unit == Unit::decade ? 3 : 2), true};
}

}  // namespace isnad::times
