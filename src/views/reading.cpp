#include "views/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "text/letters.h"
#include "text/utf8.h"
#include "views/page_labels.h"
#include "views/terminal_marks.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

using terminal::bold;
using terminal::dim;
using terminal::dot;
using terminal::end_isolate;
using terminal::isolate;
using terminal::plain;

const std::string open_mark = "\u27E6", close_mark = "\u27E7", rule = "\u2500";

// A stretch of text to be marked, and its colour.
struct Marked {
    Span span;
    const char* colour;
};

const char* colour_of(NameType type) {
    switch (type) {
        case NameType::person: return "\x1b[36m";
        case NameType::place: return "\x1b[32m";
        case NameType::organisation: return "\x1b[35m";
        default: return "\x1b[34m";
    }
}

constexpr const char *time_colour = "\x1b[33m", *quantity_colour = "\x1b[31m";

std::string number(double value) {
    if (std::isinf(value)) return "\u221E";
    return std::floor(value) == value ? fmt::format("{:.0f}", value) : fmt::format("{:g}", value);
}

// Text of a page as a terminal may show it: control characters, escape sequences among them, and
// bidirectional controls, which could reach beyond their line, become U+FFFD.
std::string shown(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || letters::is_bidi_control(c);
        utf8::append(out, control && c != '\t' ? letters::replacement : c);
        at += size;
    }
    return out;
}

std::string isolated(const std::string& text) { return isolate + text + end_isolate; }

class ReadingView {
  public:
    ReadingView(const PageAnalysis& page, ReadingStyle style, const lexicon::Lexicon& lexicon)
        : page_(page), style_(style), labels_(lexicon) {}

    std::string write() {
        line(bold, rule + rule + " " + shown(page_.page->path) + dot + std::to_string(page_.articles.size()) +
                       " " + std::string(label(page_.articles.size() == 1 ? "article" : "articles")));
        if (page_.articles.empty()) line(dim, std::string(label("no_article")));
        for (std::size_t i = 0; i < page_.articles.size(); ++i) write_article(i);
        write_chrome();
        return std::move(out_) + "\n";
    }

  private:
    void write_article(std::size_t index) {
        const Analysis& article = page_.articles[index];
        out_ += '\n';
        const std::string date = article.reference_date
                                     ? article.reference_date->value + " (" +
                                           std::string(label(basis(*article.reference_date))) + ")"
                                     : std::string(label("unknown"));
        line(dim, std::string(label("reference_date")) + ": " + date);
        const std::vector<Marked> marks = marks_of(article);
        for (const Block& block : article.document->blocks()) write_block(block, marks);
        write_names(index);
        write_times(article);
        write_quantities(article);
        write_statements(index);
        write_events(article);
    }

    std::string_view label(std::string_view id) const { return labels_[id].in(style_.arabic); }

    static std::string_view basis(const DatedBy& date) {
        return date.basis == "caption" ? "by_caption" : std::string_view(date.basis);
    }

    static std::vector<Marked> marks_of(const Analysis& article) {
        std::vector<Marked> marks;
        for (const Name& name : article.names) marks.push_back({name.span, colour_of(name.type)});
        for (const Time& time : article.times) marks.push_back({time.span, time_colour});
        for (const Quantity& quantity : article.quantities) marks.push_back({quantity.span, quantity_colour});
        std::stable_sort(marks.begin(), marks.end(),
                         [](const Marked& a, const Marked& b) { return a.span.begin < b.span.begin; });
        return marks;
    }

    void write_block(const Block& block, const std::vector<Marked>& marks) {
        std::string text;
        std::uint32_t at = block.span.begin;
        for (const Marked& mark : marks) {
            if (!block.span.contains(mark.span) || mark.span.begin < at) continue;
            text += shown(page_.page->slice({at, mark.span.begin}));
            text += style_.colour ? mark.colour : open_mark.c_str();
            text += shown(page_.page->slice(mark.span));
            text += style_.colour ? plain : close_mark.c_str();
            at = mark.span.end;
        }
        text += shown(page_.page->slice({at, block.span.end}));
        const bool heading = block.kind == BlockKind::title || block.kind == BlockKind::subheading;
        if (heading) out_ += '\n';
        if (block.kind == BlockKind::caption) text = "(" + std::string(label("caption")) + ") " + text;
        line(heading ? bold : block.kind == BlockKind::caption ? dim : "", isolate + text + end_isolate);
    }

    void write_names(std::size_t index) {
        const Analysis& article = page_.articles[index];
        std::map<std::uint32_t, std::size_t> mentions;
        for (const std::uint32_t entity : page_.entity_of[index]) ++mentions[entity];
        if (!article.names.empty()) heading("names");
        for (const auto& [entity, count] : mentions) {
            const Entity& known = page_.entities[entity];
            std::string text =
                fmt::format("  {}{}{}", isolated(shown(known.ar)), dot, label(word(known.type)));
            if (!known.en.empty()) text += fmt::format("{}{}", dot, known.en);
            if (count > 1) text += fmt::format("{}\u00D7{}", dot, count);
            line("", text);
        }
    }

    void write_times(const Analysis& article) {
        if (!article.times.empty()) heading("times");
        for (const Time& time : article.times) {
            const std::string_view value =
                time.value.empty() ? label("unknown") : std::string_view(time.value);
            line("", fmt::format("  {}{}{}{}{} {}", isolated(shown(page_.page->slice(time.span))), dot,
                                 label(word(time.type)), dot, value, word(time.mod)));
        }
    }

