// Writes HTML into a string as it goes. Everything that is written as text or attribute is escaped: no text
// of a source can become markup, a script, or turn the direction of the page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad::views {

// Text as an attribute or as the content of an element: & < > " ' escaped; control characters and
// bidirectional controls, which could reorder what stands around them, become U+FFFD.
std::string escaped_html(std::string_view text);

class Html {
  public:
    // Name and value; an attribute without name is left out, one without value stands alone.
    using Attribute = std::pair<std::string_view, std::string_view>;
    using Attributes = std::initializer_list<Attribute>;

    // Tags and names of attributes are literals of ours.
    Html& open(std::string_view tag, Attributes attributes = {});
    // Closes the innermost open element.
    Html& close();
    // An element that has no content: meta, input, br.
    Html& empty(std::string_view tag, Attributes attributes = {});
    // An element with nothing but text in it.
    Html& element(std::string_view tag, std::string_view text, Attributes attributes = {});

    Html& text(std::string_view text);
    // The same for words of a source: each bidirectional control becomes a small visible sign that names it.
    Html& source(std::string_view text);
    // Written as it stands. Only for what this program holds itself: style sheets, the document type.
    Html& raw(std::string_view markup);

    std::size_t depth() const { return open_.size(); }
    std::size_t size() const { return out_.size(); }
    std::string take() { return std::move(out_); }

  private:
    void tag(std::string_view name, Attributes attributes);

    std::string out_;
    std::vector<std::string_view> open_;
};

}  // namespace isnad::views
