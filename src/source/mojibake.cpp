#include "source/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "source/charset_letters.h"
#include "source/charset_sets.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

constexpr std::size_t rounds = 3, repairs_kept = 200'000;
constexpr std::uint64_t letters_of_proof = 12;  // windows-1256 read as windows-1252: no check by UTF-8

enum class Way : std::uint8_t { utf8_as_1252, utf8_as_1256, arabic_as_1252 };
constexpr std::size_t ways = 3;
constexpr std::array<const char*, ways> way_names{"UTF-8 that was read as windows-1252",
                                                  "UTF-8 that was read as windows-1256",
                                                  "windows-1256 that was read as windows-1252"};

// Signs that damaged text is full of, seen in passing.
struct Signs {
    bool latin_leads =
        false;  // what the first bytes of Arabic and Latin letters in UTF-8 are in windows-1252
    bool arabic_leads = false;  // the same in windows-1256, before something that is no letter
    std::uint64_t accented = 0, ascii_letters = 0;

    bool any() const { return latin_leads || arabic_leads || accented > 1; }
};

bool is_latin_lead(char32_t c) { return c == 0xD8 || c == 0xD9 || c == 0xC2 || c == 0xC3 || c == 0xE2; }
bool is_arabic_lead(char32_t c) {
    return c == letters::tah || c == letters::zah || c == letters::alef_madda ||
           c == letters::alef_hamza_above;
}

Signs signs_of(std::string_view piece) {
    Signs out;
    char32_t before = 0;
    for (std::size_t at = 0; at < piece.size();) {
        const utf8::CodePoint point = utf8::at(piece, at);
        const char32_t c = point.value;
        at += point.size;
        if (c < 0x80) {
            out.ascii_letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        } else {
            const bool common = c >= letters::hamza && c <= letters::yeh;
            out.latin_leads = out.latin_leads || is_latin_lead(before);
            out.arabic_leads = out.arabic_leads || (is_arabic_lead(before) && !common);
            out.accented += c >= 0xC0 && c <= 0xFF;
        }
        before = c;
    }
    return out;
}

std::optional<std::string> bytes_in(std::string_view piece, const SingleByteSet& set) {
    std::string out;
    out.reserve(piece.size());
    for (std::size_t at = 0; at < piece.size();) {
        const utf8::CodePoint point = utf8::at(piece, at);
        at += point.size;
        // latin1 and browsers keep the controls as they are
        const bool control = point.value >= 0x80 && point.value < 0xA0;
        const auto byte = control ? static_cast<std::uint8_t>(point.value) : set.byte_of(point.value);
        if (!byte) return std::nullopt;
        out += static_cast<char>(*byte);
    }
    return out;
}

// Takes one wrong reading back; nothing when the piece cannot have come about that way.
std::optional<std::string> undone(std::string_view piece, Way way) {
    const Known wrong = way == Way::utf8_as_1256 ? Known::windows_1256 : Known::windows_1252;
    std::optional<std::string> bytes = bytes_in(piece, set_of(wrong));
    if (!bytes) return std::nullopt;
    if (way == Way::arabic_as_1252) return set_of(Known::windows_1256).decoded(*bytes);
    utf8::Decoded read = utf8::decode(std::move(*bytes));
    if (read.first_invalid || read.had_bom) return std::nullopt;
    return std::move(read.text);
}

bool may_be(const Signs& signs, Way way) {
    if (way == Way::utf8_as_1252) return signs.latin_leads;
    if (way == Way::utf8_as_1256) return signs.arabic_leads;
    return signs.accented > 1 && signs.accented * 2 > signs.ascii_letters * 3;
}

// What a piece becomes, and whether it alone is proof of the damage.
struct Verdict {
    std::string text;
    Way way = Way::utf8_as_1252;
    bool certain = false;
};

bool is_better(const Fit& now, const Fit& before) { return now.mean() > before.mean() + 8.0; }

// One more wrong reading taken back from what came out, when that makes it more Arabic.
std::optional<std::string> deeper(const std::string& text, const Fit& now) {
    const Signs signs = signs_of(text);
    for (const Way way : {Way::utf8_as_1252, Way::utf8_as_1256}) {
        if (!may_be(signs, way)) continue;
        auto next = undone(text, way);
        if (next && (!is_arabic(now) || is_better(fit_of_text(*next), now))) return next;
    }
    return std::nullopt;
}

std::optional<Verdict> by_bytes(std::string_view piece, Way way) {
    std::optional<std::string> text = undone(piece, way);
    if (!text) return std::nullopt;
    Fit now = fit_of_text(*text);
    for (std::size_t round = 1; round < rounds; ++round) {
        std::optional<std::string> next = deeper(*text, now);
        if (!next) break;
        text = std::move(next);
        now = fit_of_text(*text);
    }
    const bool certain = is_arabic(now) && is_better(now, fit_of_text(piece));
    return Verdict{std::move(*text), way, certain};
}

