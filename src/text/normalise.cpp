#include "text/normalise.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad {
namespace {

namespace l = letters;

constexpr char32_t drop_mark = 0xFFFFFFFF;   // dropped, belongs to the letter before it
constexpr char32_t drop_plain = 0xFFFFFFFE;  // dropped, belongs to nothing

// The analysis form of a code point of the Arabic block (U+0600 to U+06FF).
constexpr char32_t fold_arabic(char32_t c) {
    if (l::is_mark(c) || c == l::tatweel) return drop_mark;
    if (l::is_invisible(c)) return drop_plain;
    if (c >= l::arabic_zero && c <= l::arabic_nine) return U'0' + (c - l::arabic_zero);
    if (c >= l::extended_zero && c <= l::extended_nine) return U'0' + (c - l::extended_zero);
    switch (c) {
        case l::alef_madda:
        case l::alef_hamza_above:
        case l::alef_hamza_below:
        case l::alef_wasla:
        case 0x0672:
        case 0x0673:
        case l::high_hamza_alef: return l::alef;
        case l::waw_hamza:
        case l::yeh_hamza:
        case 0x0676:
        case 0x0678: return l::hamza;
        case l::keheh:
        case 0x06AA: return l::kaf;
        case l::farsi_yeh:
        case l::yeh_barree:
        case 0x06CD:
        case 0x06D0: return l::yeh;
        case 0x06D3: return l::hamza;
        case l::heh_doachashmee:
        case l::heh_goal:
        case l::heh_goal_hamza:
        case 0x06C0:
        case l::ae: return l::heh;
        case l::teh_marbuta_goal: return l::teh_marbuta;
        case l::percent: return U'%';
        case l::decimal_separator: return U'.';
        case l::thousands_separator: return U',';
        default: return c;
    }
}

constexpr char32_t fold_to_search(char32_t c) {
    if (c == l::teh_marbuta) return l::heh;
    if (c == l::alef_maksura) return l::yeh;
    if (c >= U'A' && c <= U'Z') return c + 32;
    return c;
}

// What the hot loop does with a two-byte character of the Arabic block.
struct Folded {
    char32_t value = 0;
    std::uint8_t size = 0;  // bytes of the analysis form: 0 dropped, 1 a digit or sign, 2 a letter
    std::array<char, 2> analysis{}, search{};
};

constexpr char low_byte(char32_t c) { return static_cast<char>(static_cast<unsigned char>(c)); }

constexpr std::array<Folded, 256> arabic_table() {
    std::array<Folded, 256> table{};
    for (char32_t i = 0; i < 256; ++i) {
        Folded& row = table[i];
        row.value = fold_arabic(0x0600 + i);
        if (row.value >= drop_plain) continue;
        row.size = row.value < 0x80 ? 1 : 2;
        const char32_t search = fold_to_search(row.value);
        row.analysis = row.size == 1 ? std::array<char, 2>{low_byte(row.value), 0}
                                     : std::array<char, 2>{low_byte(0xC0 | (row.value >> 6)),
                                                           low_byte(0x80 | (row.value & 0x3F))};
        row.search = row.size == 1 ? row.analysis
                                   : std::array<char, 2>{low_byte(0xC0 | (search >> 6)),
                                                         low_byte(0x80 | (search & 0x3F))};
    }
    return table;
}

constexpr std::array<Folded, 256> arabic = arabic_table();

// Compatibility characters that NFKD takes apart: Arabic presentation forms, full-width and styled letters
// and digits.
constexpr bool needs_decomposition(char32_t c) {
    return (c >= 0xFB50 && c <= 0xFDFF && c != 0xFD3E && c != 0xFD3F) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x1EE00 && c <= 0x1EEFF) ||
           (c >= 0x0675 && c <= 0x0678) || (c >= 0xFB00 && c <= 0xFB06);
}

std::u32string decomposed(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* form = unorm2_getNFKDInstance(&status);
    std::array<char16_t, 64> units{};
    const int32_t size =
        U_SUCCESS(status) ? unorm2_getDecomposition(form, static_cast<UChar32>(c), units.data(), 64, &status)
                          : -1;
    if (U_FAILURE(status) || size < 0) return {c};
    std::u32string out;
    for (int32_t i = 0; i < size;) {
        UChar32 next = 0;
        U16_NEXT(units.data(), i, size, next);
        out += static_cast<char32_t>(next);
    }
    return out;
}

