// What linking knows, made once from the lexicon and shared by threads.
#pragma once

#include <memory>

#include "lexicon/lexicon.h"
#include "linking/english_names.h"
#include "linking/name_costs.h"
#include "linking/name_form.h"
#include "linking/rows_by_id.h"
#include "linking/spheres.h"

namespace isnad::linking {

struct Knowledge {
    explicit Knowledge(lexicon::LexiconPtr from)
        : lexicon(std::move(from)),
          forms(*lexicon),
          costs(*lexicon),
          english(*lexicon, costs),
          spheres(*lexicon),
          rows(*lexicon) {}

    lexicon::LexiconPtr lexicon;
    NameForms forms;
    NameCosts costs;
    EnglishNames english;
    Spheres spheres;
    RowsById rows;
};

std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon);

}  // namespace isnad::linking
