// libarchive as a reader of a buffered source: the callbacks, and what it says when it fails.
#pragma once

#include <archive.h>

#include <memory>
#include <string>

#include "source/streams/buffered.h"

namespace isnad::source {

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;

// Gives the bytes of a source to libarchive. It must outlive the archive that reads it.
class ArchiveInput {
  public:
    explicit ArchiveInput(std::unique_ptr<Buffered> below) : below_(std::move(below)) {}

    // Begins reading at the start of the source; what the reader supports was set before.
    int open(archive* reader);

    Buffered& below() { return *below_; }
    // Damage of the bytes below that libarchive was told of, once.
    std::optional<Error> take_damage() { return std::exchange(damage_, std::nullopt); }

  private:
    static la_ssize_t read(archive* reader, void* self, const void** block);
    static la_int64_t skip(archive* reader, void* self, la_int64_t count);
    static la_int64_t seek(archive* reader, void* self, la_int64_t offset, int whence);

    std::unique_ptr<Buffered> below_;
    std::string block_;
    std::optional<Error> damage_;
};

// What libarchive says, without line ends.
std::string message_of(archive* reader);

}  // namespace isnad::source
