#include "lexicon/table.h"

#include <algorithm>
#include <filesystem>

#include "base/limits.h"
#include "text/utf8.h"

namespace isnad::lexicon {
namespace {

std::vector<std::string> split(std::string_view line, char by) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = line.find(by);
        parts.emplace_back(line.substr(0, at));
        if (at == std::string_view::npos) return parts;
        line.remove_prefix(at + 1);
    }
}

// The message, then the line as it stands (tabs shown as one space each) and a caret under code point
// `column`.
Error line_error(const std::string& file, std::uint32_t line, std::size_t column, const std::string& what,
                 std::string row) {
    constexpr std::size_t shown = 200;
    std::replace(row.begin(), row.end(), '\t', ' ');
    std::string caret(column, ' ');
    std::string excerpt =
        column <= shown && row.size() <= 4 * shown ? "\n  " + row + "\n  " + caret + "^" : "";
    return {"lexicon_row",
            what + excerpt,
            {.file = file, .line = line, .column = static_cast<std::uint32_t>(column + 1)}};
}

// The head: comment lines "# key: value" in any order before the line with the columns.
struct Head {
    std::string table, about, source, licence;

    void take(std::string_view comment) {
        const auto value_of = [&](std::string_view key, std::string& into) {
            if (!comment.starts_with(key)) return;
            std::string_view value = comment.substr(key.size());
            while (value.starts_with(' ')) value.remove_prefix(1);
            into = value;
        };
        value_of("# table:", table);
        value_of("# about:", about);
        value_of("# source:", source);
        value_of("# licence:", licence);
    }
};

class Reader {
  public:
    Reader(std::string_view text, const std::string& file) : text_(text) { table_.file = file; }

    Result<Table> read() {
        while (at_ < text_.size()) {
            const std::string_view line = next_line();
            if (line.size() > limits::table_row_bytes) return error(0, "the row is too long", "");
            if (line.empty()) continue;
            if (line.starts_with('#')) {
                head_.take(line);
            } else if (table_.columns.empty()) {
                ISNAD_TRY(table_.columns, columns(line));
            } else {
                ISNAD_TRY(Row row, cells(line));
                table_.rows.push_back(std::move(row));
            }
        }
        if (table_.columns.empty()) return error(0, "the table has no line with column names", "");
        table_.name = head_.table;
        table_.licence = head_.licence;
        return std::move(table_);
    }

  private:
    std::string_view next_line() {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        std::string_view line = text_.substr(at_, end - at_);
        at_ = end + 1;
        ++line_;
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    Result<std::vector<std::string>> columns(std::string_view line) {
        const std::string stem = std::filesystem::path(table_.file).stem().string();
        if (head_.table != stem) return error(0, "the head must say '# table: " + stem + "'", line);
        if (head_.about.empty()) return error(0, "the head has no '# about:'", line);
        if (head_.source.empty()) return error(0, "the head has no '# source:'", line);
        if (head_.licence.empty()) return error(0, "the head has no '# licence:'", line);
        auto names = split(line, '\t');
        if (names.front() != "ar" && names.front() != "code")
            return error(0, "the first column must be 'ar'", line);
        return names;
    }

    Result<Row> cells(std::string_view line) {
        Row row{split(line, '\t'), line_};
        if (row.cells.size() > table_.columns.size()) {
            return error(utf8::count(line),
                         "the row has " + std::to_string(row.cells.size()) + " cells, the table " +
                             std::to_string(table_.columns.size()) + " columns",
                         line);
        }
        row.cells.resize(table_.columns.size());
        if (row.cells.front().empty()) return error(0, "the first cell is empty", line);
        return row;
    }

    Error error(std::size_t column, const std::string& what, std::string_view line) const {
        return line_error(table_.file, line_, column, what, std::string(line));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 0;
    Head head_;
    Table table_;
};

}  // namespace

std::size_t Table::column(std::string_view wanted) const {
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), wanted) - columns.begin());
}

Result<Table> read_table(std::string bytes, const std::string& file) {
    const utf8::Decoded decoded = utf8::decode(std::move(bytes));
    if (decoded.first_invalid) {
        return Error{"lexicon_encoding", "is not valid UTF-8", {.file = file, .byte = decoded.first_invalid}};
    }
    return Reader(decoded.text, file).read();
}

Error row_error(const Table& table, const Row& row, std::size_t column, const std::string& what) {
    std::string line;
    std::size_t before = column;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i < column) before += utf8::count(row.cells[i]);
        line += (i == 0 ? "" : "\t") + row.cells[i];
    }
    return line_error(table.file, row.line, before, what, line);
}

}  // namespace isnad::lexicon
