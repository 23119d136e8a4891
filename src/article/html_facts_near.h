// The blocks around an article that may speak about it, and the facts that do.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/html_facts.h"
#include "article/html_facts_words.h"

namespace isnad::article {

struct FactsNear {
    const Page& page;
    const Markup& markup;
    const NormalText& normal;
    const PageFeatures& features;
    const ChromeMarks& marks;
    const ArticlePlace& place;
    const std::vector<MetaFact>& facts;
    NameWords names;
    std::uint32_t first = 0, last = 0;  // a few blocks before the title, a few behind the text
    std::uint32_t time_end = 0;         // a <time> up to this block dates the article

    // The words of the text where a name stands as a whole, near the article and outside its running text.
    std::optional<Span> words_of(std::string_view name) const;
    // What is left of a line behind a phrase that opens it ("by", "tags:").
    std::optional<Span> behind_phrase(const BlockFeatures& block) const;
    // What inline elements mark in a block.
    std::span<const InlineSpan> inlines_of(std::uint32_t block) const;
};

// Whether a value can be the name of somebody or something: no address, no account.
bool is_name(std::string_view value);

// The parts of a value that lists names: divided by commas and semicolons, Latin or Arabic, and bars.
std::vector<std::string_view> listed_names(std::string_view value);

void find_authors(const FactsNear& near, Article& article);   // html_facts_authors.cpp
void find_section(const FactsNear& near, Article& article);   // html_facts_topics.cpp
void find_keywords(const FactsNear& near, Article& article);  // html_facts_topics.cpp
void find_outlet(const FactsNear& near, Article& article);    // html_facts_outlet.cpp
// The address that a page gives itself; relative ones are resolved against the page's own.
std::string canonical_of(const std::vector<MetaFact>& facts, std::string_view page_address);

// An address as it stands in a page, made absolute where the base is known; "//host/x" gets a scheme.
std::string resolved_address(std::string_view address, std::string_view base);

}  // namespace isnad::article
