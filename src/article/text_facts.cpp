#include "article/text_facts.h"

#include <algorithm>

#include "article/html_dates.h"
#include "text/letters.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

namespace l = letters;

constexpr std::size_t most_keywords = 40, longest_keyword = 6;
constexpr std::size_t least_name = 2, most_name = 4;  // words of an author's name
constexpr std::size_t bare_byline_words = 7, date_furniture_words = 24;
constexpr std::size_t source_words = 7, outlet_words = 5, section_name_words = 3;

bool divides(char32_t c) {
    return c == '-' || c == '/' || c == '|' || c == ':' || c == l::en_dash || c == l::em_dash ||
           c == l::tatweel || c == l::right_guillemet || c == l::left_guillemet || c == '>' || c == '*' ||
           c == 0x203A || c == '(' || c == ')' || c == '[' || c == ']' || c == l::bullet;
}

class TextFacts {
  public:
    TextFacts(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon, Article& article)
        : page_(page), normal_(normal), lexicon_(lexicon), article_(article) {
        for (const std::string_view name : {"given_names", "surnames", "outlets", "agencies"}) {
            tables_.push_back(lexicon.table(name));
        }
    }

    void read(const FurnitureLine& furniture) {
        const Line& line = *furniture.line;
        if (line.words.empty()) return;
        if (!*furniture.mark) {
            if (furniture.before && !masthead_ && line.words.size() <= bare_byline_words) parts(line.span);
            masthead_ = false;
            return;
        }
        const Mark& mark = **furniture.mark;
        masthead_ = mark.kind == ChromeKind::navigation && mark.words > 0;
        switch (mark.kind) {
            case ChromeKind::keywords: keywords(line, mark); break;
            case ChromeKind::source:
                mark.words == 0 && furniture.before ? parts(line.span) : source(line, mark);
                break;
            case ChromeKind::byline: byline(line, mark); break;
            case ChromeKind::copyright: outlet_in(line.span); break;
            case ChromeKind::navigation: section(line, mark, furniture.before); break;
            case ChromeKind::most_read:
            case ChromeKind::date_line:
                if (furniture.before && line.words.size() <= date_furniture_words) parts(line.span);
                break;
            default: break;
        }
    }

  private:
    // What stands behind the phrase of a mark, without the signs between.
    Span behind(const Line& line, const Mark& mark) const {
        if (mark.words == 0 || mark.words > line.words.size()) return line.span;
        const std::string_view word = line.words[mark.words - 1];
        const auto at = static_cast<std::uint32_t>(word.data() - normal_.search().data());
        const Span last = normal_.original({at, at + static_cast<std::uint32_t>(word.size())});
        return without_signs({last.end, line.span.end});
    }

    Span without_signs(Span span) const {
        span = trimmed(page_.text, span);
        while (!span.empty()) {
            const auto [c, size] = utf8::at(page_.text, span.begin);
            if (!divides(c) && c != '.' && c != l::comma) break;
            span = trimmed(page_.text, {span.begin + static_cast<std::uint32_t>(size), span.end});
        }
        while (!span.empty()) {
            const auto [c, size] = utf8::before(page_.text, span.end);
            if (!divides(c) && c != '.' && c != l::comma) break;
            span = trimmed(page_.text, {span.begin, span.end - static_cast<std::uint32_t>(size)});
        }
        return span;
    }

    std::size_t words_in(Span span) const {
        return lexicon::words_of(normal_.search(normal_.normal(span))).size();
    }

    // Calls use(part) for the parts of a stretch between signs that `cuts` accepts.
    template <class Cuts, class Use>
    void each_part(Span span, Cuts cuts, Use use) const {
        std::uint32_t begin = span.begin;
        for (std::uint32_t at = span.begin; at < span.end;) {
            const auto [c, size] = utf8::at(page_.text, at);
            at += static_cast<std::uint32_t>(size);
            if (!cuts(c)) continue;
            use(without_signs({begin, at - static_cast<std::uint32_t>(size)}));
            begin = at;
        }
        use(without_signs({begin, span.end}));
    }

