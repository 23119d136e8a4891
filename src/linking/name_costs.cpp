#include "linking/name_costs.h"

#include <algorithm>
#include <charconv>

#include "text/letters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::linking {
namespace {

namespace l = letters;

constexpr std::uint16_t unknown = 0, empty = 1;
constexpr std::uint16_t never = UINT16_MAX;
constexpr std::size_t arabic_codes = 64, latin_codes = 32;
constexpr std::string_view no_letters = "-";

// The base letters of U+00C0 to U+017F; a space where there is none, the first of two for a ligature.
constexpr std::string_view base_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char latin_letter(char32_t c) {
    if (c >= U'A' && c <= U'Z') return static_cast<char>(c + 32);
    if (c >= U'a' && c <= U'z') return static_cast<char>(c);
    return c >= 0xC0 && c < 0xC0 + base_letters.size() ? base_letters[c - 0xC0] : ' ';
}

char32_t arabic_letter(char32_t c) {
    switch (c) {
        case l::peh: return l::beh;
        case l::tcheh:
        case l::jeh: return l::jeem;
        case l::gaf: return l::ghain;
        case 0x06A4: return l::feh;
        default: return c >= l::hamza && c <= l::yeh && c != l::tatweel ? c : 0;
    }
}

std::size_t arabic_code(std::u32string_view chunk) {
    std::size_t code = 0;
    for (const char32_t c : chunk) code = code * arabic_codes + (c - l::hamza + 1) % arabic_codes;
    return code;
}

std::size_t latin_code(std::string_view chunk) {
    std::size_t code = 0;
    for (const char c : chunk)
        code = code * latin_codes + static_cast<std::size_t>(c - 'a' + 1) % latin_codes;
    return code;
}

std::uint16_t cost_in(std::string_view cell) {
    std::uint16_t out = never;
    std::from_chars(cell.data(), cell.data() + cell.size(), out);
    return out;
}

// Whether a cell holds Arabic letters.
bool is_arabic_cell(std::string_view cell) {
    return !cell.empty() && static_cast<unsigned char>(cell.front()) >= 0x80;
}

}  // namespace

std::string latin_letters(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto [c, size] = utf8::at(name, at);
        const char letter = latin_letter(c);
        if (letter != ' ') out += letter;
        at += size;
    }
    return out;
}

std::u32string arabic_letters(std::string_view search_form) {
    std::u32string out;
    for (std::size_t at = 0; at < search_form.size();) {
        const auto [c, size] = utf8::at(search_form, at);
        if (const char32_t letter = arabic_letter(c)) out += letter;
        at += size;
    }
    return out;
}

NameCosts::NameCosts(const lexicon::Lexicon& lexicon)
    : arabic_(arabic_codes * arabic_codes, unknown),
      latin_(latin_codes * latin_codes * latin_codes, unknown) {
    const lexicon::TableId table = lexicon.table_or_none("name_costs");
    if (table != lexicon::no_table) number_chunks(lexicon, table);
    const auto make = [](Pairs& pairs, std::size_t rows, std::size_t width) {
        pairs.width = width;
        pairs.at.assign(rows * width, 0);
        pairs.costs.assign(1, {never, never, never});
    };
    make(latin_pairs_, arabic_ids_, latin_ids_);
    make(arabic_pairs_, arabic_ids_, arabic_ids_);
    readings_.resize(arabic_ids_);
    if (table != lexicon::no_table) read_costs(lexicon, table);
    sort_readings();
}

std::uint16_t NameCosts::arabic_id(std::u32string_view chunk) const {
    return chunk.empty() ? empty : chunk.size() > 2 ? unknown : arabic_[arabic_code(chunk)];
}

std::uint16_t NameCosts::latin_id(std::string_view chunk) const {
    return chunk.empty() ? empty : chunk.size() > 3 ? unknown : latin_[latin_code(chunk)];
}

void NameCosts::number_chunks(const lexicon::Lexicon& lexicon, lexicon::TableId table) {
    const auto number = [](std::uint16_t& id, std::uint16_t& next) {
        if (id == unknown) id = next++;
    };
    const std::size_t other = lexicon.column(table, "other");
    for (std::uint32_t row = 0; row < lexicon.rows(table); ++row) {
        for (const std::size_t column : {std::size_t{0}, other}) {
            const std::string_view cell = lexicon.cell(table, row, column);
            if (cell == no_letters) continue;
            if (is_arabic_cell(cell)) {
                const std::u32string chunk = arabic_letters(cell);
                if (!chunk.empty() && chunk.size() <= 2) number(arabic_[arabic_code(chunk)], arabic_ids_);
            } else {
                const std::string chunk = latin_letters(cell);
                if (!chunk.empty() && chunk.size() <= 3) number(latin_[latin_code(chunk)], latin_ids_);
            }
        }
    }
}

