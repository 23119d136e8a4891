// JSON-LD as news pages write it (schema.org NewsArticle and its kin): headline, dates, authors, publisher.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/markup.h"

namespace isnad::source::html {

using TellFact = std::function<void(MetaField field, std::string_view name, std::string_view value)>;

// Tells what the articles in a script say, in the order of the script. Raw line ends inside strings, a
// frequent fault, are forgiven. False when the script is no JSON even so.
bool read_json_ld(std::string script, const TellFact& tell);

}  // namespace isnad::source::html