    void keywords(const Line& line, const Mark& mark) {
        const auto cuts = [](char32_t c) {
            return c == l::comma || c == ',' || c == '|' || c == '#' || c == l::bullet || c == ';' ||
                   c == l::semicolon || c == '\n';
        };
        each_part(behind(line, mark), cuts, [&](Span part) {
            const std::size_t words = words_in(part);
            if (words >= 1 && words <= longest_keyword && article_.keywords.size() < most_keywords)
                article_.keywords.push_back(part);
        });
    }

    void source(const Line& line, const Mark& mark) {
        if (outlet_behind_feed(line)) return;
        const Span span = behind(line, mark);
        const std::size_t words = words_in(span);
        if (!article_.credit && words >= 1 && words <= source_words) article_.credit = span;
    }

    // "The post ... appeared first on SITE."
    bool outlet_behind_feed(const Line& line) {
        constexpr std::string_view phrase = "appeared first on ";
        const std::size_t at = page_.slice(line.span).rfind(phrase);
        if (at == std::string_view::npos) return false;
        const Span span =
            without_signs({line.span.begin + static_cast<std::uint32_t>(at + phrase.size()), line.span.end});
        if (!article_.outlet && words_in(span) >= 1 && words_in(span) <= outlet_words) article_.outlet = span;
        return true;
    }

    void byline(const Line& line, const Mark& mark) {
        const bool phrase = mark.words > 0;
        const Span span = behind(line, mark);
        if (phrase && !is_in(span, 2) && !is_in(span, 3)) {
            Span name{};
            each_part(span, divides, [&](Span part) {
                const std::size_t words = words_in(part);
                if (name.empty() && words >= least_name && words <= most_name && is_letters(part))
                    name = part;
            });
            if (!name.empty()) add_author(name);
        }
        if (!phrase) parts(line.span);
    }

    // The parts of a dateline: a name of a person, the name of an outlet.
    void parts(Span span) {
        each_part(span, divides, [&](Span part) {
            if (is_in(part, 3)) {
                if (!article_.credit) article_.credit = part;
            } else if (is_in(part, 2)) {
                if (!article_.outlet) article_.outlet = part;
            } else {
                name_only(part);
            }
        });
    }

