#include <algorithm>
#include <array>

#include "article/html_facts_near.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"
#include "text/trimmed.h"

namespace isnad::article {
namespace {

constexpr std::size_t site_words = 6, longest_host = 255;

// The name of the site behind or before the headline in <title>: "Headline | Site".
std::string site_in_title(const FactsNear& near) {
    std::vector<std::string_view> titles;
    if (near.place.title) titles.push_back(near.page.slice(near.markup.blocks[*near.place.title].span));
    std::string_view whole;
    for (const MetaFact& fact : near.facts) {
        if (fact.field != MetaField::title) continue;
        if (fact.source == MetaSource::element) {
            whole = fact.value;
        } else if (titles.size() < 8) {
            titles.push_back(fact.value);
        }
    }
    for (const std::string_view title : titles) {
        if (title.size() >= whole.size() || title.size() < 8) continue;
        const bool first = whole.starts_with(title);
        if (!first && !whole.ends_with(title)) continue;
        std::string rest(first ? whole.substr(title.size()) : whole.substr(0, whole.size() - title.size()));
        for (const std::string_view sign :
             {"|", " - ", " \u2013 ", " \u2014 ", "\u00BB", "\u00AB", "::", " \u2022 "}) {
            const std::size_t at = first ? rest.rfind(sign) : rest.find(sign);
            if (at == std::string::npos) continue;
            rest = first ? rest.substr(at + sign.size()) : rest.substr(0, at);
            const Span name = trimmed(rest, {0, static_cast<std::uint32_t>(rest.size())});
            const std::size_t words = lexicon::words_of(search_form(rest)).size();
            if (words >= 1 && words <= site_words) return rest.substr(name.begin, name.size());
        }
    }
    return {};
}

// A part of <title> that the page shows elsewhere as its own name: as a line, or as the text of its logo.
std::string part_of_title(const FactsNear& near) {
    std::string_view whole;
    for (const MetaFact& fact : near.facts) {
        if (fact.field == MetaField::title && fact.source == MetaSource::element) whole = fact.value;
    }
    std::vector<std::string_view> parts{whole};
    for (const std::string_view sign : {" | ", " - ", " \u2013 ", " : ", ": ", " \u00BB "}) {
        for (std::size_t at = whole.find(sign); at != std::string_view::npos && parts.size() < 16;
             at = whole.find(sign, at + sign.size())) {
            parts.push_back(whole.substr(0, at));
            parts.push_back(whole.substr(at + sign.size()));
        }
    }
    for (const std::string_view part : parts) {
        const std::string key = search_form(part);
        const auto words = lexicon::words_of(key);
        if (words.empty() || words.size() > site_words || part.size() < 4) continue;
        const bool line = std::any_of(near.features.blocks.begin(), near.features.blocks.end(),
                                      [&](const BlockFeatures& f) { return f.line.words == words; });
        const bool rights = std::any_of(
            near.features.blocks.begin(), near.features.blocks.end(), [&](const BlockFeatures& f) {
                return f.mark && f.mark->kind == ChromeKind::copyright &&
                       std::search(f.line.words.begin(), f.line.words.end(), words.begin(), words.end()) !=
                           f.line.words.end();
            });
        const bool logo =
            std::any_of(near.markup.images.begin(), near.markup.images.end(),
                        [&](const MarkupImage& i) { return search_form(i.description) == key; });
        const bool is_title = near.place.title && near.features.blocks[*near.place.title].line.words == words;
        if ((line || logo || rights) && !is_title) return std::string(part);
    }
    return {};
}

// The text of the picture that is called the logo.
std::string name_of_logo(const FactsNear& near) {
    for (const MarkupImage& image : near.markup.images) {
        std::string name = image.description;
        if (image.address.find("logo") == std::string::npos || !image.block) continue;
        for (const std::string_view word : {" logo", " Logo", "logo", "Logo"}) {
            if (name.ends_with(word)) name.resize(name.size() - word.size());
        }
        const std::size_t words = lexicon::words_of(search_form(name)).size();
        if (words >= 1 && words <= site_words) return name;
    }
    return {};
}

// The first words of the page that are the outlet's name and nothing else.
std::optional<Span> shown(const FactsNear& near, std::string_view name) {
    const std::string normal = search_form(name);
    const auto words = lexicon::words_of(normal);
    for (const BlockFeatures& f : near.features.blocks) {
        if (!words.empty() && f.line.words == words) return f.line.span;
    }
    return std::nullopt;
}

// A <title> of a few words that is not the headline names the site alone.
std::string whole_title(const FactsNear& near) {
    for (const MetaFact& fact : near.facts) {
        if (fact.field != MetaField::title || fact.source != MetaSource::element) continue;
        const std::string key = search_form(fact.value);
        const auto words = lexicon::words_of(key);
        if (words.empty() || words.size() > 3) continue;
        const bool headline = std::any_of(
            near.features.blocks.begin(), near.features.blocks.end(), [&](const BlockFeatures& f) {
                return f.line.words.size() <= 45 &&
                       std::search(f.line.words.begin(), f.line.words.end(), words.begin(), words.end()) !=
                           f.line.words.end();
            });
        if (!headline) return fact.value;
    }
    return {};
}

// Scheme and host: "https://example.org".
std::string_view host_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    const std::size_t end = std::min(address.find_first_of("/?#", scheme + 3), address.size());
    return end > longest_host ? std::string_view{} : address.substr(0, end);
}

bool is_front_page(std::string_view address) {
    const std::string_view host = host_of(address);
    return address.size() <= host.size() + 1;
}

}  // namespace