constexpr char32_t fold(char32_t c) {
    if (c >= 0x0600 && c <= 0x06FF) return fold_arabic(c);
    if (l::is_mark(c)) return drop_mark;
    if (l::is_invisible(c)) return drop_plain;
    if (l::is_space(c) && c > 0x7F) return c == 0x2028 || c == 0x2029 ? U'\n' : U' ';
    return c;
}

}  // namespace

// Writes both forms and the runs of the map side by side.
class Normaliser {
  public:
    explicit Normaliser(std::string_view text) : text_(text) {
        out_.analysis_.resize(text.size());
        out_.search_.resize(text.size());
        out_.runs_.push_back({});
    }

    NormalText run() {
        while (at_ < text_.size()) step();
        out_.analysis_.resize(size_);
        out_.search_.resize(size_);
        last().original_end = std::max(last().original_end, straight_end());
        return std::move(out_);
    }

  private:
    void step() {
        copy_plain();
        if (at_ == text_.size()) return;
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte >= 0xD8 && byte <= 0xDB) {
            rare_arabic(arabic[index_of(byte, text_[at_ + 1])]);
        } else {
            other_character();
        }
    }

    static std::size_t index_of(unsigned char lead, char second) {
        return static_cast<std::size_t>(((lead & 3u) << 6) | (static_cast<unsigned char>(second) & 0x3Fu));
    }

    // The hot loop: ASCII and Arabic letters, whose normal forms are as long as they are.
    void copy_plain() {
        grow(static_cast<std::uint32_t>(text_.size()) - at_);
        const char* const in = text_.data();
        char* const analysis = out_.analysis_.data();
        char* const search = out_.search_.data();
        std::uint32_t at = at_, size = size_;
        const auto end = static_cast<std::uint32_t>(text_.size());
        while (at < end) {
            const auto byte = static_cast<unsigned char>(in[at]);
            if (byte < 0x80) {
                analysis[size] = in[at];
                search[size] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : in[at];
                ++size;
                ++at;
                continue;
            }
            if (byte < 0xD8 || byte > 0xDB) break;
            const Folded& row = arabic[index_of(byte, in[at + 1])];
            if (row.size != 2) break;
            std::memcpy(analysis + size, row.analysis.data(), 2);
            std::memcpy(search + size, row.search.data(), 2);
            size += 2;
            at += 2;
        }
        if (at == at_) return;
        straighten();
        at_ = at;
        size_ = size;
    }

    // A mark, a digit or a sign of the Arabic block, or a character of it that has to be taken apart.
    void rare_arabic(const Folded& row) {
        const char32_t c = utf8::at(text_, at_).value;
        if (needs_decomposition(c) || c == l::hamza_above) {
            unusual(c, 2);
        } else {
            crooked(row.value, 2);
        }
    }

    void other_character() {
        const auto [c, bytes] = utf8::at(text_, at_);
        if (needs_decomposition(c)) return unusual(c, bytes);
        const char32_t folded = fold(c);
        if (folded != c) return crooked(folded, bytes);
        grow(bytes);
        straighten();
        for (std::uint32_t i = 0; i < bytes; ++i) {
            out_.analysis_[size_ + i] = out_.search_[size_ + i] = text_[at_ + i];
        }
        size_ += bytes;
        at_ += bytes;
    }

    // A combining hamza makes the waw or yeh before it a hamza, as its precomposed form would be; other
    // characters here are taken apart and each part folded.
    void unusual(char32_t c, std::uint32_t bytes) {
        if (c == l::hamza_above) {
            combine_hamza();
            return drop(bytes, true);
        }
        begin_run(bytes, false);
        for (const char32_t part : decomposed(c)) {
            const char32_t folded = fold(part);
            if (folded < drop_plain) put(folded);
        }
        at_ += bytes;
        if (size_ == last().normal) drop_empty_run();
    }

    void combine_hamza() {
        if (size_ < 2 || straight_end() != at_) return;
        const std::string_view before = std::string_view(out_.analysis_).substr(size_ - 2, 2);
        if (before != "\xD9\x88" && before != "\xD9\x8A" && before != "\xD9\x89") return;
        for (std::string* form : {&out_.analysis_, &out_.search_}) {
            (*form)[size_ - 2] = '\xD8';
            (*form)[size_ - 1] = '\xA1';
        }
    }

    void crooked(char32_t folded, std::uint32_t bytes) {
        if (folded == drop_mark || folded == drop_plain) return drop(bytes, folded == drop_mark);
        begin_run(bytes, false);
        put(folded);
        at_ += bytes;
    }

    void drop(std::uint32_t bytes, bool belongs_to_letter) {
        close_run();
        at_ += bytes;
        if (belongs_to_letter && size_ > 0 && last().original_end + bytes == at_) last().original_end = at_;
    }

    void put(char32_t c) {
        std::string analysis, search;
        utf8::append(analysis, c);
        utf8::append(search, fold_to_search(c));
        grow(static_cast<std::uint32_t>(analysis.size()));
        std::copy(analysis.begin(), analysis.end(), out_.analysis_.begin() + size_);
        std::copy(search.begin(), search.end(), out_.search_.begin() + size_);
        size_ += static_cast<std::uint32_t>(analysis.size());
    }

    // Goes on in a straight run, or begins one where the last run was crooked, or was closed by a dropped
    // character.
    void straighten() {
        if (open_) return;
        begin_run(0, true);
        open_ = true;
    }

    void begin_run(std::uint32_t bytes, bool straight) {
        close_run();
        const NormalText::Run next{size_, at_, at_ + bytes, straight};
        if (last().normal == size_) {
            last() = next;
        } else {
            out_.runs_.push_back(next);
        }
    }

    void close_run() {
        if (open_) last().original_end = straight_end();
        open_ = false;
    }

    void drop_empty_run() {
        if (out_.runs_.size() > 1) out_.runs_.pop_back();
    }

    std::uint32_t straight_end() const {
        return open_ ? last().original + (size_ - last().normal) : last().original_end;
    }

    void grow(std::uint32_t bytes) {
        if (size_ + bytes <= out_.analysis_.size()) return;
        const std::size_t wanted = out_.analysis_.size() + out_.analysis_.size() / 2 + 64;
        out_.analysis_.resize(wanted);
        out_.search_.resize(wanted);
    }

    NormalText::Run& last() { return out_.runs_.back(); }
    const NormalText::Run& last() const { return out_.runs_.back(); }

    std::string_view text_;
    std::uint32_t at_ = 0;
    std::uint32_t size_ = 0;
    bool open_ = false;  // the last run is straight and grows
    NormalText out_;
};

