// Decoding and normal forms, each beside a slow obvious version on the same text.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

#include "bench/input.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::bench {
namespace {

void count_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void decode(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(utf8::decode(megabyte()));
    count_bytes(state, megabyte().size());
}
BENCHMARK(decode)->Name("decode/isnad");

// There and back again through UTF-16, which replaces what is ill-formed.
void decode_by_icu(benchmark::State& state) {
    for (auto _ : state) {
        std::string text;
        icu::UnicodeString::fromUTF8(megabyte()).toUTF8String(text);
        benchmark::DoNotOptimize(text);
    }
    count_bytes(state, megabyte().size());
}
BENCHMARK(decode_by_icu)->Name("decode/slow (ICU to UTF-16 and back)");

void normal_form(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(normalise(megabyte()));
    count_bytes(state, megabyte().size());
}
BENCHMARK(normal_form)->Name("normalise/isnad");

// Rules that anybody would write first; they fold less than we do, and know no way back.
void normal_form_by_icu(benchmark::State& state) {
    UErrorCode failed = U_ZERO_ERROR;
    UParseError place;
    const std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createFromRules(
        "fold",
        ":: NFKD ; [[:Mn:][:Cf:]\\u0640] > ; [\\u0622\\u0623\\u0625\\u0671] > \\u0627 ; [\\u0624\\u0626] > "
        "\\u0621 ;"
        "\\u06CC > \\u064A ; \\u06A9 > \\u0643 ; \\u0649 > \\u064A ; \\u0629 > \\u0647 ;"
        "\\u0660 > 0 ; \\u0661 > 1 ; \\u0662 > 2 ; \\u0663 > 3 ; \\u0664 > 4 ; :: Lower ;",
        UTRANS_FORWARD, place, failed));
    if (U_FAILURE(failed)) return state.SkipWithError(u_errorName(failed));
    for (auto _ : state) {
        icu::UnicodeString text = icu::UnicodeString::fromUTF8(megabyte());
        rules->transliterate(text);
        std::string out;
        text.toUTF8String(out);
        benchmark::DoNotOptimize(out);
    }
    count_bytes(state, megabyte().size());
}
BENCHMARK(normal_form_by_icu)->Name("normalise/slow (ICU transliterator)");

void words_by_icu(benchmark::State& state) {
    UErrorCode failed = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale("ar"), failed));
    if (U_FAILURE(failed)) return state.SkipWithError(u_errorName(failed));
    for (auto _ : state) {
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(megabyte());
        breaks->setText(text);
        std::size_t words = 0;
        for (std::int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) ++words;
        benchmark::DoNotOptimize(words);
    }
    count_bytes(state, megabyte().size());
}
BENCHMARK(words_by_icu)->Name("words/slow (ICU word breaker, no clitics)");

}  // namespace
}  // namespace isnad::bench
