#include <iterator>

#include "claims/figure_groups.h"
#include "claims/figure_relations.h"
#include "claims/finders.h"
#include "claims/limits.h"
#include "claims/years_told.h"

namespace isnad::claims {

void number_claims(const StoryView& view, Builder& builder) {
    std::vector<Figure> figures;
    for (const DocumentIndex document : view.documents()) {
        std::vector<Figure> more = figures_of(view, document);
        if (figures.size() + more.size() > limits::figures_per_story) break;
        figures.insert(figures.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
    }
    FigureRelations relations(view, builder, figures);
    for (const FigureGroup& group : group_figures(view, figures)) relations.relate(group);
    relations.tell_contrasts();
    relations.tell_lookalikes();
    relations.tell_singles();
    year_claims(view, builder);
}

}  // namespace isnad::claims
