#include "views/page_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/utf8.h"
#include "views/page_selection.h"

namespace isnad::views {
namespace {

using ascii::is_digit;

constexpr std::uint32_t dot_colours = 7;

const std::string ellipsis = "\u2026";

// U+0660 and its like: the digits and separators of Arabic numbers.
constexpr char32_t arabic_zero = 0x660, arabic_point = 0x66B, arabic_comma = 0x66C;

// The end of the number that begins at `at`: digits, with single separators and the dash of a range between.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t joint = text[at] == '.' || text[at] == ',' || text[at] == ':' ? 1
                                  : text.substr(at, 3) == "\u2013"                      ? 3
                                                                                        : 0;
        if (joint == 0 || at + joint >= text.size() || !is_digit(text[at + joint])) break;
        at += joint;
    }
    return at;
}

}  // namespace

std::string in_arabic_digits(std::string_view western) {
    std::string out;
    for (const char c : western) {
        if (c >= '0' && c <= '9') {
            utf8::append(out, arabic_zero + static_cast<char32_t>(c - '0'));
        } else if (c == '.') {
            utf8::append(out, arabic_point);
        } else if (c == ',') {
            utf8::append(out, arabic_comma);
        } else {
            out += c;
        }
    }
    return out;
}

Sheet::Sheet(const Dossier& the_dossier, const Labels& the_labels)
    : dossier(the_dossier),
      collection(the_dossier.collection),
      labels(the_labels),
      documents_of_origins_(the_dossier.claims.origins.size()) {
    for (const Claim& claim : dossier.claims.claims) {
        for (const Account& account : claim.accounts) {
            auto& first = documents_of_origins_[account.origin];
            if (!first || account.at.document < *first) first = account.at.document;
        }
    }
}

void Sheet::number(std::string_view western) {
    out.element("bdi", western, {{"class", "dw"}, {"dir", "ltr"}});
    out.element("bdi", in_arabic_digits(western), {{"class", "da"}, {"dir", "rtl"}});
}

void Sheet::arabic_label(std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        out.text(text.substr(from, at - from));
        const std::size_t end = end_of_number(text, at);
        number(text.substr(at, end - at));
        from = at = end;
    }
    out.text(text.substr(from));
}

void Sheet::wording(const Wording& wording) {
    out.open("span", {{"class", "ar"}, {"lang", "ar"}, {"dir", "rtl"}});
    arabic_label(wording.ar);
    out.close().element("span", wording.en, {{"class", "en"}, {"lang", "en"}, {"dir", "ltr"}});
}

void Sheet::count(std::string_view noun, std::uint64_t n) {
    wording(filled(labels.counted(noun, n), grouped(static_cast<double>(n))));
}

void Sheet::date(std::string_view edtf, bool weekday) {
    const bool one = !edtf.empty() && edtf.find_first_of("/~?%") == std::string_view::npos;
    out.open("time", {{one ? "datetime" : "", edtf}});
    wording(worded_date(edtf, labels, weekday));
    out.close();
}

void Sheet::heading(std::string_view id) {
    out.open("h2");
    label(id);
    out.close();
    const std::string what = std::string(id) + ".what";
    if (!labels.has(what)) return;
    out.open("p", {{"class", "what"}});
    label(what);
    out.close();
}

Anchors::Use Sheet::place_of(const WordsOf& words) {
    return anchors.use({collection.documents[words.document].page, words.span});
}

void Sheet::source_text(DocumentIndex document, std::string_view text) {
    const std::string& language = collection.analysis(document).document->article().language;
    out.open("bdi", {{"class", "src"}, {"lang", language}, {"dir", direction_of(document)}})
        .source(text)
        .close();
}

std::string_view Sheet::direction_of(DocumentIndex document) const {
    return collection.analysis(document).document->article().language == "ar" ? "rtl" : "auto";
}

void Sheet::words(const WordsOf& words, std::string_view css_class) {
    const Anchors::Use use = place_of(words);
    const Analysis& analysis = collection.analysis(words.document);
    out.open("a", {{"class", css_class},
                   {use.first ? "id" : "", fmt::format("b-{}", use.number)},
                   {"href", fmt::format("#w-{}", use.number)},
                   {"lang", analysis.document->article().language}});
    out.open("bdi").source(analysis.document->text(words.span)).close().close();
}

void Sheet::excerpt(const WordsOf& words, bool with_outlet) {
    const Document& document = *collection.analysis(words.document).document;
    const Excerpt excerpt = excerpt_of(collection, words);
    const Anchors::Use use = place_of(words);
    const std::string href = fmt::format("#w-{}", use.number);
    out.open(
        "blockquote",
        {{"class", "src"}, {"lang", document.article().language}, {"dir", direction_of(words.document)}});
    if (excerpt.cut_before) out.text(ellipsis);
    out.source(document.text({excerpt.span.begin, words.span.begin}));
    out.open("a",
             {{"class", "at"}, {use.first ? "id" : "", fmt::format("b-{}", use.number)}, {"href", href}});
    out.source(document.text({words.span.begin, excerpt.words_end})).close();
    if (excerpt.words_end == words.span.end) out.source(document.text({words.span.end, excerpt.span.end}));
    if (excerpt.cut_after) out.text(ellipsis);
    out.close();
    if (!with_outlet) return;
    out.open("a", {{"class", "ref"}, {"href", href}});
    outlet(words.document);
    if (const DatedBy* dated = dossier.reference_date(words.document)) {
        out.text(" \u00B7 ");
        date(dated->value);
    }
    out.close();
}

