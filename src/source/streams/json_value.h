// One JSON value of reasonable size, parsed by simdjson, and what readers of records ask of it.
#pragma once

#include <simdjson.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace isnad::source::json {

using Value = simdjson::dom::element;

class ValueParser {
  public:
    // The value of a piece; it and its strings live until the next call. Nothing for broken JSON.
    std::optional<Value> parse(std::string_view piece);

    // What can be read of a broken object: its members up to the fault, raw controls in strings taken for
    // spaces, a string that is cut taken to end there. Nothing when there is none.
    std::optional<Value> parse_broken(std::string_view object);

  private:
    simdjson::dom::parser parser_;
    std::string mended_;
};

// The member of an object; nothing when there is none, or it is null, or `value` is no object.
std::optional<Value> member(const Value& value, std::string_view key);

// The string of a member or of the value; empty when it is none.
std::string_view string_of(const Value& value);
std::string_view string_at(const Value& value, std::string_view key);

// The elements of an array, or the value itself when it is none.
void each_of(const Value& value, const std::function<void(const Value&)>& tell);
void each_at(const Value& value, std::string_view key, const std::function<void(const Value&)>& tell);

}  // namespace isnad::source::json
