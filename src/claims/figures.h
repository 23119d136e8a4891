// Figures: the quantities of a document with what they tell: of whom or what, when, where, by whose word.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/clauses.h"
#include "claims/measures.h"
#include "claims/story_view.h"

namespace isnad::claims {

// What a figure tells: the concept that is measured or that became of what is counted ("dead", "losses"), and
// what is counted ("soldiers"). Either may be missing.
struct Told {
    std::optional<ConceptIndex> property;
    std::optional<ConceptIndex> population;
    std::uint64_t noun = 0;  // key of the counted noun; 0 for none
    Span words{};            // the word that gave the property
};

struct Figure {
    DocumentIndex document = 0;
    Interval value;  // in the unit of the dimension
    Measure measure;
    bool vague = false;
    bool approximate = false;
    Told told;
    bool part = false;        // "of whom 3", "including 5"
    bool more = false;        // "3 others", "5 new": on top of what was counted before
    bool others = false;      // "3 others"
    bool background = false;  // speaks of another time than the document does
    bool dated = false;       // the clause itself says when
    bool earlier = false;     // an earlier count, told for comparison
    bool against = false;     // set against an earlier figure of its sentence
    Span set_against{};       // `at` of that figure
    bool denied = false;      // told in order to be denied
    bool tally = false;       // "the toll", "the number of": the count of the whole
    bool rose = false;        // "rose to"
    bool that_is = false;     // the figure before it in other terms
    bool lead = false;        // stands in the first paragraph
    std::optional<DayRange> as_of{};
    std::optional<DayRange> reported{};  // the days of its document
    std::optional<std::uint32_t> statement{};
    BlockKind block = BlockKind::paragraph;
    Span at{};  // the words that carry it, up to about 120 characters
    std::uint32_t sentence = 0;
    std::vector<std::uint32_t> entities{};      // named in the clause, ascending
    std::vector<std::uint32_t> places{};        // those that are places
    Content clause{}, context{};                // of the clause, and of the sentence, without the figure
    Content topic{};                            // of the headline and the first paragraph of its document
    Content happening{};                        // the same without names and without words that any toll has
    std::vector<std::uint32_t> anchors{};       // entities named there that are no countries, ascending
    std::vector<std::uint32_t> topic_places{};  // all places named there, ascending
    std::optional<int> minute{};                // of its day, when the text tells the hour of the count
};

// The figures of a document in order of place. Quantities that tell nothing that could be compared (bare
// numbers without a noun or a governing word) are left out.
std::vector<Figure> figures_of(const StoryView& view, DocumentIndex document);

}  // namespace isnad::claims
