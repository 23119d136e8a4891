#include "source/streams/archive_input.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace isnad::source {
namespace {

constexpr std::size_t block_bytes = 64u << 10;

}  // namespace

int ArchiveInput::open(archive* reader) {
    block_.resize(block_bytes);
    archive_read_set_callback_data(reader, this);
    archive_read_set_read_callback(reader, &ArchiveInput::read);
    archive_read_set_skip_callback(reader, &ArchiveInput::skip);
    if (below_->seekable()) archive_read_set_seek_callback(reader, &ArchiveInput::seek);
    return archive_read_open1(reader);
}

la_ssize_t ArchiveInput::read(archive* reader, void* self, const void** block) {
    auto& input = *static_cast<ArchiveInput*>(self);
    auto got = input.below_->read(input.block_.data(), input.block_.size());
    *block = input.block_.data();
    if (got) return static_cast<la_ssize_t>(got.value());
    archive_set_error(reader, EIO, "%s", got.error().what.c_str());
    input.damage_ = got.error();
    return -1;
}

la_int64_t ArchiveInput::skip(archive*, void* self, la_int64_t count) {
    auto& input = *static_cast<ArchiveInput*>(self);
    if (count <= 0 || !input.below_->seekable()) return 0;
    const std::uint64_t here = input.below_->offset();
    const std::uint64_t end = input.below_->size().value_or(here);
    const auto wanted = std::min<std::uint64_t>(static_cast<std::uint64_t>(count), end - std::min(end, here));
    return input.below_->go_to(here + wanted) ? static_cast<la_int64_t>(wanted) : 0;
}

la_int64_t ArchiveInput::seek(archive*, void* self, la_int64_t offset, int whence) {
    auto& input = *static_cast<ArchiveInput*>(self);
    const auto size = static_cast<la_int64_t>(input.below_->size().value_or(0));
    const auto here = static_cast<la_int64_t>(input.below_->offset());
    const la_int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? here : size;
    if (offset > size || offset < -base || base + offset > size) return ARCHIVE_FATAL;
    const la_int64_t target = base + offset;
    return input.below_->go_to(static_cast<std::uint64_t>(target)) ? target : ARCHIVE_FATAL;
}

std::string message_of(archive* reader) {
    const char* said = archive_error_string(reader);
    std::string text = said == nullptr || *said == '\0' ? "unknown damage" : said;
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return text;
}

}  // namespace isnad::source
