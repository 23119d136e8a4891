// A damaged compiled lexicon is refused, or every look-up in it stays inside it and ends.
//
// The input is no image, which chance would never hit, but a list of damages to a small sound one: eight
// bytes each, where (four), what (two) and how (one: byte, 16 or 32 bits; one unused).
#include <cstdint>
#include <cstring>
#include <string>

#include "fuzz/require.h"
#include "lexicon/compiler.h"
#include "text/normalise.h"

using namespace isnad;

namespace {

lexicon::Table small_table(const char* name, std::vector<std::string> columns,
                           std::vector<std::vector<std::string>> rows) {
    lexicon::Table table{name, std::string(name) + ".tsv", "Apache-2.0", std::move(columns), {}};
    std::uint32_t line = 2;
    for (auto& cells : rows) table.rows.push_back({std::move(cells), line++});
    return table;
}

const std::string& sound_image() {
    static const std::string image = lexicon::compile({
        small_table("countries", {"ar", "id", "en"},
                    {{"dar sila|sila", "td", "Dar Sila"}, {"bar", "br", "Bar"}}),
        small_table("words", {"ar", "flags"}, {{"one two three", "a,b"}, {"two", "c"}, {"one", ""}}),
    });
    return image;
}

std::string damaged(const std::uint8_t* data, std::size_t size) {
    std::string image = sound_image();
    for (; size >= 8; data += 8, size -= 8) {
        std::uint32_t where = 0;
        std::memcpy(&where, data, 4);
        const std::size_t width = data[6] % 3 == 0 ? 1 : data[6] % 3 == 1 ? 2 : 4;
        std::uint32_t what = data[4] | static_cast<std::uint32_t>(data[5]) << 8;
        if (data[5] >= 0xF0) what |= 0xFFFF0000;
        if (image.size() >= width)
            std::memcpy(image.data() + where % (image.size() - width + 1), &what, width);
    }
    return image;
}

// Reads every byte, so that a string outside the image is noticed.
std::size_t read(std::string_view text) {
    std::size_t sum = 0;
    for (const char c : text) sum += static_cast<unsigned char>(c);
    return sum;
}

void look_up(const lexicon::Lexicon& lexicon) {
    std::size_t bytes = 0;
    const auto found = [&](lexicon::Found what) {
        for (const lexicon::Entry& entry : what.entries)
            bytes += read(lexicon.spelling(entry)) + read(lexicon.cell(entry, "en"));
    };
    for (const char* words : {"one", "two", "one two three", "dar sila", "bar", "none"}) {
        lexicon::Phrase phrase;
        for (const std::string_view word : lexicon::words_of(words)) {
            phrase = phrase.then(word);
            found(lexicon.find(phrase));
            found(lexicon.find_variant(phrase));
        }
    }
    for (std::size_t i = 0; i < lexicon.tables(); ++i) {
        const lexicon::TableId table{static_cast<std::uint16_t>(i)};
        bytes += read(lexicon.table_name(table));
        const std::size_t columns = lexicon.columns(table).size();
        for (std::uint32_t row = 0; row < lexicon.rows(table); ++row) {
            for (std::size_t column = 0; column < columns; ++column)
                bytes += read(lexicon.cell(table, row, column));
        }
    }
    ISNAD_REQUIRE(bytes < SIZE_MAX);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto lexicon = lexicon::Lexicon::from_image(damaged(data, size), "damaged.bin");
    if (lexicon) {
        look_up(*lexicon.value());
    } else {
        ISNAD_REQUIRE(size >= 8);
        ISNAD_REQUIRE(lexicon.error().text().find("damaged.bin") != std::string::npos);
    }
    return 0;
}
