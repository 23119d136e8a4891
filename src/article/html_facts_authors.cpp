#include <algorithm>
#include <array>

#include "article/html_facts_near.h"
#include "text/normalise.h"
#include "text/trimmed.h"

namespace isnad::article {
namespace {

constexpr std::size_t byline_words = 8, fewest_words = 2, author_bytes = 4, authors_told = 20;

// Accounts that publish for a site and are nobody's name.
bool is_account(std::string_view name) {
    constexpr std::array accounts{"admin", "administrator", "webmaster", "editor", "root",  "user",
                                  "staff", "super user",    "superuser", "news",   "author"};
    const std::string key = search_form(name);
    return std::any_of(accounts.begin(), accounts.end(), [&](std::string_view a) { return key == a; }) ||
           key.find('@') != std::string::npos;
}

class Authors {
  public:
    Authors(const FactsNear& near, Article& article) : near_(near), article_(article) {}

    void run() {
        std::vector<std::string> unseen;
        std::optional<MetaSource> best;
        for (const MetaFact* fact : by_source()) {
            for (const std::string_view name : names_of(fact->value)) {
                if (const auto span = near_.words_of(name)) {
                    add(*span);
                } else if (!best || *best == fact->source) {
                    best = fact->source;
                    add_name(std::string(name), unseen);
                }
            }
        }
        if (article_.authors.empty()) find_byline();
        const bool sure = best == MetaSource::record;
        if (article_.authors.empty() || sure) article_.author_names = std::move(unseen);
    }

  private:
    std::vector<const MetaFact*> by_source() const {
        std::vector<const MetaFact*> out;
        for (const MetaFact& fact : near_.facts) {
            if (fact.field == MetaField::author && out.size() < authors_told) out.push_back(&fact);
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const MetaFact* a, const MetaFact* b) { return a->source < b->source; });
        return out;
    }

    // A value may list several names; as a whole it counts first.
    std::vector<std::string_view> names_of(std::string_view value) const {
        std::vector<std::string_view> out;
        if (near_.words_of(value)) {
            out.push_back(value);
        } else {
            out = listed_names(value);
        }
        out.erase(std::remove_if(out.begin(), out.end(),
                                 [&](std::string_view name) {
                                     return !is_name(name) || name.size() < author_bytes ||
                                            is_account(name) || is_outlet(name);
                                 }),
                  out.end());
        return out;
    }

    bool is_outlet(std::string_view name) const {
        return !article_.outlet_name.empty() && search_form(name) == search_form(article_.outlet_name);
    }

    void add(Span span) {
        const bool known = std::any_of(article_.authors.begin(), article_.authors.end(),
                                       [&](Span author) { return author.overlaps(span); });
        const std::string key = search_form(near_.page.slice(span));
        const bool same = std::any_of(article_.authors.begin(), article_.authors.end(), [&](Span author) {
            return search_form(near_.page.slice(author)) == key;
        });
        if (!known && !same) article_.authors.push_back(span);
    }

    static void add_name(std::string name, std::vector<std::string>& names) {
        const std::string key = search_form(name);
        const bool known = std::any_of(names.begin(), names.end(),
                                       [&](const std::string& other) { return search_form(other) == key; });
        if (!known && names.size() < authors_told) names.push_back(std::move(name));
    }

    // What the page marks as byline, by class names or by a phrase that opens the line.
    void find_byline() {
        for (const bool marked : {true, false}) {
            for (std::uint32_t i = near_.first; i < near_.last; ++i) {
                const MarkupBlock& block = near_.markup.blocks[i];
                const BlockFeatures& f = near_.features.blocks[i];
                const bool named =
                    (block.hints & hint::byline) != 0 && (block.hints & (hint::date | hint::share)) == 0;
                const bool phrase = f.mark && f.mark->kind == ChromeKind::byline && f.mark->words > 0;
                if (marked ? !named : !phrase) continue;
                if (f.prose || f.line.words.size() > byline_words || i == near_.place.title) continue;
                if (f.mark && f.mark->kind != ChromeKind::byline) continue;
                const auto span = near_.behind_phrase(f);
                if (!span) continue;
                const Span name = without_rest(*span);
                if (words_in(name) >= fewest_words) return add(name);
            }
        }
    }

    std::size_t words_in(Span span) const {
        return lexicon::words_of(near_.normal.search(near_.normal.normal(span))).size();
    }

    // A byline may go on with a place or a date: "by X - Rabat", "X | 3 May".
    Span without_rest(Span span) const {
        const std::string_view text = near_.page.slice(span);
        std::size_t end = text.size();
        for (const std::string_view sign : {" - ", " | ", " \u2013 ", " \u2014 ", " \u2022 ", " / "})
            end = std::min(end, text.find(sign));
        end = std::min(end, text.find_first_of("0123456789"));
        return trimmed(near_.page.text, {span.begin, span.begin + static_cast<std::uint32_t>(end)});
    }

    const FactsNear& near_;
    Article& article_;
};

}  // namespace

void find_authors(const FactsNear& near, Article& article) { Authors(near, article).run(); }

}  // namespace isnad::article
