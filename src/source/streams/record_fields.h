// Which fields of a record (JSON Lines, CSV) hold what. Names are compared without case, "_", "-" and spaces;
// a point leads into an object ("meta.url").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/origin.h"

namespace isnad::source {

enum class FieldRole : std::uint8_t {
    text,  // plain, or a piece of HTML
    html,  // a whole page
    title,
    url,
    date,  // of publication
    modified,
    fetched,  // when it was crawled
    author,
    language,
    id,
    source,  // whom it is credited to, or who published it
    section,
    description,
    keywords
};

class FieldMap {
  public:
    // The names that corpora commonly use (docs/formats/inputs.md).
    FieldMap() = default;

    // "text=body,url=link,date=ts": a role keeps its common names behind those that are given. An error of
    // kind usage names what is wrong.
    static Result<FieldMap> parse(std::string_view text);

    struct Match {
        FieldRole role;
        std::uint32_t rank;  // among the names of the role, the best first
    };
    // The role of a field by its name or path, or nothing.
    std::optional<Match> find(std::string_view name) const;

  private:
    struct Named {
        std::string name;  // as it is compared
        FieldRole role;
    };
    std::vector<Named> named_;  // by the user, in order
};

// One record: its fields that have a role, in order.
struct NamedFields {
    struct Field {
        FieldMap::Match match;
        std::string name;   // as the record spells it
        std::string value;  // valid UTF-8
    };
    std::vector<Field> fields;
    // Names that have no role, for the message when nothing is found; a few of them.
    std::vector<std::string> others;

    void add(const FieldMap& map, std::string name, std::string value);
};

// The page of a record: its text with the title before it, or its HTML; the rest are facts of the origin. The
// error says that no field holds a text. Takes what it needs out of the record.
Result<RawPage> page_of_fields(NamedFields& record, Origin origin);

}  // namespace isnad::source
