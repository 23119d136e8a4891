#include "linking/knowledge.h"

namespace isnad::linking {

std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const Knowledge>(lexicon);
}

}  // namespace isnad::linking
