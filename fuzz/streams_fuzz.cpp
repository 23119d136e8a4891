// Any bytes as an input of any name: reading it as whatever container it is ends, pages are within their
// caps, failures have a code and a place, and what comes behind a position is the same when reading begins
// there.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "fuzz/require.h"
#include "source/streams/stream.h"

using namespace isnad;

namespace {

constexpr std::size_t most_arrivals = 3000;

struct Seen {
    std::string part, what;
    std::size_t size = 0;
    bool operator==(const Seen&) const = default;
};

source::StreamPtr open(std::string_view bytes, const std::string& name) {
    static const source::StreamOptions options;
    return source::open_stream(std::make_unique<source::MemoryBytes>(bytes), {.path = name}, options);
}

std::optional<Seen> next(source::Stream& stream) {
    for (;;) {
        const auto arrival = stream.next();
        if (!arrival) return std::nullopt;
        const source::RawPage& page = arrival->page;
        ISNAD_REQUIRE(!page.origin.path.empty() && page.bytes.size() <= limits::page_bytes);
        if (arrival->failed) {
            ISNAD_REQUIRE(!arrival->failed->code.empty() && !arrival->failed->what.empty());
            ISNAD_REQUIRE(!arrival->failed->place.file.empty() && page.bytes.empty());
        }
        for (const MetaFact& fact : page.origin.facts) ISNAD_REQUIRE(!fact.value.empty());
        // Notes count what this reading left out.
        if (arrival->failed && arrival->severity == Severity::note) continue;
        return Seen{page.origin.part, arrival->failed ? arrival->failed->code : page.origin.address,
                    page.bytes.size()};
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr const char* names[] = {"-",      "a.html", "a.warc", "a.warc.gz", "a.jsonl",
                                     "a.json", "a.csv",  "a.tsv",  "a.csv.zst", "a.tar",
                                     "a.zip",  "a.xml",  "a.mht",  "a.txt"};
    const std::string name = names[data[0] % std::size(names)];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const source::StreamPtr stream = open(bytes, name);
    std::vector<Seen> all;
    source::Position middle;
    const std::size_t wanted = data[0] / std::size(names);
    while (all.size() < most_arrivals) {
        if (all.size() == wanted) stream->tell(middle.steps);
        auto seen = next(*stream);
        if (!seen) break;
        all.push_back(std::move(*seen));
    }
    if (all.size() <= wanted || all.size() == most_arrivals) return 0;
    const auto position = source::Position::parse(middle.text());
    ISNAD_REQUIRE(position);
    const source::StreamPtr again = open(bytes, name);
    ISNAD_REQUIRE(again->go_to(position->steps));
    for (std::size_t i = wanted; i < all.size(); ++i) {
        const auto seen = next(*again);
        ISNAD_REQUIRE(seen && *seen == all[i]);
    }
    ISNAD_REQUIRE(!next(*again));
    return 0;
}
