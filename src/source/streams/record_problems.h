// A file of records as text, and where its faults lie in the bytes that arrived.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "source/charset.h"
#include "source/streams/record_formats.h"

namespace isnad::source {

class DecodedRecords {
  public:
    // Decodes (charset.h); what is wrong with the character set goes to the problems of the records.
    DecodedRecords(std::string bytes, TextForm form, const Origin& origin, Records& out);

    std::string_view text() const { return decoded_.text; }
    const std::string& charset() const { return decoded_.charset; }

    // Adds a warning with its place in text(), as a byte of what arrived where that can be told. After many
    // it says once that there are more. True, so that a walk over records goes on.
    bool problem(const char* code, std::string what, std::uint64_t at) const;
    // The byte that arrived, or nothing.
    std::optional<std::uint64_t> byte(std::uint64_t at) const;

  private:
    Decoded decoded_;
    Records& out_;
    mutable std::size_t told_ = 0;
};

}  // namespace isnad::source
