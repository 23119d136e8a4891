#include "views/page_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace isnad::views {
namespace {

constexpr std::size_t lane_cap = 16, dots_cap = 6;
constexpr int lane_height = 38, axis_height = 30;

// A quantity of the document that the account's words hold was given as "about" or "more than".
bool is_approximate(const Dossier& dossier, const Account& account) {
    const Analysis& analysis = dossier.collection.analysis(account.at.document);
    for (const Quantity& quantity : analysis.quantities.starting_in(account.at.span)) {
        if (account.interval && quantity.low == account.interval->low &&
            quantity.high == account.interval->high)
            return quantity.approximation != Approximation::none;
    }
    return false;
}

bool less(const Interval& a, const Interval& b) { return a.low != b.low ? a.low < b.low : a.high < b.high; }

// The step of 1, 2 or 5 times a power of ten that cuts the width into three to seven parts.
double step_of(double width) {
    const double power = std::pow(10, std::floor(std::log10(width / 3)));
    for (const double factor : {5.0, 2.0, 1.0}) {
        if (width / (power * factor) >= 3) return power * factor;
    }
    return power;
}

std::string percent(double value) { return fmt::format("{:.2f}%", value); }

std::string text_of(const Interval& interval, double scale) {
    if (std::isinf(interval.high)) return "\u2265 " + grouped(interval.low / scale);
    if (std::isinf(interval.low) || (interval.low == 0 && interval.high > 0))
        return "\u2264 " + grouped(interval.high / scale);
    if (interval.low == interval.high) return grouped(interval.low / scale);
    return grouped(interval.low / scale) + "\u2013" + grouped(interval.high / scale);
}

class NumberLine {
  public:
    NumberLine(Sheet& sheet, std::vector<Figure> figures)
        : sheet_(sheet), out_(sheet.out), figures_(std::move(figures)), axis_(axis_of(figures_)) {}

    void write(const About& about) {
        const int height = static_cast<int>(figures_.size()) * lane_height + axis_height;
        out_.open("figure", {{"class", "numbers"}});
        out_.open("svg", {{"width", "100%"}, {"height", std::to_string(height)}, {"aria-hidden", "true"}});
        write_axis(height - axis_height);
        for (std::size_t i = 0; i < figures_.size(); ++i)
            write_lane(figures_[i], static_cast<int>(i) * lane_height);
        out_.close();
        write_caption(about);
        out_.close();
    }

  private:
    void write_axis(int y) {
        line("0%", "100%", y, "axis");
        for (const double tick : ticks_of(axis_)) {
            const std::string x = percent(axis_.percent(tick));
            out_.open("line",
                      {{"x1", x}, {"x2", x}, {"y1", "0"}, {"y2", std::to_string(y + 4)}, {"class", "grid"}})
                .close();
            write_text(axis_.percent(tick), y + 20, grouped(tick / axis_.scale), "tick");
        }
    }

    void write_lane(const Figure& figure, int y) {
        const double low = axis_.percent(figure.interval.low), high = axis_.percent(figure.interval.high);
        const double middle = (low + high) / 2;
        write_text(middle, y + 13, text_of(figure.interval, axis_.scale), "value");
        if (high - low > 0.01) {
            const std::string style = figure.dashed ? "bar dashed" : "bar";
            out_.open("rect", {{"x", percent(low)},
                               {"width", percent(high - low)},
                               {"y", std::to_string(y + 22)},
                               {"height", "10"},
                               {"rx", "3"},
                               {"class", style}})
                .close();
        }
        write_dots(figure, middle, y + 27);
    }

    // Dots lie in a frame of their own: its place is a share of the width, theirs in pixels.
    void write_dots(const Figure& figure, double middle, int y) {
        const std::size_t shown = std::min(figure.origins.size(), dots_cap);
        const int width = static_cast<int>(shown) * 20;
        const int first = middle < 15 ? 0 : middle > 85 ? -width + 20 : -width / 2 + 10;
        out_.open("svg", {{"x", percent(middle)}, {"y", std::to_string(y)}, {"overflow", "visible"}});
        for (std::size_t i = 0; i < shown; ++i) {
            const std::uint32_t number = sheet_.origin_number(figure.origins[i]);
            const std::string x = std::to_string(first + static_cast<int>(i) * 20);
            write_dot(x, number, figure.dashed);
            write_digits(x, "4", std::to_string(number), "middle",
                         Sheet::dot_class(number).substr(4) + " number");
        }
        out_.close();
    }

    void write_dot(const std::string& x, std::uint32_t number, bool dashed) {
        const std::string style = Sheet::dot_class(number) + (dashed ? " dashed" : "");
        const char* outline = Sheet::dot_shape(number) == Sheet::DotShape::round
                                  ? "M-9 0A9 9 0 1 1 9 0A9 9 0 1 1-9 0Z"
                              : Sheet::dot_shape(number) == Sheet::DotShape::square
                                  ? "M-9-9H9V9H-9Z"
                                  : "M-9 0A9 9 0 0 1 0-9H9V0A9 9 0 0 1 0 9H-9Z";
        const std::string place = fmt::format("translate({} 0)", x);
        out_.open("path", {{"d", outline}, {"transform", place}, {"class", style}}).close();
    }

