// A page with markup as the steps of this room see it.
#pragma once

#include "article/html_features.h"
#include "lexicon/lexicon.h"
#include "model/page.h"

namespace isnad::article {

struct HtmlPage {
    const Page& page;
    const Markup& markup;
    const NormalText& normal;
    const PageFeatures& features;
    const ChromeMarks& marks;
};

}  // namespace isnad::article
