#include "source/charset_mixed.h"

#include <algorithm>

#include "base/ascii.h"
#include "source/charset_choice.h"
#include "source/charset_letters.h"
#include "source/charset_sets.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

constexpr std::size_t pieces_kept = 200'000;

// Whether a piece with faults is UTF-8 by and large.
bool is_mostly_utf8(const utf8::Decoded& read) {
    std::uint64_t leads = 0;
    for (const char c : read.text) leads += static_cast<unsigned char>(c) >= 0xC0;
    return (leads - read.replaced) * 3 > read.replaced;
}

template <class Tell>
void each_piece(std::string_view bytes, const Tell& tell) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find_first_of("\n<>", at), bytes.size());
        if (end > at) tell(at, end);
        at = end + 1;
    }
}

// What the pieces that are no UTF-8 are in: an Arabic set, or null.
const SingleByteSet* set_of_foreign(std::string_view bytes) {
    std::string foreign;
    std::uint64_t good = 0;
    each_piece(bytes, [&](std::size_t begin, std::size_t end) {
        const std::string_view piece = bytes.substr(begin, end - begin);
        if (ascii::is_ascii(piece)) return;
        const utf8::Decoded read = utf8::decode(std::string(piece));
        if (!read.first_invalid) ++good;
        if (read.first_invalid && !is_mostly_utf8(read)) foreign.append(piece).append("\n");
    });
    if (good == 0 || foreign.empty()) return nullptr;
    const SingleByteSet* set = set_named(choose_charset(foreign, {}));
    if (set == nullptr || !is_arabic(fit_of_bytes(foreign, set->classes))) return nullptr;
    return set;
}

}  // namespace

std::optional<MixedText> read_mixed(std::string_view bytes) {
    const SingleByteSet* set = set_of_foreign(bytes);
    if (set == nullptr) return std::nullopt;
    MixedText out;
    out.other = set->name;
    std::size_t copied = 0;
    each_piece(bytes, [&](std::size_t begin, std::size_t end) {
        const std::string_view piece = bytes.substr(begin, end - begin);
        if (ascii::is_ascii(piece)) return;
        utf8::Decoded read = utf8::decode(std::string(piece));
        if (!read.first_invalid && !read.had_bom) return;
        const bool foreign = read.first_invalid && !is_mostly_utf8(read);
        out.foreign += foreign;
        if (read.first_invalid && !foreign) {
            if (!out.first_invalid) out.first_invalid = begin + *read.first_invalid;
            out.replaced += read.replaced;
        }
        out.text.append(bytes, copied, begin - copied);
        const std::uint64_t at = out.text.size();
        out.text += foreign ? set->decoded(piece) : read.text;
        copied = end;
        if (out.pieces.size() < pieces_kept) {
            out.pieces.push_back({begin, end, at, out.text.size()});
        } else {
            out.pieces.back().was_end = end;
            out.pieces.back().end = out.text.size();
        }
    });
    out.text.append(bytes, copied, bytes.size() - copied);
    return out;
}

}  // namespace isnad::source
