// MHTML, the web page as one file that browsers save, and mail (.eml): the page itself, not its pictures.
#pragma once

#include <string>

#include "source/streams/record_formats.h"

namespace isnad::source {

// The root is the part that `start` names, else the first text/html, else the first text/plain. The date of a
// saved page is that of its fetch, the date of mail that of its publication; the subject is its title.
void read_mhtml(std::string bytes, const Origin& origin, Records& out);

}  // namespace isnad::source