    void write_quantities(const Analysis& article) {
        if (!article.quantities.empty()) heading("quantities");
        for (const Quantity& quantity : article.quantities) {
            const std::string value =
                quantity.low == quantity.high
                    ? number(quantity.low)
                    : fmt::format("[{}, {}]", number(quantity.low), number(quantity.high));
            line("", fmt::format("  {}{}{} {}", isolated(shown(page_.page->slice(quantity.span))), dot, value,
                                 quantity.unit));
        }
    }

    // The words of an agent; an elided subject goes by the name that it repeats.
    std::string words_of(const Analysis& article, const Agent& agent) const {
        if (agent.span) return isolated(shown(page_.page->slice(*agent.span)));
        if (!agent.names.empty())
            return isolated(shown(page_.page->slice(article.names[std::size_t{agent.names.front()}].span)));
        return std::string(label("unknown"));
    }

    // The entities behind an agent that its words, if any, do not name in full.
    std::string known_as(std::size_t index, const Agent& agent, std::string_view words) const {
        std::vector<std::uint32_t> entities;
        for (const std::uint32_t name : agent.names) entities.push_back(page_.entity_of[index][name]);
        if (agent.mention && index < page_.entities_of_mention.size()) {
            const auto& more = page_.entities_of_mention[index][*agent.mention];
            entities.insert(entities.end(), more.begin(), more.end());
        }
        std::sort(entities.begin(), entities.end());
        entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
        std::string out;
        for (const std::uint32_t entity : entities) {
            const std::string name = shown(page_.entities[entity].ar);
            if (words.find(name) != std::string_view::npos) continue;
            out += (words.empty() && out.empty() ? "" : " = ") + isolated(name);
        }
        return out;
    }

    // Speaker and carriers from the first hand outwards.
    std::string chain_of(std::size_t index, const Statement& statement) const {
        const Analysis& article = page_.articles[index];
        std::string out(label("unknown"));
        if (statement.speaker) {
            const Agent& speaker = *statement.speaker;
            const std::string words = speaker.span ? words_of(article, speaker) : std::string();
            const std::string known = known_as(index, speaker, words);
            if (!words.empty() || !known.empty()) out = words + known;
            if (statement.speaker->unnamed) out += fmt::format(" ({})", label("link.unnamed"));
        }
        for (const ChainLink& link : statement.chain) {
            if (!link.span || (statement.speaker && statement.speaker->span == link.span)) continue;
            const std::string words = shown(page_.page->slice(*link.span));
            const std::string_view kind = label("link." + std::string(word(link.kind)));
            out += (style_.arabic ? " \u2190 " : " \u2192 ") + isolated(words);
            if (words.find(kind) == std::string::npos) out += fmt::format(" ({})", kind);
        }
        return out;
    }

    // How many statements report this one; a reader sees no difference beyond a few.
    static std::size_t depth_of(const Analysis& article, const Statement& statement) {
        constexpr std::size_t deepest = 6;
        std::size_t depth = 0;
        for (auto outer = statement.inside; outer && depth < deepest; ++depth)
            outer = article.statements[std::size_t{*outer}].inside;
        return depth;
    }

    // Each statement as a small tree: its chain, and its words below; reported ones stand deeper.
    void write_statements(std::size_t index) {
        const Analysis& article = page_.articles[index];
        if (!article.statements.empty()) heading("section.statements");
        for (const Statement& statement : article.statements) {
            const std::size_t depth = depth_of(article, statement);
            const std::string indent(2 + 3 * depth, ' ');
            std::string text = indent + (depth > 0 ? "\u2514\u2500 " : "") + chain_of(index, statement);
            text += fmt::format("{}{}", dot, label("stance." + std::string(word(statement.stance))));
            if (statement.negated) text += fmt::format(" ({})", label("negated"));
            line("", text);
            line("", indent + (depth > 0 ? "   " : "") + "\u2514\u2500 " +
                         isolated(shown(page_.page->slice(statement.span))));
        }
    }

    void write_events(const Analysis& article) {
        if (!article.events.empty()) heading("events_layer");
        for (const Event& event : article.events) {
            std::string text = fmt::format("  {}{}", word(event.type), dot);
            for (const Agent& actor : event.actors) text += words_of(article, actor) + dot;
            line("", text + isolated(shown(page_.page->slice(event.span))));
        }
    }

    void write_chrome() {
        if (page_.chrome.empty()) return;
        std::map<std::string_view, std::size_t> kinds;
        for (const ChromeLine& chrome : page_.chrome) ++kinds[word(chrome.kind)];
        std::string text;
        for (const auto& [kind, count] : kinds)
            text += (text.empty() ? "" : ", ") + fmt::format("{} {}", kind, count);
        out_ += '\n';
        line(dim, fmt::format("{} ({} {}): {}", label("chrome"), page_.chrome.size(), label("lines"), text));
    }

    void heading(std::string_view id) {
        out_ += '\n';
        line(bold, std::string(label(id)));
    }

    void line(const char* colour, std::string text) {
        while (text.ends_with(' ')) text.pop_back();
        if (style_.colour && *colour != '\0') {
            out_ += colour + text + plain;
        } else {
            out_ += text;
        }
        out_ += '\n';
    }

    const PageAnalysis& page_;
    ReadingStyle style_;
    Labels labels_;
    std::string out_;
};

}  // namespace

std::string reading_view(const PageAnalysis& page, ReadingStyle style, const lexicon::Lexicon& lexicon) {
    return ReadingView(page, style, lexicon).write();
}

}  // namespace isnad::views
