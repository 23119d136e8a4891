#include "source/streams/record_formats.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "source/streams/feeds.h"
#include "source/streams/json_feed.h"
#include "source/streams/mhtml.h"
#include "source/streams/mime.h"
#include "source/streams/ninjs.h"
#include "source/streams/sitemap.h"

namespace isnad::source {
namespace {

using ascii::lower;

constexpr std::size_t looked_at = 8u << 10;

// The beginning with zeros left out, so that UTF-16 reads like ASCII, and without a byte order mark.
std::string beginning_of(std::string_view head) {
    std::string out;
    for (const char c : head.substr(0, looked_at)) {
        if (c != '\0') out += c;
    }
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (out.starts_with(mark)) return out.substr(mark.size());
    }
    return out;
}

// The name of the first element, past declarations, comments and doctype; in lower case, without its prefix.
std::string root_of(std::string_view text) {
    std::size_t at = 0;
    while (true) {
        at = text.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos || text[at] != '<') return {};
        const std::string_view rest = text.substr(at);
        const std::string_view closing = rest.starts_with("<!--") ? "-->"
                                         : rest.starts_with("<?") ? "?>"
                                         : rest.starts_with("<!") ? ">"
                                                                  : "";
        if (closing.empty()) break;
        std::size_t end = rest.find(closing);
        const std::size_t subset = rest.find('[');
        if (closing == ">" && subset < end) end = std::min(rest.find("]>", subset), rest.size() - 1) + 1;
        if (end >= rest.size()) return {};
        at += end + closing.size();
    }
    const std::size_t end = std::min(text.find_first_of(" \t\r\n>/", at), text.size());
    std::string_view name = text.substr(at + 1, end - at - 1);
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
        name.remove_prefix(colon + 1);
    std::string out;
    for (const char c : name) out += lower(c);
    return out;
}

RecordFormat by_root(const std::string& root, std::string_view text) {
    if (root == "rss" || root == "feed" || root == "channel") return RecordFormat::feed;
    if (root == "rdf") {
        const bool feed = text.find("purl.org/rss/") != std::string_view::npos ||
                          text.find("netscape.com/rdf/simple") != std::string_view::npos;
        return feed ? RecordFormat::feed : RecordFormat::none;
    }
    return root == "urlset" || root == "sitemapindex" ? RecordFormat::sitemap : RecordFormat::none;
}

// Whether `"key"` stands before a colon.
bool has_key(std::string_view text, std::string_view key) {
    const std::string quoted = "\"" + std::string(key) + "\"";
    for (std::size_t at = text.find(quoted); at != std::string_view::npos; at = text.find(quoted, at + 1)) {
        const std::size_t next = text.find_first_not_of(" \t\r\n", at + quoted.size());
        if (next != std::string_view::npos && text[next] == ':') return true;
    }
    return false;
}

// A file of ninjs names itself, or has an address and keys that only ninjs has.
bool is_ninjs(std::string_view text) {
    if (text.find("iptc.org/std/ninjs") != std::string_view::npos) return true;
    constexpr std::array own{"versioncreated",   "versionCreated",     "firstcreated",    "firstCreated",
                             "contentCreated",   "pubstatus",          "pubStatus",       "body_html",
                             "body_xhtml",       "body_text",          "bodies",          "headlines",
                             "description_text", "copyrightholder",    "copyrightHolder", "copyrightnotice",
                             "copyrightNotice",  "infosources",        "infoSources",     "usageterms",
                             "usageTerms",       "representationtype", "located",         "slugline"};
    const auto found =
        std::count_if(own.begin(), own.end(), [&](const char* key) { return has_key(text, key); });
    return has_key(text, "uri") && found >= 2;
}

RecordFormat by_json(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || (text[at] != '{' && text[at] != '[')) return RecordFormat::none;
    if (text[at] == '{' && has_key(text, "version") && text.find("jsonfeed.org") != std::string_view::npos)
        return RecordFormat::json_feed;
    return is_ninjs(text) ? RecordFormat::ninjs : RecordFormat::none;
}

std::string ending_of(std::string_view path) {
    std::string out;
    for (const char c : path.substr(path.size() - std::min<std::size_t>(path.size(), 12))) out += lower(c);
    const std::size_t dot = out.rfind('.');
    return dot == std::string::npos ? std::string{} : out.substr(dot);
}

// Mail begins with headers; a saved page names its MIME version among them.
RecordFormat by_headers(std::string_view text, std::string_view path, std::string_view media_type) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::size_t colon = text.find(':', begin);
    if (colon == std::string_view::npos || colon == begin || colon - begin > 60) return RecordFormat::none;
    const auto is_name = [](char c) {
        return lower(c) >= 'a' ? lower(c) <= 'z' : (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.begin() + static_cast<std::ptrdiff_t>(colon), is_name))
        return RecordFormat::none;
    const mime::Part part = mime::part_of(text.substr(begin));
    const std::string type = mime::media_type(part.value("content-type"));
    const bool versioned = !part.value("mime-version").empty() && !type.empty();
    const bool multipart =
        type.starts_with("multipart/") && !mime::parameter(part.value("content-type"), "boundary").empty();
    const std::string ending = ending_of(path);
    const bool named = ending == ".eml" || ending == ".mht" || ending == ".mhtml" ||
                       media_type == "message/rfc822" || media_type == "multipart/related";
    const bool addressed = !part.value("from").empty() && !part.value("date").empty();
    return versioned || multipart || (named && (addressed || !type.empty())) ? RecordFormat::mhtml
                                                                             : RecordFormat::none;
}

// A beginning that says nothing: the name and the media type decide.
RecordFormat by_name(std::string_view text, std::string_view path, std::string_view media_type) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return RecordFormat::none;
    const bool json = text.find_first_of("{[") == text.find_first_not_of(" \t\r\n");
    if (media_type == "application/feed+json" && json) return RecordFormat::json_feed;
    const std::string ending = ending_of(path);
    const bool feed = media_type == "application/rss+xml" || media_type == "application/atom+xml" ||
                      media_type == "application/rdf+xml" || ending == ".rss" || ending == ".atom";
    // A feed whose beginning is lost, or whose first element is broken.
    const bool items =
        text.find("<item>") != std::string_view::npos || text.find("<entry") != std::string_view::npos;
    return feed && items ? RecordFormat::feed : RecordFormat::none;
}

}  // namespace

RecordFormat sniff(std::string_view head, std::string_view path, std::string_view media_type) {
    const std::string text = beginning_of(head);
    const std::string root = root_of(text);
    if (root == "html" || root == "head" || root == "body") return RecordFormat::none;
    if (const RecordFormat format = by_root(root, text); format != RecordFormat::none) return format;
    if (const RecordFormat format = by_json(text); format != RecordFormat::none) return format;
    if (const RecordFormat format = by_headers(text, path, media_type); format != RecordFormat::none)
        return format;
    return by_name(text, path, media_type);
}

Records read_records(RecordFormat format, std::string bytes, const Origin& origin) {
    Records out;
    switch (format) {
        case RecordFormat::none: break;
        case RecordFormat::feed: read_feed(std::move(bytes), origin, out); break;
        case RecordFormat::json_feed: read_json_feed(std::move(bytes), origin, out); break;
        case RecordFormat::sitemap: read_sitemap(std::move(bytes), origin, out); break;
        case RecordFormat::mhtml: read_mhtml(std::move(bytes), origin, out); break;
        case RecordFormat::ninjs: read_ninjs(std::move(bytes), origin, out); break;
    }
    return out;
}

}  // namespace isnad::source
