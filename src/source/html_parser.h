// HTML5 parsing behind one file: the only one that knows the library (MyHTML). Another parser, such as
// lexbor, takes its place by a new html_parser.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::source::html {

struct Attribute {
    std::string_view name;             // lower case
    std::string_view value;            // entities decoded
    std::uint64_t begin = 0, end = 0;  // the value in the parsed bytes, entities as they stand there
};

struct Element {
    std::string_view name;  // lower case
    std::vector<Attribute> attributes;
    std::uint64_t begin = 0;  // its start tag in the parsed bytes

    // The value of an attribute; empty when it has none such.
    const Attribute* attribute(std::string_view wanted) const {
        for (const Attribute& a : attributes) {
            if (a.name == wanted) return &a;
        }
        return nullptr;
    }
    std::string_view value(std::string_view wanted) const {
        const Attribute* found = attribute(wanted);
        return found == nullptr ? std::string_view{} : found->value;
    }
};

// Told of the tree in document order. Views are valid during the call only.
class TreeReader {
  public:
    virtual ~TreeReader() = default;
    virtual void open(const Element& element) = 0;
    virtual void close(std::string_view name) = 0;
    // Characters with entities decoded, and the bytes they came from.
    virtual void text(std::string_view text, std::uint64_t begin, std::uint64_t end) = 0;
};

// Parses valid UTF-8 that passed the guard (html_guard.h) and tells the reader. False when the library gave
// up (no memory); what was told before stays told.
bool parse(const std::string& bytes, TreeReader& reader);

}  // namespace isnad::source::html
