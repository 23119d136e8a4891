#include "source/charset.h"

#include <algorithm>

#include "base/ascii.h"
#include "source/charset_choice.h"
#include "source/charset_declared.h"
#include "source/charset_letters.h"
#include "source/charset_sets.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

constexpr std::size_t step = 4096;

// For people: signs that are no printable ASCII would not be UTF-8 either.
std::string readable(std::string_view label) {
    std::string out(label.substr(0, 60));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < 0x20 || c > 0x7E; }, '?');
    return out;
}

// A set that the transport or the text declares.
struct Declaration {
    std::string label, name;  // the name is empty for an unknown label
    std::optional<std::uint64_t> byte{};
};

std::vector<Declaration> declarations(std::string_view bytes, TextForm form, std::string_view transport) {
    std::vector<Declaration> out;
    if (!transport.empty()) out.push_back({readable(transport), charset_of_label(transport)});
    if (form != TextForm::plain) {
        auto own = charset_of_xml(bytes);
        if (!own && form == TextForm::html) own = charset_of_meta(bytes);
        if (own) out.push_back({readable(own->label), charset_of_label(own->label), own->byte});
    }
    return out;
}

// Whether the bytes are UTF-8 with faults: far more good sequences than bad ones.
bool is_damaged_utf8(std::string_view read, std::uint64_t replaced) {
    std::uint64_t leads = 0;
    for (const char c : read) leads += static_cast<unsigned char>(c) >= 0xC0;
    const std::uint64_t good = leads - replaced;
    return good >= 4 * replaced;
}

// Whether a good part of what is beyond ASCII is UTF-8.
bool holds_utf8(std::string_view read, std::uint64_t replaced) {
    std::uint64_t leads = 0;
    for (const char c : read) leads += static_cast<unsigned char>(c) >= 0xC0;
    return (leads - replaced) * 3 >= replaced && leads > replaced;
}

void note_unknown(const std::vector<Declaration>& declared, std::vector<Problem>& problems) {
    for (const Declaration& one : declared) {
        if (one.name.empty())
            problems.push_back({"unknown_charset", Severity::warning,
                                "the character set that is declared is not known: " + one.label, std::nullopt,
                                one.byte});
    }
}

void note_choice(const std::vector<Declaration>& declared, const std::string& used,
                 std::vector<Problem>& problems) {
    const bool met = std::any_of(declared.begin(), declared.end(),
                                 [&](const Declaration& one) { return one.name == used; });
    for (const Declaration& one : declared) {
        if (!one.name.empty() && one.name != used)
            problems.push_back({"charset_contradicted", Severity::note,
                                one.label + " is declared, but the text is " + used, std::nullopt, one.byte});
    }
    if (!met && used != "utf-8")
        problems.push_back({"charset_guessed", Severity::note,
                            "the character set was told from the letters: " + used, std::nullopt,
                            std::nullopt});
}

bool declares(const std::vector<Declaration>& declared, std::string_view name) {
    return std::any_of(declared.begin(), declared.end(),
                       [&](const Declaration& one) { return one.name == name; });
}

// A few stray bytes that stand like no letters of any set are damage.
constexpr std::size_t few_bytes = 3;
constexpr double letters_mean = -36.0;

bool are_stray(std::string_view bytes) {
    const auto high = std::count_if(bytes.begin(), bytes.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (static_cast<std::size_t>(high) > few_bytes) return false;
    return fit_of_bytes(bytes, set_of(Known::windows_1256).classes).mean() < letters_mean &&
           fit_of_bytes(bytes, set_of(Known::windows_1252).classes).mean() < letters_mean;
}

}  // namespace

std::uint64_t Decoded::units_before(std::uint64_t at) const {
    const std::uint64_t mark = std::min<std::uint64_t>(at / step, units_.size() - 1);
    std::uint64_t units = units_[mark];
    for (std::uint64_t i = mark * step; i < at; ++i) {
        const auto byte = static_cast<unsigned char>(counted_[i]);
        units += (byte & 0xC0) != 0x80;
        units += way_ == Way::two_bytes && byte >= 0xF0;
    }
    return units;
}

void Decoded::count_units() {
    std::uint64_t units = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % step == 0) units_.push_back(units);
        const auto byte = static_cast<unsigned char>(text[i]);
        units += (byte & 0xC0) != 0x80;
        units += way_ == Way::two_bytes && byte >= 0xF0;
    }
    if (units_.empty()) units_.push_back(0);
    counted_ = text;
}

// The place in the text as decoded; nothing within what was repaired.
std::optional<std::uint64_t> Decoded::before_repair(std::uint64_t at) const {
    const auto next = std::upper_bound(repairs_.begin(), repairs_.end(), at,
                                       [](std::uint64_t place, const Repair& r) { return place < r.begin; });
    if (next == repairs_.begin()) return at;
    const Repair& repair = *(next - 1);
    if (at == repair.begin) return repair.was_begin;
    if (at < repair.end) return std::nullopt;
    return at - repair.end + repair.was_end;
}

