// A source with a buffer: bytes can be looked at before they are taken, and lines be read.
#pragma once

#include <string>
#include <string_view>

#include "source/streams/bytes.h"

namespace isnad::source {

class Buffered final : public ByteSource {
  public:
    explicit Buffered(Bytes below) : below_(std::move(below)) {}

    // The bytes ahead: at least `wanted` of them unless the end or damage comes first. Valid until the next
    // call.
    std::string_view ahead(std::size_t wanted);
    // Takes bytes that were seen ahead.
    void skip(std::size_t count) { begin_ += count; }
    // Takes up to `count` bytes, however many; fewer at the end or at damage.
    std::uint64_t pass(std::uint64_t count);
    // The same, kept: appends them to `out`.
    std::uint64_t take(std::uint64_t count, std::string& out);
    // Gives bytes back that were taken last.
    void give_back(std::string_view bytes);
    // Takes a line with its end. At most `most` bytes of it are kept in `out`; false at the end. A line ends
    // at damage, too.
    bool take_line(std::string& out, std::size_t most);

    bool at_end() { return ahead(1).empty(); }
    // The damage that stopped the bytes ahead, once; reading goes on behind it.
    std::optional<Error> take_damage();
    bool damaged() const { return damage_.has_value(); }

    Result<std::size_t> read(char* out, std::size_t size) override;
    std::uint64_t offset() const override { return below_->offset() - (buffer_.size() - begin_); }
    Mark mark(std::uint64_t offset) const override { return below_->mark(offset); }
    Done restart(Mark mark) override;
    Done go_to(std::uint64_t offset) override;
    std::optional<std::uint64_t> size() const override { return below_->size(); }
    bool seekable() const override { return below_->seekable(); }
    bool restartable() const override { return below_->restartable(); }

  private:
    bool fill();

    Bytes below_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::optional<Error> damage_;
};

}  // namespace isnad::source