std::optional<Verdict> by_letters(std::string_view piece) {
    std::optional<std::string> text = undone(piece, Way::arabic_as_1252);
    if (!text) return std::nullopt;
    const Fit before = fit_of_text(piece), now = fit_of_text(*text);
    if (now.letters < 2 || now.accented * 4 > now.letters) return std::nullopt;
    const bool certain = now.letters >= letters_of_proof && is_arabic(now) && is_better(now, before);
    return Verdict{std::move(*text), Way::arabic_as_1252, certain};
}

std::optional<Verdict> judged(std::string_view piece, const Signs& signs) {
    for (const Way way : {Way::utf8_as_1252, Way::utf8_as_1256}) {
        if (!may_be(signs, way)) continue;
        if (auto verdict = by_bytes(piece, way)) return verdict;
    }
    return may_be(signs, Way::arabic_as_1252) ? by_letters(piece) : std::nullopt;
}

// Whether a sign of damage stands at a byte beyond ASCII.
bool is_sign_of_damage(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    if (byte(at) == 0xC3) return true;
    const unsigned trail = byte(at + 1), next = byte(at + 2);
    if (byte(at) != 0xD8 || (trail != 0xB7 && trail != 0xB8 && trail != 0xA2 && trail != 0xA3)) return false;
    if (next == 0xD8) return byte(at + 3) < 0xA1;
    if (next == 0xD9) return byte(at + 3) > 0x8A;
    return next >= 0x80;
}

// The next sign of damage, or the size of the text. Cheap: damaged text shows one every few characters, and
// other text is passed over without being decoded.
std::size_t next_sign(std::string_view text, std::size_t at) {
    for (; at + 2 < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) < 0x80) at = utf8::beyond_ascii(text, at);
        if (at + 2 < text.size() && is_sign_of_damage(text, at)) return at;
    }
    return text.size();
}

// Gives `tell` each piece that may be damaged with its verdict: lines (or what stands between tags), and the
// words of those that do not hold together.
class Pieces {
  public:
    Pieces(std::string_view text, bool markup) : text_(text), markup_(markup) {}

    template <class Tell>
    void each(const Tell& tell) const {
        // A piece without such a sign is not damaged (Signs::any).
        for (std::size_t at = 0; (at = next_sign(text_, at)) < text_.size();) {
            std::size_t begin = at, end = at + 1;
            while (begin > 0 && !divides(text_[begin - 1])) --begin;
            while (end < text_.size() && !divides(text_[end])) ++end;
            piece(begin, end, tell);
            at = end;
        }
    }

  private:
    bool divides(char c) const { return c == '\n' || (markup_ && (c == '<' || c == '>')); }

    template <class Tell>
    void piece(std::size_t begin, std::size_t end, const Tell& tell) const {
        const std::string_view whole = text_.substr(begin, end - begin);
        const Signs signs = signs_of(whole);
        if (!signs.any()) return;
        if (auto verdict = judged(whole, signs)) return tell(begin, end, *verdict);
        for (std::size_t at = begin; at < end;) {
            const std::size_t stop = std::min(text_.find_first_of(" \t\r", at), end);
            const std::string_view word = text_.substr(at, stop - at);
            const Signs of_word = signs_of(word);
            if (of_word.latin_leads || of_word.arabic_leads) {
                if (auto verdict = judged(word, of_word)) tell(at, stop, *verdict);
            }
            at = stop + 1;
        }
    }

    std::string_view text_;
    bool markup_;
};

}  // namespace

Mended mend_mojibake(std::string text, bool markup) {
    Mended out;
    std::array<bool, ways> proven{};
    const Pieces pieces(text, markup);
    pieces.each([&](std::size_t, std::size_t, const Verdict& verdict) {
        if (verdict.certain) proven[static_cast<std::size_t>(verdict.way)] = true;
    });
    if (std::none_of(proven.begin(), proven.end(), [](bool p) { return p; })) {
        out.text = std::move(text);
        return out;
    }
    std::size_t copied = 0;
    pieces.each([&](std::size_t begin, std::size_t end, const Verdict& verdict) {
        if (!proven[static_cast<std::size_t>(verdict.way)]) return;
        out.text.append(text, copied, begin - copied);
        const std::uint64_t at = out.text.size();
        out.text += verdict.text;
        copied = end;
        if (out.repairs.size() < repairs_kept) {
            out.repairs.push_back({begin, end, at, out.text.size()});
        } else {  // the last one swallows what follows: places within it are not told
            out.repairs.back().was_end = end;
            out.repairs.back().end = out.text.size();
        }
    });
    out.text.append(text, copied, text.size() - copied);
    for (std::size_t i = 0; i < ways; ++i) {
        if (proven[i]) out.way += (out.way.empty() ? "" : ", ") + std::string(way_names[i]);
    }
    return out;
}

}  // namespace isnad::source
