#include "article/html_facts.h"

#include <algorithm>

#include "text/letters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

constexpr std::uint32_t near_title =
    12;  // blocks before the title and behind the last paragraph that are looked at
constexpr std::size_t name_bytes = 120, byline_words = 8, date_words = 14;

bool is_name(std::string_view value) {
    return value.size() <= name_bytes && value.find("://") == std::string_view::npos &&
           !value.starts_with('@') && !value.starts_with("www.");
}

class Facts {
  public:
    Facts(const Page& page, const NormalText& normal, const PageFeatures& features, const ChromeMarks& marks,
          const ArticlePlace& place, Article& article)
        : page_(page),
          markup_(*page.markup),
          normal_(normal),
          features_(features),
          marks_(marks),
          place_(place),
          article_(article) {
        const std::uint32_t top = std::min(place.title.value_or(place.first), place.first);
        first_ = top > near_title ? top - near_title : 0;
        last_ = std::min(static_cast<std::uint32_t>(markup_.blocks.size()), place.end + near_title);
    }

    void run() {
        find_outlet();
        find_authors();
        find_date();
        find_date_lines();
        find_language();
    }

  private:
    void find_outlet() {
        std::string_view name;
        for (const MetaSource source : {MetaSource::json_ld, MetaSource::open_graph, MetaSource::dublin_core,
                                        MetaSource::meta, MetaSource::twitter}) {
            for (const MetaFact& fact : markup_.facts) {
                if (name.empty() && fact.field == MetaField::site && fact.source == source &&
                    is_name(fact.value))
                    name = fact.value;
            }
        }
        if (name.empty()) return;
        article_.outlet_name = name;
        const std::string normal = search_form(name);
        const auto words = lexicon::words_of(normal);
        for (const BlockFeatures& f : features_.blocks) {
            if (f.line.words != words || words.empty()) continue;
            article_.outlet = f.line.span;
            return;
        }
    }

    // The names of the metadata where they stand near the article; without them, what the page marks as
    // byline.
    void find_authors() {
        for (const MetaFact& fact : markup_.facts) {
            if (fact.field != MetaField::author || !is_name(fact.value) || fact.value.size() < 4) continue;
            if (const auto span = near_article(fact.value)) add_author(*span);
        }
        if (!article_.authors.empty()) return;
        for (std::uint32_t i = first_; i < last_; ++i) {
            const MarkupBlock& block = markup_.blocks[i];
            const BlockFeatures& f = features_.blocks[i];
            const bool named =
                (block.hints & hint::byline) != 0 && (block.hints & (hint::date | hint::share)) == 0;
            if (!named || f.prose || f.line.words.size() > byline_words || f.line.words.size() < 2) continue;
            if (f.mark && f.mark->kind != ChromeKind::byline) continue;
            if (const auto span = behind_phrase(f)) return add_author(*span);
        }
    }

    // The byline without the phrase that opens it ("by", "written by").
    std::optional<Span> behind_phrase(const BlockFeatures& f) const {
        const std::size_t skipped = f.mark ? f.mark->words : 0;
        if (skipped >= f.line.words.size()) return std::nullopt;
        const char* const base = normal_.search().data();
        const auto at = static_cast<std::uint32_t>(f.line.words[skipped].data() - base);
        const NormalSpan normal{at, at + static_cast<std::uint32_t>(f.line.words[skipped].size())};
        return Span{normal_.original(normal).begin, f.line.span.end};
    }

    std::optional<Span> near_article(std::string_view name) const {
        for (std::uint32_t i = first_; i < last_; ++i) {
            const Span span = markup_.blocks[i].span;
            if (features_.blocks[i].prose && i > place_.first) continue;
            const std::size_t at = page_.slice(span).find(name);
            if (at == std::string_view::npos) continue;
            const auto begin = span.begin + static_cast<std::uint32_t>(at);
            return Span{begin, begin + static_cast<std::uint32_t>(name.size())};
        }
        return std::nullopt;
    }

    void add_author(Span span) {
        const bool known = std::any_of(article_.authors.begin(), article_.authors.end(),
                                       [&](Span author) { return author.overlaps(span); });
        if (!known) article_.authors.push_back(span);
    }

    void find_date() {
        const MetaFact* best = nullptr;
        Day day{};
        for (const MetaFact& fact : markup_.facts) {
            const bool near = fact.block && *fact.block >= first_ && *fact.block <= place_.first;
            const bool counts = fact.field == MetaField::published || (fact.field == MetaField::time && near);
            if (!counts || (best != nullptr && best->source <= fact.source)) continue;
            const auto read = day_of_metadata(fact.value);
            if (!read) continue;
            best = &fact;
            day = *read;
        }
        if (best == nullptr) return;
        const std::string what = best->source == MetaSource::json_ld ? "JSON-LD " + best->name : best->name;
        article_.stated_date =
            DatedBy{iso_day(day), "metadata", "the metadata of the page state it: " + what, {}};
    }

    // Short lines around the title that hold a date, are marked as one, or hold a <time>.
    void find_date_lines() {
        for (std::uint32_t i = first_; i < std::min(place_.first + 1, last_); ++i) {
            const BlockFeatures& f = features_.blocks[i];
            const MarkupBlock& block = markup_.blocks[i];
            const bool has_digit = std::any_of(
                f.line.words.begin(), f.line.words.end(),
                [](std::string_view w) { return letters::is_digit(static_cast<unsigned char>(w[0])); });
            if (f.prose || f.outside || f.line.words.size() > date_words || !has_digit || i == place_.title)
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

    const Page& page_;
    const Markup& markup_;
    const NormalText& normal_;
    const PageFeatures& features_;
    const ChromeMarks& marks_;
    const ArticlePlace& place_;
    Article& article_;
    std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void state_facts(const Page& page, const NormalText& normal, const PageFeatures& features,
                 const ChromeMarks& marks, const ArticlePlace& place, Article& article) {
    Facts(page, normal, features, marks, place, article).run();
}

}  // namespace isnad::article
