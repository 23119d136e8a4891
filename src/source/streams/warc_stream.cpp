#include "source/streams/warc_stream.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "source/read_page.h"
#include "source/streams/http_message.h"
#include "source/streams/page_stream.h"
#include "source/streams/record_stream.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

constexpr std::string_view version = "WARC/";
constexpr std::size_t most_body = static_cast<std::size_t>(limits::page_bytes) + limits::record_header_bytes;

// A line that begins a record: "WARC/1.0". Inside of content the next line must look like a header, too.
bool begins_record(std::string_view text) {
    return text.size() > 8 && text.starts_with(version) && text[5] >= '0' && text[5] <= '9' && text[6] == '.';
}

// Where a record begins in a body that was read beyond its end.
std::size_t find_record(std::string_view body) {
    for (std::size_t at = body.find("\nWARC/"); at != std::string_view::npos;
         at = body.find("\nWARC/", at + 1)) {
        const std::string_view rest = body.substr(at + 1);
        const std::size_t line = rest.substr(0, 20).find('\n');
        if (begins_record(rest) && line != std::string_view::npos &&
            (rest.substr(line + 1).starts_with("WARC-") || rest.substr(line + 1).starts_with("Content-")))
            return at + 1;
    }
    return std::string_view::npos;
}

void drop_line_ends(std::string& text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
}

std::string clean(std::string_view value, std::size_t most) {
    std::string text(value.substr(0, most));
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return utf8::decode(std::move(text)).text;
}

struct RecordHead {
    std::string type, date, address, content_type;
    std::optional<std::uint64_t> length;
    bool truncated = false;  // by the crawler, which says so
};

RecordHead read_head(std::string_view block) {
    const Headers headers(block);
    RecordHead out;
    out.type = clean(headers.get("warc-type"), 40);
    out.date = clean(headers.get("warc-date"), 40);
    std::string_view address = headers.get("warc-target-uri");
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    out.address = clean(address, 8192);
    out.content_type = std::string(headers.get("content-type"));
    out.truncated = !headers.get("warc-truncated").empty();
    const std::string_view length = headers.get("content-length");
    std::uint64_t value = 0;
    const auto [end, failed] = std::from_chars(length.data(), length.data() + length.size(), value);
    if (failed == std::errc() && end == length.data() + length.size() && !length.empty() &&
        value < 1ull << 62)
        out.length = value;
    return out;
}

class WarcStream final : public RecordStream {
  public:
    WarcStream(std::unique_ptr<Buffered> bytes, Origin origin)
        : RecordStream(std::move(bytes), std::move(origin)) {}

  private:
    bool read_record() override {
        skip_line_ends();
        begin_record();
        if (bytes().at_end()) return give_damage();
        if (!begins_record(bytes().ahead(16))) {
            give_failure(origin(), "bad_record",
                         "no record of WARC begins here: what follows is passed over to the next one");
            pass_to_record(nullptr);
            return true;
        }
        count_record();
        if (const auto head = take_head())
            take_record(*head);
        else
            pass_to_record(nullptr);
        return true;
    }

    void skip_line_ends() {
        for (;;) {
            const std::string_view ahead = bytes().ahead(1);
            if (ahead.empty() || (ahead.front() != '\n' && ahead.front() != '\r')) return;
            const std::size_t end = std::min(ahead.find_first_not_of("\r\n"), ahead.size());
            bytes().skip(end);
        }
    }

    // The head of the record; nothing, with the failure told, when it is none.
    std::optional<RecordHead> take_head() {
        std::string block, line;
        bytes().take_line(line, 64);
        while (block.size() < limits::record_header_bytes) {
            if (!bytes().take_line(line, limits::record_header_bytes)) break;
            if (line == "\r\n" || line == "\n") {
                RecordHead head = read_head(block);
                if (head.length) return head;
                give_failure(origin_of_record("record"), "bad_length",
                             "the record has no Content-Length that makes sense");
                return std::nullopt;
            }
            block += line;
            if (!line.ends_with('\n')) break;
        }
        give_failure(origin_of_record("record"), "bad_record", "the head of the record does not end");
        return std::nullopt;
    }

    void take_record(const RecordHead& head) {
        const bool wanted = head.type == "response" || head.type == "resource" || head.type == "conversion";
        if (!wanted || head.address.starts_with("dns:")) {
            pass_content(*head.length);
            return;
        }
        Arrival arrival;
        std::string body;
        const bool cut = take_body(head, body, arrival.problems);
        arrival.page.origin = origin_of_record("record");
        Origin& origin = arrival.page.origin;
        origin.address = head.address;
        origin.cut = cut;
        if (const auto day = parse_iso_day(std::string_view(head.date).substr(0, 10))) {
            origin.fetched = day;
            origin.fetched_at = head.date;
        }
        if (head.truncated)
            arrival.problems.push_back({"truncated", Severity::warning, "the crawler cut the record short",
                                        std::nullopt, begin_of_record()});
        read_content(head, std::move(body), std::move(arrival));
    }

