// The stages of language one by one, and all of them up to entities, on the pages of examples/.
#include <benchmark/benchmark.h>

#include "bench/input.h"
#include "engine/analyze.h"
#include "engine/parts.h"
#include "linking/entities.h"
#include "text/normalise.h"

namespace isnad::bench {
namespace {

const engine::Knowledge::Parts& parts() {
    static const engine::Knowledge knowledge(engine::load_lexicon(ISNAD_LEXICON, std::nullopt).value());
    return knowledge.parts();
}

// A page whose lines are paragraphs, with the layers that later stages ask for.
struct Read {
    explicit Read(const std::string& text) {
        auto own = std::make_shared<Page>();
        own->text = text;
        page = own;
        normal = std::make_shared<const NormalText>(normalise(page->text));
        document = Document::create(page, 0, article());
        words = words::find_words(*document, normal, parts().clitics);
        names = names::find_names(*document, words, parts().clitics, *parts().names);
    }

    Article article() const {
        Article out;
        for (std::size_t begin = 0; begin < page->text.size();) {
            const std::size_t end = std::min(page->text.find('\n', begin), page->text.size());
            const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            if (!line.empty()) out.blocks.push_back({BlockKind::paragraph, line});
            begin = end + 1;
        }
        return out;
    }

    PagePtr page;
    std::shared_ptr<const NormalText> normal;
    DocumentPtr document;
    Words words;
    Layer<Name> names;
};

const std::vector<Read>& read_pages() {
    static const std::vector<Read> all(pages().begin(), pages().end());
    return all;
}

template <class Stage>
void run(benchmark::State& state, Stage stage) {
    std::size_t bytes = 0, words = 0;
    for (const Read& one : read_pages()) {
        bytes += one.page->text.size();
        words += one.words.words.size();
    }
    for (auto _ : state) {
        for (const Read& one : read_pages()) benchmark::DoNotOptimize(stage(one));
    }
    const auto rounds = static_cast<double>(state.iterations());
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
    state.counters["words/s"] =
        benchmark::Counter(rounds * static_cast<double>(words), benchmark::Counter::kIsRate);
}

times::Expressions times_of(const Read& one) {
    return times::find(*one.document, one.words, parts().numerals, *parts().times);
}

Layer<Name> names_of(const Read& one) {
    return names::find_names(*one.document, one.words, parts().clitics, *parts().names);
}

Layer<Quantity> quantities_of(const Read& one) {
    return quantities::find_quantities(*one.document, one.words, parts().numerals, *parts().quantities);
}

linking::Entities entities_of(const DocumentPtr& document, Words words, Layer<Name> names) {
    std::vector<Analysis> articles(1);
    articles.front().document = document;
    articles.front().words = std::move(words);
    articles.front().names = std::move(names);
    return linking::link_names(articles, *parts().linking);
}

linking::Entities all_stages(const Read& from) {
    const Document& document = *from.document;
    const auto normal = std::make_shared<const NormalText>(normalise(from.page->text));
    Words words = words::find_words(document, normal, parts().clitics);
    auto found = times::find(document, words, parts().numerals, *parts().times);
    benchmark::DoNotOptimize(times::resolve(words, std::move(found), std::nullopt, *parts().times));
    benchmark::DoNotOptimize(
        quantities::find_quantities(document, words, parts().numerals, *parts().quantities));
    auto names = names::find_names(document, words, parts().clitics, *parts().names);
    return entities_of(from.document, std::move(words), std::move(names));
}

void names_stage(benchmark::State& state) { run(state, names_of); }
void times_stage(benchmark::State& state) {
    run(state, [](const Read& one) {
        return times::resolve(one.words, times_of(one), std::nullopt, *parts().times);
    });
}
void quantities_stage(benchmark::State& state) { run(state, quantities_of); }
void entities_stage(benchmark::State& state) {
    run(state, [](const Read& one) { return entities_of(one.document, one.words, one.names); });
}
void language(benchmark::State& state) { run(state, all_stages); }

BENCHMARK(names_stage)->Name("names/isnad");
BENCHMARK(times_stage)->Name("times/isnad");
BENCHMARK(quantities_stage)->Name("quantities/isnad");
BENCHMARK(entities_stage)->Name("entities/isnad");
BENCHMARK(language)->Name("language/isnad");

}  // namespace
}  // namespace isnad::bench
