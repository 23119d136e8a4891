#include "source/streams/http_message.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/limits.h"
#include "source/streams/buffered.h"
#include "source/streams/gzip_bytes.h"
#include "source/streams/zstd_bytes.h"

namespace isnad::source {
namespace {

using ascii::lower;
using ascii::trimmed;

constexpr std::size_t most_headers = 1000;

// The line at the beginning without its end; `text` begins behind it then.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// The size that a line of a chunked body states, or nothing when it is no such line.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
    std::uint64_t size = 0;
    const auto [end, failed] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (failed != std::errc()) return std::nullopt;
    const std::string_view rest = trimmed(line.substr(static_cast<std::size_t>(end - line.data())));
    if (!rest.empty() && rest.front() != ';') return std::nullopt;
    return size;
}

// Puts the chunks together in place (RFC 9112, 7.1). What does not begin as one is left alone.
void undo_chunks(std::string& content, std::vector<Problem>& problems) {
    std::string_view rest = content;
    std::string_view probe = rest;
    if (!chunk_size(take_line(probe))) return;
    std::string out;
    out.reserve(content.size());
    for (;;) {
        std::string_view behind = rest;
        const auto size = chunk_size(take_line(behind));
        if (!size || (*size > behind.size() && out.empty() && behind.empty())) {
            problems.push_back({"bad_chunks", Severity::warning,
                                "the chunked content is damaged; what follows is kept as it is"});
            out.append(rest);
            break;
        }
        if (*size == 0) break;
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(*size, behind.size()));
        out.append(behind.substr(0, count));
        rest = behind.substr(count);
        if (count < *size || rest.empty()) {
            problems.push_back({"truncated", Severity::warning, "the chunked content ends early"});
            break;
        }
        if (rest.starts_with("\r\n"))
            rest.remove_prefix(2);
        else if (rest.starts_with('\n'))
            rest.remove_prefix(1);
    }
    content = std::move(out);
}

void keep(HttpMessage& message, Inflated inflated) {
    if (inflated.damage)
        message.problems.push_back({inflated.damage->code, Severity::warning, inflated.damage->what});
    message.content = std::move(inflated.bytes);
    message.cut = message.cut || inflated.cut;
}

Inflated zstd_whole(std::string_view bytes, std::size_t most) {
    Inflated out;
    Buffered stream(zstd_bytes(std::make_unique<Buffered>(std::make_unique<MemoryBytes>(bytes)), {}));
    stream.take(most, out.bytes);
    out.damage = stream.take_damage();
    out.cut = !out.damage && out.bytes.size() == most && !stream.at_end();
    return out;
}

bool is_zlib(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const auto first = static_cast<unsigned char>(bytes[0]), second = static_cast<unsigned char>(bytes[1]);
    return (first & 0x0F) == 8 && (first * 256u + second) % 31 == 0;
}

// Undoes one encoding; those that the bytes do not show are taken as undone before.
void undo_encoding(std::string_view encoding, HttpMessage& message) {
    const std::string_view bytes = message.content;
    const auto most = static_cast<std::size_t>(limits::page_bytes);
    if (encoding.empty() || encoding == "identity" || encoding == "none" || bytes.empty()) return;
    if (encoding == "gzip" || encoding == "x-gzip") {
        if (bytes.starts_with("\x1f\x8b")) keep(message, inflate_whole(bytes, most));
    } else if (encoding == "deflate") {
        const bool text = bytes.front() == '<' || bytes.front() == '\n' || bytes.front() == '\r';
        if (is_zlib(bytes) || !text) keep(message, inflate_whole(bytes, most));
    } else if (encoding == "zstd") {
        if (begins_zstd(bytes)) keep(message, zstd_whole(bytes, most));
    } else if (bytes.front() != '<' && bytes.front() != '\n' && bytes.front() != '\r') {
        message.problems.push_back(
            {"unknown_encoding", Severity::error,
             "the content is encoded by \"" + std::string(encoding.substr(0, 40)) + "\", which is not read"});
        message.content.clear();
    }
}

// Encodings are named in the order in which they were put on.
void undo_encodings(std::string encodings, HttpMessage& message) {
    constexpr int most = 4;
    for (int i = 0; i < most && !encodings.empty(); ++i) {
        const std::size_t comma = encodings.rfind(',');
        const std::size_t begin = comma == std::string::npos ? 0 : comma + 1;
        undo_encoding(trimmed(std::string_view(encodings).substr(begin)), message);
        encodings.resize(begin == 0 ? 0 : comma);
    }
}

}  // namespace

Headers::Headers(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) break;
        const bool goes_on = line.front() == ' ' || line.front() == '\t';
        if (goes_on && !headers_.empty()) {
            headers_.back().value += ' ' + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || headers_.size() == most_headers) continue;
        headers_.push_back(
            {lower(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
    }
    size_ = text.size() - rest.size();
}

std::string_view Headers::get(std::string_view name) const {
    for (const Header& header : headers_) {
        if (header.name == name) return header.value;
    }
    return {};
}

ContentType content_type_of(std::string_view value) {
    ContentType out;
    const std::size_t end = std::min(value.find(';'), value.size());
    out.media_type = lower(trimmed(value.substr(0, end)));
    const std::string parameters = lower(value.substr(end));
    std::size_t at = parameters.find("charset=");
    if (at == std::string::npos) return out;
    std::string_view charset = trimmed(std::string_view(parameters).substr(at + 8));
    charset = charset.substr(0, charset.find_first_of(";,"));
    charset = trimmed(charset);
    while (!charset.empty() && (charset.front() == '"' || charset.front() == '\'')) charset.remove_prefix(1);
    charset = charset.substr(0, charset.find_first_of("\"' "));
    if (charset.size() <= 40) out.charset = std::string(charset);
    return out;
}

std::optional<HttpMessage> read_http(std::string bytes) {
    std::string_view rest = bytes;
    const std::string_view line = take_line(rest);
    if (!line.starts_with("HTTP/") && !line.starts_with("ICY ")) return std::nullopt;
    HttpMessage out;
    const std::string_view status = trimmed(line.substr(std::min(line.find(' '), line.size())));
    std::from_chars(status.data(), status.data() + status.size(), out.status);
    // Headers that do not end soon are no headers.
    const Headers headers(rest.substr(0, limits::record_header_bytes));
    out.type = content_type_of(headers.get("content-type"));
    const std::string encodings = lower(headers.get("content-encoding"));
    const bool chunked = lower(headers.get("transfer-encoding")).find("chunked") != std::string::npos;
    const std::size_t begin = bytes.size() - rest.size() + headers.size();
    bytes.erase(0, begin);
    out.content = std::move(bytes);
    if (chunked) undo_chunks(out.content, out.problems);
    undo_encodings(encodings, out);
    if (out.content.size() > limits::page_bytes) {
        out.content.resize(limits::page_bytes);
        out.cut = true;
    }
    return out;
}

}  // namespace isnad::source
