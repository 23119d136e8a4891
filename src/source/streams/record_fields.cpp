#include "source/streams/record_fields.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/limits.h"

namespace isnad::source {
namespace {

struct Common {
    std::string_view name;  // as it is compared
    FieldRole role;
};

// By role, the best first. "timestamp" is the time of the crawl in the corpora that have it (mC4, CulturaX).
constexpr std::array common{
    Common{"text", FieldRole::text},
    Common{"maintext", FieldRole::text},
    Common{"articlebody", FieldRole::text},
    Common{"articletext", FieldRole::text},
    Common{"fulltext", FieldRole::text},
    Common{"plaintext", FieldRole::text},
    Common{"body", FieldRole::text},
    Common{"content", FieldRole::text},
    Common{"contenttext", FieldRole::text},
    Common{"rawcontent", FieldRole::text},
    Common{"article", FieldRole::text},
    Common{"story", FieldRole::text},
    Common{"html", FieldRole::html},
    Common{"rawhtml", FieldRole::html},
    Common{"contenthtml", FieldRole::html},
    Common{"bodyhtml", FieldRole::html},
    Common{"bodyxhtml", FieldRole::html},
    Common{"pagehtml", FieldRole::html},
    Common{"title", FieldRole::title},
    Common{"headline", FieldRole::title},
    Common{"articletitle", FieldRole::title},
    Common{"head", FieldRole::title},
    Common{"url", FieldRole::url},
    Common{"link", FieldRole::url},
    Common{"uri", FieldRole::url},
    Common{"permalink", FieldRole::url},
    Common{"pageurl", FieldRole::url},
    Common{"articleurl", FieldRole::url},
    Common{"sourceurl", FieldRole::url},
    Common{"warcheaders.warctargeturi", FieldRole::url},
    Common{"meta.url", FieldRole::url},
    Common{"metadata.url", FieldRole::url},
    Common{"datepublished", FieldRole::date},
    Common{"publisheddate", FieldRole::date},
    Common{"publishdate", FieldRole::date},
    Common{"datepublish", FieldRole::date},
    Common{"publishedat", FieldRole::date},
    Common{"publishedtime", FieldRole::date},
    Common{"published", FieldRole::date},
    Common{"pubdate", FieldRole::date},
    Common{"publicationdate", FieldRole::date},
    Common{"date", FieldRole::date},
    Common{"datetime", FieldRole::date},
    Common{"time", FieldRole::date},
    Common{"meta.date", FieldRole::date},
    Common{"metadata.date", FieldRole::date},
    Common{"datemodified", FieldRole::modified},
    Common{"datemodify", FieldRole::modified},
    Common{"modified", FieldRole::modified},
    Common{"updated", FieldRole::modified},
    Common{"updatedat", FieldRole::modified},
    Common{"fetched", FieldRole::fetched},
    Common{"fetchedat", FieldRole::fetched},
    Common{"crawled", FieldRole::fetched},
    Common{"crawledat", FieldRole::fetched},
    Common{"crawldate", FieldRole::fetched},
    Common{"datedownload", FieldRole::fetched},
    Common{"warcheaders.warcdate", FieldRole::fetched},
    Common{"timestamp", FieldRole::fetched},
    Common{"author", FieldRole::author},
    Common{"authors", FieldRole::author},
    Common{"byline", FieldRole::author},
    Common{"creator", FieldRole::author},
    Common{"language", FieldRole::language},
    Common{"lang", FieldRole::language},
    Common{"inlanguage", FieldRole::language},
    Common{"id", FieldRole::id},
    Common{"guid", FieldRole::id},
    Common{"uuid", FieldRole::id},
    Common{"docid", FieldRole::id},
    Common{"publisher", FieldRole::source},
    Common{"source", FieldRole::source},
    Common{"sourcename", FieldRole::source},
    Common{"site", FieldRole::source},
    Common{"sitename", FieldRole::source},
    Common{"sourcedomain", FieldRole::source},
    Common{"section", FieldRole::section},
    Common{"category", FieldRole::section},
    Common{"description", FieldRole::description},
    Common{"summary", FieldRole::description},
    Common{"abstract", FieldRole::description},
    Common{"excerpt", FieldRole::description},
    Common{"keywords", FieldRole::keywords},
    Common{"tags", FieldRole::keywords},
};

struct RoleName {
    std::string_view name;
    FieldRole role;
};

constexpr std::array role_names{
    RoleName{"text", FieldRole::text},         RoleName{"html", FieldRole::html},
    RoleName{"title", FieldRole::title},       RoleName{"url", FieldRole::url},
    RoleName{"date", FieldRole::date},         RoleName{"modified", FieldRole::modified},
    RoleName{"fetched", FieldRole::fetched},   RoleName{"author", FieldRole::author},
    RoleName{"language", FieldRole::language}, RoleName{"id", FieldRole::id},
    RoleName{"source", FieldRole::source},     RoleName{"section", FieldRole::section},
    RoleName{"keywords", FieldRole::keywords}, RoleName{"description", FieldRole::description},
};

// Lower case, without what stands between words.
std::string as_compared(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '_' || c == '-' || c == ' ') continue;
        out += ascii::lower(c);
    }
    return out;
}

Error usage(std::string what) { return {"fields", std::move(what), {}, ErrorKind::usage}; }

}  // namespace

Result<FieldMap> FieldMap::parse(std::string_view text) {
    FieldMap out;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find(','));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        const std::size_t sign = pair.find('=');
        if (sign == std::string_view::npos || sign + 1 == pair.size())
            return usage("\"" + std::string(pair) + "\" is not of the form text=body");
        const std::string role = as_compared(pair.substr(0, sign));
        const RoleName* known = nullptr;
        std::string names;
        for (const RoleName& name : role_names) {
            if (name.name == role) known = &name;
            names += (names.empty() ? "" : ", ") + std::string(name.name);
        }
        if (known == nullptr) return usage("\"" + role + "\" is none of " + names);
        out.named_.push_back({as_compared(pair.substr(sign + 1)), known->role});
    }
    return out;
}

std::optional<FieldMap::Match> FieldMap::find(std::string_view name) const {
    const std::string compared = as_compared(name);
    std::uint32_t rank = 0;
    for (const Named& named : named_) {
        if (named.name == compared) return Match{named.role, rank};
        ++rank;
    }
    for (const Common& known : common) {
        if (known.name == compared) return Match{known.role, rank};
        ++rank;
    }
    return std::nullopt;
}

void NamedFields::add(const FieldMap& map, std::string name, std::string value) {
    constexpr std::size_t most_others = 12;
    if (value.empty() || fields.size() >= limits::record_fields) return;
    if (const auto match = map.find(name))
        fields.push_back({*match, std::move(name), std::move(value)});
    else if (others.size() < most_others && name.size() < 64)
        others.push_back(std::move(name));
}

}  // namespace isnad::source
