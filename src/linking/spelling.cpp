#include "linking/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/letters.h"

namespace isnad::linking {
namespace {

namespace l = letters;

constexpr double whole = 1.0;
constexpr std::size_t longest = 40;  // letters of a part; longer ones are compared for equality only

struct Exchange {
    std::u32string_view letters;
    double cost;
};

constexpr char32_t throat[] = {l::ghain, l::jeem, l::qaf, l::kaf, l::gaf, l::tcheh};
constexpr char32_t teeth[] = {l::teh, l::tah, l::theh};
constexpr char32_t hiss[] = {l::seen, l::sad, l::theh};
constexpr char32_t buzz[] = {l::zain, l::thal, l::zah, l::dal, l::dad};
constexpr char32_t lips[] = {l::beh, l::peh};
constexpr char32_t wind[] = {l::waw, l::feh};
constexpr char32_t breath[] = {l::hah, l::heh, l::khah};
constexpr char32_t hush[] = {l::jeem, l::jeh, l::zain, l::sheen};
constexpr char32_t sibilants[] = {l::seen, l::sheen};

template <std::size_t size>
constexpr std::u32string_view view(const char32_t (&letters)[size]) {
    return {letters, size};
}

constexpr std::array<Exchange, 9> exchanges{{{view(throat), 0.3},
                                             {view(teeth), 0.25},
                                             {view(hiss), 0.25},
                                             {view(buzz), 0.35},
                                             {view(lips), 0.2},
                                             {view(wind), 0.35},
                                             {view(breath), 0.35},
                                             {view(hush), 0.5},
                                             {view(sibilants), 0.5}}};

bool is_vowel(char32_t c) { return c == l::alef || c == l::waw || c == l::yeh; }

double change(std::u32string_view a, std::size_t i, std::u32string_view b, std::size_t j, bool native) {
    const char32_t x = a[i], y = b[j];
    if (x == y) return 0;
    const bool last = i + 1 == a.size() && j + 1 == b.size();
    // At the end alef, waw and yeh are genders and cases: Cristian, Cristiana, Cristiano.
    if (is_vowel(x) && is_vowel(y)) return native || last ? whole : 0.4;
    const bool hamza = x == l::hamza || y == l::hamza;
    if (hamza && (is_vowel(x) || is_vowel(y))) return 0.2;
    if (last && (x == l::heh || y == l::heh) && (is_vowel(x) || is_vowel(y))) return 0.2;
    if (i == 0 && j == 0 && std::min(x, y) == l::jeem && std::max(x, y) == l::yeh) return 0.3;
    if (i == 0 && j == 0 && std::min(x, y) == l::alef && std::max(x, y) == l::heh) return 0.3;
    for (const Exchange& exchange : exchanges) {
        if (exchange.letters.find(x) != std::u32string_view::npos &&
            exchange.letters.find(y) != std::u32string_view::npos)
            return exchange.cost;
    }
    return whole;
}

// The cost of a letter that the other spelling does not have.
double extra(std::u32string_view word, std::size_t i, bool native) {
    const char32_t c = word[i];
    const bool last = i + 1 == word.size();
    if ((i > 0 && word[i - 1] == c) || (!last && word[i + 1] == c)) return 0.15;
    if (c == l::hamza) return 0.15;
    if (last && c == l::heh) return 0.2;
    if (i == 0 && c == l::heh) return 0.3;
    if (c == l::dal && !last && word[i + 1] == l::teh) return 0.3;  // Schmidt
    if (!is_vowel(c)) return whole;
    if (last) return c == l::yeh ? 0.45 : 0.8;
    return native ? whole : 0.3;
}

bool has_article(std::u32string_view word) {
    return word.size() > 4 && word[0] == l::alef && word[1] == l::lam;
}

double edit_distance(std::u32string_view a, std::u32string_view b, bool native) {
    std::array<double, longest + 1> last{}, row{};
    for (std::size_t j = 0; j < b.size(); ++j) last[j + 1] = last[j] + extra(b, j, native);
    for (std::size_t i = 0; i < a.size(); ++i) {
        row[0] = last[0] + extra(a, i, native);
        for (std::size_t j = 0; j < b.size(); ++j)
            row[j + 1] = std::min({last[j] + change(a, i, b, j, native), last[j + 1] + extra(a, i, native),
                                   row[j] + extra(b, j, native)});
        std::swap(row, last);
    }
    return last[b.size()];
}

}  // namespace

bool is_native(std::u32string_view word) {
    constexpr char32_t only_arabic[] = {l::ain, l::hah, l::sad, l::dad, l::zah};
    return word.find_first_of(view(only_arabic)) != std::u32string_view::npos;
}

double spelling_distance(std::u32string_view a, std::u32string_view b) {
    if (a == b) return 0;
    if (std::max(a.size(), b.size()) > longest) return whole * longest;
    const bool native = is_native(a) || is_native(b) || (has_article(a) && has_article(b));
    double best = edit_distance(a, b, native);
    const auto without = [](std::u32string_view word) { return word.substr(has_article(word) ? 2 : 0); };
    if (has_article(a) || has_article(b))
        best = std::min(best, edit_distance(without(a), without(b), native) +
                                  (has_article(a) == has_article(b) ? 0 : 0.1));
    return best;
}

double spelling_budget(std::size_t letters) {
    if (letters <= 3) return 0.3;
    if (letters <= 5) return 0.36;
    return letters <= 7 ? 0.6 : 0.75;
}

bool same_spelling(std::u32string_view a, std::u32string_view b) {
    return spelling_distance(a, b) <= spelling_budget(std::max(a.size(), b.size()));
}

}  // namespace isnad::linking
