// isnad-lexicon: compiles the tables of a lexicon, and checks them.
#include <cstdio>
#include <string>
#include <vector>

#include "base/files.h"
#include "lexicon/compiler.h"

namespace {

constexpr const char* usage =
    "usage: isnad-lexicon compile OUT DIR...   compile every *.tsv of the directories into OUT\n"
    "       isnad-lexicon check DIR...         read and check them, and count their rows\n";

int fail(const isnad::Error& error) {
    std::fprintf(stderr, "isnad-lexicon: %s\n", error.text().c_str());
    return error.kind == isnad::ErrorKind::environment ? 3 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    const bool compiles = words.size() >= 3 && words[0] == "compile";
    if (!compiles && !(words.size() >= 2 && words[0] == "check")) {
        std::fputs(usage, stderr);
        return 2;
    }
    std::vector<isnad::lexicon::Table> tables;
    for (std::size_t i = compiles ? 2 : 1; i < words.size(); ++i) {
        auto read = isnad::lexicon::read_tables(words[i]);
        if (!read) return fail(read.error());
        for (auto& table : read.value()) tables.push_back(std::move(table));
    }
    if (compiles) {
        const auto written = isnad::write_file(words[1], isnad::lexicon::compile(std::move(tables)));
        return written ? 0 : fail(written.error());
    }
    for (const auto& table : tables) std::printf("%7zu  %s\n", table.rows.size(), table.name.c_str());
    return 0;
}
