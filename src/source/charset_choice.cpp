#include "source/charset_choice.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/ascii.h"
#include "source/charset_letters.h"
#include "source/charset_sets.h"
#include "text/letters.h"

namespace isnad::source {
namespace {

constexpr std::int64_t trust = 64;  // what a declaration counts for: eight nats
constexpr std::array<std::int64_t, known_sets> rarity{0, 0, 16, 48};  // pages in Mac sets are very rare
constexpr std::uint64_t enough_for_uchardet = 20;  // bytes beyond ASCII; with fewer it guesses wildly
constexpr std::size_t shown_to_uchardet = 4u << 20;
constexpr std::uint64_t enough_units = 8;

struct Candidates {
    std::array<Fit, known_sets> fits;
    std::size_t best = 0;

    const Fit& fit(Known known) const { return fits[static_cast<std::size_t>(known)]; }
};

Candidates candidates_for(std::string_view bytes) {
    Candidates out;
    for (std::size_t i = 0; i < known_sets; ++i) {
        out.fits[i] = fit_of_bytes(bytes, set_of(static_cast<Known>(i)).classes);
        out.fits[i].score -= rarity[i];
        if (out.fits[i].score > out.fits[out.best].score) out.best = i;
    }
    // French and English in windows-1256 and windows-1252 read alike; the wider set is the likelier one.
    const Fit& arabic = out.fit(Known::windows_1256);
    const Fit& latin = out.fit(Known::windows_1252);
    if (arabic.letters == 0 && latin.score >= arabic.score && out.best == 0) out.best = 1;
    return out;
}

bool reads_as_arabic(const Candidates& candidates) {
    return candidates.best != static_cast<std::size_t>(Known::windows_1252) &&
           is_arabic(candidates.fits[candidates.best]);
}

// Whether the letters leave a declared set standing.
bool stands(const Candidates& candidates, const std::string& name) {
    for (std::size_t i = 0; i < known_sets; ++i) {
        if (set_of(static_cast<Known>(i)).name == name)
            return candidates.fits[i].score + trust >= candidates.fits[candidates.best].score;
    }
    return !reads_as_arabic(candidates);
}

struct Delete {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

// What uchardet takes the bytes for, as a name of charset_of_label; empty when it does not know.
std::string by_uchardet(std::string_view bytes) {
    const std::unique_ptr<uchardet, Delete> detector(uchardet_new());
    const std::string_view shown = bytes.substr(0, shown_to_uchardet);
    if (uchardet_handle_data(detector.get(), shown.data(), shown.size()) != 0) return {};
    uchardet_data_end(detector.get());
    const std::string name = charset_of_label(ascii::lower(uchardet_get_charset(detector.get())));
    return name == "utf-8" ? std::string{} : name;
}

bool is_plausible(char32_t c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' || (c >= 0xA0 && c < 0x0250) ||
           (c >= 0x0600 && c <= 0x06FF) || (c >= 0x2000 && c <= 0x206F) || letters::is_arabic_letter(c);
}

}  // namespace

std::string choose_charset(std::string_view bytes, const std::vector<std::string>& declared) {
    const Candidates candidates = candidates_for(bytes);
    for (const std::string& name : declared) {
        if (name != "utf-8" && stands(candidates, name)) return name;
    }
    const std::string best = set_of(static_cast<Known>(candidates.best)).name;
    if (reads_as_arabic(candidates)) return best;
    const auto high = static_cast<std::uint64_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    std::string guessed = high >= enough_for_uchardet ? by_uchardet(bytes) : std::string{};
    if (!guessed.empty()) return guessed;
    const bool latin = candidates.fit(Known::windows_1252).score > candidates.fit(Known::windows_1256).score;
    return set_of(latin || candidates.best == 1 ? Known::windows_1252 : Known::windows_1256).name;
}

Utf16 utf16_without_mark(std::string_view bytes) {
    const std::uint64_t units = bytes.size() / 2;
    const std::string_view head = bytes.substr(0, 64);
    const auto pages = std::count_if(head.begin(), head.end(), [](char c) { return c == 0 || c == 6; });
    if (units < enough_units || static_cast<std::size_t>(pages) * 4 < head.size()) return Utf16::no;
    // Plausible signs, and those outside the ideographs that a wrong order makes of everything.
    std::array<std::uint64_t, 2> plausible{}, spaces{};
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        const std::array<unsigned, 2> unit{static_cast<unsigned>(second << 8 | first),
                                           static_cast<unsigned>(first << 8 | second)};
        for (std::size_t order = 0; order < 2; ++order) {
            plausible[order] += is_plausible(unit[order]);
            spaces[order] += unit[order] == ' ' || unit[order] == '\n';
        }
    }
    const std::size_t order = plausible[1] > plausible[0] ? 1 : 0;
    if (plausible[order] * 20 < units * 19 || plausible[1 - order] * 2 > units || spaces[order] * 100 < units)
        return Utf16::no;
    return order == 0 ? Utf16::little : Utf16::big;
}

}  // namespace isnad::source
