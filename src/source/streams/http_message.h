// The response of a web server as a crawl keeps it: status line, headers, content.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace isnad::source {

// Headers of one block: "Name: value" a line, ended by an empty line; CRLF or LF. A line that begins with a
// space goes on the one before.
class Headers {
  public:
    // Reads the block at the beginning of `text`; `size()` bytes of it are the block with its empty line.
    explicit Headers(std::string_view text);

    // The value of the first header of a name (lower case), without spaces around it; or empty.
    std::string_view get(std::string_view name) const;
    std::size_t size() const { return size_; }

  private:
    struct Header {
        std::string name, value;
    };
    std::vector<Header> headers_;
    std::size_t size_ = 0;
};

// "text/html; charset=windows-1256" in its parts, lower case.
struct ContentType {
    std::string media_type, charset;
};
ContentType content_type_of(std::string_view value);

struct HttpMessage {
    int status = 0;
    ContentType type;
    std::string content;  // transfer and content encodings undone
    bool cut = false;     // the content goes on beyond limits::page_bytes
    std::vector<Problem> problems;
};

// Reads a message; nothing when the bytes begin with no status line. Servers err: a transfer or content
// encoding that is declared and not there is left alone.
std::optional<HttpMessage> read_http(std::string bytes);

}  // namespace isnad::source
