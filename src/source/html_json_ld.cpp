#include "source/html_json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

namespace isnad::source::html {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t objects_read = 2'000;  // of one script
constexpr std::size_t nesting = 64;          // deeper JSON is no metadata

constexpr std::array article_types{"NewsArticle",          "Article",
                                   "ReportageNewsArticle", "AnalysisNewsArticle",
                                   "OpinionNewsArticle",   "BackgroundNewsArticle",
                                   "ReviewNewsArticle",    "BlogPosting",
                                   "LiveBlogPosting",      "Report",
                                   "VideoObject",          "SocialMediaPosting"};

// Brackets in one another beyond reason, strings aside: the reader of JSON builds a tree of them.
bool is_too_deep(std::string_view script) {
    std::size_t depth = 0;
    bool inside_string = false;
    for (std::size_t i = 0; i < script.size(); ++i) {
        const char c = script[i];
        if (inside_string && c == '\\') {
            ++i;
        } else if (c == '"') {
            inside_string = !inside_string;
        } else if (!inside_string && (c == '{' || c == '[')) {
            if (++depth > nesting) return true;
        } else if (!inside_string && (c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

std::string_view string_of(const Json& value) {
    const auto* text = value.get_ptr<const Json::string_t*>();
    return text == nullptr ? std::string_view{} : std::string_view(*text);
}

const Json* member(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

bool is_article_type(std::string_view type) {
    return std::any_of(article_types.begin(), article_types.end(),
                       [&](std::string_view t) { return t == type; });
}

bool is_article(const Json& object) {
    const Json* type = member(object, "@type");
    if (type == nullptr) return false;
    if (type->is_array())
        return std::any_of(type->begin(), type->end(),
                           [](const Json& t) { return is_article_type(string_of(t)); });
    return is_article_type(string_of(*type));
}

// The names of persons or organisations: a string, an object with a name, or an array of them.
void tell_names(const Json& value, MetaField field, std::string_view key, const TellFact& tell) {
    if (value.is_string()) return tell(field, key, string_of(value));
    if (value.is_object()) {
        if (const Json* name = member(value, "name")) {
            if (name->is_string()) tell(field, key, string_of(*name));
        }
        return;
    }
    if (!value.is_array()) return;
    for (const Json& item : value) {
        if (!item.is_array()) tell_names(item, field, key, tell);
    }
}

void tell_article(const Json& object, const TellFact& tell) {
    struct Field {
        const char* key;
        MetaField field;
    };
    constexpr std::array fields{
        Field{"headline", MetaField::title},          Field{"datePublished", MetaField::published},
        Field{"uploadDate", MetaField::published},    Field{"dateModified", MetaField::modified},
        Field{"description", MetaField::description}, Field{"@type", MetaField::kind},
        Field{"inLanguage", MetaField::language}};
    for (const Field& field : fields) {
        const Json* value = member(object, field.key);
        if (value != nullptr && value->is_string()) tell(field.field, field.key, string_of(*value));
    }
    if (const Json* author = member(object, "author")) tell_names(*author, MetaField::author, "author", tell);
    if (const Json* publisher = member(object, "publisher"))
        tell_names(*publisher, MetaField::site, "publisher", tell);
}

// Articles first where they are the page's subject: the walk goes by levels and into @graph, mainEntity.
void walk(const Json& root, const TellFact& tell) {
    std::vector<const Json*> queue{&root};
    for (std::size_t next = 0; next < queue.size() && next < objects_read; ++next) {
        const Json& value = *queue[next];
        if (value.is_object() && is_article(value)) {
            tell_article(value, tell);
            continue;
        }
        if (value.is_array() || value.is_object()) {
            for (const Json& item : value) {
                if (item.is_structured() && queue.size() < objects_read) queue.push_back(&item);
            }
        }
    }
}

Json parsed(const std::string& script) { return Json::parse(script, nullptr, false, true); }

}  // namespace

bool read_json_ld(std::string script, const TellFact& tell) {
    if (is_too_deep(script)) return false;
    try {
        Json root = parsed(script);
        if (root.is_discarded()) {
            for (char& c : script) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
            root = parsed(script);
        }
        if (root.is_discarded()) return false;
        walk(root, tell);
        return true;
    } catch (const std::exception&) {  // the library may throw, too, when memory runs out
        return false;
    }
}

}  // namespace isnad::source::html
