#include "source/streams/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "text/utf8.h"

namespace isnad::source {

using simdjson::dom::element;
using simdjson::dom::element_type;

struct JsonRecords::Parser {
    simdjson::dom::parser dom{static_cast<std::size_t>(limits::page_bytes)};
};

namespace {

constexpr int most_depth = 4;
constexpr std::size_t longest_name = 256;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// The code unit of "\uXXXX" at a place, or nothing.
std::optional<unsigned> unit_at(const std::string& json, std::size_t at) {
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (!is_hex(json[i])) return std::nullopt;
        const char c = json[i];
        const unsigned digit = static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        value = value * 16 + digit;
    }
    return value;
}

// What JSON does not allow and files hold all the same: invalid UTF-8, halves of surrogate pairs, control
// characters inside of strings.
std::string repaired(std::string json) {
    std::string text = utf8::decode(std::move(json)).text;
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') inside = !inside;
        if (inside && static_cast<unsigned char>(text[at]) < 0x20) text[at] = ' ';
        if (text[at] != '\\') continue;
        const auto unit = unit_at(text, at);
        const bool high = unit && *unit >= 0xD800 && *unit < 0xDC00;
        const bool low = unit && *unit >= 0xDC00 && *unit < 0xE000;
        const auto second = high ? unit_at(text, at + 6) : std::nullopt;
        const bool pair = second && *second >= 0xDC00 && *second < 0xE000;
        if (low || (high && !pair)) text.replace(at, 6, "\\uFFFD");
        at += pair ? 11 : unit ? 5 : 1;
    }
    return text;
}

std::string number_text(element value) {
    std::int64_t whole = 0;
    if (value.get(whole) == simdjson::SUCCESS) return std::to_string(whole);
    std::uint64_t large = 0;
    if (value.get(large) == simdjson::SUCCESS) return std::to_string(large);
    double real = 0;
    if (value.get(real) != simdjson::SUCCESS || !(std::fabs(real) < 1e15)) return {};
    return std::to_string(static_cast<long long>(real));
}

// Reads the members of an object into a record.
class Filler {
  public:
    Filler(const FieldMap& fields, NamedFields& record) : fields_(fields), record_(record) {}

    void fill(simdjson::dom::object object, const std::string& path, int depth) {
        for (const auto [key, value] : object) {
            if (path.size() + key.size() > longest_name) continue;
            add(path.empty() ? std::string(key) : path + "." + std::string(key), value, depth);
        }
    }

  private:
    void add(const std::string& name, element value, int depth) {
        const bool known = fields_.find(name).has_value();
        switch (value.type()) {
            case element_type::STRING:
                record_.add(fields_, name, std::string(value.get_string().value_unsafe()));
                break;
            case element_type::INT64:
            case element_type::UINT64:
            case element_type::DOUBLE:
                if (known) record_.add(fields_, name, number_text(value));
                break;
            case element_type::ARRAY:
                if (known) add_list(name, value.get_array().value_unsafe());
                break;
            case element_type::OBJECT:
                if (known) add_object(name, value.get_object().value_unsafe());
                if (depth < most_depth) fill(value.get_object().value_unsafe(), name, depth + 1);
                break;
            default: break;
        }
    }

    // Paragraphs of a text become lines of it; of other lists every value is a field.
    void add_list(const std::string& name, simdjson::dom::array list) {
        const bool text =
            fields_.find(name)->role == FieldRole::text || fields_.find(name)->role == FieldRole::html;
        std::string joined;
        for (const element value : list) {
            std::string one;
            if (value.is_string())
                one = std::string(value.get_string().value_unsafe());
            else if (value.is_object())
                one = name_in(value.get_object().value_unsafe());
            if (!text)
                record_.add(fields_, name, std::move(one));
            else if (!one.empty())
                joined += (joined.empty() ? "" : "\n") + one;
        }
        if (text) record_.add(fields_, name, std::move(joined));
    }

    // The object that stands for a value: {"name": "..."}, {"rendered": "..."}, {"$date": "..."}.
    void add_object(const std::string& name, simdjson::dom::object object) {
        record_.add(fields_, name, name_in(object));
    }

    static std::string name_in(simdjson::dom::object object) {
        for (const char* key :
             {"name", "rendered", "text", "value", "$date", "#text", "@value", "$oid", "title"}) {
            element value;
            if (object.at_key(key).get(value) != simdjson::SUCCESS) continue;
            if (value.is_string()) return std::string(value.get_string().value_unsafe());
            if (value.is_number()) return number_text(value);
        }
        return {};
    }

    const FieldMap& fields_;
    NamedFields& record_;
};

bool has_text(const NamedFields& record) {
    return std::any_of(record.fields.begin(), record.fields.end(), [](const NamedFields::Field& field) {
        return field.match.role == FieldRole::text || field.match.role == FieldRole::html;
    });
}

// A text, and a title or an address: lists of other things have texts, too.
bool is_article(const NamedFields& record) {
    return has_text(record) &&
           std::any_of(record.fields.begin(), record.fields.end(), [](const NamedFields::Field& field) {
               return field.match.role == FieldRole::title || field.match.role == FieldRole::url;
           });
}

// The records of the first list of articles that an object holds, looked for two levels deep.
bool unwrap(simdjson::dom::object object, const FieldMap& fields, int depth, std::vector<NamedFields>& out) {
    for (const auto [key, value] : object) {
        simdjson::dom::object inner;
        if (depth < 2 && value.get(inner) == simdjson::SUCCESS && unwrap(inner, fields, depth + 1, out))
            return true;
        simdjson::dom::array list;
        if (value.get(list) != simdjson::SUCCESS) continue;
        for (const element item : list) {
            simdjson::dom::object one;
            if (out.size() > limits::records_per_file) break;
            if (item.get(one) == simdjson::SUCCESS) Filler(fields, out.emplace_back()).fill(one, "", 0);
        }
        if (std::any_of(out.begin(), out.end(), is_article)) return true;
        out.clear();
    }
    return false;
}

}  // namespace

JsonRecords::JsonRecords() : parser_(std::make_unique<Parser>()) {}
JsonRecords::~JsonRecords() = default;

Result<std::vector<NamedFields>> JsonRecords::read(std::string json, const FieldMap& fields) {
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    element root;
    auto state = parser_->dom.parse(json).get(root);
    if (state == simdjson::UTF8_ERROR || state == simdjson::STRING_ERROR ||
        state == simdjson::UNESCAPED_CHARS) {
        json = repaired(std::move(json));
        json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        state = parser_->dom.parse(json).get(root);
    }
    if (state != simdjson::SUCCESS)
        return Error{"bad_json", std::string("is no JSON: ") + simdjson::error_message(state)};
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return Error{"bad_json", "is no JSON object"};
    std::vector<NamedFields> out;
    NamedFields whole;
    Filler(fields, whole).fill(object, "", 0);
    if (!has_text(whole) && unwrap(object, fields, 0, out)) return out;
    out.clear();
    out.push_back(std::move(whole));
    return out;
}

}  // namespace isnad::source
