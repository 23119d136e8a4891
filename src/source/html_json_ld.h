// JSON-LD as news pages write it: schema.org NewsArticle and its kin with headline, dates, authors,
// publisher, section, keywords, pictures and text; LiveBlogPosting with its posts; breadcrumbs; lists of
// articles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/markup.h"
#include "source/html_described.h"

namespace isnad::source::html {

// Adds the things that a script describes, in its order. Objects that stand elsewhere in the script are found
// by their @id. Raw line ends inside strings, a frequent fault, are forgiven. `bytes` is the place of the
// script; short values have their own place where `exact` says that the script stands there as it is. False
// when the script is no JSON even so. Linear; stops at limits of objects and depth.
bool read_json_ld(std::string script, std::optional<ByteRange> bytes, bool exact, std::vector<Thing>& things);

}  // namespace isnad::source::html
