// Dates in lines of chrome, where counters may be glued to the year.
#include <algorithm>

#include "base/civil.h"
#include "language/times/grammar.h"
#include "language/times/resolver.h"
#include "language/times/times.h"

namespace isnad::times {
namespace {

constexpr int first_web_year = 1990, last_web_year = 2100;

// "2025105 views": the first four digits of a longer number, when they can be a year.
int glued_year(std::string_view digits) {
    if (digits.size() < 5) return 0;
    int year = 0;
    for (const char c : digits.substr(0, 4)) {
        if (c < '0' || c > '9') return 0;
        year = year * 10 + (c - '0');
    }
    return year >= first_web_year && year <= last_web_year ? year : 0;
}

std::string label_of(const Scan& scan) {
    for (std::uint32_t at = 0; at < scan.size(); ++at) {
        const Term* mod = scan.term(at, TermKind::mod, Lead::any);
        if (mod != nullptr && mod->meaning->text == "END") return std::string(why_updated);
        const Term* noun = scan.term(at, TermKind::date_noun, Lead::any);
        if (noun != nullptr && at == 0) return std::string(why_published);
        if (scan.word(at).kind == WordKind::number) break;
    }
    return std::string(why_stated);
}

// A line that gives its day in both calendars means the Gregorian one: the Hijri month begins where the moon
// is seen, a day or two beside the computed calendar.
std::vector<PageDate> without_converted(std::vector<PageDate> dates, const std::vector<bool>& hijri) {
    const bool both =
        std::count(hijri.begin(), hijri.end(), true) > 0 && std::count(hijri.begin(), hijri.end(), false) > 0;
    if (!both) return dates;
    std::vector<PageDate> out;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (!hijri[i]) out.push_back(std::move(dates[i]));
    }
    return out;
}

}  // namespace

std::vector<PageDate> dates_in_line(const Document&, const Words& words, const words::Numerals& numerals,
                                    const Knowledge& knowledge) {
    const Scan scan(words, numerals, knowledge);
    const Grammar grammar(scan);
    const std::string label = label_of(scan);
    std::vector<PageDate> out;
    std::vector<bool> hijri;
    for (std::uint32_t at = 0; at < scan.size();) {
        auto date = grammar.date_at(at);
        if (!date) {
            ++at;
            continue;
        }
        std::uint32_t last = scan.word(date->end - 1).normal.end;
        if (date->date.year == 0 && date->end < scan.size() &&
            scan.word(date->end).kind == WordKind::number) {
            date->date.year = glued_year(scan.search(date->end));
            last = scan.word(date->end).normal.begin + 4;
        }
        at = date->end;
        if (date->date.year == 0 || date->until) continue;
        const std::string value = Resolver(std::nullopt).value(*date, {}).text.substr(0, 10);
        if (!parse_iso_day(value)) continue;
        const Span span = words.normal->original({scan.word(date->first).normal.begin + date->skip, last});
        out.push_back({value, "stated", label, span});
        hijri.push_back(date->date.hijri);
    }
    return without_converted(std::move(out), hijri);
}

}  // namespace isnad::times