    // A line that is a person's name by the tables of names, every word of it.
    void name_only(Span span) {
        const auto words = lexicon::words_of(normal_.search(normal_.normal(span)));
        if (words.size() < least_name || words.size() > most_name || !in_table(words[0], 0)) return;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (!in_table(words[i], 0) && !in_table(words[i], 1)) return;
        }
        add_author(span);
    }

    bool in_table(std::string_view word, std::size_t table) const {
        const auto entries = lexicon_.find(lexicon::Phrase{}.then(word)).entries;
        return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
            return tables_[table] && entry.table == *tables_[table];
        });
    }

    // Whether a stretch is a name of one of the tables: 2 outlets, 3 agencies.
    bool is_in(Span span, std::size_t table) const {
        lexicon::Phrase phrase;
        const auto words = lexicon::words_of(normal_.search(normal_.normal(span)));
        if (words.empty() || words.size() > outlet_words) return false;
        for (const std::string_view word : words) phrase = phrase.then(word);
        const auto entries = lexicon_.find(phrase).entries;
        return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
            return tables_[table] && entry.table == *tables_[table];
        });
    }

    bool is_letters(Span span) const {
        for (std::uint32_t at = span.begin; at < span.end;) {
            const auto [c, size] = utf8::at(page_.text, at);
            if (l::is_digit(c) || c == '@' || c == '.') return false;
            at += static_cast<std::uint32_t>(size);
        }
        return true;
    }

    void add_author(Span span) {
        constexpr std::size_t most = 8;
        const std::string_view name = page_.slice(span);
        const bool known = std::any_of(article_.authors.begin(), article_.authors.end(),
                                       [&](Span author) { return page_.slice(author) == name; });
        if (!known && article_.authors.size() < most) article_.authors.push_back(span);
    }

    // A copyright line that holds the name of an outlet that the lexicon knows.
    void outlet_in(Span span) {
        if (article_.outlet) return;
        const auto words = lexicon::words_of(normal_.search(normal_.normal(span)));
        for (std::size_t first = 0; first < words.size(); ++first) {
            lexicon::Phrase phrase;
            for (std::size_t end = first; end < std::min(words.size(), first + outlet_words); ++end) {
                phrase = phrase.then(words[end]);
                const Span part = original(words[first], words[end]);
                if (end > first && is_in(part, 2)) article_.outlet = part;
            }
            if (article_.outlet) return;
        }
    }

    Span original(std::string_view first, std::string_view last) const {
        const char* const base = normal_.search().data();
        const auto begin = static_cast<std::uint32_t>(first.data() - base);
        const auto end = static_cast<std::uint32_t>(last.data() + last.size() - base);
        return normal_.original({begin, end});
    }

    // "Home > News > Economy", "Category: Economy".
    void section(const Line& line, const Mark& mark, bool before) {
        if (!before || !article_.section.empty()) return;
        const std::string_view text = page_.slice(line.span);
        const bool colon =
            mark.words > 0 && mark.words < line.words.size() && line.words[mark.words - 1] == ":";
        const auto cuts = [](char32_t c) {
            return c == l::right_guillemet || c == '>' || c == '/' || c == 0x203A || c == l::left_guillemet;
        };
        std::vector<Span> steps;
        each_part(colon ? behind(line, mark) : line.span, cuts, [&](Span part) {
            if (!part.empty()) steps.push_back(part);
        });
        if (steps.empty() || (!colon && (steps.size() < 2 || text.find("http") != std::string_view::npos)))
            return;
        for (std::size_t i = steps.size(); i-- > (colon ? 0u : 1u);) {
            const std::size_t words = words_in(steps[i]);
            if (words < 1 || words > section_name_words) continue;
            article_.section = page_.slice(steps[i]);
            return;
        }
    }

    const Page& page_;
    const NormalText& normal_;
    const lexicon::Lexicon& lexicon_;
    Article& article_;
    std::vector<std::optional<lexicon::TableId>> tables_;
    bool masthead_ = false;  // the line before names an office of the outlet: "editor in chief"
};

std::vector<std::string> values_of(const Markup& markup, MetaField field, std::size_t most) {
    std::vector<std::string> values;
    for (const MetaFact& fact : markup.facts) {
        const bool known = std::find(values.begin(), values.end(), fact.value) != values.end();
        if (fact.field == field && !known && values.size() < most) values.push_back(fact.value);
    }
    return values;
}

}  // namespace

void state_text_facts(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon,
                      const std::vector<FurnitureLine>& furniture, Article& article) {
    TextFacts facts(page, normal, lexicon, article);
    std::vector<FurnitureLine> in_order = furniture;
    std::stable_sort(in_order.begin(), in_order.end(), [](const FurnitureLine& a, const FurnitureLine& b) {
        return a.line->span < b.line->span;
    });
    for (const FurnitureLine& line : in_order) facts.read(line);
}

void state_record_facts(const Page& page, Article& article) {
    if (!page.markup) return;
    const Markup& markup = *page.markup;
    constexpr std::size_t most_authors = 20;
    if (article.outlet_name.empty()) article.outlet_name = markup.first(MetaField::site);
    if (article.authors.empty() && article.author_names.empty())
        article.author_names = values_of(markup, MetaField::author, most_authors);
    if (article.keywords.empty() && article.keyword_names.empty())
        article.keyword_names = values_of(markup, MetaField::keyword, most_keywords);
    if (article.section.empty()) article.section = markup.first(MetaField::section);
    if (article.canonical.empty()) article.canonical = markup.first(MetaField::canonical);
    if (article.stated_date) return;
    for (const MetaFact& fact : markup.facts) {
        if (fact.field != MetaField::published || fact.source != MetaSource::record) continue;
        const auto read = read_metadata_date(fact.value);
        if (!read) continue;
        article.stated_date = DatedBy{iso_day(read->day).substr(0, read->month_only ? 7 : 10),
                                      "metadata",
                                      "the record's " + fact.name,
                                      {},
                                      read->moment};
        article.stated_date->bytes = fact.bytes;
        return;
    }
}

}  // namespace isnad::article
