#include "views/page_timeline.h"

#include <algorithm>

#include "base/civil.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

constexpr std::size_t entry_cap = 150;

// Days from the end of one date to the beginning of another, when both are whole days.
int days_between(std::string_view from, std::string_view to) {
    const auto first = parse_iso_day(from.substr(0, 10)), second = parse_iso_day(to.substr(0, 10));
    return first && second ? static_cast<int>((*second - *first).count()) : 0;
}

std::string mark_class(const TimelineEntry& entry) {
    const std::size_t size = std::clamp<std::size_t>(entry.origins, 1, 4);
    return "mark " + std::string(word(entry.status)) + " s" + std::to_string(size);
}

void write_entry(Sheet& sheet, const TimelineEntry& entry) {
    sheet.out.open("li", {{"class", entry.background ? "entry background" : "entry"}});
    sheet.out.open("span", {{"class", mark_class(entry)}, {"aria-hidden", "true"}}).close();
    sheet.out.open("div", {{"class", "told"}});
    sheet.excerpt(entry.at);
    const bool calm = entry.status == TimelineStatus::happened;
    if (!calm || entry.origins > 1) {
        sheet.out.open("p", {{"class", "counts"}});
        if (!calm) {
            sheet.out.open("strong", {{"class", "status"}});
            sheet.label("status." + std::string(word(entry.status)));
            sheet.out.close().text(" \u00B7 ");
        }
        sheet.count("origins", entry.origins);
        sheet.out.close();
    }
    sheet.out.close().close();
}

void write_gap(Sheet& sheet, std::string_view last, std::string_view next) {
    const int days = days_between(last, next);
    if (days < 15) return;
    sheet.out.open("p", {{"class", "gap"}});
    sheet.count(days < 60 ? "days_later" : "months_later",
                static_cast<std::uint64_t>(days < 60 ? days : days / 30));
    sheet.out.close();
}

// The entries of one date under its heading.
void write_dates(Sheet& sheet, const std::vector<const TimelineEntry*>& entries) {
    std::string_view last;
    for (std::size_t i = 0; i < entries.size();) {
        const std::string& date = entries[i]->date;
        if (i > 0) write_gap(sheet, last, date);
        sheet.out.open("h3", {{"class", entries[i]->background ? "date background" : "date"}});
        date.empty() ? sheet.label("unknown") : sheet.date(date, true);
        sheet.out.close().open("ul", {{"class", "timeline"}});
        const std::size_t first = i;
        for (; i < entries.size() && entries[i]->date == date; ++i) write_entry(sheet, *entries[i]);
        sheet.out.close();
        last = entries[first]->date;
    }
}

void write_key(Sheet& sheet) {
    sheet.out.open("p", {{"class", "key"}});
    for (const TimelineStatus status : {TimelineStatus::happened, TimelineStatus::planned,
                                        TimelineStatus::denied, TimelineStatus::disputed}) {
        const std::string name(word(status));
        sheet.out.open("span").open("span", {{"class", "mark s2 " + name}}).close();
        sheet.label("status." + name);
        sheet.out.close();
    }
    sheet.out.close();
}

}  // namespace

void write_timeline(Sheet& sheet, const StorySelection& story) {
    if (story.timeline.empty()) return;
    std::vector<const TimelineEntry*> background, entries;
    for (const TimelineEntry* entry : story.timeline)
        (entry->background ? background : entries).push_back(entry);
    sheet.out.open("section", {{"class", "course"}});
    sheet.heading("section.timeline");
    write_key(sheet);
    const std::size_t left_out = entries.size() > entry_cap ? entries.size() - entry_cap : 0;
    entries.resize(entries.size() - left_out);
    if (background.size() > entry_cap) background.resize(entry_cap);
    if (!background.empty()) {
        sheet.out.open("details", {{"class", "more"}, {entries.empty() ? "open" : "", ""}}).open("summary");
        sheet.count("background", background.size());
        sheet.out.close();
        write_dates(sheet, background);
        sheet.out.close();
    }
    write_dates(sheet, entries);
    if (left_out > 0) {
        sheet.out.open("p", {{"class", "note"}});
        sheet.count("left_out", left_out);
        sheet.out.close();
    }
    sheet.out.close();
}

}  // namespace isnad::views
