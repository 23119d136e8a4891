// Microdata (itemscope, itemprop; HTML Living Standard, section 5) and RDFa Lite (typeof, property): what the
// attributes of visible elements state, in the scope of the thing that they describe. The name of an author
// is no title, the date of a comment is none of the article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/html_described.h"
#include "source/html_meta_names.h"
#include "source/html_parser.h"
#include "source/html_places.h"

namespace isnad::source::html {

class ItemReader {
  public:
    explicit ItemReader(const Places& places) : places_(places) {}

    // Told of every element, in the order of the page. `block` is the block that text here would fall into.
    void open(const Element& element, std::uint32_t block);
    void close();
    void text(std::string_view text, std::uint64_t begin, std::uint64_t end);

    // What stands in no scope is the first of them.
    std::vector<Thing> take_things();

  private:
    struct Scope {
        TypeRole role = TypeRole::unknown;
        std::size_t thing = 0;              // its facts go to this thing; 0: to what stands in no scope
        const MetaName* name_is = nullptr;  // what its name means for the thing around it
        bool ignored = false;               // a comment, or below one
    };
    struct Capture {
        std::size_t level = 0;  // of the element whose text it is
        const MetaName* name = nullptr;
        std::size_t thing = 0;
        std::uint32_t block = 0;
        std::string text;
        std::uint64_t begin = 0, end = 0;
    };

    void enter_scope(std::string_view type, const MetaName* name);
    void state(const Element& element, const MetaName& name, MetaSource source, std::uint32_t block);
    void add(const MetaName& name, MetaSource source, std::size_t thing, std::string_view value,
             std::optional<ByteRange> bytes, std::uint32_t block);

    const Places& places_;
    std::vector<Thing> things_{1};
    std::vector<Scope> scopes_{1};
    std::vector<std::size_t> levels_;  // of open scopes: the depth of their elements
    std::vector<Capture> captures_;    // open ones, the outer first
    std::size_t depth_ = 0, told_ = 0;
};

}  // namespace isnad::source::html