    void write_text(double at, int y, const std::string& text, const std::string& style) {
        const std::string_view anchor = at < 12 ? "start" : at > 88 ? "end" : "middle";
        write_digits(percent(at), std::to_string(y), text, anchor, style);
    }

    void write_digits(const std::string& x, const std::string& y, const std::string& text,
                      std::string_view anchor, const std::string& style) {
        const auto one = [&](const std::string& digits, const char* system) {
            out_.element("text", digits,
                         {{"x", x}, {"y", y}, {"text-anchor", anchor}, {"class", style + " " + system}});
        };
        one(text, "dw");
        one(in_arabic_digits(text), "da");
    }

    void line(const char* from, const char* to, int y, const char* style) {
        const std::string at = std::to_string(y);
        out_.open("line", {{"x1", from}, {"x2", to}, {"y1", at}, {"y2", at}, {"class", style}}).close();
    }

    void write_caption(const About& about) {
        out_.open("figcaption").open("span");
        if (axis_.scale >= 1e9) sheet_.label("scale.billions");
        if (axis_.scale == 1e6) sheet_.label("scale.millions");
        if (axis_.scale > 1 && !about.unit.empty()) out_.text(" ");
        if (!about.unit.empty()) {
            const Label unit = sheet_.labels.unit(about.unit);
            sheet_.wording({std::string(unit.ar), std::string(unit.en)});
        }
        out_.close();
        const bool dashed =
            std::any_of(figures_.begin(), figures_.end(), [](const Figure& figure) { return figure.dashed; });
        if (dashed) {
            out_.open("span", {{"class", "key"}});
            sheet_.label("dashed_is_vague");
            out_.close();
        }
        if (axis_.logarithmic) {
            out_.open("span", {{"class", "key"}});
            sheet_.label("logarithmic");
            out_.close();
        }
        out_.close();
    }

    Sheet& sheet_;
    Html& out_;
    std::vector<Figure> figures_;
    Axis axis_;
};

}  // namespace

std::vector<Figure> figures_of(const Dossier& dossier, const Claim& claim) {
    std::vector<Figure> out;
    for (const Account& account : claim.accounts) {
        if (!account.interval || std::isnan(account.interval->low) || std::isnan(account.interval->high))
            continue;
        const bool dashed = account.vague || is_approximate(dossier, account);
        auto same = std::find_if(out.begin(), out.end(), [&](const Figure& figure) {
            return figure.interval.low == account.interval->low &&
                   figure.interval.high == account.interval->high;
        });
        if (same != out.end()) same->dashed = same->dashed && dashed;
        if (same == out.end()) same = out.insert(out.end(), {*account.interval, dashed, {}});
        if (std::find(same->origins.begin(), same->origins.end(), account.origin) == same->origins.end())
            same->origins.push_back(account.origin);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Figure& a, const Figure& b) { return less(a.interval, b.interval); });
    return out;
}

double Axis::percent(double value) const {
    const double from = logarithmic ? std::log10(low) : low, to = logarithmic ? std::log10(high) : high;
    const double at = logarithmic ? std::log10(std::max(value, low)) : value;
    return std::clamp((at - from) / (to - from) * 100, 0.0, 100.0);
}

Axis axis_of(const std::vector<Figure>& figures) {
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (const Figure& figure : figures) {
        for (const double end : {figure.interval.low, figure.interval.high}) {
            if (std::isinf(end)) continue;
            low = std::min(low, end);
            high = std::max(high, end);
        }
    }
    if (!(low <= high)) return {};
    Axis out;
    out.scale = high >= 1e10 ? 1e9 : high >= 1e7 ? 1e6 : 1;
    out.logarithmic = low > 0 && high / low >= 50;
    if (out.logarithmic) {
        out.low = low / 1.5;
        out.high = high * 1.5;
    } else {
        const double room = high > low ? (high - low) * 0.12 : std::max(std::fabs(high) * 0.2, 1.0);
        out.low = low >= 0 ? std::max(0.0, low - room) : low - room;
        out.high = high + room;
    }
    return out;
}

std::vector<double> ticks_of(const Axis& axis) {
    std::vector<double> out;
    if (axis.logarithmic) {
        const double first = std::ceil(std::log10(axis.low)), last = std::floor(std::log10(axis.high));
        const double step = std::max(1.0, std::ceil((last - first) / 6));
        for (double power = first; power <= last; power += step) out.push_back(std::pow(10, power));
        return out;
    }
    const double step = step_of(axis.high - axis.low);
    for (double tick = std::ceil(axis.low / step); tick * step <= axis.high && out.size() < 7; ++tick)
        out.push_back(tick * step);
    return out;
}

void write_number_line(Sheet& sheet, const Claim& claim) {
    std::vector<Figure> figures = figures_of(sheet.dossier, claim);
    if (figures.size() < 2) return;
    if (figures.size() > lane_cap) figures.resize(lane_cap);
    NumberLine(sheet, std::move(figures)).write(claim.about);
}

}  // namespace isnad::views
