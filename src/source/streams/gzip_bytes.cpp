#include "source/streams/gzip_bytes.h"

#include <zlib.h>

#include <algorithm>

#include "base/limits.h"
#include "source/streams/restarts.h"

namespace isnad::source {
namespace {

constexpr std::size_t member_header = 10;

bool begins_member(std::string_view bytes) {
    return bytes.size() >= 4 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == '\x08' &&
           (static_cast<unsigned char>(bytes[3]) & 0xE0) == 0;
}

class GzipBytes final : public ByteSource {
  public:
    GzipBytes(std::unique_ptr<Buffered> below, std::string name)
        : below_(std::move(below)), name_(std::move(name)) {}
    ~GzipBytes() override { close(); }

    Result<std::size_t> read(char* out, std::size_t size) override {
        for (;;) {
            if (damage_) return *std::exchange(damage_, std::nullopt);
            if (ended_) return std::size_t{0};
            if (!open_) {
                auto begun = begin_member();
                if (!begun) return begun.error();
                continue;
            }
            auto got = inflate_some(out, size);
            if (!got || got.value() > 0) return got;
        }
    }

    std::uint64_t offset() const override { return made_; }
    Mark mark(std::uint64_t offset) const override { return restarts_.before(offset); }
    bool restartable() const override { return below_->seekable(); }

    Done restart(Mark mark) override {
        close();
        ended_ = false;
        damage_.reset();
        restarts_.clear();
        made_ = mark.from;
        return below_->go_to(mark.at);
    }

  private:
    Error error(const char* code, std::string what) const {
        return {code, std::move(what), {.file = name_, .byte = below_->offset()}};
    }

    void close() {
        if (open_) inflateEnd(&stream_);
        open_ = false;
    }

    // Finds the next member; padding of zeros behind the last one is the end.
    Done begin_member() {
        bool passed = false;
        for (;;) {
            const std::string_view ahead = below_->ahead(member_header);
            if (ahead.empty()) return at_end(passed);
            if (begins_member(ahead)) break;
            passed = passed || ahead.front() != '\0';
            const std::size_t next = ahead.find('\x1f', 1);
            below_->skip(std::min(next, ahead.size()));
        }
        // Told first: reading is not to begin anew behind damage that nobody knows of.
        if (passed) return error("bad_gzip", "bytes between gzip members were passed over");
        restarts_.add({below_->offset(), made_});
        stream_ = {};
        if (inflateInit2(&stream_, 15 + 16) != Z_OK) {
            ended_ = true;
            return error("no_memory", "gzip needs more memory than there is");
        }
        open_ = true;
        return done();
    }

    Done at_end(bool passed) {
        if (auto damage = below_->take_damage()) return *damage;
        ended_ = true;
        if (passed) return error("bad_gzip", "bytes behind the last gzip member were left out");
        return done();
    }

    // Some bytes of the member that is open; none when it ended. Damage is told behind what was made before.
    Result<std::size_t> inflate_some(char* out, std::size_t size) {
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
        const uInt room = stream_.avail_out;
        int state = Z_OK;
        while (stream_.avail_out == room && state == Z_OK) {
            const std::string_view ahead = below_->ahead(1);
            if (ahead.empty()) return cut_short();
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
            stream_.avail_in = static_cast<uInt>(ahead.size());
            state = inflate(&stream_, Z_NO_FLUSH);
            below_->skip(ahead.size() - stream_.avail_in);
        }
        const std::size_t made = room - stream_.avail_out;
        made_ += made;
        judge(state);
        if (made == 0 && damage_) return *std::exchange(damage_, std::nullopt);
        return made;
    }

    Error cut_short() {
        close();
        if (auto damage = below_->take_damage()) return *damage;
        ended_ = true;
        return error("truncated", "the gzip member ends early");
    }

    void judge(int state) {
        if (state != Z_OK && state != Z_STREAM_END) {
            const std::string what = stream_.msg != nullptr ? stream_.msg : "not deflate";
            damage_ = error("bad_gzip", "damaged gzip member (" + what + ")");
        }
        if (state != Z_OK) close();
        if (auto dense = check_expansion(below_->offset(), made_)) {
            close();
            ended_ = true;
            dense->place = {.file = name_, .byte = below_->offset()};
            damage_ = std::move(dense);
        }
    }

    std::unique_ptr<Buffered> below_;
    std::string name_;
    Restarts restarts_;
    z_stream stream_{};
    std::uint64_t made_ = 0;
    std::optional<Error> damage_;  // to be told by the next read
    bool open_ = false, ended_ = false;
};

// One way of unwrapping; false when the bytes are not wrapped so.
bool inflate_by(std::string_view bytes, int window, std::size_t most, Inflated& out) {
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) return false;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    int state = Z_OK;
    constexpr std::size_t step = 256u << 10;
    while (state == Z_OK && out.bytes.size() < most) {
        const std::size_t held = out.bytes.size();
        const std::size_t room = std::min(step, most - held);
        out.bytes.resize(held + room);
        stream.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + held);
        stream.avail_out = static_cast<uInt>(room);
        state = inflate(&stream, Z_NO_FLUSH);
        out.bytes.resize(held + room - stream.avail_out);
        if (stream.avail_in == 0 && stream.avail_out == room) break;
    }
    const std::string what = stream.msg != nullptr ? stream.msg : "it ends early";
    inflateEnd(&stream);
    out.cut = state == Z_OK && out.bytes.size() >= most;
    if (state != Z_STREAM_END && !out.cut)
        out.damage = Error{"bad_encoding", "the compressed content is damaged: " + what};
    return !out.bytes.empty() || state == Z_STREAM_END;
}

}  // namespace

Bytes gzip_bytes(std::unique_ptr<Buffered> below, std::string name) {
    return std::make_unique<GzipBytes>(std::move(below), std::move(name));
}

Inflated inflate_whole(std::string_view bytes, std::size_t most) {
    constexpr int zlib_or_gzip = 15 + 32, raw = -15;
    Inflated out;
    if (inflate_by(bytes, zlib_or_gzip, most, out)) return out;
    Inflated bare;
    if (inflate_by(bytes, raw, most, bare)) return bare;
    return out;
}

}  // namespace isnad::source
