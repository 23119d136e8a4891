#include "apps/isnad/journal.h"

#include <cerrno>
#include <cstdlib>
#include <sstream>

#include "base/files.h"
#include "base/hash.h"
#include "source/streams/listed_files.h"

namespace isnad::apps {
namespace {

constexpr std::string_view first_line = "isnad position 1";

Error broken(const std::string& path) {
    return {"bad_position",
            "is no journal of this version: remove it to begin anew",
            {.file = path},
            ErrorKind::usage};
}

// Reads "name value" and takes it.
bool take(std::istream& in, const char* name, std::string& value) {
    std::string line;
    const std::string begin = std::string(name) + ' ';
    if (!std::getline(in, line) || !line.starts_with(begin)) return false;
    value = line.substr(begin.size());
    return true;
}

bool take(std::istream& in, const char* name, std::uint64_t& value, int base = 10) {
    std::string text;
    if (!take(in, name, text) || text.empty()) return false;
    char* end = nullptr;
    errno = 0;
    value = std::strtoull(text.c_str(), &end, base);
    return *end == '\0' && errno == 0;
}

std::uint64_t digest_of_file(const std::string& path) {
    const auto file = MappedFile::open(path);
    return file ? hash_bytes(file.value().bytes()) : 0;
}

}  // namespace

std::string journal_path(const std::string& output) { return output + ".position"; }

Result<std::optional<Journal>> read_journal(const std::string& output) {
    constexpr std::uint64_t longest = 64u << 10;
    const std::string path = journal_path(output);
    const auto file = read_file(path, longest);
    if (!file && file.error().code == "not_found") return std::optional<Journal>();
    if (!file) return file.error();
    std::istringstream in(file.value().bytes);
    std::string line, position;
    Journal out;
    std::uint64_t status = 0, finished = 0;
    const bool read = std::getline(in, line) && line == first_line && take(in, "inputs", out.inputs, 16) &&
                      take(in, "options", out.options, 16) && take(in, "position", position) &&
                      take(in, "output", out.length) && take(in, "status", status) &&
                      take(in, "finished", finished);
    const auto parsed = source::Position::parse(position);
    if (!read || !parsed || status > exit_environment) return broken(path);
    out.position = *parsed;
    out.status = static_cast<int>(status);
    out.finished = finished != 0;
    return std::optional<Journal>(std::move(out));
}

Done write_journal(const std::string& output, const Journal& journal) {
    std::string text(first_line);
    text += "\ninputs " + hex16(journal.inputs) + "\noptions " + hex16(journal.options);
    text += "\nposition " + journal.position.text() + "\noutput " + std::to_string(journal.length);
    text +=
        "\nstatus " + std::to_string(journal.status) + "\nfinished " + (journal.finished ? "1" : "0") + "\n";
    return write_file(journal_path(output), text);
}

std::uint64_t digest_of_options(const Options& options) {
    std::uint64_t digest = hash_bytes(ISNAD_VERSION);
    const auto join = [&digest](std::uint64_t part) { digest = hash_join(digest, part); };
    join(digest_of_file(options.lexicon_image));
    if (options.lexicon) {
        const std::vector<std::string> folder{*options.lexicon};
        source::ListedFiles tables(folder);
        while (const auto table = tables.next()) {
            join(hash_bytes(table->path));
            join(digest_of_file(table->path));
        }
    }
    join(hash_bytes(options.fields));
    join(hash_bytes(options.now ? iso_day(*options.now) : ""));
    join(hash_bytes(options.json ? "json" : options.lang));
    return digest;
}

}  // namespace isnad::apps
