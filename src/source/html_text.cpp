#include "source/html_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/limits.h"
#include "source/html_guard.h"
#include "text/letters.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace isnad::source::html {
namespace {

using ascii::is_space;

// Whether a style attribute hides its element.
bool hides(std::string_view style) {
    std::string compact;
    for (const char c : style.substr(0, 512)) {
        if (!is_space(c)) compact += ascii::lower(c);
    }
    return compact.find("display:none") != std::string::npos ||
           compact.find("visibility:hidden") != std::string::npos;
}

bool names_element(std::string_view attribute) {
    return attribute == "class" || attribute == "id" || attribute == "itemprop" || attribute == "role" ||
           attribute == "rel";
}

}  // namespace

// Names come again and again on a page: what each means is worked out once.
std::uint32_t TextBuilder::hints_of_names(std::string_view names) {
    names = names.substr(0, 512);
    const auto [known, added] = hints_.try_emplace(hash_bytes(names), 0);
    if (added) known->second = hints_of(names);
    return known->second;
}

std::uint32_t TextBuilder::hints_of_element(const Element& element) {
    std::uint32_t hints = 0;
    for (const Attribute& a : element.attributes) {
        if (names_element(a.name)) hints |= hints_of_names(a.value);
        if (a.name == "hidden" || (a.name == "style" && hides(a.value))) hints |= hint::hidden;
    }
    return hints;
}

TextBuilder::TextBuilder() {
    containers_.push_back({});
    levels_.push_back({0, 0, 0, trait::block, TagKind::other, 0, 0});
}

void TextBuilder::add_container(const Element& element, const Traits& traits, std::uint32_t hints) {
    const std::uint32_t parent = levels_.back().container;
    Container made;
    made.parent = parent;
    made.hints = hints;
    made.inside = traits.inside;
    if (element.name == "body" || element.name == "html") made.hints = 0;
    made.first_block = next_block();
    made.depth = static_cast<std::uint16_t>(std::min<std::uint32_t>(containers_[parent].depth + 1u, 0xFFFF));
    made.tag = traits.kind;
    containers_.push_back(made);
}

void TextBuilder::open(const Element& element, const Traits& traits) {
    const bool is_block = traits.is(trait::block);
    if (is_block && unseen_ == 0) divide(false);
    if (element.name == "br" && unseen_ == 0) divide(true);
    if (element.name == "img" || element.name == "video" || element.name == "iframe") image_here_ = true;
    if (traits.is(trait::spaced) && !text_.empty()) space_ = true;
    const bool is_body = element.name == "body" || element.name == "html";
    const std::uint32_t hints = is_body ? 0 : hints_of_element(element);
    Level level = levels_.back();
    level.bits = traits.bits;
    level.hints |= hints;
    level.own_hints = hints | (element.name == "time" ? hint::date : 0);
    level.text_begin = text_.size();
    level.inside |= traits.inside;
    if (is_block && unseen_ == 0) {
        add_container(element, traits, hints);
        level.container = static_cast<std::uint32_t>(containers_.size() - 1);
        level.kind = traits.kind;
    } else if (unseen_ == 0 && text_.size() == line_begin_) {
        inline_hints_ |= hints;
    }
    levels_.push_back(level);
    unseen_ += traits.is(trait::unseen);
    links_ += traits.is(trait::link);
    bolds_ += traits.is(trait::bold);
    pre_ += traits.kind == TagKind::preformatted;
}

void TextBuilder::close(const Traits& traits) {
    if (levels_.size() <= 1) return;
    unseen_ -= traits.is(trait::unseen);
    if (traits.is(trait::block) && unseen_ == 0) {
        divide(false);
        containers_[levels_.back().container].end_block = next_block();
    }
    if (!traits.is(trait::block) && unseen_ == 0) close_inline(levels_.back());
    links_ -= traits.is(trait::link);
    bolds_ -= traits.is(trait::bold);
    pre_ -= traits.kind == TagKind::preformatted;
    if (traits.is(trait::spaced)) space_ = true;
    levels_.pop_back();
}

// An inline element with text of its own on this line is told; the hints of an empty one, an icon, go to the
// element around it.
void TextBuilder::close_inline(const Level& level) {
    constexpr std::uint32_t told = hint::byline | hint::date | hint::credit | hint::tags | hint::breadcrumb |
                                   hint::caption | hint::title;
    const bool link = (level.bits & trait::link) != 0;
    if (text_.size() == level.text_begin) {
        Level& around = levels_[levels_.size() - 2];
        if ((around.bits & trait::block) == 0) around.own_hints |= level.own_hints & told;
        return;
    }
    if (level.text_begin < line_begin_ || inlines_.size() >= limits::inline_spans) return;
    if (!link && (level.own_hints & told) == 0) return;
    const Span span = trimmed(
        text_, {static_cast<std::uint32_t>(level.text_begin), static_cast<std::uint32_t>(text_.size())});
    if (!span.empty()) inlines_.push_back({span, next_block(), level.own_hints, link});
}

// Ends the line. A line of white space alone leaves no trace.
void TextBuilder::divide(bool by_break) {
    const Span line{static_cast<std::uint32_t>(line_begin_), static_cast<std::uint32_t>(text_.size())};
    const Span seen = trimmed(text_, line);
    space_ = false;
    if (seen.empty()) {
        text_.resize(line_begin_);
        after_break_ = by_break;
        pending_ = {};
        inline_hints_ = 0;
        return;
    }
    text_ += '\n';
    line_begin_ = text_.size();
    if (blocks_.size() < limits::blocks_per_page) {
        const Level& level = levels_.back();
        pending_.span = seen;
        pending_.container = level.container;
        pending_.hints = level.hints | inline_hints_;
        pending_.inside = level.inside;
        pending_.tag = level.kind;
        pending_.after_break = after_break_;
        pending_.holds_time = time_here_;
        pending_.after_image = image_here_;
        blocks_.push_back(pending_);
        blocks_end_ = static_cast<std::uint32_t>(line_begin_);
    }
    pending_ = {};
    inline_hints_ = 0;
    after_break_ = by_break;
    time_here_ = image_here_ = false;
}

void TextBuilder::put(std::string_view characters) {
    if (space_ && text_.size() > line_begin_) text_ += ' ';
    space_ = false;
    text_ += characters;
    const auto size = static_cast<std::uint32_t>(characters.size());
    if (links_ > 0) pending_.link_bytes += size;
    if (bolds_ > 0) pending_.bold_bytes += size;
}

void TextBuilder::text(std::string_view text) {
    if (unseen_ > 0) return;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]) && text[end] != filler) ++end;
        if (end > at) put(text.substr(at, end - at));
        for (at = end; at < text.size() && (is_space(text[at]) || text[at] == filler); ++at) {
            if (pre_ > 0 && text[at] == '\n') divide(true);
            space_ = space_ || text[at] != filler;
        }
    }
}

void TextBuilder::finish() {
    divide(false);
    for (Container& container : containers_) {
        if (container.end_block < container.first_block) container.end_block = next_block();
    }
    containers_[0].end_block = next_block();
}

}  // namespace isnad::source::html
