// XML as feeds hold it, by expat: elements with their vocabularies, text, and as much of a broken file as can
// be had. The text is mended first (xml_mend.h); after a fault reading goes on at the next record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "source/streams/xml_names.h"

namespace isnad::source::xml {

struct Attribute {
    std::string_view name;  // as spelled
    std::string_view value;
};

struct Element {
    Space space = Space::none;
    std::string_view name;     // without its prefix
    std::string_view spelled;  // with it
    std::vector<Attribute> attributes{};

    std::string_view value(std::string_view attribute) const;
};

// What `read` tells; views hold until the call returns. Bytes are places in the text given to `read`.
class Reader {
  public:
    virtual ~Reader() = default;
    virtual bool open(const Element& element, std::uint64_t byte) = 0;  // false ends the reading
    virtual bool close() = 0;                                           // likewise
    virtual void text(std::string_view text) = 0;
    // A fault: what is open stays unfinished. Elements outside the record are opened again.
    virtual void broken() = 0;
};

// Reads valid UTF-8. `records`: names of the elements at which reading can go on after a fault. Faults become
// problems "bad_xml" with their byte. Elements beyond limits::xml_depth in one another end the reading, and
// so do entities that make more text than the file has.
void read(std::string text, const std::vector<std::string_view>& records, Reader& reader,
          std::vector<Problem>& problems);

}  // namespace isnad::source::xml
