#include <algorithm>
#include <array>
#include <set>

#include "article/html_facts_near.h"
#include "text/normalise.h"
#include "text/trimmed.h"

namespace isnad::article {
namespace {

constexpr std::size_t section_bytes = 80, most_section_words = 6, keyword_bytes = 100, most_keyword_words = 8;
constexpr std::size_t line_words = 3;
constexpr std::size_t keywords_told = 60, links_read = 200;
constexpr std::uint32_t tags_behind = 40;  // blocks behind the text in which tags may stand

std::string title_of(const FactsNear& near) {
    return near.place.title ? search_form(near.page.slice(near.markup.blocks[*near.place.title].span))
                            : std::string{};
}

bool is_section(std::string_view value, const std::string& title) {
    const std::string key = search_form(value);
    const std::size_t words = lexicon::words_of(key).size();
    const bool number = key.find_first_not_of("0123456789 ") == std::string::npos;
    return is_name(value) && value.size() <= section_bytes && words >= 1 && words <= most_section_words &&
           !number && key != title;
}

// The last step of a way through the site that is not the article itself; the first is the front page, unless
// the page shows one step alone.
std::string last_step(std::vector<std::string> steps, const std::string& title, bool shown = false) {
    if (shown && steps.size() == 1) steps.insert(steps.begin(), std::string{});
    for (std::size_t i = steps.size(); i-- > 1;) {
        const bool cut = !title.empty() && title.starts_with(search_form(steps[i]).substr(0, 24)) &&
                         search_form(steps[i]).size() >= 24;
        if (!cut && is_section(steps[i], title)) return steps[i];
    }
    return {};
}

// The arrows and brackets between the steps of a way as slashes.
std::string with_slashes(std::string_view way) {
    constexpr std::array<std::string_view, 7> signs{"\u00BB", "\u203A", "\u00AB", "\u2039",
                                                    ">",      "\u2190", "\u2192"};
    std::string out;
    for (std::size_t at = 0; at < way.size();) {
        const auto sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view one) {
            return way.compare(at, one.size(), one) == 0;
        });
        out += sign == signs.end() ? way[at] : '/';
        at += sign == signs.end() ? 1 : sign->size();
    }
    return out;
}

// The steps of a breadcrumb that the page shows above the title.
std::vector<std::string> shown_steps(const FactsNear& near) {
    std::vector<std::string> steps;
    const std::uint32_t end = std::min(near.place.first, near.place.title.value_or(near.place.first) + 1);
    for (std::uint32_t i = 0; i < end && steps.size() < 12; ++i) {
        const MarkupBlock& block = near.markup.blocks[i];
        const bool above = near.place.title && i < *near.place.title && i + 3 >= *near.place.title;
        const std::string_view way = near.page.slice(block.span);
        const bool shaped = above && near.features.blocks[i].line.words.size() <= 10 &&
                            near.features.blocks[i].link_density > 0.4 &&
                            with_slashes(way).find(" / ") != std::string::npos;
        if ((block.hints & hint::breadcrumb) == 0 && !shaped) continue;
        const std::size_t before = steps.size();
        for (const InlineSpan& one : near.inlines_of(i)) {
            if (one.link) steps.emplace_back(near.page.slice(one.span));
        }
        if (steps.size() > before + 1) continue;
        steps.resize(before);
        const std::string line = with_slashes(near.page.slice(block.span));
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t sign = std::min(line.find('/', at), line.size());
            const Span part =
                trimmed(line, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(sign)});
            if (!part.empty()) steps.push_back(line.substr(part.begin, part.size()));
            at = sign + 1;
        }
    }
    return steps;
}

// A line of one to three words right above the title, in the same frame: "interviews", "culture". No part of
// a menu, where such lines follow each other.
std::string line_above(const FactsNear& near, const std::string& title) {
    if (!near.place.title || *near.place.title == 0) return {};
    const std::uint32_t top = *near.place.title, at = top - 1;
    const MarkupBlock& block = near.markup.blocks[at];
    const BlockFeatures& f = near.features.blocks[at];
    const auto parent = [&](std::uint32_t one) {
        return near.markup.containers[near.markup.blocks[one].container].parent;
    };
    const std::uint32_t own = block.container, of_title = near.markup.blocks[top].container;
    const bool framed =
        own == of_title || parent(at) == of_title || own == parent(top) || parent(at) == parent(top);
    const bool marked = f.mark && f.mark->kind != ChromeKind::navigation;
    if (!framed || f.outside || marked || f.line.ends_sentence || f.line.words.size() > line_words) return {};
    if ((block.hints & (hint::date | hint::byline | hint::share | hint::chrome | hint::live)) != 0) return {};
    const bool run = at > 0 && near.features.blocks[at - 1].line.words.size() <= line_words &&
                     (parent(at - 1) == parent(at) || near.markup.blocks[at - 1].container == own);
    const std::string_view text = near.page.slice(block.span);
    const bool digits = text.find_first_of("0123456789:") != std::string_view::npos;
    const std::string site = search_form(near.markup.first(MetaField::site));
    const bool outlet = f.line.words == lexicon::words_of(site);
    return !run && !digits && !outlet && is_section(text, title) ? std::string(text) : std::string{};
}

