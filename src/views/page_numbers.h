// The number line of a claim: one lane for each figure that was given, bars for ranges, dashes for what is
// vague or approximate, a numbered dot for each origin.
#pragma once

#include <vector>

#include "views/page_sheet.h"

namespace isnad::views {

// One figure and the origins that give it.
struct Figure {
    Interval interval;
    bool dashed = false;  // vague or approximate in all accounts
    std::vector<std::uint32_t> origins;
};

// The distinct figures of a claim, smallest first; accounts without a number are left out.
std::vector<Figure> figures_of(const Dossier& dossier, const Claim& claim);

// The part of the axis that is shown: all finite ends with some room, logarithmic when the ends lie far
// apart.
struct Axis {
    double low = 0, high = 1;
    bool logarithmic = false;
    double scale = 1;  // the axis is labelled in thousands of millions, millions or ones

    // Where a value stands, 0 to 100; open ends are cut at the border.
    double percent(double value) const;
};
Axis axis_of(const std::vector<Figure>& figures);
// Round values inside the axis, at most seven.
std::vector<double> ticks_of(const Axis& axis);

// Nothing when fewer than two figures differ.
void write_number_line(Sheet& sheet, const Claim& claim);

}  // namespace isnad::views
