// Any bytes as a file of records of each format: reading ends, pages can be read, facts have values, problems
// lie within the file.
#include <cstdint>
#include <string>

#include "base/limits.h"
#include "fuzz/require.h"
#include "source/read_page.h"
#include "source/streams/record_formats.h"
#include "text/utf8.h"

using namespace isnad;
using namespace isnad::source;

namespace {

void check(const Records& records, std::size_t size, bool deep) {
    ISNAD_REQUIRE(records.pages.size() <= limits::records_per_file);
    for (const Problem& problem : records.problems) {
        ISNAD_REQUIRE(!problem.code.empty() && (!problem.byte || *problem.byte <= size));
        ISNAD_REQUIRE(!utf8::decode(problem.what).first_invalid);
    }
    for (const RawPage& page : records.pages) {
        ISNAD_REQUIRE(page.origin.path == "fuzz" && !utf8::decode(page.origin.address).first_invalid);
        for (const MetaFact& fact : page.origin.facts) {
            ISNAD_REQUIRE(!fact.value.empty() && fact.source == MetaSource::record);
            ISNAD_REQUIRE(!utf8::decode(fact.value).first_invalid);
        }
        if (!deep) continue;
        const PagePtr read = read_page(page.bytes, page.origin);
        ISNAD_REQUIRE(!utf8::decode(read->text).first_invalid);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    Origin origin;
    origin.path = "fuzz";
    if (data[0] & 8) origin.address = "https://example.org/a/b?c";
    if (data[0] & 16) origin.charset = "windows-1256";
    const RecordFormat sniffed = sniff(bytes, "a.rss", "");
    const auto forced = static_cast<RecordFormat>(data[0] % 6);
    check(read_records(sniffed, bytes, origin), bytes.size(), (data[0] & 32) != 0);
    if (forced != sniffed) check(read_records(forced, bytes, origin), bytes.size(), (data[0] & 64) != 0);
    return 0;
}
