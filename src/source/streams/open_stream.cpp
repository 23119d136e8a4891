// From bytes to the stream that reads them: compressions are taken off, then the form decides.
#include "base/limits.h"
#include "source/streams/archive_stream.h"
#include "source/streams/csv_stream.h"
#include "source/streams/filtered_bytes.h"
#include "source/streams/forms.h"
#include "source/streams/gzip_bytes.h"
#include "source/streams/json_stream.h"
#include "source/streams/page_stream.h"
#include "source/streams/stream.h"
#include "source/streams/warc_stream.h"
#include "source/streams/zstd_bytes.h"

namespace isnad::source {
namespace {

// Says once why there is nothing to read.
class FailedStream final : public Stream {
  public:
    explicit FailedStream(Arrival arrival) : arrival_(std::move(arrival)) {}

    std::optional<Arrival> next() override { return std::exchange(arrival_, std::nullopt); }
    void tell(std::vector<Step>& steps) const override { steps.push_back({.count = arrival_ ? 0u : 1u}); }
    Done go_to(std::span<const Step> steps) override {
        if (!steps.empty() && steps.front().count > 0) arrival_.reset();
        return done();
    }

  private:
    std::optional<Arrival> arrival_;
};

Bytes uncompressed(Form form, std::unique_ptr<Buffered> bytes, const std::string& path) {
    if (form == Form::gzip) return gzip_bytes(std::move(bytes), path);
    if (form == Form::zstd) return zstd_bytes(std::move(bytes), path);
    return filtered_bytes(std::move(bytes), path);
}

StreamPtr too_deep(const Origin& origin) {
    return std::make_unique<FailedStream>(failure(
        origin, {"too_deep", "archives lie in one another deeper than " +
                                 std::to_string(limits::archive_depth) + ": this one is not opened"}));
}

}  // namespace

StreamPtr open_stream(Bytes bytes, Origin origin, const StreamOptions& options, Depth depth) {
    auto buffered = std::make_unique<Buffered>(std::move(bytes));
    const std::string name = origin.part.empty() ? origin.path : origin.part;
    Form form = form_of(buffered->ahead(form_head), name);
    for (; is_compression(form); form = form_of(buffered->ahead(form_head), name)) {
        if (++depth.layers > limits::container_depth) return too_deep(origin);
        buffered = std::make_unique<Buffered>(uncompressed(form, std::move(buffered), origin.path));
    }
    switch (form) {
        case Form::tar:
        case Form::zip:
            if (depth.archives == limits::archive_depth || depth.layers == limits::container_depth)
                return too_deep(origin);
            return archive_stream(std::move(buffered), std::move(origin), form, options,
                                  {depth.layers + 1, depth.archives + 1});
        case Form::warc: return warc_stream(std::move(buffered), std::move(origin));
        case Form::json_lines:
            return json_lines_stream(std::move(buffered), std::move(origin), options.fields);
        case Form::json: return json_stream(std::move(buffered), std::move(origin), options.fields);
        case Form::csv:
        case Form::tsv: return csv_stream(std::move(buffered), std::move(origin), options.fields);
        case Form::records: {
            const RecordFormat format = sniff(buffered->ahead(form_head), uncompressed_name(name), "");
            return records_stream(std::move(buffered), std::move(origin), format);
        }
        default: return page_stream(std::move(buffered), std::move(origin));
    }
}

Step step_at(const Buffered& bytes, std::uint64_t offset, std::uint64_t count) {
    return {bytes.mark(offset), offset, count};
}

Done go_to_step(Buffered& bytes, const Step& step) {
    if (step.mark.from > bytes.offset() && step.mark.from <= step.offset && bytes.restartable()) {
        const Done begun = bytes.restart(step.mark);
        if (!begun) return begun;
    }
    return bytes.go_to(step.offset);
}

Arrival failure(const Origin& origin, Error error, Severity severity) {
    Arrival out;
    out.page.origin = origin;
    if (error.place.file.empty()) error.place.file = origin.path;
    out.failed = std::move(error);
    out.severity = severity;
    return out;
}

std::string part_of(const Origin& origin, std::string_view inner) {
    return origin.part.empty() ? std::string(inner) : origin.part + "/" + std::string(inner);
}

}  // namespace isnad::source