// A short link right above the title that is named as a category.
std::string label_above(const FactsNear& near, const std::string& title) {
    if (!near.place.title) return {};
    const std::uint32_t top = *near.place.title;
    for (const InlineSpan& one : near.inlines_of(top > 0 ? top - 1 : top)) {
        const bool label = (one.hints & hint::tags) != 0 && (one.hints & hint::date) == 0;
        if (label && is_section(near.page.slice(one.span), title))
            return std::string(near.page.slice(one.span));
    }
    for (std::uint32_t i = top; i-- > (top > 4 ? top - 4 : 0);) {
        const MarkupBlock& block = near.markup.blocks[i];
        const auto& mark = near.features.blocks[i].mark;
        const bool live = mark && mark->kind == ChromeKind::live;
        const bool label = (block.hints & hint::tags) != 0 && (block.hints & hint::date) == 0 && !live;
        const std::string_view text = near.page.slice(block.span);
        const std::string_view first = text.substr(0, std::min(text.find(" \u00B7 "), text.find(" | ")));
        if (label && near.features.blocks[i].line.words.size() <= 4 && is_section(first, title))
            return std::string(first);
    }
    return {};
}

class Keywords {
  public:
    Keywords(const FactsNear& near, Article& article) : near_(near), article_(article) {}

