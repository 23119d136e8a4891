// The stack of open elements as the guard counts it: never lower than the parser's own, save for a constant
// factor (elements that the parser puts in by itself, such as <tbody>).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/html_tags.h"

namespace isnad::source::html {

// What becomes of a tag: the parser sees it, it would ignore it (then it must not cut the text in two: the
// parser joins such pieces in square time), or it is one too many.
enum class Verdict : std::uint8_t { pass, ignored, too_many };

class OpenTags {
  public:
    Verdict open(const std::string& name, const Traits& traits);
    Verdict close(const std::string& name);

    // Text here stands in a table but in no cell of it; the parser puts it before the table.
    bool is_between_cells() const;
    // What the parser may have to reopen behind each tag.
    std::size_t formatting() const { return formatting_; }

  private:
    struct Open {
        std::uint64_t name;
        std::uint32_t bits;
    };

    // The index of the nearest open element of a name that an end tag here reaches, or npos.
    std::size_t find(std::uint64_t name, bool beyond_barriers) const;
    void make_room(const std::string& name, std::uint64_t hash, const Traits& traits);
    void close_item(std::uint64_t hash, std::uint64_t other);
    void close_table_parts(const std::string& name);
    void cut(std::size_t size);
    void count(const Open& open, int by);
    void erase(std::size_t at);

    std::vector<Open> stack_;
    std::map<std::uint64_t, std::size_t> dropped_;  // start tags left out whose end tags have not come
    bool is_ignored(const std::string& name, std::uint64_t hash, const Traits& traits);

    std::size_t formatting_ = 0, selects_ = 0, tables_ = 0, forms_ = 0, paragraphs_ = 0, links_ = 0;
    bool head_ = false, body_ = false, html_ = false;
    bool anything_dropped_ = false;
};

}  // namespace isnad::source::html
