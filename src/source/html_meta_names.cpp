#include "source/html_meta_names.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace isnad::source::html {
namespace {

using F = MetaField;
using S = MetaSource;

constexpr std::array open_graph{
    MetaName{"og:title", F::title, S::open_graph},
    MetaName{"og:description", F::description, S::open_graph},
    MetaName{"og:site_name", F::site, S::open_graph},
    MetaName{"og:type", F::kind, S::open_graph},
    MetaName{"og:url", F::canonical, S::open_graph},
    MetaName{"og:locale", F::language, S::open_graph},
    MetaName{"og:image", F::image, S::open_graph},
    MetaName{"og:image:url", F::image, S::open_graph},
    MetaName{"og:image:secure_url", F::image, S::open_graph},
    MetaName{"og:image:alt", F::image, S::open_graph},
    MetaName{"og:published_time", F::published, S::open_graph},
    MetaName{"og:article:published_time", F::published, S::open_graph},
    MetaName{"og:pubdate", F::published, S::open_graph},
    MetaName{"og:release_date", F::published, S::open_graph},
    MetaName{"og:updated_time", F::modified, S::open_graph},
    MetaName{"og:article:modified_time", F::modified, S::open_graph},
    MetaName{"og:article:author", F::author, S::open_graph},
    MetaName{"og:article:section", F::section, S::open_graph},
    MetaName{"og:article:tag", F::keyword, S::open_graph},
    MetaName{"article:published_time", F::published, S::open_graph},
    MetaName{"article:published", F::published, S::open_graph},
    MetaName{"article:modified_time", F::modified, S::open_graph},
    MetaName{"article:modified", F::modified, S::open_graph},
    MetaName{"article:author", F::author, S::open_graph},
    MetaName{"article:section", F::section, S::open_graph},
    MetaName{"article:tag", F::keyword, S::open_graph},
    MetaName{"article:publisher", F::site, S::open_graph},
};

constexpr std::array others{
    MetaName{"twitter:title", F::title, S::twitter},
    MetaName{"twitter:description", F::description, S::twitter},
    MetaName{"twitter:creator", F::author, S::twitter},
    MetaName{"twitter:site", F::site, S::twitter},
    MetaName{"twitter:image", F::image, S::twitter},
    MetaName{"twitter:image:src", F::image, S::twitter},
    MetaName{"twitter:image:alt", F::image, S::twitter},
    MetaName{"dc.title", F::title, S::dublin_core},
    MetaName{"dc.creator", F::author, S::dublin_core},
    MetaName{"dc.contributor", F::author, S::dublin_core},
    MetaName{"dc.publisher", F::site, S::dublin_core},
    MetaName{"dc.subject", F::keyword, S::dublin_core},
    MetaName{"dc.description", F::description, S::dublin_core},
    MetaName{"dc.language", F::language, S::dublin_core},
    MetaName{"dc.date", F::published, S::dublin_core},
    MetaName{"dc.date.issued", F::published, S::dublin_core},
    MetaName{"dc.date.created", F::published, S::dublin_core},
    MetaName{"dc.date.modified", F::modified, S::dublin_core},
    MetaName{"dc.created", F::published, S::dublin_core},
    MetaName{"dc.issued", F::published, S::dublin_core},
    MetaName{"dc.modified", F::modified, S::dublin_core},
    MetaName{"title", F::title, S::meta},
    MetaName{"headline", F::title, S::meta},
    MetaName{"description", F::description, S::meta},
    MetaName{"keywords", F::keyword, S::meta},
    MetaName{"news_keywords", F::keyword, S::meta},
    MetaName{"tags", F::keyword, S::meta},
    MetaName{"author", F::author, S::meta},
    MetaName{"authors", F::author, S::meta},
    MetaName{"byl", F::author, S::meta},
    MetaName{"citation_author", F::author, S::meta},
    MetaName{"publisher", F::site, S::meta},
    MetaName{"application-name", F::site, S::meta},
    MetaName{"section", F::section, S::meta},
    MetaName{"category", F::section, S::meta},
    MetaName{"article.section", F::section, S::meta},
    MetaName{"language", F::language, S::meta},
    MetaName{"content-language", F::language, S::meta},
    MetaName{"syndication-source", F::source, S::meta},
    MetaName{"original-source", F::source, S::meta},
    MetaName{"article.published", F::published, S::meta},
    MetaName{"article.created", F::published, S::meta},
    MetaName{"article.updated", F::modified, S::meta},
    MetaName{"article_date_original", F::published, S::meta},
    MetaName{"citation_publication_date", F::published, S::meta},
    MetaName{"created", F::published, S::meta},
    MetaName{"created-date", F::published, S::meta},
    MetaName{"date", F::published, S::meta},
    MetaName{"date_published", F::published, S::meta},
    MetaName{"datepublished", F::published, S::meta},
    MetaName{"originalpublicationdate", F::published, S::meta},
    MetaName{"pubdate", F::published, S::meta},
    MetaName{"publication-date", F::published, S::meta},
    MetaName{"publication_date", F::published, S::meta},
    MetaName{"publish-date", F::published, S::meta},
    MetaName{"publish_date", F::published, S::meta},
    MetaName{"publishdate", F::published, S::meta},
    MetaName{"published_at", F::published, S::meta},
    MetaName{"published-date", F::published, S::meta},
    MetaName{"published_time", F::published, S::meta},
    MetaName{"release_date", F::published, S::meta},
    MetaName{"datemodified", F::modified, S::meta},
    MetaName{"last-modified", F::modified, S::meta},
    MetaName{"lastmod", F::modified, S::meta},
    MetaName{"modified", F::modified, S::meta},
    MetaName{"revised", F::modified, S::meta},
    MetaName{"updated_time", F::modified, S::meta},
    // Services that read them: Parse.ly, Sailthru, Cxense, Chartbeat.
    MetaName{"parsely-title", F::title, S::meta},
    MetaName{"parsely-author", F::author, S::meta},
    MetaName{"parsely-section", F::section, S::meta},
    MetaName{"parsely-tags", F::keyword, S::meta},
    MetaName{"parsely-pub-date", F::published, S::meta},
    MetaName{"parsely-type", F::kind, S::meta},
    MetaName{"parsely-link", F::canonical, S::meta},
    MetaName{"parsely-image-url", F::image, S::meta},
    MetaName{"sailthru.title", F::title, S::meta},
    MetaName{"sailthru.author", F::author, S::meta},
    MetaName{"sailthru.tags", F::keyword, S::meta},
    MetaName{"sailthru.date", F::published, S::meta},
    MetaName{"sailthru.description", F::description, S::meta},
    MetaName{"sailthru.image.full", F::image, S::meta},
    MetaName{"cxenseparse:title", F::title, S::meta},
    MetaName{"cxenseparse:author", F::author, S::meta},
    MetaName{"cxenseparse:pageclass", F::kind, S::meta},
    MetaName{"cxenseparse:url", F::canonical, S::meta},
    MetaName{"cxenseparse:publishtime", F::published, S::meta},
    MetaName{"cxenseparse:recs:publishtime", F::published, S::meta},
    MetaName{"cxenseparse:recs:category", F::section, S::meta},
    MetaName{"cxenseparse:recs:image", F::image, S::meta},
    MetaName{"cxenseparse:articletitle", F::title, S::meta},
    MetaName{"cb-author", F::author, S::meta},
    MetaName{"pagetype", F::kind, S::meta},
};

constexpr std::array items{
    MetaName{"headline", F::title, S::microdata},
    MetaName{"title", F::title, S::microdata},
    MetaName{"datepublished", F::published, S::microdata},
    MetaName{"datecreated", F::published, S::microdata},
    MetaName{"date", F::published, S::microdata},
    MetaName{"created", F::published, S::microdata},
    MetaName{"issued", F::published, S::microdata},
    MetaName{"uploaddate", F::published, S::microdata},
    MetaName{"datemodified", F::modified, S::microdata},
    MetaName{"dateupdated", F::modified, S::microdata},
    MetaName{"modified", F::modified, S::microdata},
    MetaName{"author", F::author, S::microdata},
    MetaName{"creator", F::author, S::microdata},
    MetaName{"publisher", F::site, S::microdata},
    MetaName{"sourceorganization", F::source, S::microdata},
    MetaName{"articlesection", F::section, S::microdata},
    MetaName{"keywords", F::keyword, S::microdata},
    MetaName{"subject", F::keyword, S::microdata},
    MetaName{"description", F::description, S::microdata},
    MetaName{"inlanguage", F::language, S::microdata},
    MetaName{"mainentityofpage", F::canonical, S::microdata},
    MetaName{"url", F::canonical, S::microdata},
    MetaName{"image", F::image, S::microdata},
    MetaName{"thumbnailurl", F::image, S::microdata},
    MetaName{"articlebody", F::text, S::microdata},
};

template <class Names>
const MetaName* find(const Names& names, const std::string& key) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const MetaName& known) { return known.name == key; });
    return found == names.end() ? nullptr : &*found;
}

}  // namespace

const MetaName* meta_name(std::string_view name) {
    std::string key = ascii::lower(name.substr(0, 64));
    if (key.starts_with("dc:") || key.starts_with("dcterms.") || key.starts_with("dcterms:"))
        key = "dc." + key.substr(key.find_first_of(".:") + 1);
    if (const MetaName* found = find(open_graph, key)) return found;
    return find(others, key);
}

const MetaName* item_name(std::string_view name) {
    const std::string key = ascii::lower(name.substr(0, 64));
    const std::size_t end = key.find_last_of("/#:");
    return find(items, end == std::string::npos ? key : key.substr(end + 1));
}

}  // namespace isnad::source::html
