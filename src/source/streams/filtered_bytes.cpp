#include "source/streams/filtered_bytes.h"

#include <archive_entry.h>

#include "base/limits.h"
#include "source/streams/archive_input.h"
#include "source/streams/restarts.h"

namespace isnad::source {
namespace {

// Takes a number of the .xz format: seven bits a byte, the last byte without the highest one.
std::uint64_t take_number(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7Fu} << shift;
        if (byte < 0x80) break;
    }
    return value;
}

// The size of the window that the first block of an .xz file asks for (The .xz File Format 1.0.4, 3.1 and
// 5.3.1); 0 when it is none.
std::uint64_t window_of_xz(std::string_view head) {
    constexpr std::size_t stream_header = 12;
    constexpr std::uint64_t lzma2 = 0x21;
    if (!head.starts_with("\xFD"
                          "7zXZ") ||
        head.size() < stream_header + 2)
        return 0;
    const auto flags = static_cast<unsigned char>(head[stream_header + 1]);
    std::string_view rest = head.substr(stream_header + 2);
    if ((flags & 0x40) != 0) take_number(rest);
    if ((flags & 0x80) != 0) take_number(rest);
    for (int filter = 0; filter <= (flags & 3); ++filter) {
        const std::uint64_t id = take_number(rest), size = take_number(rest);
        if (size > rest.size()) return 0;
        if (id == lzma2 && size == 1) {
            const unsigned bits = static_cast<unsigned char>(rest.front()) & 0x3F;
            return (2 | (bits & 1ull)) << (bits / 2 + 11);
        }
        rest.remove_prefix(static_cast<std::size_t>(size));
    }
    return 0;
}

class FilteredBytes final : public ByteSource {
  public:
    FilteredBytes(std::unique_ptr<Buffered> below, std::string name)
        : input_(std::move(below)), name_(std::move(name)) {
        open();
    }

    Result<std::size_t> read(char* out, std::size_t size) override {
        if (damage_) return *std::exchange(damage_, std::nullopt);
        if (ended_) return std::size_t{0};
        const la_ssize_t got = archive_read_data(reader_.get(), out, size);
        if (got <= 0) ended_ = true;
        if (got < 0) return error();
        made_ += static_cast<std::uint64_t>(got);
        damage_ = check_expansion(input_.below().offset(), made_);
        if (damage_) {
            damage_->place = {.file = name_, .byte = input_.below().offset()};
            ended_ = true;
        }
        return static_cast<std::size_t>(got);
    }

    std::uint64_t offset() const override { return made_; }
    Mark mark(std::uint64_t) const override { return {}; }

    Done restart(Mark) override {
        const Done begun = input_.below().go_to(0);
        if (begun) open();
        return begun;
    }

  private:
    void open() {
        made_ = 0;
        damage_.reset();
        reader_.reset(archive_read_new());
        ended_ = reader_ == nullptr;
        if (ended_) return;
        constexpr std::size_t head = 64;
        if (window_of_xz(input_.below().ahead(head)) > 1ull << limits::zstd_window_log) {
            ended_ = true;
            damage_ = Error{
                "bad_compression",
                "the window is larger than " + std::to_string((1u << limits::zstd_window_log) >> 20) + " MiB",
                {.file = name_, .byte = 0}};
            return;
        }
        archive_read_support_filter_xz(reader_.get());
        archive_read_support_filter_bzip2(reader_.get());
        archive_read_support_format_raw(reader_.get());
        archive_entry* entry = nullptr;
        const int opened = input_.open(reader_.get());
        const int begun = opened == ARCHIVE_OK ? archive_read_next_header(reader_.get(), &entry) : opened;
        ended_ = begun != ARCHIVE_OK;
        if (ended_ && begun != ARCHIVE_EOF) damage_ = error();
    }

    Error error() {
        if (auto damage = input_.take_damage()) return *damage;
        return {"bad_compression",
                "damaged: " + message_of(reader_.get()),
                {.file = name_, .byte = input_.below().offset()}};
    }

    ArchiveInput input_;
    std::string name_;
    ArchivePtr reader_;
    std::optional<Error> damage_;
    std::uint64_t made_ = 0;
    bool ended_ = false;
};

}  // namespace

Bytes filtered_bytes(std::unique_ptr<Buffered> below, std::string name) {
    return std::make_unique<FilteredBytes>(std::move(below), std::move(name));
}

}  // namespace isnad::source
