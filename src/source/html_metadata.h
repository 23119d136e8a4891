// What the head and the attributes of a page state: title, summary, site, author, dates, address, language.
// Read from <title>, <meta> (Open Graph, Dublin Core, Twitter, microdata), <link rel=canonical>, <html lang>,
// <time datetime> and JSON-LD (html_json_ld.h).
#pragma once

#include <string>
#include <vector>

#include "model/markup.h"
#include "source/html_charset.h"
#include "source/html_parser.h"

namespace isnad::source::html {

class MetadataReader {
  public:
    explicit MetadataReader(const Decoded& decoded) : decoded_(decoded) {}

    // `block` is the block that text at this place would fall into.
    void open(const Element& element, std::uint32_t block);
    void close(std::string_view name);
    void text(std::string_view text, std::uint64_t begin, std::uint64_t end);

    std::vector<MetaFact> take_facts() { return std::move(facts_); }
    std::vector<Problem> take_problems() { return std::move(problems_); }

  private:
    enum class Capture : std::uint8_t { none, title, json_ld };

    void read_meta(const Element& element);
    void read_microdata(const Element& element, std::uint32_t block);
    void add(MetaField field, MetaSource source, std::string_view name, const Attribute& attribute,
             std::optional<std::uint32_t> block = {});
    void add(MetaField field, MetaSource source, std::string_view name, std::string_view value,
             std::optional<ByteRange> bytes, std::optional<std::uint32_t> block = {});

    const Decoded& decoded_;
    std::vector<MetaFact> facts_;
    std::vector<Problem> problems_;
    Capture capture_ = Capture::none;
    std::string captured_;
    std::uint64_t captured_begin_ = 0, captured_end_ = 0;
    std::size_t json_bytes_ = 0;
    bool has_title_ = false;
};

// White space collapsed, no space at the ends.
std::string collapsed(std::string_view text);

}  // namespace isnad::source::html
