// All that a list of inputs holds, page after page: files, directories, standard input ("-"), and whatever
// containers they are (docs/formats/inputs.md). One record is held at a time.
//
//     Inputs inputs(names, {});
//     while (auto arrival = inputs.next()) {
//         if (arrival->failed) ...   // why there is no page, with its place; reading goes on
//         else read_page(std::move(arrival->page.bytes), arrival->page.origin);
//     }
//
// After every arrival position() is the place behind it: another Inputs over the same names that goes to it
// gives what this one gives next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/streams/listed_files.h"
#include "source/streams/position.h"
#include "source/streams/stream.h"

namespace isnad::source {

class Inputs {
  public:
    Inputs(std::vector<std::string> names, StreamOptions options);
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    // The next page, or why there is none at its place; nothing at the end.
    std::optional<Arrival> next();

    Position position() const;
    // Goes to a position; before the first next(). Files are sought in, solid ones (.tar.gz, .jsonl.zst) and
    // pipes read again up to it. An error says that the inputs do not reach so far.
    Done go_to(const Position& position);

    // Bytes of the files as they lie on disk: read so far, and all of them. Pipes count as they are read.
    std::uint64_t bytes_read() const;
    std::uint64_t bytes_total();
    // Of names and sizes of all files: equal when the inputs have not changed.
    std::uint64_t digest();

  private:
    std::optional<Arrival> open(ListedFile file);
    std::optional<Arrival> next_of_stream();
    void close();
    void survey();

    std::vector<std::string> names_;
    StreamOptions options_;
    ListedFiles files_;
    StreamPtr stream_;
    const OpenFile* file_ = nullptr;  // below the stream
    Position position_;               // of the file that is open, or comes next
    std::string path_;                // of that file
    std::uint64_t size_ = 0;          // likewise, where it is known
    std::uint64_t passed_ = 0;        // bytes of the files before
    std::optional<std::uint64_t> total_, digest_;
};

}  // namespace isnad::source
