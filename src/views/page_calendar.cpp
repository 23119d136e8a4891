#include "views/page_calendar.h"

#include <algorithm>
#include <map>

#include "base/civil.h"

namespace isnad::views {

std::vector<CalendarCell> cells_of(const Claim& claim) {
    constexpr int filled_in = 3;
    std::map<std::string, std::vector<std::uint32_t>> dates;
    for (const Account& account : claim.accounts) {
        if (account.value.empty()) continue;
        auto& origins = dates[account.value];
        if (std::find(origins.begin(), origins.end(), account.origin) == origins.end())
            origins.push_back(account.origin);
    }
    std::vector<CalendarCell> out;
    std::optional<Day> last;
    for (auto& [date, origins] : dates) {
        const auto day = parse_iso_day(date);
        if (last && day) {
            const auto between = (*day - *last).count() - 1;
            if (between > filled_in) out.push_back({});
            for (Day next = *last + std::chrono::days(1); between <= filled_in && next < *day;
                 next += std::chrono::days(1))
                out.push_back({iso_day(next), {}});
        }
        last = day;
        out.push_back({date, std::move(origins)});
    }
    return out;
}

void write_calendar(Sheet& sheet, const Claim& claim) {
    const std::vector<CalendarCell> cells = cells_of(claim);
    const auto given = std::count_if(cells.begin(), cells.end(),
                                     [](const CalendarCell& cell) { return !cell.origins.empty(); });
    if (given < 2) return;
    sheet.out.open("ol", {{"class", "calendar"}});
    for (const CalendarCell& cell : cells) {
        if (cell.date.empty()) {
            sheet.out.element("li", "\u22EF", {{"class", "gap"}});
            continue;
        }
        sheet.out.open("li", {{"class", cell.origins.empty() ? "day none" : "day"}});
        sheet.date(cell.date, true);
        sheet.out.open("span", {{"class", "dots"}});
        for (const std::uint32_t origin : cell.origins) sheet.origin_dot(origin);
        sheet.out.close().close();
    }
    sheet.out.close();
}

}  // namespace isnad::views
