// The pipeline across documents, in parts: what a dossier costs beside reading its pages.
#include <benchmark/benchmark.h>

#include "bench/input.h"
#include "claims/claims.h"
#include "copies/copies.h"
#include "engine/collect.h"
#include "engine/dossier.h"
#include "source/read_page.h"
#include "stories/stories.h"

namespace {

using namespace isnad;

const lexicon::LexiconPtr& lexicon_of_bench() {
    static const lexicon::LexiconPtr opened = lexicon::Lexicon::open(ISNAD_LEXICON).value();
    return opened;
}

const engine::Knowledge& knowledge() {
    static const engine::Knowledge made(lexicon_of_bench());
    return made;
}

std::vector<PageAnalysis> read_examples() {
    std::vector<PageAnalysis> pages;
    for (const std::string& text : bench::pages())
        pages.push_back(engine::analyze(
            source::read_page(text, {.path = std::to_string(pages.size()), .address = {}, .fetched = {}}),
            knowledge()));
    return pages;
}

void read_pages(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(read_examples());
}
BENCHMARK(read_pages)->Name("dossier/1 read the pages")->Unit(benchmark::kMillisecond);

void link_pages(benchmark::State& state) {
    const std::vector<PageAnalysis> pages = read_examples();
    for (auto _ : state) benchmark::DoNotOptimize(engine::collect_pages(pages, knowledge()));
}
BENCHMARK(link_pages)->Name("dossier/2 entities across pages")->Unit(benchmark::kMillisecond);

void find_copies(benchmark::State& state) {
    const Collection collection = engine::collect_pages(read_examples(), knowledge());
    for (auto _ : state) benchmark::DoNotOptimize(copies::find_copies(collection));
}
BENCHMARK(find_copies)->Name("dossier/3 copies")->Unit(benchmark::kMillisecond);

void find_stories(benchmark::State& state) {
    const Collection collection = engine::collect_pages(read_examples(), knowledge());
    const Copies copies = copies::find_copies(collection);
    for (auto _ : state)
        benchmark::DoNotOptimize(stories::find_stories(collection, copies, *lexicon_of_bench()));
}
BENCHMARK(find_stories)->Name("dossier/4 stories")->Unit(benchmark::kMillisecond);

void find_claims(benchmark::State& state) {
    const Dossier dossier =
        engine::make_dossier(engine::collect_pages(read_examples(), knowledge()), knowledge());
    const auto known = claims::make_knowledge(lexicon_of_bench());
    for (auto _ : state) benchmark::DoNotOptimize(claims::find_claims(dossier, *known));
}
BENCHMARK(find_claims)->Name("dossier/5 claims and timeline")->Unit(benchmark::kMillisecond);

}  // namespace
