// The names under which pages state facts in <meta>, itemprop and property attributes, and what they mean.
#pragma once

#include <optional>
#include <string_view>

#include "model/markup.h"

namespace isnad::source::html {

struct MetaName {
    std::string_view name;  // lower case
    MetaField field;
    MetaSource source;
};

// Of <meta name|property|http-equiv>, in any case of letters. Nothing for a name that does not matter.
const MetaName* meta_name(std::string_view name);

// Of itemprop and of RDFa's property, prefixes such as "schema:", "dc:" left out. Nothing likewise.
const MetaName* item_name(std::string_view name);

}  // namespace isnad::source::html
