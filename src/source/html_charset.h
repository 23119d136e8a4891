// The reading of HTML bytes as text: charset.h under the name that the readers of HTML use.
#pragma once

#include "source/charset.h"

namespace isnad::source::html {

using source::Decoded;

}  // namespace isnad::source::html
