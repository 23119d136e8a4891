// Dates as metadata and addresses spell them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace isnad::article {

// A date of metadata. The day is that of the value as it stands: no zone is counted into another.
struct MetadataDate {
    Day day{};
    std::string moment{};        // with the time of day and the zone as stated, or empty
    std::optional<Day> other{};  // with day and month exchanged, when that is a date too
    bool month_only = false;
};

// ISO 8601 with or without time and zone, "2020/10/07 10:20", "20201007", "29/10/2025 10:20 PM", RFC 2822
// ("Wed, 07 Oct 2020 10:00:00 +0300"), "October 7, 2020 3:26 pm" with English or French months, seconds or
// milliseconds since 1970. Years 1990 to 2100.
std::optional<MetadataDate> read_metadata_date(std::string_view value);

// A date in the address of a page: "/2025/08/13/", "/2025/08/", "/20250813-slug", "-2025-08-13", "?date=...".
struct AddressDate {
    std::string value;    // EDTF day or month
    bool sure = false;    // folders of their own, rather than digits within a name
    std::string other{};  // with day and month exchanged, when that is a date too
};

std::vector<AddressDate> dates_of_address(std::string_view address);

}  // namespace isnad::article
