// The files that a list of inputs names: files as they are, and what lies in directories, in the order of
// names by their bytes, sub-directories in place. Hidden entries are left out of directories, and so is what
// is neither file nor directory; links are followed, but no directory is read twice for one input.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace isnad::source {

struct ListedFile {
    std::string path;               // "-" is standard input
    std::uint64_t size = 0;         // 0 where it is not known
    std::optional<Error> failed{};  // a directory that cannot be read or holds no files
};

// Holds the names of one directory on each level, not of all.
class ListedFiles {
  public:
    explicit ListedFiles(const std::vector<std::string>& inputs) : inputs_(&inputs) {}

    std::optional<ListedFile> next();

  private:
    struct Folder {
        std::string path;
        std::vector<std::string> names;
        std::size_t at = 0;
    };

    std::optional<ListedFile> begin_input(const std::string& input);
    std::optional<Error> enter(const std::string& path);
    std::optional<ListedFile> next_in_folder();

    const std::vector<std::string>* inputs_;
    std::size_t at_ = 0;
    std::vector<Folder> folders_;                                // from the input down
    std::set<std::pair<std::uint64_t, std::uint64_t>> entered_;  // device and inode, for this input
    bool any_ = false;                                           // file of this input
};

}  // namespace isnad::source
