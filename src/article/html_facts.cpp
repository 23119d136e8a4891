#include "article/html_facts.h"

#include <algorithm>

#include "article/html_dates.h"
#include "article/html_facts_near.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

constexpr std::uint32_t blocks_around = 12;  // before the title and behind the last paragraph
constexpr std::size_t dated_line_words = 14;

class Facts {
  public:
    Facts(const FactsNear& near, const ArticlePlace& place, Article& article)
        : near_(near),
          markup_(near.markup),
          features_(near.features),
          marks_(near.marks),
          place_(place),
          article_(article),
          first_(near.first),
          last_(near.last) {}

    void run(bool main) {
        find_outlet(near_, article_);
        find_authors(near_, article_);
        find_section(near_, article_);
        find_keywords(near_, article_);
        if (main) article_.canonical = canonical_of(near_.facts, near_.page.address);
        find_dates();
        find_date_lines();
        find_language();
    }

  private:
    void find_dates() {
        article_.stated_date = date_of(MetaField::published);
        article_.modified_date = date_of(MetaField::modified);
    }

    // The date of the first fact by source; a <time> near the article may say when it was published.
    std::optional<DatedBy> date_of(MetaField field) const {
        const MetaFact* best = nullptr;
        MetadataDate date;
        for (const MetaFact& fact : near_.facts) {
            const bool near = fact.block && *fact.block >= first_ && *fact.block <= near_.time_end;
            const bool time = field == MetaField::published && fact.field == MetaField::time && near;
            if ((fact.field != field && !time) || (best != nullptr && best->source <= fact.source)) continue;
            const auto read = read_metadata_date(fact.value);
            if (!read || read->month_only) continue;
            best = &fact;
            date = *read;
        }
        if (best == nullptr) return std::nullopt;
        const std::string what = best->source == MetaSource::json_ld ? "JSON-LD " + best->name : best->name;
        DatedBy out{iso_day(date.day), "metadata", "the metadata of the page state it: " + what, {}};
        out.moment = date.moment;
        out.bytes = best->bytes;
        return out;
    }

    // Short lines around the title that hold a date, are marked as one, or hold a <time>.
    void find_date_lines() {
        for (std::uint32_t i = first_; i < std::min(place_.first + 1, last_); ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const MarkupBlock& block = markup_.blocks[i];
            const bool has_digit = std::any_of(
                f.line.words.begin(), f.line.words.end(),
                [](std::string_view w) { return letters::is_digit(static_cast<unsigned char>(w[0])); });
            if (f.prose || f.outside || f.line.words.size() > dated_line_words || !has_digit ||
                i == place_.title)
                continue;
            if (block.holds_time || (block.hints & hint::date) != 0 || marks_.is_date_line(f.line))
                article_.date_lines.push_back(block.span);
        }
    }

    // Arabic, unless most of the letters of the article are not and the page names another language.
    void find_language() {
        std::size_t arabic = 0, other = 0;
        for (std::uint32_t i = place_.first; i < place_.end; ++i) {
            for (const std::string_view word : features_.blocks[i].line.words) {
                const char32_t c = utf8::at(word, 0).value;
                arabic += letters::is_arabic_letter(c);
                other += letters::is_other_letter(c);
            }
        }
        const std::string_view named = markup_.first(MetaField::language);
        if (other <= 2 * arabic || named.size() < 2) return;
        std::string code;
        for (const char c : named.substr(0, 2))
            code += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool is_code =
            std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (is_code) article_.language = code;
    }

    const FactsNear& near_;
    const Markup& markup_;
    const PageFeatures& features_;
    const ChromeMarks& marks_;
    const ArticlePlace& place_;
    Article& article_;
    std::uint32_t first_ = 0, last_ = 0;
};

FactsNear near_of(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                  const std::vector<MetaFact>& facts) {
    FactsNear near{page.page,  page.markup, page.normal, page.features,
                   page.marks, place,       facts,       NameWords(lexicon)};
    const std::uint32_t top = std::min(place.title.value_or(place.first), place.first);
    near.first = top > blocks_around ? top - blocks_around : 0;
    near.last = std::min(static_cast<std::uint32_t>(page.markup.blocks.size()), place.end + blocks_around);
    near.time_end = place.first;
    return near;
}

}  // namespace

std::optional<Span> FactsNear::words_of(std::string_view name) const {
    if (name.empty()) return std::nullopt;
    for (std::uint32_t i = first; i < last; ++i) {
        const Span span = markup.blocks[i].span;
        if (features.blocks[i].prose && i > place.first) continue;
        if (i == place.title) continue;
        const std::size_t at = page.slice(span).find(name);
        if (at == std::string_view::npos) continue;
        const auto begin = span.begin + static_cast<std::uint32_t>(at);
        return Span{begin, begin + static_cast<std::uint32_t>(name.size())};
    }
    return std::nullopt;
}

std::optional<Span> FactsNear::behind_phrase(const BlockFeatures& block) const {
    const std::size_t skipped = block.mark ? block.mark->words : 0;
    if (skipped >= block.line.words.size()) return std::nullopt;
    const char* const base = normal.search().data();
    const auto at = static_cast<std::uint32_t>(block.line.words[skipped].data() - base);
    const NormalSpan word{at, at + static_cast<std::uint32_t>(block.line.words[skipped].size())};
    return Span{normal.original(word).begin, block.line.span.end};
}

std::span<const InlineSpan> FactsNear::inlines_of(std::uint32_t block) const {
    const auto before = [](const InlineSpan& one, std::uint32_t at) { return one.block < at; };
    const auto begin = std::lower_bound(markup.inlines.begin(), markup.inlines.end(), block, before);
    const auto end = std::lower_bound(begin, markup.inlines.end(), block + 1, before);
    return {begin, end};
}

void state_facts(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                 Article& article) {
    const FactsNear near = near_of(page, lexicon, place, page.markup.facts);
    Facts(near, place, article).run(true);
}

void state_facts_of_item(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                         std::uint32_t range_begin, const MetaItem* item, Article& article) {
    std::vector<MetaFact> facts;
    if (item != nullptr) facts = item->facts;
    for (const MetaFact& fact : page.markup.facts) {  // what holds for the whole page
        const bool time = fact.field == MetaField::time;
        if (time || fact.field == MetaField::site || fact.field == MetaField::language) facts.push_back(fact);
    }
    FactsNear near = near_of(page, lexicon, place, facts);
    near.first = std::min({place.title.value_or(place.first), place.first, range_begin});
    near.last = std::max(near.first, place.end);
    near.time_end = near.last;
    Facts(near, place, article).run(false);
    if (item != nullptr) article.canonical = canonical_of(item->facts, page.page.address);
}

}  // namespace isnad::article
