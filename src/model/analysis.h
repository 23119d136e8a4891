// An analysis: the typed layers found over one document. Finished when made, const for ever.
#pragma once

#include <optional>
#include <vector>

#include "model/annotations.h"
#include "model/document.h"
#include "model/entity.h"
#include "model/event.h"
#include "model/mention.h"
#include "model/statement.h"
#include "model/words.h"

namespace isnad {

struct Analysis {
    DocumentPtr document;
    Words words;
    std::optional<DatedBy> published{};       // the date that the page states for the article
    std::optional<DatedBy> modified{};        // the date of its last change, when the page states it
    std::vector<DatedBy> date_candidates;     // all dates that could be that of publication, the best first
    std::string dialect;                      // "maghrebi", "egyptian" ... when much of it is; or empty
    std::optional<DatedBy> reference_date{};  // what relative times hang on; none when the page does not tell
    Layer<Name> names;
    Layer<Time> times;
    Layer<Quantity> quantities;
    Layer<Mention> mentions;
    Layer<Statement> statements;
    Layer<Event> events;
    std::vector<Problem> problems;
};

// All that `analyze` tells of one page. Analyses stand in page order, the main article first.
struct PageAnalysis {
    PagePtr page;
    PageKind kind = PageKind::article;
    std::vector<Analysis> articles;
    std::vector<ChromeLine> chrome;
    std::vector<Entity> entities;
    // entity_of[a][n]: index into entities of name n of article a.
    std::vector<std::vector<std::uint32_t>> entity_of;
    // entities_of_mention[a][m]: indices into entities of what mention m of article a stands for.
    std::vector<std::vector<std::vector<std::uint32_t>>> entities_of_mention;
    std::vector<Problem> problems;
};

}  // namespace isnad
