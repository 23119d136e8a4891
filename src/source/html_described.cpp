#include "source/html_described.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/limits.h"
#include "text/normalise.h"

namespace isnad::source::html {
namespace {

using ascii::lower;

struct Type {
    std::string_view name;
    TypeRole role;
};

constexpr std::array types{
    Type{"newsarticle", TypeRole::article},
    Type{"article", TypeRole::article},
    Type{"reportagenewsarticle", TypeRole::article},
    Type{"analysisnewsarticle", TypeRole::article},
    Type{"askpublicnewsarticle", TypeRole::article},
    Type{"opinionnewsarticle", TypeRole::article},
    Type{"backgroundnewsarticle", TypeRole::article},
    Type{"reviewnewsarticle", TypeRole::article},
    Type{"advertisercontentarticle", TypeRole::article},
    Type{"satiricalarticle", TypeRole::article},
    Type{"scholarlyarticle", TypeRole::article},
    Type{"techarticle", TypeRole::article},
    Type{"blogposting", TypeRole::article},
    Type{"report", TypeRole::article},
    Type{"socialmediaposting", TypeRole::article},
    Type{"hentry", TypeRole::article},
    Type{"liveblogposting", TypeRole::live_blog},
    Type{"webpage", TypeRole::page},
    Type{"collectionpage", TypeRole::page},
    Type{"searchresultspage", TypeRole::page},
    Type{"itempage", TypeRole::page},
    Type{"profilepage", TypeRole::page},
    Type{"aboutpage", TypeRole::page},
    Type{"medicalwebpage", TypeRole::page},
    Type{"videoobject", TypeRole::media},
    Type{"audioobject", TypeRole::media},
    Type{"imagegallery", TypeRole::media},
    Type{"mediagallery", TypeRole::media},
    Type{"website", TypeRole::site},
    Type{"organization", TypeRole::site},
    Type{"newsmediaorganization", TypeRole::site},
    Type{"corporation", TypeRole::site},
    Type{"person", TypeRole::person},
    Type{"useraccount", TypeRole::person},
    Type{"imageobject", TypeRole::image},
    Type{"breadcrumblist", TypeRole::trail},
    Type{"itemlist", TypeRole::list},
    Type{"blog", TypeRole::list},
    Type{"comment", TypeRole::comment},
    Type{"usercomments", TypeRole::comment},
    Type{"review", TypeRole::comment},
    Type{"post", TypeRole::comment},
    Type{"answer", TypeRole::comment},
};

constexpr std::size_t articles_in_list = 3;  // so many articles and none like the page: the page is a list

bool is_web(std::string_view address) {
    return address.starts_with("http://") || address.starts_with("https://");
}

// Whether two addresses name the same page: scheme, trailing slash, query and fragment aside.
bool same_address(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view address) {
        address = address.substr(0, address.find_first_of("?#"));
        const std::size_t scheme = address.find("//");
        if (scheme != std::string_view::npos) address.remove_prefix(scheme + 2);
        while (!address.empty() && address.back() == '/') address.remove_suffix(1);
        return address;
    };
    return is_web(a) && is_web(b) && bare(a) == bare(b);
}

// How surely a thing is what the rest of the page is about.
class Likeness {
  public:
    explicit Likeness(const std::vector<MetaFact>& facts) {
        for (const MetaFact& fact : facts) {
            if (fact.field == MetaField::canonical && addresses_.size() < 4) addresses_.push_back(fact.value);
            if (fact.field == MetaField::title && titles_.size() < 8)
                titles_.push_back(search_form(fact.value));
        }
    }

    int of(const Thing& thing) const {
        int best = thing.has_text ? 1 : 0;
        for (const MetaFact& fact : thing.facts) {
            if (fact.field == MetaField::canonical && is_address(fact.value)) best = std::max(best, 3);
            if (fact.field == MetaField::title && is_title(search_form(fact.value))) best = std::max(best, 2);
        }
        return best;
    }