    void run() {
        for (int rank = 0; rank <= last_rank && names_.empty(); ++rank) {
            for (const MetaFact& fact : near_.facts) {
                if (fact.field != MetaField::keyword || rank_of(fact) != rank) continue;
                for (const std::string_view name : listed_names(fact.value)) add_name(name);
            }
        }
        std::vector<bool> seen(names_.size());
        each_tag([&](Span span) { take(span, seen); });
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (!seen[i]) article_.keyword_names.push_back(names_[i]);
        }
        std::sort(article_.keywords.begin(), article_.keywords.end());
    }

  private:
    static constexpr int last_rank = 3;

    // Keywords of the plain <meta> are often those of the whole site: they count last.
    static int rank_of(const MetaFact& fact) {
        if (fact.source == MetaSource::record) return 0;
        if (fact.name == "keywords" && fact.source == MetaSource::meta) return last_rank;
        return fact.source < MetaSource::twitter ? 1 : 2;
    }

    void add_name(std::string_view name) {
        const std::string key = search_form(name);
        const std::size_t words = lexicon::words_of(key).size();
        const bool fits =
            name.size() <= keyword_bytes && words >= 1 && words <= most_keyword_words && is_name(name);
        if (!fits || names_.size() >= keywords_told || !keys_.insert(key).second) return;
        names_.emplace_back(name);
    }

    // Calls use(span) for what the page shows as tags around the article: items of a block of tags, the parts
    // of a line that a phrase opens.
    template <class Use>
    void each_tag(Use use) const {
        std::optional<std::uint32_t> around;  // of the first: others stand beside them
        const auto blocks = static_cast<std::uint32_t>(near_.markup.blocks.size());
        const std::uint32_t end = std::min(blocks, near_.place.end + tags_behind);
        for (std::uint32_t i = near_.place.end; i < end; ++i) {
            const MarkupBlock& block = near_.markup.blocks[i];
            const BlockFeatures& f = near_.features.blocks[i];
            const bool phrase = f.mark && f.mark->kind == ChromeKind::keywords && f.mark->words > 0;
            const bool tags = (block.hints & hint::tags) != 0 && f.link_density > 0.5 &&
                              (block.hints & hint::breadcrumb) == 0;
            if (f.prose || f.outside_kind == ChromeKind::related) continue;
            const std::uint32_t parent = near_.markup.containers[block.container].parent;
            if (around && *around != parent && *around != block.container) continue;
            if (each_link(i, phrase || is_in_tags(block.container), use)) {
                around =
                    block.tag == TagKind::item || near_.inlines_of(i).size() == 1 ? parent : block.container;
                continue;
            }
            if (!phrase && (!tags || !is_in_tags(block.container))) continue;
            const auto rest = phrase ? near_.behind_phrase(f) : std::optional<Span>(block.span);
            if (!rest) continue;
            const std::string_view text = near_.page.slice(*rest);
            for (const std::string_view part : listed_names(text)) {
                const auto at = rest->begin + static_cast<std::uint32_t>(part.data() - text.data());
                use(Span{at, at + static_cast<std::uint32_t>(part.size())});
            }
        }
    }

    // The links of a block of tags; of any other block, when all of them are hashtags.
    template <class Use>
    bool each_link(std::uint32_t block, bool tags, Use use) const {
        const auto all = near_.inlines_of(block);
        const auto inlines = all.first(std::min(all.size(), links_read));
        const bool hash = std::all_of(inlines.begin(), inlines.end(), [&](const InlineSpan& one) {
            return !one.link || is_hashtag(near_.page.slice(one.span));
        });
        bool any = false;
        for (const InlineSpan& one : inlines) {
            if (!one.link || (one.hints & hint::date) != 0) continue;
            if (!tags && !hash && (one.hints & hint::tags) == 0 && !is_in_tags(inlines, one.span)) continue;
            Span span = one.span;
            const std::string_view text = near_.page.slice(span);
            if (text.starts_with('#') && !is_hashtag(text)) continue;
            while (span.begin < span.end && near_.page.text[span.begin] == '#') ++span.begin;
            if (span.empty()) continue;
            any = true;
            use(span);
        }
        return any;
    }

    bool is_in_tags(std::uint32_t container) const {
        std::size_t steps = 0;
        for (std::uint32_t at = container; at != no_container && steps < 4; ++steps) {
            if ((near_.markup.containers[at].hints & hint::tags) != 0) return true;
            at = near_.markup.containers[at].parent;
        }
        return false;
    }

    static bool is_in_tags(std::span<const InlineSpan> inlines, Span span) {
        return std::any_of(inlines.begin(), inlines.end(), [&](const InlineSpan& around) {
            return !around.link && (around.hints & hint::tags) != 0 && around.span.begin <= span.begin &&
                   around.span.end >= span.end;
        });
    }

    static bool is_hashtag(std::string_view text) {
        return text.size() > 1 && text[0] == '#' && (text[1] < '0' || text[1] > '9') &&
               std::count(text.begin(), text.end(), ' ') <= 2;
    }

    // A tag on the page: itself a keyword, or a run of those that the metadata name.
    void take(Span span, std::vector<bool>& seen) {
        const std::string_view text = near_.page.slice(span);
        bool known = false;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const std::size_t at = text.find(names_[i]);
            if (seen[i] || at == std::string_view::npos) continue;
            const auto begin = span.begin + static_cast<std::uint32_t>(at);
            const Span found{begin, begin + static_cast<std::uint32_t>(names_[i].size())};
            if (overlaps(found)) continue;
            known = true;
            seen[i] = true;
            article_.keywords.push_back(found);
        }
        const std::size_t words = lexicon::words_of(search_form(text)).size();
        const bool fits = words >= 1 && words <= most_keyword_words && text.size() <= keyword_bytes;
        if (known || !names_.empty() || !fits || article_.keywords.size() >= keywords_told) return;
        if (!overlaps(span)) article_.keywords.push_back(span);
    }

    bool overlaps(Span span) const {
        return std::any_of(article_.keywords.begin(), article_.keywords.end(),
                           [&](Span other) { return other.overlaps(span); });
    }

    const FactsNear& near_;
    Article& article_;
    std::vector<std::string> names_;
    std::set<std::string> keys_;
};

}  // namespace

void find_section(const FactsNear& near, Article& article) {
    const std::string title = title_of(near);
    const MetaFact* best = nullptr;
    std::vector<std::string> steps;
    for (const MetaFact& fact : near.facts) {
        if (fact.field != MetaField::section) continue;
        if (fact.name == "breadcrumb") {
            if (steps.size() < 12) steps.push_back(fact.value);
        } else if (is_section(fact.value, title) && (best == nullptr || fact.source < best->source)) {
            best = &fact;
        }
    }
    if (best != nullptr) article.section = best->value;
    if (article.section.empty()) article.section = last_step(steps, title);
    if (article.section.empty()) article.section = last_step(shown_steps(near), title, true);
    if (article.section.empty()) article.section = label_above(near, title);
    if (article.section.empty()) article.section = line_above(near, title);
}

void find_keywords(const FactsNear& near, Article& article) { Keywords(near, article).run(); }

}  // namespace isnad::article
