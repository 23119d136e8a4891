#include "source/html_body_text.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/hash.h"
#include "source/html_guard.h"
#include "source/html_parser.h"
#include "source/html_tags.h"
#include "text/normalise.h"

namespace isnad::source::html {
namespace {

constexpr std::size_t least_bytes = 200;   // a shorter text is a summary
constexpr std::size_t line_of_prose = 80;  // bytes; a shorter line is no running text
constexpr std::size_t run = 3, run_bits = 1u << 16;
constexpr double mostly = 0.5;

void open(TextBuilder& text, std::string_view name, std::string_view itemprop) {
    Element element;
    element.name = name;
    if (!itemprop.empty()) element.attributes.push_back({"itemprop", itemprop, 0, 0});
    text.open(element, traits_of(name));
}

void close(TextBuilder& text, std::string_view name) { text.close(traits_of(name)); }

// Hands a piece of HTML to the builder.
class Piece : public TreeReader {
  public:
    explicit Piece(TextBuilder& text) : text_(text) {}
    void open(const Element& element) override { text_.open(element, traits_of(element.name)); }
    void close(std::string_view name) override { text_.close(traits_of(name)); }
    void text(std::string_view text, std::uint64_t, std::uint64_t) override { text_.text(text); }

  private:
    TextBuilder& text_;
};

bool has_tags(std::string_view value) {
    return value.find("</") != std::string_view::npos || value.find("<br") != std::string_view::npos;
}

bool is_shown(const TextBuilder& text, const std::string& start) {
    std::string shown = search_form(text.so_far());
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    return shown.find(start) != std::string::npos;
}

// Calls use(hash) for every run of three words.
template <class Use>
void each_run(std::string_view plain, Use use) {
    const std::string normal = search_form(plain);
    std::uint64_t before = 0, last = 0;
    std::size_t words = 0;
    for (std::size_t at = 0; at < normal.size();) {
        const std::size_t begin = normal.find_first_not_of(" \n", at);
        if (begin == std::string::npos) return;
        at = std::min(normal.find_first_of(" \n", begin), normal.size());
        const std::uint64_t word = hash_bytes(std::string_view(normal).substr(begin, at - begin));
        if (++words >= run) use(hash_join(hash_join(before, last), word) % run_bits);
        before = last;
        last = word;
    }
}

std::string without_tags(std::string_view value) {
    std::string out;
    bool tag = false;
    for (const char c : value) {
        tag = tag || c == '<';
        if (!tag) out += c;
        if (c != '>' || !tag) continue;
        tag = false;
        out += ' ';
    }
    return out;
}

// The share of the runs of three words of a text that the page shows.
double share_shown(const TextBuilder& text, std::string_view value) {
    std::vector<bool> shown(run_bits);
    each_run(text.so_far(), [&](std::uint64_t bit) { shown[bit] = true; });
    std::size_t all = 0, held = 0;
    each_run(has_tags(value) ? without_tags(value) : std::string(value), [&](std::uint64_t bit) {
        ++all;
        held += shown[bit];
    });
    return all == 0 ? 1.0 : static_cast<double>(held) / static_cast<double>(all);
}

// The running text of the container that holds most of it: summaries of other articles stand each in one of
// their own.
std::size_t prose_shown(const TextBuilder& text) {
    std::map<std::uint32_t, std::size_t> bytes;
    std::size_t most = 0;
    for (const MarkupBlock& block : text.blocks_so_far()) {
        if (block.span.size() < line_of_prose || block.link_bytes * 3 >= block.span.size()) continue;
        most = std::max(most, bytes[block.container] += block.span.size());
    }
    return most;
}

void append_lines(std::string_view value, TextBuilder& text) {
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        open(text, "p", {});
        text.text(value.substr(at, end - at));
        close(text, "p");
        at = end + 1;
    }
}

}  // namespace

std::optional<Span> append_text_of_metadata(const std::vector<MetaFact>& facts, TextBuilder& text) {
    const MetaFact* body = nullptr;
    const MetaFact* title = nullptr;
    for (const MetaFact& fact : facts) {
        const bool longer = body == nullptr || fact.value.size() > body->value.size();
        if (fact.field == MetaField::text && longer) body = &fact;
        if (fact.field == MetaField::title && (title == nullptr || fact.source < title->source))
            title = &fact;
    }
    if (body == nullptr || body->value.size() < least_bytes) return std::nullopt;
    if (prose_shown(text) >= body->value.size() || share_shown(text, body->value) >= mostly)
        return std::nullopt;
    const bool titled = title == nullptr || is_shown(text, search_form(title->value));
    open(text, "article", "articleBody");
    const auto begin = static_cast<std::uint32_t>(text.so_far().size());
    if (!titled) {
        open(text, "h1", {});
        text.text(title->value);
        close(text, "h1");
    }
    if (has_tags(body->value)) {
        std::string html = body->value;
        static_cast<void>(guard(html));
        Piece piece(text);
        static_cast<void>(parse(html, piece));
    } else {
        append_lines(body->value, text);
    }
    close(text, "article");
    return Span{begin, static_cast<std::uint32_t>(text.so_far().size())};
}

}  // namespace isnad::source::html
