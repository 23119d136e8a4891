// The date of publication of an article, chosen among all that states one: metadata, date lines, the address,
// the text. Nothing is published below a threshold: unknown rather than wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/times/times.h"
#include "model/document.h"

namespace isnad::engine {

// Where a date stands. Dates of different kinds that agree confirm one another.
enum class DateKind : std::uint8_t { metadata, line, address, text };

// One date that could be that of publication, as one place of the page gives it.
struct DateEvidence {
    DatedBy date;  // `confidence`: of this place alone
    DateKind kind = DateKind::line;
    times::DateRole role = times::DateRole::stated;
    unsigned weekday = 0;  // that stands beside it, 1 Monday; 0 for none
    bool only_day = true;  // the value is one day, no month and no interval
    std::vector<std::string> other_readings{};
};

// What the running text says about the day it was written on.
struct DaysOfText {
    unsigned weekday = 0;              // "today Wednesday": 1 Monday; 0 when it does not say
    std::optional<Day> latest_past{};  // the latest day that it tells as past
};

struct Publishing {
    std::optional<DatedBy> published{}, modified{};
    std::vector<DatedBy> candidates;  // the best first
};

constexpr double publish_threshold = 0.5;
constexpr std::size_t published_candidates = 12;

// Weighs what was gathered. Days after the fetch (when known) and before 1990 fall out. Deterministic: equal
// weights are ordered by kind, then by value.
Publishing choose_date(std::vector<DateEvidence> evidence, const DaysOfText& text,
                       const std::optional<Day>& fetched);

}  // namespace isnad::engine
