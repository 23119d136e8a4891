#include "source/streams/zstd_bytes.h"

#include <zstd.h>

#include <algorithm>

#include "base/limits.h"
#include "source/streams/restarts.h"

namespace isnad::source {
namespace {

constexpr std::string_view frame_magic{"\x28\xB5\x2F\xFD", 4};
constexpr std::size_t skippable_header = 8;

std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

bool is_skippable(std::string_view bytes) {
    return bytes.size() >= 4 && (little_endian(bytes) & 0xFFFFFFF0u) == 0x184D2A50u;
}

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdBytes final : public ByteSource {
  public:
    ZstdBytes(std::unique_ptr<Buffered> below, std::string name)
        : below_(std::move(below)), name_(std::move(name)), context_(ZSTD_createDCtx()) {
        if (context_ == nullptr) {
            ended_ = true;
            return;
        }
        ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, limits::zstd_window_log);
        read_dictionary();
    }

    Result<std::size_t> read(char* out, std::size_t size) override {
        for (;;) {
            if (damage_) return *std::exchange(damage_, std::nullopt);
            if (ended_) return std::size_t{0};
            if (!open_) {
                begin_frame();
                continue;
            }
            const std::size_t made = decompress_some(out, size);
            if (made > 0) return made;
        }
    }

    std::uint64_t offset() const override { return made_; }
    Mark mark(std::uint64_t offset) const override { return restarts_.before(offset); }
    bool restartable() const override { return below_->seekable(); }

    Done restart(Mark mark) override {
        if (context_ == nullptr) return done();
        ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
        open_ = ended_ = false;
        damage_.reset();
        restarts_.clear();
        made_ = mark.from;
        return below_->go_to(mark.at);
    }

  private:
    void fail(const char* code, std::string what) {
        damage_ = Error{code, std::move(what), {.file = name_, .byte = below_->offset()}};
    }

    // The dictionary lies in the first frame, a skippable one, as it is or compressed by zstd itself.
    void read_dictionary() {
        const std::string_view head = below_->ahead(skippable_header);
        if (head.size() < skippable_header || little_endian(head) != 0x184D2A5Du) return;
        const std::uint32_t size = little_endian(head.substr(4));
        if (size > limits::dictionary_bytes) return fail("bad_dictionary", "the dictionary is too large");
        below_->skip(skippable_header);
        std::string dictionary;
        below_->take(size, dictionary);
        if (std::string_view(dictionary).starts_with(frame_magic)) {
            std::string plain(limits::dictionary_bytes, '\0');
            const std::size_t made = ZSTD_decompressDCtx(context_.get(), plain.data(), plain.size(),
                                                         dictionary.data(), dictionary.size());
            if (ZSTD_isError(made) != 0) return fail("bad_dictionary", ZSTD_getErrorName(made));
            plain.resize(made);
            dictionary = std::move(plain);
        }
        const std::size_t loaded =
            ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
        if (ZSTD_isError(loaded) != 0) fail("bad_dictionary", ZSTD_getErrorName(loaded));
    }

    // Finds the next frame, past skippable ones.
    void begin_frame() {
        bool passed = false;
        for (;;) {
            const std::string_view ahead = below_->ahead(skippable_header);
            if (ahead.empty()) {
                damage_ = below_->take_damage();
                if (damage_) return;
                ended_ = true;
                if (passed) fail("bad_zstd", "bytes behind the last zstd frame were left out");
                return;
            }
            if (ahead.starts_with(frame_magic)) break;
            if (is_skippable(ahead) && ahead.size() >= skippable_header) {
                below_->pass(skippable_header + std::uint64_t{little_endian(ahead.substr(4))});
                continue;
            }
            passed = true;
            const std::size_t next = ahead.find(frame_magic[0], 1);
            below_->skip(std::min(next, ahead.size()));
        }
        // Told first: reading is not to begin anew behind damage that nobody knows of.
        if (passed) return fail("bad_zstd", "bytes between zstd frames were passed over");
        restarts_.add({below_->offset(), made_});
        open_ = true;
    }

    void end_frame() {
        ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
        open_ = false;
    }

    // Some bytes of the frame that is open; none when it ended or is damaged.
    std::size_t decompress_some(char* out, std::size_t size) {
        ZSTD_outBuffer into{out, size, 0};
        while (into.pos == 0 && open_ && !damage_) {
            const std::string_view ahead = below_->ahead(1);
            if (ahead.empty()) {
                end_frame();
                damage_ = below_->take_damage();
                if (damage_) break;
                ended_ = true;
                fail("truncated", "the zstd frame ends early");
                break;
            }
            ZSTD_inBuffer from{ahead.data(), ahead.size(), 0};
            const std::size_t state = ZSTD_decompressStream(context_.get(), &into, &from);
            below_->skip(from.pos);
            if (ZSTD_isError(state) != 0) {
                fail("bad_zstd", std::string("damaged zstd frame (") + ZSTD_getErrorName(state) + ")");
                if (from.pos == 0 && into.pos == 0) below_->skip(1);
            }
            if (state == 0 || damage_) end_frame();
        }
        made_ += into.pos;
        check_density();
        return into.pos;
    }

    void check_density() {
        auto dense = check_expansion(below_->offset(), made_);
        if (!dense) return;
        end_frame();
        ended_ = true;
        dense->place = {.file = name_, .byte = below_->offset()};
        damage_ = std::move(dense);
    }

    std::unique_ptr<Buffered> below_;
    std::string name_;
    std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
    Restarts restarts_;
    std::optional<Error> damage_;  // to be told by the next read
    std::uint64_t made_ = 0;
    bool open_ = false, ended_ = false;
};

}  // namespace

Bytes zstd_bytes(std::unique_ptr<Buffered> below, std::string name) {
    return std::make_unique<ZstdBytes>(std::move(below), std::move(name));
}

bool begins_zstd(std::string_view bytes) { return bytes.starts_with(frame_magic) || is_skippable(bytes); }

}  // namespace isnad::source
