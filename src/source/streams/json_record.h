// One JSON object -> a record (by simdjson), or the records in the list that it wraps.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "source/streams/record_fields.h"

namespace isnad::source {

class JsonRecords {
  public:
    JsonRecords();
    ~JsonRecords();
    JsonRecords(const JsonRecords&) = delete;
    JsonRecords& operator=(const JsonRecords&) = delete;

    // Reads an object. Invalid UTF-8 and halves of surrogate pairs become U+FFFD. An object without a text
    // that holds a list of objects ({"articles": [...]}) gives a record for each of them.
    Result<std::vector<NamedFields>> read(std::string json, const FieldMap& fields);

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace isnad::source
