// Values of seasons, weekends and feasts.
#include "language/times/hijri.h"
#include "language/times/movable_feasts.h"
#include "language/times/resolver.h"

namespace isnad::times {

using std::chrono::days;

Value Resolver::season(const Expression& e) const {
    if (e.date.year != 0) return {iso_year(e.date.year) + '-' + e.text};
    if (!e.direction && e.unit != Unit::year && !e.narrative) return {"XXXX-" + e.text};  // of any year
    if (!reference_ || e.narrative) return {};
    const int direction = e.direction.value_or(0), now = static_cast<int>(reference_->month);
    if (e.unit == Unit::year) return {iso_year(reference_->year + direction) + '-' + e.text, true};
    const int start = e.text == "SP" ? 3 : e.text == "SU" ? 6 : e.text == "FA" ? 9 : 12;
    int year = reference_->year;
    if (direction < 0) year -= start + 2 < now ? 0 : 1;
    if (direction > 0) year += start > now ? 0 : 1;
    if (direction == 0 && start == 12 && now <= 2) --year;
    return {iso_year(year) + '-' + e.text, true};
}

Value Resolver::weekend(const Expression& e) const {
    if (!reference_ || !reference_->day) return {};
    int step = e.direction.value_or(0);
    if (step == 0 && e.tense != Tense::future && weekday_of(*reference_->day) < 6) step = -1;
    return {iso_week(*reference_->day + days{7 * step}) + "-WE", true, 0.7F};
}

// A feast that moves: of the named year, else the nearest as direction and tense tell.
Value Resolver::feast(const Expression& e) const {
    if (e.date.year != 0) {
        const auto day = feast_day(e.text, e.date.year);
        return day ? Value{iso_day(*day)} : Value{};
    }
    if (!reference_ || !reference_->day) return {};
    const auto day = feast_day(e.text, reference_->year);
    if (!day) return {};
    const int ahead = static_cast<int>(month_of(*day)) - static_cast<int>(reference_->month);
    const auto chosen = feast_day(e.text, reference_->year + year_by_direction(e, ahead));
    return chosen ? Value{iso_day(*chosen), true, 0.7F} : Value{};
}

Value Resolver::holiday(const Expression& e) const {
    if (e.text == "?") return {};  // of a country that the words do not name
    if (!e.text.empty()) return feast(e);
    if (e.date.year != 0 && !e.date.hijri) return calendar_value(e, e.date);
    if (!reference_ || !reference_->day) return {};
    Expression dated = e;
    if (e.date.year != 0) {  // a Hijri feast in a Gregorian year
        const auto start = civil_day(e.date.year, 1, 1);
        const auto first = start ? hijri_of(*start) : std::nullopt;
        for (int ahead = 0; first && ahead < 2; ++ahead) {
            const auto day = day_of_hijri(first->year + ahead, e.date.month, e.date.day);
            if (day && year_of(*day) == e.date.year) return {iso_day(*day)};
        }
        return {};
    }
    const auto date = with_year(dated);
    if (!date) return {};
    Value out = calendar_value(e, *date);
    out.anchored = true;
    out.weight = 0.7F;
    return out;
}

}  // namespace isnad::times
