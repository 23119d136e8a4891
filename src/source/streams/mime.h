// MIME as mail and saved pages use it (RFC 2045 to 2047, 2231): headers, parts, encodings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::source::mime {

struct Header {
    std::string name;   // lower case
    std::string value;  // unfolded, as it stands
};

struct Part {
    std::vector<Header> headers;
    std::string_view body;  // in the text that was split
    bool cut = false;       // the boundary that ends it is missing

    // The value of the first header of that name (lower case), or empty.
    std::string_view value(std::string_view name) const;
};

// Headers up to the empty line, and the rest.
Part part_of(std::string_view text);

// "text/html" of "Text/HTML; charset=utf-8": lower case without parameters.
std::string media_type(std::string_view value);

// A parameter of a header value, without quotation marks; empty when there is none.
std::string parameter(std::string_view value, std::string_view name);

// The parts of a multipart body.
std::vector<Part> parts_of(std::string_view body, std::string_view boundary, std::size_t most);

// By Content-Transfer-Encoding; signs that do not belong there are passed over.
std::string transfer_decoded(std::string_view body, std::string_view encoding);

// Encoded words ("=?utf-8?B?...?=") as UTF-8, the rest as it is (bytes of other sets by charset.h).
std::string header_text(std::string_view value);

}  // namespace isnad::source::mime
