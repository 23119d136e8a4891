#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace isnad {
namespace {

// A file descriptor that closes itself; standard input is left open.
struct Descriptor {
    int number = -1;
    explicit Descriptor(int n) : number(n) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number > 0) ::close(number);
    }
};

Error system_error(const std::string& path, int number) {
    const bool missing = number == ENOENT || number == ENOTDIR;
    const bool input = missing || number == EACCES || number == EISDIR;
    return {missing ? "not_found" : "cannot_read",
            std::strerror(number),
            {.file = path},
            input ? ErrorKind::input : ErrorKind::environment};
}

Result<FileBytes> read_descriptor(int descriptor, const std::string& path, std::uint64_t cap) {
    FileBytes out;
    constexpr std::size_t step = 1u << 18;
    while (out.bytes.size() <= cap) {
        const std::size_t old = out.bytes.size();
        out.bytes.resize(old + step);
        const ssize_t got = ::read(descriptor, out.bytes.data() + old, step);
        if (got < 0 && errno == EINTR) {
            out.bytes.resize(old);
            continue;
        }
        if (got < 0) return system_error(path, errno);
        out.bytes.resize(old + static_cast<std::size_t>(got));
        if (got == 0) break;
    }
    out.cut = out.bytes.size() > cap;
    if (out.cut) out.bytes.resize(static_cast<std::size_t>(cap));
    return out;
}

}  // namespace

Result<FileBytes> read_file(const std::string& path, std::uint64_t cap) {
    if (path == "-") return read_descriptor(0, "standard input", cap);
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number < 0) return system_error(path, errno);
    struct stat about {};
    if (::fstat(file.number, &about) != 0) return system_error(path, errno);
    if (S_ISDIR(about.st_mode)) return Error{"is_directory", "is a directory, not a page", {.file = path}};
    return read_descriptor(file.number, path, cap);
}

Done write_file(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".tmp";
    std::FILE* out = std::fopen(beside.c_str(), "wb");
    const bool written = out != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
    const bool closed = out != nullptr && std::fclose(out) == 0;
    if (!written || !closed || std::rename(beside.c_str(), path.c_str()) != 0) {
        return Error{"cannot_write", std::strerror(errno), {.file = path}, ErrorKind::environment};
    }
    return done();
}

Result<MappedFile> MappedFile::open(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number < 0) return system_error(path, errno);
    struct stat about {};
    if (::fstat(file.number, &about) != 0) return system_error(path, errno);
    if (!S_ISREG(about.st_mode)) return Error{"not_a_file", "is not a regular file", {.file = path}};
    MappedFile out;
    out.size_ = static_cast<std::size_t>(about.st_size);
    if (out.size_ == 0) return out;
    void* data = ::mmap(nullptr, out.size_, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (data == MAP_FAILED) return system_error(path, errno);
    out.data_ = static_cast<const char*>(data);
    return out;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace isnad
