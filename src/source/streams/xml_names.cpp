#include "source/streams/xml_names.h"

#include "base/ascii.h"

#include <array>

namespace isnad::source::xml {
namespace {

constexpr std::size_t scopes_kept = 256;  // looked through for each element

struct Name {
    std::string_view name;
    Space space;
};

// Beginnings of namespaces, without scheme and in lower case.
constexpr std::array addresses{Name{"www.w3.org/2005/atom", Space::atom},
                               Name{"purl.org/atom/ns", Space::atom},
                               Name{"purl.org/dc/", Space::dublin_core},
                               Name{"purl.org/rss/1.0/modules/content", Space::content},
                               Name{"purl.org/rss/1.0/modules/", Space::other},
                               Name{"purl.org/rss/1.0", Space::rss},
                               Name{"my.netscape.com/rdf/simple/0.9", Space::rss},
                               Name{"channel.netscape.com/rdf/simple/0.9", Space::rss},
                               Name{"backend.userland.com/rss", Space::rss},
                               Name{"search.yahoo.com/mrss", Space::media},
                               Name{"www.itunes.com/dtds/podcast", Space::itunes},
                               Name{"www.google.com/schemas/sitemap-news", Space::news},
                               Name{"www.google.com/schemas/sitemap-image", Space::image},
                               Name{"www.google.com/schemas/sitemap/", Space::sitemap},
                               Name{"www.sitemaps.org/schemas/sitemap", Space::sitemap},
                               Name{"www.w3.org/1999/xhtml", Space::xhtml},
                               Name{"www.w3.org/1999/02/22-rdf-syntax-ns", Space::rdf},
                               Name{"rssnamespace.org/feedburner/ext", Space::feedburner}};

constexpr std::array prefixes{Name{"atom", Space::atom},
                              Name{"atom10", Space::atom},
                              Name{"a10", Space::atom},
                              Name{"dc", Space::dublin_core},
                              Name{"dcterms", Space::dublin_core},
                              Name{"content", Space::content},
                              Name{"media", Space::media},
                              Name{"itunes", Space::itunes},
                              Name{"news", Space::news},
                              Name{"image", Space::image},
                              Name{"xhtml", Space::xhtml},
                              Name{"rdf", Space::rdf},
                              Name{"feedburner", Space::feedburner}};

Space space_of(std::string_view given) {
    const std::string address = ascii::lower(given);
    const std::size_t scheme = address.find("://");
    const std::string_view rest =
        std::string_view(address).substr(scheme == std::string::npos ? 0 : scheme + 3);
    for (const Name& name : addresses) {
        if (rest.starts_with(name.name)) return name.space;
    }
    return given.empty() ? Space::none : Space::other;
}

}  // namespace

void Scopes::declare(std::size_t depth, std::string_view prefix, std::string_view address) {
    if (scopes_.size() < scopes_kept && prefix.size() < 64)
        scopes_.push_back({depth, std::string(prefix), space_of(address.substr(0, 100))});
}

void Scopes::leave(std::size_t depth) {
    while (!scopes_.empty() && scopes_.back().depth >= depth) scopes_.pop_back();
}

Space Scopes::of(std::string_view prefix) const {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
        if (scopes_[i].prefix == prefix) return scopes_[i].space;
    }
    for (const Name& name : prefixes) {
        if (name.name == prefix) return name.space;
    }
    return prefix.empty() ? Space::none : Space::other;
}

}  // namespace isnad::source::xml
