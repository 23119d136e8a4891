// The character set of what arrives and its decoding to UTF-8, for HTML, XML and plain text alike.
//
// Order: byte order mark; UTF-16 without one, by where its zeros and its Arabic lie; UTF-8 where the bytes
// are valid beyond ASCII, or nearly, whatever is declared; what the transport declares, then what the text
// itself declares (<meta>, XML declaration), unless the letters contradict it; else what the letters say
// (charset_letters.h: windows-1256, iso-8859-6, x-mac-arabic, windows-1252), and uchardet where they look
// like neither Arabic nor Latin. All bytes are looked at. Then text that was damaged by wrong decoding before
// it arrived is repaired where that is certain (mojibake.h). All of it takes time in proportion to the bytes.
//
// Problems: unknown_charset, charset_contradicted, charset_guessed, mixed_charsets, invalid_utf8,
// mojibake_repaired.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/markup.h"
#include "model/page.h"
#include "source/charset_mixed.h"
#include "source/mojibake.h"
#include "text/utf8.h"

namespace isnad::source {

// Where the text itself may declare its set.
enum class TextForm : std::uint8_t { plain, html, xml };

class Decoded {
  public:
    std::string text;     // valid UTF-8, no BOM
    std::string charset;  // that was used, lower case: "utf-8", "windows-1256", "utf-16le"
    std::vector<Problem> problems;
    std::uint64_t replaced = 0;                  // ill-formed pieces of UTF-8 that became U+FFFD
    std::optional<std::uint64_t> first_invalid;  // byte of the first of them

    // The arrived bytes of a range of `text`, or nothing where that cannot be told.
    std::optional<ByteRange> arrived(std::uint64_t begin, std::uint64_t end) const;

  private:
    friend Decoded decode(std::string bytes, TextForm form, std::string_view transport);
    enum class Way : std::uint8_t { same, single_bytes, two_bytes, unknown };

    void read_utf16(std::string_view bytes, bool little, std::uint64_t bom);
    void read_utf8(utf8::Decoded read);
    void take_mixed(MixedText mixed);
    void note_invalid();
    void read_set(std::string_view bytes, const std::string& name);
    void count_units();
    void mend(TextForm form);
    std::uint64_t units_before(std::uint64_t at) const;
    std::optional<std::uint64_t> before_repair(std::uint64_t at) const;

    Way way_ = Way::same;
    std::uint64_t shift_ = 0;                  // bytes of the BOM
    std::uint64_t arrived_size_ = 0;           // of the bytes
    std::optional<std::uint64_t> same_until_;  // UTF-8: up to the first invalid byte
    // The text as decoded, where bytes are counted by characters: `text` may be changed by its user.
    std::string counted_;
    std::size_t size_ = 0;              // of the text as decoded
    std::vector<std::uint64_t> units_;  // before every 4,096th byte of the text
    std::vector<Repair> repairs_;
};

// `transport` is the label that the transport declares, or empty.
Decoded decode(std::string bytes, TextForm form, std::string_view transport = {});

}  // namespace isnad::source