bool is_name(std::string_view value) {
    constexpr std::size_t name_bytes = 120;
    return value.size() <= name_bytes && value.find("://") == std::string_view::npos &&
           !value.starts_with('@') && !value.starts_with("www.") && !value.starts_with('#');
}

std::vector<std::string_view> listed_names(std::string_view value) {
    std::vector<std::string_view> out;
    const auto is_divider = [&](std::size_t at, std::size_t& size) {
        for (const std::string_view sign :
             {std::string_view(","), std::string_view(";"), std::string_view("|"), spelled<letters::comma>,
              spelled<letters::semicolon>, std::string_view("\n")}) {
            size = sign.size();
            if (value.compare(at, size, sign) == 0) return true;
        }
        size = 1;
        return false;
    };
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        Span part = trimmed(value, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        while (!part.empty() && value[part.begin] == '#') ++part.begin;
        if (!part.empty()) out.push_back(value.substr(part.begin, part.size()));
    };
    std::size_t size = 1;
    for (std::size_t at = 0; at < value.size(); at += size) {
        if (!is_divider(at, size)) continue;
        take(at);
        begin = at + size;
    }
    take(value.size());
    return out;
}

void find_outlet(const FactsNear& near, Article& article) {
    const MetaFact* best = nullptr;
    const auto rank = [](MetaSource source) {
        constexpr std::array order{MetaSource::record,    MetaSource::json_ld, MetaSource::open_graph,
                                   MetaSource::microdata, MetaSource::rdfa,    MetaSource::dublin_core,
                                   MetaSource::meta,      MetaSource::twitter, MetaSource::element};
        return std::find(order.begin(), order.end(), source) - order.begin();
    };
    for (const MetaFact& fact : near.facts) {
        if (fact.field != MetaField::site || !is_name(fact.value)) continue;
        if (best == nullptr || rank(fact.source) < rank(best->source)) best = &fact;
    }
    article.outlet_name = best != nullptr ? best->value : site_in_title(near);
    if (article.outlet_name.empty()) article.outlet_name = part_of_title(near);
    if (article.outlet_name.empty()) article.outlet_name = name_of_logo(near);
    if (article.outlet_name.empty()) article.outlet_name = whole_title(near);
    if (!article.outlet_name.empty()) article.outlet = shown(near, article.outlet_name);
}

std::string resolved_address(std::string_view address, std::string_view base) {
    if (address.find("://") != std::string_view::npos) return std::string(address);
    const std::string_view host = host_of(base);
    if (address.starts_with("//")) {
        const std::size_t scheme = host.find("//");
        return std::string(scheme == std::string_view::npos ? "https:" : host.substr(0, scheme)) +
               std::string(address);
    }
    if (host.empty() || address.empty()) return std::string(address);
    if (address.front() == '/') return std::string(host) + std::string(address);
    const std::string_view path = base.substr(0, base.find_first_of("?#"));
    const std::size_t slash = path.rfind('/');
    const bool folder = slash != std::string_view::npos && slash >= host.size();
    return std::string(folder ? path.substr(0, slash + 1) : std::string(host) + "/") + std::string(address);
}

std::string canonical_of(const std::vector<MetaFact>& facts, std::string_view page_address) {
    const MetaFact* best = nullptr;
    const auto rank = [](const MetaFact& fact) {
        if (fact.source == MetaSource::record) return 0;
        if (fact.source == MetaSource::element) return 1;
        return fact.source == MetaSource::open_graph ? 2 : 3;
    };
    for (const MetaFact& fact : facts) {
        const bool fits = fact.field == MetaField::canonical && fact.name != "mainEntityOfPage" &&
                          fact.value.find(' ') == std::string::npos;
        if (!fits || (is_front_page(fact.value) && fact.value.find("://") != std::string::npos)) continue;
        if (best == nullptr || rank(fact) < rank(*best)) best = &fact;
    }
    return best == nullptr ? std::string{} : resolved_address(best->value, page_address);
}

}  // namespace isnad::article
