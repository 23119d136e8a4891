#include "source/streams/forms.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "source/streams/record_formats.h"
#include "source/streams/zstd_bytes.h"

namespace isnad::source {
namespace {

using ascii::is_space;
using ascii::lower;

bool ends_with(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    name.remove_prefix(name.size() - ending.size());
    return std::equal(name.begin(), name.end(), ending.begin(), [](char a, char b) { return lower(a) == b; });
}

std::string_view past_space(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    return text;
}

// The checksum of a header of tar: the sum of its bytes, its own eight taken as spaces.
bool is_tar(std::string_view head) {
    constexpr std::size_t block = 512, field = 148, field_size = 8;
    if (head.size() < block) return false;
    unsigned long stated = 0;
    bool digits = false;
    for (const char c : head.substr(field, field_size)) {
        if (c >= '0' && c <= '7') {
            stated = stated * 8 + static_cast<unsigned long>(c - '0');
            digits = true;
        } else if (digits) {
            break;
        }
    }
    unsigned long sum = field_size * ' ';
    for (std::size_t i = 0; i < block; ++i) {
        if (i < field || i >= field + field_size) sum += static_cast<unsigned char>(head[i]);
    }
    return digits && stated == sum && head.front() != '\0';
}

// One object a line: a second one begins on the line behind the first.
bool is_json_lines(std::string_view text, std::string_view name) {
    for (const std::string_view ending : {".jsonl", ".ndjson", ".jl", ".jsonlines"}) {
        if (ends_with(name, ending)) return true;
    }
    if (!text.starts_with('{') || ends_with(name, ".json")) return false;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    std::string_view line = text.substr(0, end);
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    const std::string_view next = past_space(text.substr(end));
    return line.ends_with('}') && next.starts_with('{');
}

// Text in braces or brackets that goes on as JSON does.
bool is_json(std::string_view text, std::string_view name) {
    if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
    const char opening = text.front();
    text = past_space(text.substr(1));
    if (text.empty()) return ends_with(name, ".json");
    if (opening == '[') return text.front() == '{' || (text.front() == ']' && ends_with(name, ".json"));
    if (text.front() != '"') return text.front() == '}' && ends_with(name, ".json");
    const std::size_t quote = text.find('"', 1);
    return quote != std::string_view::npos && past_space(text.substr(quote + 1)).starts_with(':');
}

}  // namespace

std::string_view uncompressed_name(std::string_view name) {
    constexpr std::array endings{".gz", ".zst", ".zstd", ".xz", ".bz2", ".lzma"};
    for (const std::string_view ending : endings) {
        if (ends_with(name, ending)) return name.substr(0, name.size() - ending.size());
    }
    return name;
}

Form form_of(std::string_view head, std::string_view name) {
    using namespace std::string_view_literals;
    name = uncompressed_name(name);
    if (head.starts_with("\x1f\x8b\x08"sv)) return Form::gzip;
    if (begins_zstd(head)) return Form::zstd;
    if (head.starts_with("\xFD"
                         "7zXZ\0"sv) ||
        (head.starts_with("BZh") && head.substr(4).starts_with("1AY&SY")))
        return Form::filtered;
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return Form::zip;
    if (is_tar(head)) return Form::tar;
    std::string_view text = head;
    if (text.starts_with("\xEF\xBB\xBF"sv)) text.remove_prefix(3);
    text = past_space(text);
    if (text.starts_with("WARC/")) return Form::warc;
    if (sniff(head, name, "") != RecordFormat::none) return Form::records;
    if (!head.empty() && is_json_lines(text, name)) return Form::json_lines;
    if (is_json(text, name)) return Form::json;
    if (ends_with(name, ".csv")) return Form::csv;
    if (ends_with(name, ".tsv") || ends_with(name, ".tab")) return Form::tsv;
    return Form::page;
}

}  // namespace isnad::source
