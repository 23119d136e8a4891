// Bytes from somewhere, read forward: a file, standard input, memory, or what a decompressor makes of another
// source. Layers of them stand on each other; none holds more than a buffer of fixed size.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad::source {

// Where reading can begin anew: `at` counts in the bytes below this layer, `from` in its own. A plain file
// has both equal; of compressed bytes it is the start of a gzip member or a zstd frame.
struct Mark {
    std::uint64_t at = 0, from = 0;
    bool operator==(const Mark&) const = default;
};

class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    // Reads at most `size` bytes (more than none); 0 is the end. After an Error the next call goes on behind
    // the damage where the form allows it, or tells the end.
    virtual Result<std::size_t> read(char* out, std::size_t size) = 0;

    // Bytes given so far, those passed over included.
    virtual std::uint64_t offset() const = 0;

    // The latest place to begin anew that lies at or before `offset`.
    virtual Mark mark(std::uint64_t offset) const = 0;
    virtual Done restart(Mark mark) = 0;

    // Goes to an offset of its own bytes. Unless overridden, forward only, by reading.
    virtual Done go_to(std::uint64_t offset);

    // Of all its bytes, where that is known; and whether go_to goes back, too.
    virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
    virtual bool seekable() const { return false; }
    // Whether restart goes to any mark; otherwise only reading forward leads to a place.
    virtual bool restartable() const { return seekable(); }
};

using Bytes = std::unique_ptr<ByteSource>;

// The bytes of a string that outlives the source.
class MemoryBytes final : public ByteSource {
  public:
    explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}

    Result<std::size_t> read(char* out, std::size_t size) override;
    std::uint64_t offset() const override { return at_; }
    Mark mark(std::uint64_t offset) const override { return {offset, offset}; }
    Done restart(Mark mark) override { return go_to(mark.from); }
    Done go_to(std::uint64_t offset) override;
    std::optional<std::uint64_t> size() const override { return bytes_.size(); }
    bool seekable() const override { return true; }

  private:
    std::string_view bytes_;
    std::uint64_t at_ = 0;
};

// A file, a pipe or, for "-", standard input. Errors name the path and say what the system said.
class OpenFile final : public ByteSource {
  public:
    static Result<std::unique_ptr<OpenFile>> open(const std::string& path);
    ~OpenFile() override;

    Result<std::size_t> read(char* out, std::size_t size) override;
    std::uint64_t offset() const override { return at_; }
    Mark mark(std::uint64_t offset) const override { return {offset, offset}; }
    Done restart(Mark mark) override { return go_to(mark.from); }
    Done go_to(std::uint64_t offset) override;
    std::optional<std::uint64_t> size() const override { return size_; }
    bool seekable() const override { return size_.has_value(); }

  private:
    OpenFile(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

    int descriptor_;
    std::string path_;
    std::uint64_t at_ = 0;
    std::optional<std::uint64_t> size_;  // of a regular file
    bool failed_ = false;
};

}  // namespace isnad::source
