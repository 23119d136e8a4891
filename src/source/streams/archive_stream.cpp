#include "source/streams/archive_stream.h"

#include <archive_entry.h>

#include <algorithm>

#include "source/streams/archive_input.h"
#include "source/streams/container_limits.h"
#include "source/streams/restarts.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

// What libarchive holds, shared by the stream and the member that is being read.
struct OpenArchive {
    explicit OpenArchive(std::unique_ptr<Buffered> bytes) : input(std::move(bytes)) {}

    // What can be said of reading so far against what came out of it.
    std::uint64_t used() { return std::max(input.below().offset(), input.below().size().value_or(0)); }

    ArchiveInput input;
    ArchivePtr reader;
    std::string name;        // of the file, in errors
    std::uint64_t made = 0;  // bytes of all members so far
    bool ended = false;
};

// The bytes of the member at which the archive stands.
class MemberBytes final : public ByteSource {
  public:
    explicit MemberBytes(std::shared_ptr<OpenArchive> archive) : archive_(std::move(archive)) {}

    Result<std::size_t> read(char* out, std::size_t size) override {
        if (ended_) return std::size_t{0};
        const la_ssize_t got = archive_read_data(archive_->reader.get(), out, size);
        ended_ = got <= 0;
        if (got < 0) {
            if (auto damage = archive_->input.take_damage()) return *damage;
            return Error{"bad_member",
                         "damaged member: " + message_of(archive_->reader.get()),
                         {.file = archive_->name, .byte = archive_->input.below().offset()}};
        }
        offset_ += static_cast<std::uint64_t>(got);
        archive_->made += static_cast<std::uint64_t>(got);
        if (auto dense = check_expansion(archive_->used(), archive_->made)) {
            ended_ = archive_->ended = true;
            dense->place = {.file = archive_->name, .byte = archive_->input.below().offset()};
            return *dense;
        }
        return static_cast<std::size_t>(got);
    }

    std::uint64_t offset() const override { return offset_; }
    Mark mark(std::uint64_t) const override { return {}; }
    Done restart(Mark) override {
        if (offset_ == 0) return done();
        return Error{"cannot_go_back", "a member can be read forward only"};
    }

  private:
    std::shared_ptr<OpenArchive> archive_;
    std::uint64_t offset_ = 0;
    bool ended_ = false;
};

std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    if (name == nullptr) return {};
    return utf8::decode(std::string(std::string_view(name).substr(0, limits::member_name_bytes))).text;
}

// A name of which a part begins with a point, or that macOS makes beside every file.
bool is_hidden(std::string_view name) {
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
        begin = end + 1;
    }
    return false;
}

// Whether the directory at the end of a zip file may be held: it can be gone to, and is not too large.
bool has_small_directory(Buffered& bytes) {
    constexpr std::uint64_t looked_at = 66u << 10;  // a record of 22 bytes and a comment
    constexpr std::size_t record = 22, size_field = 12;
    const std::uint64_t size = bytes.size().value_or(0);
    if (!bytes.seekable() || !bytes.go_to(size - std::min(size, looked_at))) return false;
    const std::string_view tail = bytes.ahead(looked_at);
    const std::size_t at = tail.rfind(std::string_view("PK\x05\x06", 4));
    std::uint64_t directory = 0;
    if (at != std::string_view::npos && at + record <= tail.size()) {
        for (std::size_t i = 4; i-- > 0;)
            directory = directory << 8 | static_cast<unsigned char>(tail[at + size_field + i]);
    }
    return bytes.go_to(0) && directory > 0 && directory <= limits::zip_directory_bytes;
}

class ArchiveStream final : public Stream {
  public:
    ArchiveStream(std::unique_ptr<Buffered> bytes, Origin origin, Form form, const StreamOptions& options,
                  Depth depth)
        : archive_(std::make_shared<OpenArchive>(std::move(bytes))),
          origin_(std::move(origin)),
          options_(options),
          depth_(depth) {
        archive_->name = origin_.path;
        open(form);
    }

