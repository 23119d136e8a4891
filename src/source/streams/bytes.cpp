#include "source/streams/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace isnad::source {
namespace {

Error system_error(const std::string& path, int number) {
    const bool missing = number == ENOENT || number == ENOTDIR;
    const bool input = missing || number == EACCES || number == EISDIR || number == ELOOP || number == EIO;
    return {missing ? "not_found" : "cannot_read",
            std::strerror(number),
            {.file = path},
            input ? ErrorKind::input : ErrorKind::environment};
}

}  // namespace

Done ByteSource::go_to(std::uint64_t offset) {
    if (offset < this->offset()) return Error{"cannot_go_back", "these bytes can be read forward only"};
    std::array<char, 1u << 16> passed;
    while (this->offset() < offset) {
        const auto wanted = std::min<std::uint64_t>(passed.size(), offset - this->offset());
        const auto got = read(passed.data(), static_cast<std::size_t>(wanted));
        // Damage before the place was told when it was read the first time.
        if (got && got.value() == 0)
            return Error{"ends_early", "the bytes end at " + std::to_string(this->offset())};
    }
    return done();
}

Result<std::size_t> MemoryBytes::read(char* out, std::size_t size) {
    const std::size_t count = bytes_.copy(out, size, static_cast<std::size_t>(at_));
    at_ += count;
    return count;
}

Done MemoryBytes::go_to(std::uint64_t offset) {
    if (offset > bytes_.size())
        return Error{"ends_early", "the bytes end at " + std::to_string(bytes_.size())};
    at_ = offset;
    return done();
}

Result<std::unique_ptr<OpenFile>> OpenFile::open(const std::string& path) {
    if (path == "-") return std::unique_ptr<OpenFile>(new OpenFile(STDIN_FILENO, "standard input"));
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return system_error(path, errno);
    std::unique_ptr<OpenFile> file(new OpenFile(descriptor, path));
    struct stat about {};
    if (::fstat(descriptor, &about) != 0) return system_error(path, errno);
    if (S_ISDIR(about.st_mode)) return Error{"is_directory", "is a directory, not a page", {.file = path}};
    if (S_ISREG(about.st_mode)) file->size_ = static_cast<std::uint64_t>(about.st_size);
    return file;
}

OpenFile::~OpenFile() {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

Result<std::size_t> OpenFile::read(char* out, std::size_t size) {
    if (failed_) return std::size_t{0};
    for (;;) {
        const ssize_t got = ::read(descriptor_, out, size);
        if (got < 0 && errno == EINTR) continue;
        failed_ = got < 0;
        if (failed_) return system_error(path_, errno);
        at_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }
}

Done OpenFile::go_to(std::uint64_t offset) {
    if (!size_) return ByteSource::go_to(offset);
    if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return system_error(path_, errno);
    at_ = offset;
    return done();
}

}  // namespace isnad::source
