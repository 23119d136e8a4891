#include "source/streams/made_files_test.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
#include <zstd.h>

namespace isnad::source {
namespace {

la_ssize_t append(archive*, void* out, const void* block, std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(block), size);
    return static_cast<la_ssize_t>(size);
}

std::string written(archive* writer, const Members& all) {
    std::string out;
    archive_write_set_bytes_per_block(writer, 0);
    EXPECT_EQ(archive_write_open(writer, &out, nullptr, append, nullptr), ARCHIVE_OK);
    for (const auto& [name, bytes] : all) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return out;
}

// A large page by its size: a test that fails prints what differs.
std::string shortened(const std::string& bytes) {
    constexpr std::size_t most = 100'000;
    return bytes.size() <= most ? bytes : std::to_string(bytes.size()) + " bytes";
}

StreamPtr open(const std::string& bytes, const std::string& path, const StreamOptions& options) {
    return open_stream(std::make_unique<MemoryBytes>(bytes), {.path = path}, options);
}

}  // namespace

std::string gzipped(std::string_view bytes) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd_frame(std::string_view bytes, std::string_view dictionary) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    const std::size_t size = ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(),
                                                     bytes.size(), dictionary.data(), dictionary.size(), 3);
    ZSTD_freeCCtx(context);
    EXPECT_EQ(ZSTD_isError(size), 0u);
    out.resize(size);
    return out;
}

std::string filtered(std::string_view bytes, const std::string& filter) {
    archive* writer = archive_write_new();
    archive_write_set_format_raw(writer);
    EXPECT_EQ(archive_write_add_filter_by_name(writer, filter.c_str()), ARCHIVE_OK);
    return written(writer, {{"data", std::string(bytes)}});
}

std::string tar_of(const Members& members) {
    archive* writer = archive_write_new();
    archive_write_set_format_pax_restricted(writer);
    return written(writer, members);
}

std::string zip_of(const Members& members) {
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    return written(writer, members);
}

std::string warc_record(const std::string& type, const std::string& address, const std::string& content_type,
                        const std::string& content) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address +
           "\r\nWARC-Date: 2024-03-05T06:07:08Z\r\nContent-Type: " + content_type +
           "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string http_record(const std::string& address, const std::string& content, int status,
                        const std::string& headers) {
    return warc_record(
        "response", address, "application/http; msgtype=response",
        "HTTP/1.1 " + std::to_string(status) + " Of Some Kind\r\n" + headers + "\r\n" + content);
}

std::vector<Arrival> arrivals_in(const std::string& bytes, const std::string& path,
                                 const StreamOptions& options) {
    const StreamPtr stream = open(bytes, path, options);
    std::vector<Arrival> out;
    while (auto arrival = stream->next()) out.push_back(std::move(*arrival));
    return out;
}

std::string told(const Arrival& arrival) {
    const std::string& part = arrival.page.origin.part;
    return arrival.failed ? part + "!" + arrival.failed->code : part + "|" + shortened(arrival.page.bytes);
}

std::vector<std::string> told(const std::vector<Arrival>& arrivals) {
    std::vector<std::string> out;
    for (const Arrival& arrival : arrivals) out.push_back(told(arrival));
    return out;
}

void check_positions(const std::string& bytes, const std::string& path, const StreamOptions& options) {
    const StreamPtr stream = open(bytes, path, options);
    std::vector<std::string> all;
    std::vector<Position> positions(1);
    while (auto arrival = stream->next()) {
        if (arrival->severity == Severity::note) continue;  // notes count what this run left out
        all.push_back(told(*arrival));
        stream->tell(positions.emplace_back().steps);
    }
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto parsed = Position::parse(positions[i].text());
        ASSERT_TRUE(parsed) << positions[i].text();
        const StreamPtr again = open(bytes, path, options);
        const Done there = again->go_to(parsed->steps);
        ASSERT_TRUE(there) << path << " " << positions[i].text() << ": " << there.error().text();
        std::vector<std::string> rest;
        while (auto arrival = again->next()) {
            if (arrival->severity != Severity::note) rest.push_back(told(*arrival));
        }
        EXPECT_EQ(rest, std::vector<std::string>(all.begin() + static_cast<std::ptrdiff_t>(i), all.end()))
            << path << " at " << positions[i].text();
    }
}

}  // namespace isnad::source
