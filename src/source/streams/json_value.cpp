#include "source/streams/json_value.h"

#include "source/streams/json_pieces.h"

namespace isnad::source::json {
namespace {

// Closes a string that was cut, without an escape that was cut with it.
std::string closed(std::string_view text) {
    std::string out(text);
    for (std::size_t at = out.find('\\'); at != std::string::npos; at = out.find('\\', at + 2)) {
        const bool cut = at + 1 >= out.size() || (out[at + 1] == 'u' && at + 6 > out.size());
        if (cut) {
            out.resize(at);
            break;
        }
    }
    return out + '"';
}

}  // namespace

std::optional<Value> ValueParser::parse(std::string_view piece) {
    Value value;
    if (parser_.parse(piece.data(), piece.size()).get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
}

std::optional<Value> ValueParser::parse_broken(std::string_view object) {
    std::string text(object);
    for (char& c : text) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (const auto whole = parse(text)) return whole;
    std::string kept;
    each_member(text, [&](const Piece& piece) {
        std::string value(piece.value);
        if (!parse("[" + value + "]")) {
            value = closed(value);
            if (!value.starts_with('"') || !parse("[" + value + "]")) return true;
        }
        std::string member = "\"" + std::string(piece.key) + "\":" + value;
        if (parse("{" + member + "}")) kept += (kept.empty() ? "" : ",") + member;
        return true;
    });
    if (kept.empty()) return std::nullopt;
    mended_ = "{" + kept + "}";
    return parse(mended_);
}

std::optional<Value> member(const Value& value, std::string_view key) {
    Value found;
    if (!value.is_object() || value.at_key(key).get(found) != simdjson::SUCCESS || found.is_null())
        return std::nullopt;
    return found;
}

std::string_view string_of(const Value& value) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::string_view string_at(const Value& value, std::string_view key) {
    const auto found = member(value, key);
    return found ? string_of(*found) : std::string_view{};
}

void each_of(const Value& value, const std::function<void(const Value&)>& tell) {
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS) return tell(value);
    for (const Value element : array) tell(element);
}

void each_at(const Value& value, std::string_view key, const std::function<void(const Value&)>& tell) {
    if (const auto found = member(value, key)) each_of(*found, tell);
}

}  // namespace isnad::source::json
