#include "text/transliteration.h"

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad {
namespace {

namespace l = letters;

// The letter that stands for its class, or 0 for one that is left out after the first letter.
char32_t class_of(char32_t c) {
    switch (c) {
        case l::ghain:
        case l::qaf:
        case l::kaf:
        case l::gaf:
        case l::tcheh: return l::jeem;
        case l::theh:
        case l::tah: return l::teh;
        case l::sad: return l::seen;
        case l::thal:
        case l::zah: return l::zain;
        case l::dad: return l::dal;
        case l::hah: return l::heh;
        case l::peh: return l::beh;
        case 0x06A4: return l::feh;
        case l::jeh: return l::jeem;
        case l::alef:
        case l::waw:
        case l::yeh:
        case l::hamza: return 0;
        default: return c;
    }
}

}  // namespace

std::string transliteration_key(std::string_view word) {
    std::string key;
    char32_t last = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto [c, size] = utf8::at(word, at);
        const bool first = at == 0;
        const bool final_heh = c == l::heh && at + size == word.size();
        at += size;
        const char32_t letter = class_of(c);
        const char32_t kept = letter != 0 ? letter : (first ? (c == l::hamza ? char32_t{l::alef} : c) : 0);
        if (kept == 0 || kept == last || (final_heh && !first)) continue;
        utf8::append(key, kept);
        last = kept;
    }
    return key;
}

}  // namespace isnad
