#include "source/streams/inputs.h"

#include <algorithm>

#include "base/hash.h"
#include "source/streams/container_limits.h"

namespace isnad::source {

Inputs::Inputs(std::vector<std::string> names, StreamOptions options)
    : names_(std::move(names)), options_(std::move(options)), files_(names_) {}

std::optional<Arrival> Inputs::next() {
    for (;;) {
        if (stream_ != nullptr) {
            if (auto arrival = next_of_stream()) return arrival;
            if (stream_ != nullptr) close();
        }
        auto file = files_.next();
        if (!file) return std::nullopt;
        if (auto failed = open(std::move(*file))) return failed;
    }
}

// The next arrival of the file that is open; one that gives nothing but failures is given up.
std::optional<Arrival> Inputs::next_of_stream() {
    if (position_.failures >= limits::failures) {
        close();
        return failure({.path = path_},
                       {"too_damaged", "is given up after " + std::to_string(limits::failures) +
                                           " failures one behind the other"});
    }
    auto arrival = stream_->next();
    if (arrival) position_.failures = arrival->failed ? position_.failures + 1 : 0;
    return arrival;
}

void Inputs::close() {
    passed_ += std::max(size_, file_->offset());
    stream_.reset();
    ++position_.file;
    position_.failures = 0;
}

// Opens a file, or tells why not and goes on behind it.
std::optional<Arrival> Inputs::open(ListedFile file) {
    Origin origin{.path = file.path};
    auto opened =
        file.failed ? Result<std::unique_ptr<OpenFile>>(std::move(*file.failed)) : OpenFile::open(file.path);
    if (!opened) {
        ++position_.file;
        return failure(origin, opened.error());
    }
    file_ = opened.value().get();
    path_ = std::move(file.path);
    size_ = file.size;
    stream_ = open_stream(std::move(opened).value(), std::move(origin), options_);
    return std::nullopt;
}

Position Inputs::position() const {
    Position out = position_;
    if (stream_ != nullptr) stream_->tell(out.steps);
    return out;
}

Done Inputs::go_to(const Position& position) {
    const auto missing = [] { return Error{"no_such_position", "the inputs do not reach to this position"}; };
    while (position_.file < position.file) {
        const auto file = files_.next();
        if (!file) return missing();
        passed_ += file->size;
        ++position_.file;
    }
    if (position.steps.empty()) return done();
    auto file = files_.next();
    if (!file || open(std::move(*file))) return missing();
    position_.failures = position.failures;
    return stream_->go_to(position.steps);
}

std::uint64_t Inputs::bytes_read() const { return passed_ + (stream_ != nullptr ? file_->offset() : 0); }

void Inputs::survey() {
    std::uint64_t total = 0, digest = 0;
    ListedFiles files(names_);
    while (const auto file = files.next()) {
        total += file->size;
        digest = hash_join(hash_join(digest, hash_bytes(file->path)), file->size);
    }
    total_ = total;
    digest_ = digest;
}

std::uint64_t Inputs::bytes_total() {
    if (!total_) survey();
    return *total_;
}

std::uint64_t Inputs::digest() {
    if (!digest_) survey();
    return *digest_;
}

}  // namespace isnad::source
