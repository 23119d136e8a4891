#include <algorithm>
#include <array>

#include "article/html_facts_near.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"
#include "text/trimmed.h"

namespace isnad::article {
namespace {

constexpr std::size_t most_byline_words = 8, fewest_name_words = 2, author_bytes = 4, authors_told = 20;
constexpr std::size_t most_name_words = 3;
constexpr std::uint32_t lines_behind = 3;  // blocks behind the text where a name alone may stand

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
                    add_both(*span);
                } else if (!best || *best == fact->source) {
                    best = fact->source;
                    add_name(std::string(name), unseen);
                }
            }
        }
        if (article_.authors.empty()) find_byline();
        if (article_.authors.empty() && unseen.empty()) find_name_alone();
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
        const auto is_no_author = [&](std::string_view name) {
            return !is_name(name) || name.size() < author_bytes || is_account(name) || is_nobody(name);
        };
        out.erase(std::remove_if(out.begin(), out.end(), is_no_author), out.end());
        return out;
    }

    // The outlet itself, a team, an agency.
    bool is_nobody(std::string_view name) const {
        const std::string outlet = search_form(article_.outlet_name), own = search_form(name);
        const bool same = !outlet.empty() && (own.starts_with(outlet) || outlet.starts_with(own + ' '));
        return same || near_.names.is_nobody(name);
    }

    // Without the words that open a byline.
    Span without_opening(Span span) const {
        const auto words = lexicon::words_of(near_.normal.search(near_.normal.normal(span)));
        const std::size_t skipped = near_.names.opening_words(words);
        if (skipped == 0) return span;
        const auto at = static_cast<std::uint32_t>(words[skipped].data() - near_.normal.search().data());
        return {near_.normal.original({at, at + static_cast<std::uint32_t>(words[skipped].size())}).begin,
                span.end};
    }

    bool add(Span whole) {
        const Span span = without_opening(whole);
        const std::string key = search_form(near_.page.slice(span));
        const bool known = std::any_of(article_.authors.begin(), article_.authors.end(), [&](Span author) {
            return author.overlaps(span) || search_form(near_.page.slice(author)) == key;
        });
        if (!known && article_.authors.size() < authors_told) article_.authors.push_back(span);
        return true;
    }

    static void add_name(std::string name, std::vector<std::string>& names) {
        const std::string key = search_form(name);
        const bool known = std::any_of(names.begin(), names.end(),
                                       [&](const std::string& other) { return search_form(other) == key; });
        if (!known && names.size() < authors_told) names.push_back(std::move(name));
    }

    // What the page marks as byline: an inline element, a line named so, a line that a phrase opens.
    void find_byline() {
        const std::uint32_t end = end_of_article();
        for (std::uint32_t i = near_.first; i < end; ++i) {
            if (!is_apart(i) && take_inline(i)) return;
        }
        for (const bool marked : {true, false}) {
            for (std::uint32_t i = near_.first; i < end; ++i) {
                const BlockFeatures& f = near_.features.blocks[i];
                const std::uint32_t hints = near_.markup.blocks[i].hints;
                const bool named = (hints & hint::byline) != 0 && (hints & (hint::date | hint::share)) == 0;
                const bool phrase = f.mark && f.mark->kind == ChromeKind::byline && f.mark->words > 0;
                if (is_apart(i) || (marked ? !named : !phrase)) continue;
                if (f.prose || f.line.words.size() > most_byline_words || i == near_.place.title) continue;
                const bool dated = f.mark && f.mark->kind == ChromeKind::date_line;
                if (f.mark && f.mark->kind != ChromeKind::byline && !(named && dated)) continue;
                const auto span = dated ? std::optional<Span>(f.line.span) : near_.behind_phrase(f);
                if (span && take(without_dates(*span, i))) return;
            }
        }
    }

    // Behind the text, a heading opens something else.
    std::uint32_t end_of_article() const {
        std::uint32_t end = near_.place.end;
        while (end < near_.last && !is_heading(near_.markup.blocks[end].tag)) ++end;
        return std::min(end + 1, near_.last);
    }

    // A comment has an author, too.
    bool is_apart(std::uint32_t at) const {
        return (near_.markup.blocks[at].hints & (hint::comment | hint::related)) != 0;
    }

    bool take_inline(std::uint32_t at) {
        bool taken = false;
        for (const InlineSpan& one : near_.inlines_of(at)) {
            const bool named =
                (one.hints & hint::byline) != 0 && (one.hints & (hint::date | hint::share)) == 0;
            if (!named || words_in(one.span) > most_byline_words) continue;
            Line line;
            line.span = one.span;
            line.set_words(lexicon::words_of(near_.normal.search(near_.normal.normal(one.span))));
            BlockFeatures f;
            f.line = line;
            f.mark = near_.marks.of(line, near_.page);
            if (f.mark && f.mark->kind != ChromeKind::byline) continue;
            const auto span = near_.behind_phrase(f);
            taken = (span && take(*span)) || taken;
        }
        return taken;
    }

    // The name that a byline holds: of its parts the first that is a person's, else the first that can be a
    // name.
    bool take(Span byline) {
        std::optional<Span> name;
        for (const Span part : parts_of(byline)) {
            const std::string_view text = near_.page.slice(part);
            if (words_in(part) < fewest_name_words || is_nobody(text) || is_account(text) || !is_name(text))
                continue;
            if (is_initials(part)) continue;
            if (near_.names.is_person(text)) return add_both(part);
            if (!name) name = part;
        }
        return name && add_both(*name);
    }

    bool is_initials(Span span) const {
        const auto words = lexicon::words_of(near_.normal.search(near_.normal.normal(span)));
        return std::all_of(words.begin(), words.end(),
                           [](std::string_view word) { return word.size() <= 2; });
    }

    // "A and B", the conjunction written to the second name.
    bool add_both(Span span) {
        const std::string_view text = near_.page.slice(span);
        const std::string_view conjunction = spelled<letters::waw>;
        for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
            const std::string_view rest = text.substr(at + 1);
            if (!rest.starts_with(conjunction) || !near_.names.is_person(text.substr(0, at))) continue;
            const std::size_t second = at + 1 + conjunction.size();
            if (!near_.names.is_person(text.substr(second))) continue;
            add({span.begin, span.begin + static_cast<std::uint32_t>(at)});
            return add({span.begin + static_cast<std::uint32_t>(second), span.end});
        }
        return add(span);
    }

    // A byline may name an outlet, a place or a date beside the author: "by X - Rabat", "X | 3 May",
    // "investigation: X". Digits and what is left of signs go.
    std::vector<Span> parts_of(Span line) const {
        std::vector<Span> out;
        const std::string_view text = near_.page.slice(line);
        const auto take = [&](std::size_t begin, std::size_t end) {
            const std::size_t colon = text.substr(begin, end - begin).rfind(": ");
            if (colon != std::string_view::npos) begin += colon + 2;
            constexpr std::string_view signs = " |-/,:.0123456789()";
            while (begin < end && signs.find(text[begin]) != std::string_view::npos) ++begin;
            end = std::min(end, text.find_first_of("0123456789", begin));
            while (end > begin && signs.find(text[end - 1]) != std::string_view::npos) --end;
            const Span part = trimmed(near_.page.text, {line.begin + static_cast<std::uint32_t>(begin),
                                                        line.begin + static_cast<std::uint32_t>(end)});
            if (!part.empty()) out.push_back(part);
        };
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = text.size(), size = 1;
            for (const std::string_view sign :
                 {" - ", " | ", " \u2013 ", " \u2014 ", " \u2022 ", " / ", " \u00B7 "}) {
                const std::size_t at = text.find(sign, begin);
                if (at >= end) continue;
                end = at;
                size = sign.size();
            }
            take(begin, end);
            begin = end + size;
        }
        return out;
    }

    std::size_t words_in(Span span) const {
        return lexicon::words_of(near_.normal.search(near_.normal.normal(span))).size();
    }

    // What stands before the first date that is marked in the line, or behind it.
    Span without_dates(Span line, std::uint32_t block) const {
        for (const InlineSpan& one : near_.inlines_of(block)) {
            if ((one.hints & hint::date) == 0 || !one.span.overlaps(line)) continue;
            const bool first = one.span.begin <= line.begin;
            return trimmed(near_.page.text, first ? Span{std::min(one.span.end, line.end), line.end}
                                                  : Span{line.begin, one.span.begin});
        }
        return line;
    }

    // A line between title and text, or right behind the text, that is a person's name and nothing else; or
    // that and a date.
    void find_name_alone() {
        const std::uint32_t top = near_.place.title.value_or(near_.place.first);
        for (std::uint32_t i = top; i < near_.last && i < near_.place.end + lines_behind; ++i) {
            if (i >= near_.place.end && is_heading(near_.markup.blocks[i].tag)) return;
            if (i == near_.place.title || is_apart(i) || near_.features.blocks[i].outside) continue;
            const bool between = i <= near_.place.first, behind = i + 1 >= near_.place.end;
            if ((between || behind) && !near_.features.blocks[i].prose && take_person(i)) return;
        }
        for (std::uint32_t i = top; i < near_.place.first; ++i) {
            const bool apart = i == near_.place.title || is_apart(i) || near_.features.blocks[i].outside;
            if (!apart && !near_.features.blocks[i].prose && take_with_place(i)) return;
        }
    }

    // A date stands in the line, or in one beside it.
    bool is_dated(std::uint32_t at) const {
        const auto dates = [&](std::uint32_t one) {
            const auto& mark = near_.features.blocks[one].mark;
            return near_.markup.blocks[one].holds_time || (mark && mark->kind == ChromeKind::date_line);
        };
        return dates(at) || (at > 0 && dates(at - 1)) || (at + 1 < near_.last && dates(at + 1));
    }

    // "Amman - X", "X / Amman", with or without a date: what stands beside a place is a name, known or not;
    // as what stands beside one word in a line by the date.
    bool take_with_place(std::uint32_t at) {
        const Span line = near_.markup.blocks[at].span;
        if (words_in(line) > 2 * most_byline_words || near_.features.blocks[at].line.ends_sentence)
            return false;
        const std::vector<Span> parts = parts_of(line);
        const auto is_place = [&](Span part) { return near_.names.is_place(near_.page.slice(part)); };
        const bool pair = parts.size() == 2 &&
                          words_in(parts[0]) + words_in(parts[1]) <= most_name_words + 1 &&
                          (words_in(parts[0]) == 1 || words_in(parts[1]) == 1) && is_dated(at);
        if (!pair && std::none_of(parts.begin(), parts.end(), is_place)) return false;
        for (const Span part : parts) {
            const std::size_t words = words_in(part);
            const std::string_view text = near_.page.slice(part);
            if (words < fewest_name_words || words > most_name_words || is_place(part)) continue;
            if (!is_nobody(text) && !is_account(text) && is_name(text) && !is_initials(part))
                return add_both(part);
        }
        return false;
    }

    bool take_person(std::uint32_t at) {
        const Span line = near_.markup.blocks[at].span;
        if (words_in(line) > 2 * most_byline_words) return false;
        for (const Span part : parts_of(line)) {
            if (near_.names.is_person(near_.page.slice(part))) return add_both(part);
        }
        return false;
    }

    const FactsNear& near_;
    Article& article_;
};

}  // namespace

void find_authors(const FactsNear& near, Article& article) { Authors(near, article).run(); }

}  // namespace isnad::article
