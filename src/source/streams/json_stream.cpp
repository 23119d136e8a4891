#include "source/streams/json_stream.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/limits.h"
#include "source/streams/json_record.h"
#include "source/streams/record_stream.h"

namespace isnad::source {
namespace {

using ascii::is_space;

constexpr auto most_of_value = static_cast<std::size_t>(limits::page_bytes);

class JsonStream : public RecordStream {
  public:
    JsonStream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields)
        : RecordStream(std::move(bytes), std::move(origin)), fields_(fields) {}

  protected:
    void read_object(std::string json, std::string_view kind) {
        const Origin origin = origin_of_record(kind);
        auto records = json_.read(std::move(json), fields_);
        if (records)
            give_records(std::move(records).value(), origin);
        else
            give_failure(origin, records.error().code, records.error().what);
    }

    void pass_mark() {
        if (bytes().offset() == 0 && bytes().ahead(3).starts_with("\xEF\xBB\xBF")) bytes().skip(3);
    }

  private:
    const FieldMap& fields_;
    JsonRecords json_;
};

class JsonLinesStream final : public JsonStream {
  public:
    using JsonStream::JsonStream;

  private:
    bool read_record() override {
        pass_mark();
        begin_record();
        std::string line;
        if (!bytes().take_line(line, most_of_value + 1)) return give_damage();
        count_record();
        while (!line.empty() && is_space(line.back())) line.pop_back();
        if (line.empty()) return true;
        if (line.size() > most_of_value)
            give_failure(
                origin_of_record("line"), "too_large",
                "the line is longer than " + std::to_string(most_of_value) + " bytes: it is left out");
        else
            read_object(std::move(line), "line");
        return true;
    }
};

// Objects wherever they stand at the top or in a list there: commas and brackets between them are passed
// over.
class JsonObjectsStream final : public JsonStream {
  public:
    using JsonStream::JsonStream;

  private:
    bool read_record() override {
        pass_mark();
        begin_record();
        const bool junk = pass_to_object();
        if (junk) give_failure(origin(), "bad_json", "what stands between the objects is no JSON of records");
        if (bytes().at_end()) return give_damage() || junk;
        count_record();
        std::string object;
        take_object(object);
        return true;
    }

    // To the next opening brace; true when something else than white space, commas and brackets was passed.
    bool pass_to_object() {
        bool junk = false;
        for (;;) {
            const std::string_view ahead = bytes().ahead(1);
            if (ahead.empty() || ahead.front() == '{') return junk;
            std::size_t at = 0;
            for (; at < ahead.size() && ahead[at] != '{'; ++at)
                junk = junk ||
                       (!is_space(ahead[at]) && ahead[at] != ',' && ahead[at] != '[' && ahead[at] != ']');
            bytes().skip(at);
        }
    }

    void take_object(std::string& object) {
        std::uint64_t size = 0;
        if (!take_to_brace(object, size)) {
            give_failure(origin_of_record("record"), "truncated", "the object does not end");
            return;
        }
        if (size > most_of_value)
            give_failure(
                origin_of_record("record"), "too_large",
                "the object is longer than " + std::to_string(most_of_value) + " bytes: it is left out");
        else
            read_object(std::move(object), "record");
    }

    // Takes the object ahead with all that it holds; at most `most_of_value` of it are kept. False when the
    // bytes end before it does.
    bool take_to_brace(std::string& object, std::uint64_t& size) {
        int depth = 0;
        bool inside = false, escaped = false;
        for (;;) {
            const std::string_view ahead = bytes().ahead(1);
            if (ahead.empty()) return false;
            std::size_t at = 0;
            bool ended = false;
            for (; at < ahead.size() && !ended; ++at) {
                const char c = ahead[at];
                if (inside) {
                    inside = escaped || c != '"';
                    escaped = !escaped && c == '\\';
                } else if (c == '"') {
                    inside = true;
                } else if (c == '{' || c == '}') {
                    depth += c == '{' ? 1 : -1;
                    ended = depth == 0;
                }
            }
            size += at;
            if (size <= most_of_value) object.append(ahead.substr(0, at));
            bytes().skip(at);
            if (ended) return true;
        }
    }
};

}  // namespace

StreamPtr json_lines_stream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields) {
    return std::make_unique<JsonLinesStream>(std::move(bytes), std::move(origin), fields);
}

StreamPtr json_stream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields) {
    return std::make_unique<JsonObjectsStream>(std::move(bytes), std::move(origin), fields);
}

}  // namespace isnad::source
