// Files as bytes: read whole (up to a cap) or mapped. Errors name the path and say what the system said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad {

struct FileBytes {
    std::string bytes;
    bool cut = false;  // the file goes on beyond the cap
};

// The first `cap` bytes of a regular file, a pipe or, for "-", standard input. A directory is an error of
// kind input.
Result<FileBytes> read_file(const std::string& path, std::uint64_t cap);

// Writes all of `bytes` to `path` by way of a temporary file beside it, so that no reader sees half of it.
Done write_file(const std::string& path, std::string_view bytes);

// A read-only mapping of a whole file; moves, never copies.
class MappedFile {
  public:
    static Result<MappedFile> open(const std::string& path);
    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::string_view bytes() const { return {data_, size_}; }

  private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace isnad