    std::optional<Arrival> next() override {
        for (;;) {
            if (member_ != nullptr) {
                if (auto arrival = member_->next()) return arrival;
                member_.reset();
                ++count_;
            }
            if (damage_) return tell_damage();
            if (archive_->ended || !open_next()) return tell_end();
        }
    }

    void tell(std::vector<Step>& steps) const override {
        steps.push_back({.count = count_});
        if (member_ != nullptr) member_->tell(steps);
    }

    Done go_to(std::span<const Step> steps) override {
        if (steps.empty()) return done();
        while (count_ < steps.front().count && !archive_->ended && read_header() != nullptr) ++count_;
        if (count_ < steps.front().count) {  // the end, and what was wrong with it, were told before
            damage_.reset();
            count_ = steps.front().count;
            return done();
        }
        if (steps.size() < 2 || !open_next()) return done();
        return member_->go_to(steps.subspan(1));
    }

  private:
    void open(Form form) {
        archive_->reader.reset(archive_read_new());
        archive* reader = archive_->reader.get();
        archive_->ended = reader == nullptr;
        if (archive_->ended) return;
        if (form == Form::tar)
            archive_read_support_format_tar(reader);
        else if (has_small_directory(archive_->input.below()))
            archive_read_support_format_zip_seekable(reader);
        else
            archive_read_support_format_zip_streamable(reader);
        if (archive_->input.open(reader) != ARCHIVE_OK) fail();
    }

    void fail() {
        archive_->ended = true;
        damage_ = archive_->input.take_damage();
        if (!damage_)
            damage_ = Error{"bad_archive",
                            "damaged archive: " + message_of(archive_->reader.get()),
                            {.file = origin_.path, .byte = archive_->input.below().offset()}};
    }

    // The header of the next member of whatever kind; null at the end.
    archive_entry* read_header() {
        archive_entry* entry = nullptr;
        const int state = archive_read_next_header(archive_->reader.get(), &entry);
        if (state == ARCHIVE_OK || state == ARCHIVE_WARN) return entry;
        if (state == ARCHIVE_EOF)
            archive_->ended = true;
        else
            fail();
        return nullptr;
    }

    // Opens the next member that is a file; false at the end. Others are counted and passed over.
    bool open_next() {
        for (archive_entry* entry = read_header(); entry != nullptr; entry = read_header()) {
            const std::string name = name_of(entry);
            const bool file =
                archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
            if (!file || is_hidden(name)) {
                ++count_;
                continue;
            }
            Origin origin = origin_;
            origin.part = part_of(origin_, name.empty() ? "member " + std::to_string(count_ + 1) : name);
            any_ = true;
            member_ =
                open_stream(std::make_unique<MemberBytes>(archive_), std::move(origin), options_, depth_);
            return true;
        }
        return false;
    }

    Arrival tell_damage() {
        ++count_;
        return failure(origin_, *std::exchange(damage_, std::nullopt));
    }

    std::optional<Arrival> tell_end() {
        if (damage_) return tell_damage();
        if (any_ || count_ > 0) return std::nullopt;
        ++count_;
        return failure(origin_, {"empty", "the archive holds no files"});
    }

    std::shared_ptr<OpenArchive> archive_;
    Origin origin_;
    const StreamOptions& options_;
    Depth depth_;
    StreamPtr member_;
    std::optional<Error> damage_;
    std::uint64_t count_ = 0;  // members done with
    bool any_ = false;
};

}  // namespace

StreamPtr archive_stream(std::unique_ptr<Buffered> bytes, Origin origin, Form form,
                         const StreamOptions& options, Depth depth) {
    return std::make_unique<ArchiveStream>(std::move(bytes), std::move(origin), form, options, depth);
}

}  // namespace isnad::source
