// Words, look-ups in the lexicon, and the whole pipeline.
#include <benchmark/benchmark.h>

#include <unordered_map>

#include "bench/input.h"
#include "engine/analyze.h"
#include "language/words/words.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::bench {
namespace {

const lexicon::LexiconPtr& lexicon_of_news() {
    static const lexicon::LexiconPtr lexicon = engine::load_lexicon(ISNAD_LEXICON, std::nullopt).value();
    return lexicon;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void words_of_a_page(benchmark::State& state) {
    auto page = std::make_shared<Page>();
    page->text = megabyte();
    Article article;
    for (std::size_t begin = 0; begin < page->text.size();) {
        const std::size_t end = std::min(page->text.find('\n', begin), page->text.size());
        if (end > begin)
            article.blocks.push_back(
                {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
        begin = end + 1;
    }
    const DocumentPtr document = Document::create(page, 0, std::move(article));
    const auto normal = std::make_shared<const NormalText>(normalise(page->text));
    const words::Clitics clitics(lexicon_of_news());
    for (auto _ : state) benchmark::DoNotOptimize(words::find_words(*document, normal, clitics));
    count_bytes(state, page->text.size());
}
BENCHMARK(words_of_a_page)->Name("words/isnad");

// The words of the input in search form, for look-ups.
std::vector<std::string> keys() {
    std::vector<std::string> out;
    const std::string form = search_form(megabyte());
    for (const std::string_view word : lexicon::words_of(form)) out.emplace_back(word);
    return out;
}

void look_ups(benchmark::State& state) {
    const std::vector<std::string> words = keys();
    std::size_t found = 0, bytes = 0;
    for (const std::string& word : words) bytes += word.size();
    for (auto _ : state) {
        for (const std::string& word : words)
            found += lexicon_of_news()->find(lexicon::Phrase{}.then(word)).entries.size();
    }
    benchmark::DoNotOptimize(found);
    count_bytes(state, bytes);
}
BENCHMARK(look_ups)->Name("look up every word/isnad");

void look_ups_in_a_map(benchmark::State& state) {
    const lexicon::Lexicon& lexicon = *lexicon_of_news();
    std::unordered_map<std::string, std::size_t> map;
    for (std::uint16_t table = 0; table < lexicon.tables(); ++table) {
        for (std::uint32_t row = 0; row < lexicon.rows({table}); ++row)
            ++map[search_form(lexicon.cell({table}, row, 0))];
    }
    const std::vector<std::string> words = keys();
    std::size_t found = 0, bytes = 0;
    for (const std::string& word : words) bytes += word.size();
    for (auto _ : state) {
        for (const std::string& word : words) {
            const auto at = map.find(word);
            found += at == map.end() ? 0 : at->second;
        }
    }
    benchmark::DoNotOptimize(found);
    count_bytes(state, bytes);
}
BENCHMARK(look_ups_in_a_map)->Name("look up every word/slow (unordered_map)");

void open_lexicon(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(engine::load_lexicon(ISNAD_LEXICON, std::nullopt));
}
BENCHMARK(open_lexicon)->Name("open the lexicon")->Unit(benchmark::kMillisecond);

void knowledge_from_lexicon(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(engine::Knowledge(lexicon_of_news()));
}
BENCHMARK(knowledge_from_lexicon)->Name("make the knowledge of all stages")->Unit(benchmark::kMillisecond);

void analyze_pages(benchmark::State& state) {
    const engine::Knowledge knowledge(lexicon_of_news());
    std::size_t bytes = 0;
    for (const std::string& page : pages()) bytes += page.size();
    for (auto _ : state) {
        for (const std::string& page : pages()) {
            benchmark::DoNotOptimize(engine::analyze(
                source::read_plain_text(page, {.path = "page", .address = {}, .fetched = {}}), knowledge));
        }
    }
    count_bytes(state, bytes);
    state.counters["pages/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(pages().size()),
                           benchmark::Counter::kIsRate);
}
BENCHMARK(analyze_pages)->Name("analyze/isnad")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad::bench