NormalText normalise(std::string_view text) { return Normaliser(text).run(); }

std::string search_form(std::string_view text) { return std::string(normalise(text).search()); }
std::string analysis_form(std::string_view text) { return std::string(normalise(text).analysis()); }

std::size_t NormalText::run_at(std::uint32_t normal) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), normal,
                                        [](std::uint32_t at, const Run& run) { return at < run.normal; });
    return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

Span NormalText::original(NormalSpan span) const {
    if (analysis_.empty()) return {0, 0};
    const Run& first = runs_[run_at(span.begin)];
    const std::uint32_t begin =
        first.straight ? first.original + (span.begin - first.normal) : first.original;
    if (span.empty()) return {begin, begin};
    const std::size_t at = run_at(span.end - 1);
    const Run& run = runs_[at];
    const std::uint32_t run_end =
        at + 1 < runs_.size() ? runs_[at + 1].normal : static_cast<std::uint32_t>(analysis_.size());
    const bool whole = !run.straight || span.end == run_end;
    return {begin, whole ? run.original_end : run.original + (span.end - run.normal)};
}

NormalSpan NormalText::normal(Span span) const {
    const auto place = [&](std::uint32_t original, bool is_end) -> std::uint32_t {
        const auto after =
            std::upper_bound(runs_.begin(), runs_.end(), original,
                             [](std::uint32_t at, const Run& run) { return at < run.original; });
        if (after == runs_.begin()) return 0;
        const auto run = after - 1;
        const std::uint32_t next =
            after == runs_.end() ? static_cast<std::uint32_t>(analysis_.size()) : after->normal;
        if (original == run->original) return run->normal;
        if (original >= run->original_end) return next;
        if (run->straight) return std::min(next, run->normal + (original - run->original));
        return is_end ? next : run->normal;
    };
    const NormalSpan out{place(span.begin, false), place(span.end, true)};
    return out.end < out.begin ? NormalSpan{out.begin, out.begin} : out;
}

}  // namespace isnad
