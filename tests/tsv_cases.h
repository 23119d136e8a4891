// Readable test tables beside the code: TSV with one line of column names, '#' comments, and \uXXXX or
// \UXXXXXXXX for what cannot be seen.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace isnad {

struct TsvCase {
    std::string place;  // "file:line"
    std::vector<std::string> cells;
};

inline std::string unescaped(const std::string& cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const std::size_t digits = cell[i] == '\\' && i + 1 < cell.size() ? (cell[i + 1] == 'u'   ? 4u
                                                                             : cell[i + 1] == 'U' ? 8u
                                                                                                  : 0u)
                                                                          : 0u;
        if (digits == 0) {
            out += cell[i];
            continue;
        }
        utf8::append(out,
                     static_cast<char32_t>(std::strtoul(cell.substr(i + 2, digits).c_str(), nullptr, 16)));
        i += 1 + digits;
    }
    return out;
}

// Rows of a table below the source folder, each padded to `columns` cells. A missing or empty table fails the
// test.
inline std::vector<TsvCase> tsv_cases(const std::string& file, std::size_t columns) {
    std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/" + file);
    EXPECT_TRUE(in.good()) << file;
    std::vector<TsvCase> out;
    std::string line;
    bool head = true;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        if (head) {
            head = false;
            continue;
        }
        TsvCase row{file + ":" + std::to_string(number), {}};
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t tab = std::min(line.find('\t', at), line.size());
            row.cells.push_back(unescaped(line.substr(at, tab - at)));
            at = tab + 1;
        }
        row.cells.resize(std::max(columns, row.cells.size()));
        out.push_back(std::move(row));
    }
    EXPECT_FALSE(out.empty()) << file << " has no cases";
    return out;
}

}  // namespace isnad