void NameCosts::read_costs(const lexicon::Lexicon& lexicon, lexicon::TableId table) {
    const std::size_t other = lexicon.column(table, "other"), start = lexicon.column(table, "start");
    for (std::uint32_t row = 0; row < lexicon.rows(table); ++row) {
        const auto cell = [&](std::size_t column) { return lexicon.cell(table, row, column); };
        const std::uint16_t x = arabic_id(arabic_letters(cell(0)));
        const bool arabic = is_arabic_cell(cell(other));
        const Costs costs{cost_in(cell(start)), cost_in(cell(start + 1)), cost_in(cell(start + 2))};
        const auto put = [&](Pairs& pairs, std::uint16_t a, std::uint16_t b) {
            if (a == unknown || b == unknown || pairs.costs.size() == UINT16_MAX) return;
            pairs.at[a * pairs.width + b] = static_cast<std::uint16_t>(pairs.costs.size());
            pairs.costs.push_back(costs);
        };
        if (arabic) {
            const std::uint16_t y = arabic_id(arabic_letters(cell(other)));
            put(arabic_pairs_, x, y);
            if (x != y) put(arabic_pairs_, y, x);
            continue;
        }
        const std::string latin = latin_letters(cell(other));
        put(latin_pairs_, x, latin_id(latin));
        if (x != unknown) readings_[x].push_back({latin, costs});
    }
}

void NameCosts::sort_readings() {
    for (auto& list : readings_)
        std::stable_sort(list.begin(), list.end(), [](const Reading& a, const Reading& b) {
            return std::min({a.cost[0], a.cost[1], a.cost[2]}) < std::min({b.cost[0], b.cost[1], b.cost[2]});
        });
}

const std::vector<NameCosts::Reading>& NameCosts::readings(std::u32string_view chunk) const {
    return readings_[arabic_id(chunk)];
}

NameCosts::ArabicChunks NameCosts::chunks_of(std::u32string_view word) const {
    ArabicChunks out{};
    for (std::size_t i = 0; i <= word.size(); ++i) {
        for (std::size_t size = 0; size <= 2 && i + size <= word.size(); ++size)
            out[i][size] = arabic_id(word.substr(i, size));
    }
    return out;
}

// Forward over the square of prefixes. All ways lead through the next two rows, so that the search ends when
// nothing in them is below the limit.
template <std::size_t longest, class B>
std::uint32_t NameCosts::cheapest(const Pairs& pairs, const ArabicChunks& a, std::size_t n, const B& b,
                                  std::size_t m, std::uint32_t limit) {
    std::array<std::array<std::uint32_t, most_latin + 1>, most_arabic + 1> best;
    for (std::size_t i = 0; i <= n; ++i) std::fill_n(best[i].begin(), m + 1, none);
    best[0][0] = 0;
    for (std::size_t i = 0; i <= n; ++i) {
        for (std::size_t j = 0; j <= m; ++j) {
            const std::uint32_t here = best[i][j];
            if (here > limit) continue;
            const std::size_t start = i + j == 0 ? 0 : 1;
            for (std::size_t x = 0; x <= 2 && i + x <= n; ++x) {
                const std::uint16_t* const row = &pairs.at[a[i][x] * pairs.width];
                for (std::size_t y = x == 0 ? 1 : 0; y <= longest && j + y <= m; ++y) {
                    const std::uint16_t pair = row[b[j][y]];
                    if (pair == 0) continue;
                    const std::size_t place = start == 1 && i + x == n && j + y == m ? 2 : start;
                    std::uint32_t& next = best[i + x][j + y];
                    next = std::min(next, here + pairs.costs[pair][place]);
                }
            }
        }
        if (i == n) break;
        std::uint32_t least = none;
        for (std::size_t row = i + 1; row <= std::min(i + 2, n); ++row)
            least = std::min(least, *std::min_element(best[row].begin(), best[row].begin() + m + 1));
        if (least > limit) return none;
    }
    return best[n][m] <= limit ? best[n][m] : none;
}

std::uint32_t NameCosts::latin_limit(std::size_t arabic, std::size_t latin) {
    return static_cast<std::uint32_t>(150 * (arabic + latin));
}

std::uint32_t NameCosts::arabic_limit(std::size_t a, std::size_t b) {
    return static_cast<std::uint32_t>(60 * (a + b));
}

std::uint32_t NameCosts::to_latin(std::u32string_view arabic, std::string_view latin,
                                  std::uint32_t limit) const {
    if (arabic.empty() || latin.empty() || arabic.size() > most_arabic || latin.size() > most_latin)
        return none;
    LatinChunks chunks{};
    for (std::size_t j = 0; j <= latin.size(); ++j) {
        for (std::size_t size = 0; size <= 3 && j + size <= latin.size(); ++size)
            chunks[j][size] = latin_id(latin.substr(j, size));
    }
    return cheapest<3>(latin_pairs_, chunks_of(arabic), arabic.size(), chunks, latin.size(), limit);
}

std::uint32_t NameCosts::between(std::u32string_view a, std::u32string_view b, std::uint32_t limit) const {
    if (a == b) return 0;
    if (a.empty() || b.empty() || std::max(a.size(), b.size()) > most_arabic) return none;
    return cheapest<2>(arabic_pairs_, chunks_of(a), a.size(), chunks_of(b), b.size(), limit);
}

}  // namespace isnad::linking