void Sheet::entity(std::uint32_t index) {
    const Entity& entity = collection.entities[index];
    out.open("bdi", {{"class", "name"}, {"lang", "ar"}}).source(entity.ar).close();
    if (entity.en.empty() || entity.en == entity.ar) return;
    out.text(" ").open("bdi", {{"class", "latin"}, {"lang", "en"}, {"dir", "ltr"}}).source(entity.en).close();
}

void Sheet::outlet(DocumentIndex document) {
    out.open("bdi", {{"class", "outlet"}, {"dir", "auto"}}).source(outlet_of(dossier, document)).close();
}

Sheet::DotShape Sheet::dot_shape(std::uint32_t number) {
    return static_cast<DotShape>((number - 1) / dot_colours % 3);
}

std::string Sheet::dot_class(std::uint32_t number) {
    constexpr std::array shapes = {"", " square", " leaf"};
    return fmt::format("dot c{}{}", (number - 1) % dot_colours + 1,
                       shapes[static_cast<std::size_t>(dot_shape(number))]);
}

std::uint32_t Sheet::origin_number(std::uint32_t origin) {
    const auto next = static_cast<std::uint32_t>(origin_numbers_.size() + 1);
    return origin_numbers_.try_emplace(origin, next).first->second;
}

std::vector<std::uint32_t> Sheet::numbered_origins() const {
    std::vector<std::uint32_t> origins(origin_numbers_.size());
    for (const auto& [origin, number_of_it] : origin_numbers_) origins[number_of_it - 1] = origin;
    return origins;
}

void Sheet::origin_dot(std::uint32_t origin, std::size_t times) {
    const std::uint32_t number_of_it = origin_number(origin);
    if (times > 1) out.open("span", {{"class", "pair"}});
    out.open("a", {{"class", dot_class(number_of_it)}, {"href", fmt::format("#o-{}", number_of_it)}});
    number(std::to_string(number_of_it));
    out.close();
    if (times <= 1) return;
    out.open("span", {{"class", "times"}}).text("\u00D7");
    number(std::to_string(times));
    out.close().close();
}

void Sheet::origin_name(std::uint32_t index) {
    const Origin& origin = dossier.claims.origins[index];
    const bool of_a_text = origin.kind == Origin::Kind::document || origin.kind == Origin::Kind::outlet;
    const std::optional<DocumentIndex> document = documents_of_origins_[index];
    if (origin.entity) {
        entity(*origin.entity);
    } else if (origin.words && !of_a_text) {
        words(*origin.words);
    } else if (document) {
        out.open("a", {{"href", fmt::format("#d-{}", *document + 1)}});
        outlet(*document);
        out.close();
    } else {
        out.open("bdi").source(origin.key).close();
    }
}

namespace {

// The last space between `from` and `at`, or `at` itself when there is none.
std::uint32_t space_after(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end && text[at] != ' ') ++at;
    return at < end ? at + 1 : end;
}

std::uint32_t space_before(std::string_view text, std::uint32_t at, std::uint32_t begin) {
    while (at > begin && text[at] != ' ') --at;
    return at;
}

}  // namespace

Excerpt excerpt_of(const Collection& collection, const WordsOf& words) {
    constexpr std::uint32_t before = 180, after = 260, longest = 700;  // bytes; an Arabic letter has two
    const Analysis& analysis = collection.analysis(words.document);
    const std::string_view text = analysis.document->page().text;
    Span whole = words.span;
    const auto sentences = analysis.words.sentences.all();
    auto at = std::upper_bound(sentences.begin(), sentences.end(), words.span.begin,
                               [](std::uint32_t begin, const Sentence& s) { return begin < s.span.begin; });
    if (at != sentences.begin() && std::prev(at)->span.overlaps(words.span))
        whole = hull(whole, std::prev(at)->span);
    Excerpt out{whole, words.span.end};
    if (words.span.size() > longest) {
        out.words_end = space_before(text, words.span.begin + longest, words.span.begin);
        out.span.end = out.words_end;
        out.cut_after = true;
        whole.end = words.span.end;
    }
    if (words.span.begin - whole.begin > before) {
        const std::uint32_t cut = space_after(text, words.span.begin - before, words.span.begin);
        out.span.begin = cut;
        out.cut_before = true;
    }
    if (whole.end - words.span.end > after) {
        out.span.end = space_before(text, words.span.end + after, words.span.end);
        out.cut_after = true;
    }
    return out;
}

}  // namespace isnad::views
