#include "engine/collect.h"

#include <unordered_map>

#include "engine/collect_in_order.h"
#include "engine/parts.h"
#include "linking/case_entities.h"

namespace isnad::engine {
namespace {

// Lists every article once. The page of an equal document stays readable; it only founds nothing.
void list_documents(Collection& collection) {
    std::unordered_map<std::string, std::string> path_of;
    for (std::uint32_t p = 0; p < collection.pages.size(); ++p) {
        const PageAnalysis& page = collection.pages[p];
        for (std::uint32_t a = 0; a < page.articles.size(); ++a) {
            const std::string& id = page.articles[a].document->id().text;
            const auto [known, added] = path_of.emplace(id, page.page->path);
            if (added)
                collection.documents.push_back({p, a});
            else
                collection.problems.push_back(
                    {"same_document", Severity::note,
                     page.page->path + " holds the article " + id + " of " + known->second});
        }
    }
}

// The error with the place of the page.
std::string text_of(const Unreadable& input) {
    if (input.part.empty()) return input.error.text();
    Error error = input.error;
    error.place.file += " [" + input.part + "]";
    return error.text();
}

}  // namespace

Collection collect_pages(std::vector<PageAnalysis> pages, const Knowledge& knowledge) {
    Collection collection;
    collection.pages = std::move(pages);
    list_documents(collection);
    linking::link_pages(collection, *knowledge.parts().linking);
    return collection;
}

Collected collect(const std::vector<std::string>& inputs, const Knowledge& knowledge,
                  const CollectOptions& options) {
    source::Inputs arriving(inputs, {options.fields});
    Collected out;
    std::vector<PageAnalysis> pages;
    InOrder how{.now = options.now, .threads = options.threads};
    how.take = [&](Reading reading) {
        if (reading.failed)
            out.unreadable.push_back({reading.origin.part, std::move(*reading.failed), reading.severity});
        else
            pages.push_back(std::move(*reading.analysis));
        if (options.progress) options.progress({pages.size(), arriving.bytes_read(), arriving.bytes_total()});
        return true;
    };
    analyze_in_order(arriving, knowledge, how);
    out.collection = collect_pages(std::move(pages), knowledge);
    for (const Unreadable& input : out.unreadable)
        out.collection.problems.push_back({input.error.code, input.severity, text_of(input)});
    return out;
}

}  // namespace isnad::engine
