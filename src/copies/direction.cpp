#include "copies/direction.h"

#include <algorithm>

#include "lexicon/phrase.h"
#include "text/normalise.h"

namespace isnad::copies {
namespace {

constexpr std::size_t longest_sign = 200;  // bytes

using Phrase = std::vector<std::string_view>;

bool holds(const Phrase& text, const Phrase& part) {
    return !part.empty() && std::search(text.begin(), text.end(), part.begin(), part.end()) != text.end();
}

// Words that a page bears as its own: its outlet, the line above its articles, its copyright.
struct Sign {
    std::string words;  // in search form
    bool own = false;   // names the outlet and little else
};

std::vector<Sign> signs_of(const PageAnalysis& page) {
    std::vector<Sign> signs;
    for (const Analysis& article : page.articles) {
        if (!article.document->outlet().empty())
            signs.push_back({search_form(article.document->outlet()), true});
    }
    for (const ChromeLine& line : page.chrome) {
        const bool head = line.span.begin == 0 || line.kind == ChromeKind::navigation;
        if (line.span.size() > longest_sign || (!head && line.kind != ChromeKind::copyright)) continue;
        signs.push_back({search_form(page.page->slice(line.span)), false});
    }
    return signs;
}

// A name of one word has to be the sign's own word, which an outlet's own sign may follow up: "the Bank
// agency" and "the Bank agency for news".
bool is_named(const Sign& sign, const Phrase& name) {
    const Phrase words = lexicon::words_of(sign.words);
    if (name.size() >= 2) return holds(words, name) || (sign.own && words.size() >= 2 && holds(name, words));
    return sign.own && !name.empty() && words.size() <= 2 && holds(words, name);
}

std::string day_of(const Analysis& analysis) {
    return analysis.reference_date ? analysis.reference_date->value.substr(0, 10) : std::string();
}

}  // namespace

bool names_outlet(const Analysis& reader, const PageAnalysis& source) {
    std::vector<std::string> named;
    if (const auto credit = reader.document->article().credit)
        named.push_back(search_form(reader.document->text(*credit)));
    for (const Name& name : reader.names) {
        if (name.type == NameType::organisation) named.push_back(name.normal);
    }
    if (named.empty()) return false;
    for (const Sign& sign : signs_of(source)) {
        for (const std::string& name : named) {
            if (is_named(sign, lexicon::words_of(name))) return true;
        }
    }
    return false;
}

bool is_source(const Collection& collection, DocumentIndex a, DocumentIndex b) {
    const Analysis &x = collection.analysis(a), &y = collection.analysis(b);
    const bool x_named = names_outlet(y, collection.page(a)), y_named = names_outlet(x, collection.page(b));
    if (x_named != y_named) return x_named;
    const std::string day = day_of(x), other = day_of(y);
    if (!day.empty() && !other.empty() && day != other) return day < other;
    return a < b;
}

}  // namespace isnad::copies
