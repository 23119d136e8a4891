#include "linking/offices.h"

#include <set>
#include <string>
#include <utility>

#include "text/normalise.h"

namespace isnad::linking {
namespace {

// The last place or body that a title names: "minister of agriculture of [Tunisia]".
std::optional<std::uint32_t> named_in(const Collection& collection, DocumentIndex document, Span title) {
    std::optional<std::uint32_t> found;
    const Layer<Name>& names = collection.analysis(document).names;
    for (const Name& name : names.starting_in(title)) {
        if (name.type == NameType::person) continue;
        const auto index = static_cast<std::size_t>(&name - names.all().data());
        found = collection.entity_of[document][index];
    }
    return found;
}

}  // namespace

std::vector<EntityRelation> find_offices(const Collection& collection) {
    std::vector<EntityRelation> offices;
    std::set<std::pair<std::uint32_t, std::string>> met;
    for (DocumentIndex document = 0; document < collection.documents.size(); ++document) {
        const Analysis& analysis = collection.analysis(document);
        for (std::size_t n = 0; n < analysis.names.size(); ++n) {
            const Name& name = analysis.names[n];
            if (!name.title) continue;
            const std::uint32_t person = collection.entity_of[document][n];
            if (!met.emplace(person, search_form(analysis.document->text(*name.title))).second) continue;
            offices.push_back({.from = person,
                               .to = named_in(collection, document, *name.title),
                               .kind = "office",
                               .at = {document, *name.title}});
        }
    }
    return offices;
}

}  // namespace isnad::linking
