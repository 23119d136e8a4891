#include "source/streams/csv_stream.h"

#include <algorithm>

#include "base/limits.h"
#include "source/charset.h"
#include "source/streams/record_stream.h"

namespace isnad::source {
namespace {

constexpr auto most_bytes = static_cast<std::size_t>(limits::page_bytes);
constexpr std::size_t most_header = 64u << 10;

std::string without_end(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text;
}

// Valid UTF-8, or read as the set of old Arabic files.
std::string decoded(std::string text) { return decode(std::move(text), TextForm::plain, {}).text; }

// The fields of a row without its line end.
std::vector<std::string> split(std::string_view row, char delimiter) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (std::size_t at = 0; at < row.size(); ++at) {
        const char c = row[at];
        if (quoted) {
            if (c != '"')
                out.back() += c;
            else if (at + 1 < row.size() && row[at + 1] == '"')
                out.back() += row[++at];
            else
                quoted = false;
        } else if (c == '"' && out.back().empty()) {
            quoted = true;
        } else if (c == delimiter) {
            if (out.size() == limits::record_fields) break;
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

class CsvStream final : public RecordStream {
  public:
    CsvStream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields)
        : RecordStream(std::move(bytes), std::move(origin)), fields_(fields) {
        read_header();
    }

  private:
    // The header is looked at ahead, so that it is known wherever reading goes on.
    void read_header() {
        std::string_view head = bytes().ahead(most_header).substr(0, most_header);
        if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
        bool quoted = false;
        std::size_t end = 0;
        for (; end < head.size() && (quoted || head[end] != '\n'); ++end)
            quoted = quoted != (head[end] == '"');
        const std::string row = without_end(std::string(head.substr(0, end)));
        std::size_t best = 0;
        for (const char delimiter : {',', '\t', ';', '|'}) {
            std::vector<std::string> names = split(row, delimiter);
            std::size_t known = 0;
            for (const std::string& name : names) known += fields_.find(trimmed(name)).has_value();
            const std::size_t score = known * limits::record_fields + names.size();
            if (score <= best) continue;
            best = score;
            delimiter_ = delimiter;
            names_ = std::move(names);
        }
        for (std::string& name : names_) {
            name = decoded(trimmed(name));
            const auto match = fields_.find(name);
            has_text_ =
                has_text_ || (match && (match->role == FieldRole::text || match->role == FieldRole::html));
        }
    }

    static std::string trimmed(const std::string& name) {
        const std::size_t begin = name.find_first_not_of(" \t");
        return begin == std::string::npos ? "" : name.substr(begin, name.find_last_not_of(" \t") - begin + 1);
    }

    bool read_record() override {
        begin_record();
        if (!has_text_) return count() == 0 && tell_no_text();
        std::string row;
        bool closed = true;
        if (!take_row(row, closed)) return give_damage();
        const bool header = begin_of_record() == 0;
        if (header) return true;
        count_record();
        row = without_end(std::move(row));
        if (row.empty()) return true;
        const Origin origin = origin_of_record("row");
        if (row.size() > most_bytes) {
            give_failure(origin, "too_large",
                         "the row is longer than " + std::to_string(most_bytes) +
                             " bytes, or a quote of it is not closed: it is left out");
            return true;
        }
        if (!closed) give_failure(origin, "unclosed_quote", "a quote of this row is not closed");
        read_row(std::move(row), origin);
        return true;
    }

    // Once, and nothing else of the table: it counts as a record.
    bool tell_no_text() {
        if (bytes().at_end()) return give_damage();
        count_record();
        std::string names;
        for (const std::string& name : names_) {
            if (names.size() < 200) names += (names.empty() ? "" : ", ") + name.substr(0, 100);
        }
        give_failure(origin(), "no_text", "no column holds a text (columns: " + names + ")");
        return true;
    }

    // Takes a row with its line end: line ends in quotes belong to it. A row beyond the cap ends at the next
    // line end.
    bool take_row(std::string& row, bool& closed) {
        bool quoted = false, any = false, ended = false;
        while (!ended) {
            const std::string_view ahead = bytes().ahead(1);
            if (ahead.empty()) break;
            any = true;
            std::size_t at = 0;
            for (; at < ahead.size() && !ended; ++at) {
                if (ahead[at] == '"') quoted = !quoted;
                ended = ahead[at] == '\n' && (!quoted || row.size() > most_bytes);
            }
            if (row.size() <= most_bytes) row.append(ahead.substr(0, at));
            bytes().skip(at);
        }
        closed = !quoted;
        return any;
    }

    void read_row(std::string row, const Origin& origin) {
        NamedFields record;
        std::vector<std::string> values = split(decoded(std::move(row)), delimiter_);
        for (std::size_t i = 0; i < std::min(values.size(), names_.size()); ++i)
            record.add(fields_, names_[i], std::move(values[i]));
        std::vector<NamedFields> records;
        records.push_back(std::move(record));
        give_records(std::move(records), origin);
    }

    const FieldMap& fields_;
    std::vector<std::string> names_;
    char delimiter_ = ',';
    bool has_text_ = false;
};

}  // namespace

StreamPtr csv_stream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields) {
    return std::make_unique<CsvStream>(std::move(bytes), std::move(origin), fields);
}

}  // namespace isnad::source