    // The body, as far as a page may reach; true when it goes on. A length that leads past the next record or
    // not up to it is put right.
    bool take_body(const RecordHead& head, std::string& body, std::vector<Problem>& problems) {
        const std::uint64_t wanted = std::min<std::uint64_t>(*head.length, most_body);
        const std::uint64_t taken = bytes().take(wanted, body);
        const std::uint64_t beyond = *head.length - wanted;
        const bool all = taken == wanted && pass_content(beyond) == beyond;
        if (all && at_boundary()) return beyond > 0;
        const auto note = [&](const char* code, std::string what) {
            problems.push_back({code, Severity::warning, std::move(what), std::nullopt, begin_of_record()});
        };
        const std::size_t next = taken == wanted && beyond > 0 ? std::string::npos : find_next(body);
        if (next != std::string::npos) {
            note("wrong_length", "the Content-Length leads into the next record");
            bytes().give_back(std::string_view(body).substr(next));
            body.resize(next);
            drop_line_ends(body);
        } else if (!all) {
            note("truncated", "the record ends early, after " + std::to_string(taken) + " of " +
                                  std::to_string(*head.length) + " bytes");
        } else {
            note("wrong_length", "the record goes on beyond its Content-Length");
            pass_to_record(&body);
            drop_line_ends(body);
        }
        return body.size() > most_body;
    }

    // Where the next record begins in the body and a little of what follows; that is kept in it then.
    std::size_t find_next(std::string& body) {
        constexpr std::uint64_t head = 256;
        const std::size_t end = body.size();
        bytes().take(head, body);
        const std::size_t next = find_record(body);
        if (next != std::string::npos) return next;
        bytes().give_back(std::string_view(body).substr(end));
        body.resize(end);
        return next;
    }

    bool at_boundary() {
        const std::string_view ahead = bytes().ahead(16);
        const std::size_t sign = ahead.find_first_not_of("\r\n");
        return sign == std::string_view::npos || begins_record(ahead.substr(sign)) || ahead.size() - sign < 9;
    }

    // Passes over content of so many bytes. A length beyond any page may be wrong: then a record that begins
    // before its end is stopped at.
    std::uint64_t pass_content(std::uint64_t count) {
        if (count <= most_body) return bytes().pass(count);
        const std::uint64_t begin = bytes().offset();
        while (bytes().offset() - begin < count) {
            if (!pass_line(nullptr, count - (bytes().offset() - begin))) break;
            if (find_record("\n" + std::string(bytes().ahead(256).substr(0, 256))) == 1) break;
        }
        return bytes().offset() - begin;
    }

    // Passes over a line, or the rest of one, and appends it to `kept`; false at the end of the bytes.
    bool pass_line(std::string* kept, std::uint64_t most) {
        for (;;) {
            const std::string_view ahead = bytes().ahead(1);
            if (ahead.empty()) return false;
            const std::size_t end = ahead.find('\n');
            const std::size_t line = end == std::string_view::npos ? ahead.size() : end + 1;
            const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(line, most));
            if (kept != nullptr && kept->size() <= most_body) kept->append(ahead.substr(0, count));
            bytes().skip(count);
            most -= count;
            if (end != std::string_view::npos || most == 0) return true;
        }
    }

    // Passes over what is no record, to the next line that begins one; appends it to `kept`.
    void pass_to_record(std::string* kept) {
        constexpr std::uint64_t any = ~std::uint64_t{0};
        while (pass_line(kept, any)) {
            if (begins_record(bytes().ahead(16))) return;
        }
    }

    void read_content(const RecordHead& head, std::string body, Arrival arrival) {
        Origin& origin = arrival.page.origin;
        ContentType type = content_type_of(head.content_type);
        if (head.type == "response" && body.starts_with("HTTP/")) {
            auto message = read_http(std::move(body));
            if (message->status < 200 || message->status >= 300) {
                ++by_status_;
                return;
            }
            type = std::move(message->type);
            body = std::move(message->content);
            origin.cut = origin.cut || message->cut;
            for (Problem& problem : message->problems) {
                problem.byte = begin_of_record();
                arrival.problems.push_back(std::move(problem));
            }
        }
        origin.media_type = type.media_type;
        origin.charset = type.charset;
        if (body.size() > limits::page_bytes) body.resize(limits::page_bytes);
        give_page(std::move(body), std::move(arrival));
    }

    void give_page(std::string body, Arrival arrival) {
        Origin& origin = arrival.page.origin;
        const bool page =
            origin.media_type.find("html") != std::string::npos || origin.media_type == "text/plain";
        const std::string_view head = std::string_view(body).substr(0, 64u << 10);
        const RecordFormat format = sniff(head, origin.address, origin.media_type);
        if (format != RecordFormat::none) {
            for (Arrival& record : arrivals_of(format, std::move(body), origin)) give(std::move(record));
            return;
        }
        if (!page && !is_html(body, "")) {
            ++by_type_;
            return;
        }
        if (!page) origin.media_type = "text/html";
        if (body.empty() && !arrival.problems.empty()) {
            const Problem& why = arrival.problems.back();
            give_failure(origin, why.code, why.what);
            return;
        }
        arrival.page.bytes = std::move(body);
        give(std::move(arrival));
    }

    std::optional<Arrival> tell_end() override {
        const auto tell = [&](std::uint64_t& count, const char* code,
                              const std::string& what) -> std::optional<Arrival> {
            if (count == 0) return std::nullopt;
            const std::uint64_t number = std::exchange(count, 0);
            return failure(origin(), {code, std::to_string(number) + what, {}}, Severity::note);
        };
        if (auto told = tell(by_status_, "other_status",
                             " responses whose status is not one of success were left out"))
            return told;
        return tell(by_type_, "other_type", " records that are neither HTML nor text were left out");
    }

    std::uint64_t by_status_ = 0, by_type_ = 0;
};

}  // namespace

StreamPtr warc_stream(std::unique_ptr<Buffered> bytes, Origin origin) {
    return std::make_unique<WarcStream>(std::move(bytes), std::move(origin));
}

}  // namespace isnad::source
