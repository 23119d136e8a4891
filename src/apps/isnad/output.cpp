#include "apps/isnad/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace isnad::apps {

Result<Output> Output::open(const std::string& path, std::uint64_t length) {
    Output out;
    out.path_ = path;
    out.file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (out.file_ < 0) return out.error();
    struct stat about {};
    if (::fstat(out.file_, &about) != 0) return out.error();
    out.regular_ = S_ISREG(about.st_mode);
    if (out.regular_) {
        if (static_cast<std::uint64_t>(about.st_size) < length)
            return Error{"bad_position",
                         "is shorter than its journal says: remove both to begin anew",
                         {.file = path},
                         ErrorKind::usage};
        if (::ftruncate(out.file_, static_cast<off_t>(length)) != 0 ||
            ::lseek(out.file_, static_cast<off_t>(length), SEEK_SET) < 0)
            return out.error();
    }
    out.length_ = length;
    return out;
}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      path_(std::move(other.path_)),
      length_(other.length_),
      regular_(other.regular_) {}

Output& Output::operator=(Output&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(path_, other.path_);
    std::swap(length_, other.length_);
    std::swap(regular_, other.regular_);
    return *this;
}

Output::~Output() {
    if (file_ >= 0) ::close(file_);
}

Error Output::error() const {
    return {"cannot_write", std::strerror(errno), {.file = path_}, ErrorKind::environment};
}

Done Output::write(std::string_view text) {
    const std::uint64_t behind = length_ + text.size();
    if (file_ < 0) {
        if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) return error();
        text = {};
    }
    while (!text.empty()) {
        const ssize_t written = ::write(file_, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return error();
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    length_ = behind;
    return done();
}

Done Output::sync() {
    const bool flushed = file_ < 0 ? std::fflush(stdout) == 0 : ::fdatasync(file_) == 0 || errno == EINVAL;
    if (flushed) return done();
    return error();
}

}  // namespace isnad::apps
