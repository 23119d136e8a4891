#include "language/varieties/scripts.h"

#include <algorithm>
#include <array>

#include "text/letters.h"

namespace isnad::varieties {
namespace {

namespace l = letters;

struct Range {
    char32_t first, last;
    Script script;
};

// In order; letters between the ranges are of no script that is told here (Unicode 15, Blocks.txt).
constexpr std::array ranges{
    Range{'A', 'Z', Script::latin},          Range{'a', 'z', Script::latin},
    Range{0x00C0, 0x02AF, Script::latin},    Range{0x0370, 0x03FF, Script::greek},
    Range{0x0400, 0x052F, Script::cyrillic}, Range{0x0531, 0x0588, Script::armenian},
    Range{0x05D0, 0x05F2, Script::hebrew},   Range{0x0900, 0x097F, Script::devanagari},
    Range{0x0980, 0x09FF, Script::bengali},  Range{0x0A00, 0x0B7F, Script::other},
    Range{0x0B80, 0x0BFF, Script::tamil},    Range{0x0C00, 0x0DFF, Script::other},
    Range{0x0E00, 0x0E7F, Script::thai},     Range{0x0E80, 0x109F, Script::other},
    Range{0x10A0, 0x10FF, Script::georgian}, Range{0x1100, 0x11FF, Script::hangul},
    Range{0x1200, 0x139F, Script::ethiopic}, Range{0x13A0, 0x1DFF, Script::other},
    Range{0x1E00, 0x1EFF, Script::latin},    Range{0x1F00, 0x1FFF, Script::greek},
    Range{0x3040, 0x30FF, Script::kana},     Range{0x3130, 0x318F, Script::hangul},
    Range{0x3400, 0x9FFF, Script::han},      Range{0xAC00, 0xD7A3, Script::hangul}};

}  // namespace

Script script_of(char32_t c) {
    if (l::is_arabic_letter(c)) return Script::arabic;
    if (c == 0x00D7 || c == 0x00F7) return Script::none;
    const auto range = std::lower_bound(ranges.begin(), ranges.end(), c,
                                        [](const Range& r, char32_t x) { return r.last < x; });
    return range != ranges.end() && c >= range->first ? range->script : Script::none;
}

std::string_view only_language_of(Script script) {
    switch (script) {
        case Script::greek: return "el";
        case Script::armenian: return "hy";
        case Script::georgian: return "ka";
        case Script::devanagari: return "hi";
        case Script::bengali: return "bn";
        case Script::tamil: return "ta";
        case Script::thai: return "th";
        case Script::ethiopic: return "am";
        case Script::kana: return "ja";
        case Script::hangul: return "ko";
        case Script::han: return "zh";
        case Script::hebrew: return "he";
        default: return {};
    }
}

char32_t lower_case(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0x00C0 && c <= 0x00DE && c != 0x00D7)) return c + 0x20;
    if (c == 0x0130) return 'i';  // dotted capital I
    if ((c >= 0x0100 && c <= 0x0137) || (c >= 0x014A && c <= 0x0177) || (c >= 0x1E00 && c <= 0x1EFF))
        return c | 1;
    if (c == 0x018F) return 0x0259;  // schwa
    if (c >= 0x0410 && c <= 0x042F) return c + 0x20;
    if (c >= 0x0400 && c <= 0x040F) return c + 0x50;
    if (c >= 0x0490 && c <= 0x04BF) return c | 1;
    if (c >= 0x04D0 && c <= 0x04FF) return c | 1;
    return c;
}

char32_t folded(char32_t c) {
    if (c == l::farsi_yeh || c == l::alef_maksura) return l::yeh;
    if (c == l::keheh) return l::kaf;
    return lower_case(c);
}

}  // namespace isnad::varieties
