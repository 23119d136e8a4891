#include "engine/collect.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <mutex>
#include <unordered_map>

#include "base/files.h"
#include "base/limits.h"
#include "engine/parts.h"
#include "linking/case_entities.h"
#include "source/read_page.h"

namespace isnad::engine {
namespace {

// What became of one input: a page, or the error that kept it from being one.
struct Outcome {
    std::optional<PageAnalysis> page;
    std::optional<Error> error;
};

Outcome read_input(const std::string& input, const Knowledge& knowledge, std::optional<Day> now) {
    Outcome out;
    auto file = read_file(input, limits::page_bytes);
    if (!file) {
        out.error = file.error();
        return out;
    }
    source::Origin origin{.path = input, .address = {}, .fetched = now, .cut = file.value().cut};
    out.page = analyze(source::read_page(std::move(file.value().bytes), std::move(origin)), knowledge);
    return out;
}

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

}  // namespace

Collection collect_pages(std::vector<PageAnalysis> pages, const Knowledge& knowledge) {
    Collection collection;
    collection.pages = std::move(pages);
    list_documents(collection);
    linking::link_pages(collection, *knowledge.parts().lexicon);
    return collection;
}

Collected collect(const std::vector<std::string>& inputs, const Knowledge& knowledge,
                  const CollectOptions& options) {
    std::optional<tbb::global_control> threads;
    if (options.threads > 0) threads.emplace(tbb::global_control::max_allowed_parallelism, options.threads);
    std::vector<Outcome> outcomes(inputs.size());
    std::mutex telling;
    std::size_t done = 0;
    tbb::parallel_for(std::size_t{0}, inputs.size(), [&](std::size_t i) {
        outcomes[i] = read_input(inputs[i], knowledge, options.now);
        const std::lock_guard lock(telling);
        ++done;
        if (options.progress) options.progress(done, inputs.size());
    });
    Collected out;
    std::vector<PageAnalysis> pages;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i].page) pages.push_back(std::move(*outcomes[i].page));
        if (outcomes[i].error) out.unreadable.push_back({i, std::move(*outcomes[i].error)});
    }
    out.collection = collect_pages(std::move(pages), knowledge);
    for (const Unreadable& input : out.unreadable)
        out.collection.problems.push_back({input.error.code, Severity::error, input.error.text()});
    return out;
}

}  // namespace isnad::engine
