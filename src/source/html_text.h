// The visible text of a parsed page: one block a line, with the containers the blocks lie in. Inline elements
// join; block elements and <br> divide; white space collapses (CSS Text 3, "normal"), save in <pre>, where
// line ends divide. What no reader sees (head, scripts, styles, fallbacks of video) is left out. Text that a
// style attribute hides stays, with the hint `hidden`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/markup.h"
#include "source/html_parser.h"
#include "source/html_tags.h"

namespace isnad::source::html {

class TextBuilder {
  public:
    TextBuilder();

    void open(const Element& element, const Traits& traits);
    void close(const Traits& traits);
    void text(std::string_view text);
    // Closes what is open. Nothing may be told afterwards.
    void finish();

    std::string take_text() { return std::move(text_); }
    std::vector<Container> take_containers() { return std::move(containers_); }
    std::vector<MarkupBlock> take_blocks() { return std::move(blocks_); }
    std::vector<InlineSpan> take_inlines() { return std::move(inlines_); }
    // The byte of the text where blocks stopped because there were too many; the size of the text otherwise.
    std::uint32_t blocks_end() const { return blocks_end_; }

    bool is_unseen() const { return unseen_ > 0; }
    // The block that the next character falls into.
    std::uint32_t next_block() const { return static_cast<std::uint32_t>(blocks_.size()); }
    std::uint32_t container() const { return levels_.back().container; }
    void mark_time() { time_here_ = true; }
    // What was told so far.
    const std::string& so_far() const { return text_; }
    const std::vector<MarkupBlock>& blocks_so_far() const { return blocks_; }

  private:
    struct Level {  // an open element
        std::uint32_t container;
        std::uint32_t hints, inside;
        std::uint32_t bits;
        TagKind kind;
        std::size_t text_begin;   // of its text, white space aside
        std::uint32_t own_hints;  // of this element alone
    };

    std::uint32_t hints_of_names(std::string_view names);
    std::uint32_t hints_of_element(const Element& element);
    void divide(bool by_break);
    void put(std::string_view characters);
    void close_inline(const Level& level);
    void add_container(const Element& element, const Traits& traits, std::uint32_t hints);

    std::string text_;
    std::vector<Container> containers_;
    std::vector<MarkupBlock> blocks_;
    std::vector<Level> levels_;
    std::vector<InlineSpan> inlines_;
    MarkupBlock pending_;
    std::size_t line_begin_ = 0;
    bool space_ = false;  // white space waits: put before the next character of the line
    bool after_break_ = false, time_here_ = false, image_here_ = false;
    std::uint32_t inline_hints_ = 0;  // of inline elements of this line that began at its start
    std::uint32_t unseen_ = 0, links_ = 0, bolds_ = 0, pre_ = 0;
    std::uint32_t blocks_end_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> hints_;  // by the hash of the names; looked up only
};

}  // namespace isnad::source::html
