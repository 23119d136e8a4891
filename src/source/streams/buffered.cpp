#include "source/streams/buffered.h"

#include <algorithm>
#include <cstring>

namespace isnad::source {
namespace {

constexpr std::size_t chunk = 64u << 10;

}  // namespace

// Reads one chunk more; false at the end or at damage.
bool Buffered::fill() {
    if (damage_) return false;
    if (begin_ > 0) {
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    const std::size_t held = buffer_.size();
    buffer_.resize(held + chunk);
    auto got = below_->read(buffer_.data() + held, chunk);
    buffer_.resize(held + (got ? got.value() : 0));
    if (!got) damage_ = got.error();
    return got && got.value() > 0;
}

std::string_view Buffered::ahead(std::size_t wanted) {
    while (buffer_.size() - begin_ < wanted && fill()) {
    }
    return std::string_view(buffer_).substr(begin_);
}

std::uint64_t Buffered::pass(std::uint64_t count) {
    std::uint64_t passed = 0;
    while (passed < count) {
        const std::string_view held = ahead(1);
        if (held.empty()) break;
        const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(held.size(), count - passed));
        skip(some);
        passed += some;
    }
    return passed;
}

std::uint64_t Buffered::take(std::uint64_t count, std::string& out) {
    std::uint64_t taken = 0;
    while (taken < count) {
        const std::string_view held = ahead(1);
        if (held.empty()) break;
        const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(held.size(), count - taken));
        out.append(held.substr(0, some));
        skip(some);
        taken += some;
    }
    return taken;
}

void Buffered::give_back(std::string_view bytes) {
    buffer_.replace(0, begin_, bytes);
    begin_ = 0;
}

bool Buffered::take_line(std::string& out, std::size_t most) {
    out.clear();
    bool any = false;
    for (;;) {
        const std::string_view held = ahead(1);
        if (held.empty()) return any;
        any = true;
        const std::size_t end = held.find('\n');
        const std::size_t count = end == std::string_view::npos ? held.size() : end + 1;
        out.append(held.substr(0, std::min(count, most - std::min(most, out.size()))));
        skip(count);
        if (end != std::string_view::npos) return true;
    }
}

std::optional<Error> Buffered::take_damage() {
    if (begin_ < buffer_.size()) return std::nullopt;
    return std::exchange(damage_, std::nullopt);
}

Result<std::size_t> Buffered::read(char* out, std::size_t size) {
    const std::string_view held = ahead(1);
    if (held.empty() && damage_) return *std::exchange(damage_, std::nullopt);
    const std::size_t count = held.copy(out, size);
    skip(count);
    return count;
}

Done Buffered::restart(Mark mark) {
    buffer_.clear();
    begin_ = 0;
    damage_.reset();
    return below_->restart(mark);
}

Done Buffered::go_to(std::uint64_t offset) {
    const std::uint64_t here = this->offset();
    if (offset >= here && offset - here <= buffer_.size() - begin_) {
        skip(static_cast<std::size_t>(offset - here));
        return done();
    }
    if (!seekable()) return ByteSource::go_to(offset);
    buffer_.clear();
    begin_ = 0;
    damage_.reset();
    return below_->go_to(offset);
}

}  // namespace isnad::source
