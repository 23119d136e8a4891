// A container while it is read: it gives what arrives, one after the other, and can tell where it stands.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/page.h"
#include "source/origin.h"
#include "source/streams/buffered.h"
#include "source/streams/position.h"
#include "source/streams/record_fields.h"

namespace isnad::source {

// A page that has not been read yet; or, when `failed` says why, none: then only the origin tells where.
struct Arrival {
    RawPage page;
    std::vector<Problem>
        problems{};  // of the way it came: cut short, a wrong length; bytes count in the container
    std::optional<Error> failed{};
    Severity severity = Severity::error;  // of what failed: a note counts what was left out on purpose
};

// What all layers of one input share.
struct StreamOptions {
    FieldMap fields{};
};

class Stream {
  public:
    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    virtual ~Stream() = default;

    // The next page or failure; nothing at the end.
    virtual std::optional<Arrival> next() = 0;

    // Adds the steps to the place behind what was given last.
    virtual void tell(std::vector<Step>& steps) const = 0;

    // Goes to a place that was told by a stream of the same bytes; to be called before the first next().
    virtual Done go_to(std::span<const Step> steps) = 0;
};

using StreamPtr = std::unique_ptr<Stream>;

// How deep a stream lies.
struct Depth {
    std::size_t layers = 0, archives = 0;
};

// Opens what the bytes hold, by their form: pages, records, or members that are opened in turn. `origin`
// names the file and, inside of an archive, the member. The options outlive the stream.
StreamPtr open_stream(Bytes bytes, Origin origin, const StreamOptions& options, Depth depth = {});

// The place at an offset of the bytes; and the way to it, from their beginning.
Step step_at(const Buffered& bytes, std::uint64_t offset, std::uint64_t count);
Done go_to_step(Buffered& bytes, const Step& step);

// An arrival that says why there is no page.
Arrival failure(const Origin& origin, Error error, Severity severity = Severity::error);
// The name of a part inside of what `origin` names.
std::string part_of(const Origin& origin, std::string_view inner);

}  // namespace isnad::source