std::optional<ByteRange> Decoded::arrived(std::uint64_t begin, std::uint64_t end) const {
    const auto from = before_repair(begin), to = before_repair(end);
    if (!from || !to || *from > *to || *to > size_ || way_ == Way::unknown) return std::nullopt;
    if (way_ == Way::same) {
        if (same_until_ && *to + shift_ > *same_until_) return std::nullopt;
        return ByteRange{*from + shift_, *to + shift_};
    }
    const std::uint64_t size = way_ == Way::two_bytes ? 2 : 1;
    const auto place = [&](std::uint64_t at) {
        return std::min(units_before(at) * size + shift_, arrived_size_);
    };
    return ByteRange{place(*from), place(*to)};
}

void Decoded::read_utf16(std::string_view bytes, bool little, std::uint64_t bom) {
    charset = little ? "utf-16le" : "utf-16be";
    way_ = Way::two_bytes;
    shift_ = bom;
    text = decoded_by_icu(bytes.substr(bom), charset);
    count_units();
}

void Decoded::read_set(std::string_view bytes, const std::string& name) {
    charset = name;
    if (const SingleByteSet* set = set_named(name)) {
        way_ = Way::single_bytes;
        text = set->decoded(bytes);
    } else {
        way_ = has_single_bytes(name) ? Way::single_bytes : Way::unknown;
        text = decoded_by_icu(bytes, name);
    }
    if (way_ == Way::single_bytes) count_units();
}

void Decoded::mend(TextForm form) {
    size_ = text.size();
    Mended mended = mend_mojibake(std::move(text), form != TextForm::plain);
    text = std::move(mended.text);
    if (mended.repairs.empty()) return;
    const std::uint64_t first = mended.repairs.front().begin;
    const std::size_t count = mended.repairs.size();
    repairs_ = std::move(mended.repairs);
    const auto place = arrived(first, first);
    problems.push_back({"mojibake_repaired", Severity::note,
                        mended.way + " was repaired in " + std::to_string(count) +
                            (count == 1 ? " piece of the text" : " pieces of the text"),
                        std::nullopt, place ? std::optional(place->begin) : std::nullopt});
}

void Decoded::read_utf8(utf8::Decoded read) {
    charset = "utf-8";
    shift_ = read.had_bom ? 3 : 0;
    same_until_ = first_invalid = read.first_invalid;
    replaced = read.replaced;
    text = std::move(read.text);
    note_invalid();
}

void Decoded::note_invalid() {
    if (first_invalid)
        problems.push_back({"invalid_utf8", Severity::error,
                            std::to_string(replaced) + " invalid UTF-8 sequences were replaced by U+FFFD",
                            std::nullopt, *first_invalid});
}

void Decoded::take_mixed(MixedText mixed) {
    charset = "utf-8";
    text = std::move(mixed.text);
    size_ = arrived_size_;
    repairs_ = std::move(mixed.pieces);
    replaced = mixed.replaced;
    first_invalid = mixed.first_invalid;
    problems.push_back({"mixed_charsets", Severity::note,
                        std::to_string(mixed.foreign) + " pieces of the text are in " + mixed.other,
                        std::nullopt, repairs_.front().was_begin});
    note_invalid();
}

Decoded decode(std::string bytes, TextForm form, std::string_view transport) {
    Decoded out;
    out.arrived_size_ = bytes.size();
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    const Utf16 unmarked = little || big ? Utf16::no : utf16_without_mark(bytes);
    if (little || big || unmarked != Utf16::no) {
        out.read_utf16(bytes, little || unmarked == Utf16::little, little || big ? 2 : 0);
        if (unmarked != Utf16::no) note_choice({}, out.charset, out.problems);
        out.mend(form);
        return out;
    }
    const std::vector<Declaration> declared = declarations(bytes, form, transport);
    note_unknown(declared, out.problems);
    utf8::Decoded read = utf8::decode(bytes);  // a copy, so that the bytes stay for another reading
    bool is_utf8 = read.had_bom || !read.first_invalid || is_damaged_utf8(read.text, read.replaced);
    if (!is_utf8 && (declared.empty() || declares(declared, "utf-8"))) is_utf8 = are_stray(bytes);
    std::optional<MixedText> mixed;
    if (read.first_invalid && holds_utf8(read.text, read.replaced)) mixed = read_mixed(bytes);
    if (mixed) {
        out.take_mixed(std::move(*mixed));
        is_utf8 = true;
    } else if (is_utf8) {
        out.read_utf8(std::move(read));
    } else {
        std::vector<std::string> names;
        for (const Declaration& one : declared) {
            if (!one.name.empty()) names.push_back(one.name);
        }
        out.read_set(bytes, choose_charset(bytes, names));
    }
    if (!is_utf8 || !ascii::is_ascii(bytes)) note_choice(declared, out.charset, out.problems);
    if (!mixed) out.mend(form);
    return out;
}

}  // namespace isnad::source
