// What the head and the attributes of a page state: title, summary, site, author, dates, address, language,
// section, keywords, pictures. Read from <title>, <meta> (Open Graph, Dublin Core, Twitter and the names of
// services, html_meta_names.h), <link rel=canonical>, <html lang>, <time datetime>, <img>, JSON-LD
// (html_json_ld.h), microdata and RDFa (html_items.h).
#pragma once

#include <string>
#include <vector>

#include "model/markup.h"
#include "model/page.h"
#include "source/html_items.h"
#include "source/html_parser.h"
#include "source/html_places.h"

namespace isnad::source::html {

// Where an element stands in the text.
struct TextPlace {
    std::uint32_t block = 0;  // that text here would fall into
    std::uint32_t container = 0;
    bool unseen = false;  // nothing of it is shown
};

class MetadataReader {
  public:
    explicit MetadataReader(const Places& places) : places_(places), items_(places) {}

    void open(const Element& element, TextPlace place);
    void close(std::string_view name);
    void text(std::string_view text, std::uint64_t begin, std::uint64_t end);

    // Adds facts, pictures and items to the markup. Nothing may be told afterwards.
    void finish(Markup& markup);
    std::vector<Problem> take_problems() { return std::move(problems_); }

  private:
    enum class Capture : std::uint8_t { none, title, json_ld };

    void read_meta(const Element& element);
    void read_link(const Element& element);
    void read_image(const Element& element, TextPlace place);
    void read_abbreviation(const Element& element, TextPlace place);
    void read_script();
    void add(MetaField field, MetaSource source, std::string_view name, const Attribute& attribute,
             std::optional<std::uint32_t> block = {});
    void add(MetaField field, MetaSource source, std::string_view name, std::string_view value,
             std::optional<ByteRange> bytes, std::optional<std::uint32_t> block = {});

    const Places& places_;
    ItemReader items_;
    std::vector<MetaFact> facts_;
    std::vector<MarkupImage> meta_images_, images_;
    std::vector<Thing> linked_;  // of all scripts
    std::vector<Problem> problems_;
    Capture capture_ = Capture::none;
    std::string captured_;
    std::uint64_t captured_begin_ = 0, captured_end_ = 0;
    std::size_t json_bytes_ = 0;
    bool has_title_ = false;
};

// White space collapsed, no space at the ends.
std::string collapsed(std::string_view text);
// The same line by line; empty lines go.
std::string collapsed_lines(std::string_view text);

}  // namespace isnad::source::html
