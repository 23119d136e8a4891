// Sitemaps of news: every address with a title becomes a page that has only the title. Lists of lists are
// noted, not followed.
#pragma once

#include <string>

#include "source/streams/record_formats.h"

namespace isnad::source {

void read_sitemap(std::string bytes, const Origin& origin, Records& out);

}  // namespace isnad::source
