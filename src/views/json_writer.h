// Writes JSON (RFC 8259) into a string as it goes: no tree in memory. Strings must be valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace isnad::views {

class JsonWriter {
  public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(std::uint64_t number);
    // Infinity and NaN, which JSON does not know, become null; whole numbers are written without a point.
    JsonWriter& value(double number);
    JsonWriter& value(bool truth);
    JsonWriter& value(CodePointSpan span);
    JsonWriter& null();

    template <class T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

    // What was written so far. Complete when every object and array is closed.
    const std::string& text() const { return out_; }
    std::string take() { return std::move(out_); }

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string out_;
    std::vector<bool> has_items_;
    bool after_key_ = false;
};

}  // namespace isnad::views
