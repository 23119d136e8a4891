// Any bytes as a lexicon table: a table or an error with its place, and what passes the check compiles and
// loads.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "lexicon/compiler.h"
#include "lexicon/schema.h"

using namespace isnad;

namespace {

// The file must be called like the table that the head names; so the bytes get to say which it is.
std::string file_of(std::string_view bytes) {
    constexpr std::string_view mark = "# table:";
    const std::size_t at = bytes.find(mark);
    if (at == std::string_view::npos) return "persons.tsv";
    std::string_view name = bytes.substr(at + mark.size(), 64);
    name = name.substr(0, name.find('\n'));
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    return std::string(name) + ".tsv";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    auto table = lexicon::read_table(bytes, file_of(bytes));
    if (!table) {
        ISNAD_REQUIRE(!table.error().code.empty() && !table.error().place.file.empty());
        return 0;
    }
    for (const lexicon::Row& row : table.value().rows)
        ISNAD_REQUIRE(row.cells.size() == table.value().columns.size());
    const Done checked = lexicon::check_table(table.value());
    if (!checked) {
        ISNAD_REQUIRE(!checked.error().text().empty());
        return 0;
    }
    const std::size_t rows = table.value().rows.size();
    const std::string image = lexicon::compile({std::move(table).value()});
    const auto loaded = lexicon::Lexicon::from_image(image, "compiled");
    ISNAD_REQUIRE(loaded);
    ISNAD_REQUIRE(loaded.value()->tables() == 1 && loaded.value()->rows({0}) == rows);
    return 0;
}