  private:
    bool is_address(std::string_view value) const {
        return std::any_of(addresses_.begin(), addresses_.end(),
                           [&](std::string_view known) { return same_address(known, value); });
    }

    // The page's own title may go on with the name of the site.
    bool is_title(const std::string& value) const {
        return value.size() >= 8 &&
               std::any_of(titles_.begin(), titles_.end(), [&](const std::string& known) {
                   return known.starts_with(value) || (known.size() >= 8 && value.starts_with(known));
               });
    }

    std::vector<std::string_view> addresses_;
    std::vector<std::string> titles_;
};

int rank_of(ThingKind kind) {
    switch (kind) {
        case ThingKind::article: return 3;
        case ThingKind::page: return 2;
        case ThingKind::media: return 1;
        case ThingKind::post:
        case ThingKind::listed:
        case ThingKind::site: return 0;
    }
    return 0;
}

bool is_article(const Thing& thing) {
    return thing.kind == ThingKind::article || thing.kind == ThingKind::listed;
}

void take_facts(std::vector<MetaFact>& from, std::vector<MetaFact>& to) {
    for (MetaFact& fact : from) {
        if (to.size() < limits::metadata_facts) to.push_back(std::move(fact));
    }
}

std::string_view value_of(const Thing& thing, MetaField field) {
    for (const MetaFact& fact : thing.facts) {
        if (fact.field == field) return fact.value;
    }
    return {};
}

// The subject described a second time is no other article.
void forget_copies(std::vector<Thing>& things, std::size_t subject) {
    const std::string_view title = value_of(things[subject], MetaField::title);
    const std::string_view address = value_of(things[subject], MetaField::canonical);
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (i == subject || !is_article(things[i])) continue;
        const bool same = (!title.empty() && value_of(things[i], MetaField::title) == title) ||
                          same_address(value_of(things[i], MetaField::canonical), address);
        if (same) things[i].kind = ThingKind::page;
    }
}

}  // namespace

TypeRole role_of_type(std::string_view type) {
    const std::size_t end = type.find_last_of("/#:");
    if (end != std::string_view::npos) type.remove_prefix(end + 1);
    std::string name;
    for (const char c : type.substr(0, 32)) name += lower(c);
    const auto known = std::find_if(types.begin(), types.end(),
                                    [&](const Type& known_type) { return known_type.name == name; });
    return known == types.end() ? TypeRole::unknown : known->role;
}

std::size_t subject_of(const std::vector<Thing>& things, const std::vector<MetaFact>& facts) {
    const Likeness likeness(facts);
    std::size_t best = things.size();
    std::pair<int, int> best_rank{0, 0};
    std::size_t articles = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const std::pair<int, int> rank{rank_of(things[i].kind), likeness.of(things[i])};
        articles += things[i].kind == ThingKind::article;
        if (rank.first > 0 && rank > best_rank) {
            best_rank = rank;
            best = i;
        }
    }
    const bool is_list = articles >= articles_in_list && best_rank.second == 0;
    return is_list ? things.size() : best;
}

void take_things(std::vector<Thing> things, Markup& markup) {
    const std::size_t subject = subject_of(things, markup.facts);
    if (subject < things.size() && things[subject].kind == ThingKind::article) forget_copies(things, subject);
    if (subject < things.size()) {
        take_facts(things[subject].facts, markup.facts);
        for (MarkupImage& image : things[subject].images) {
            if (markup.images.size() < limits::images_per_page) markup.images.push_back(std::move(image));
        }
    }
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (i == subject) continue;
        if (things[i].kind == ThingKind::site) take_facts(things[i].facts, markup.facts);
        const bool post = things[i].kind == ThingKind::post;
        if ((!post && !is_article(things[i])) || markup.items.size() >= limits::metadata_items) continue;
        markup.items.push_back(
            {post ? MetaItem::Relation::post : MetaItem::Relation::article, std::move(things[i].facts)});
    }
}

}  // namespace isnad::source::html
