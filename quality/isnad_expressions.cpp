// Sentences -> their times, quantities and numbers, each with a reference date of its own and without the
// stages that find articles: for scorers with thousands of short cases (quality/recognizers.py).
// `isnad-expressions LEXICON < LINES`: a line is "DATE TAB TEXT", DATE empty or an EDTF day; a line of JSON
// for each. Offsets are Unicode code points of TEXT.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "language/quantities/knowledge.h"
#include "language/quantities/quantities.h"
#include "language/times/times.h"
#include "language/words/numerals_calculated.h"
#include "language/words/words.h"
#include "lexicon/lexicon.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace {

using namespace isnad;
using Json = nlohmann::ordered_json;

constexpr char line_end = 0x1E;

const char* word(TimexType type) {
    switch (type) {
        case TimexType::date: return "DATE";
        case TimexType::time: return "TIME";
        case TimexType::duration: return "DURATION";
        case TimexType::set: return "SET";
    }
    return "";
}

const char* word(TimexMod mod) {
    switch (mod) {
        case TimexMod::none: return "";
        case TimexMod::start: return "START";
        case TimexMod::mid: return "MID";
        case TimexMod::end: return "END";
        case TimexMod::approx: return "APPROX";
        case TimexMod::before: return "BEFORE";
        case TimexMod::after: return "AFTER";
    }
    return "";
}

// What the stages are made of; read once.
struct Stages {
    explicit Stages(const lexicon::LexiconPtr& lexicon)
        : clitics(lexicon), numerals(lexicon), times(times::make_knowledge(lexicon)), quantities(lexicon) {}

    words::Clitics clitics;
    words::Numerals numerals;
    std::shared_ptr<const times::Knowledge> times;
    quantities::Knowledge quantities;
};

Json place(const std::string& text, Span span) {
    const std::string_view all = text;
    return {utf8::count(all.substr(0, span.begin)), utf8::count(all.substr(0, span.end))};
}

Json end_of(double value) { return std::isinf(value) ? Json(nullptr) : Json(value); }

Json read(const std::string& line, const Stages& stages) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string date = line.substr(0, tab);
    auto page = std::make_shared<Page>();
    page->text = line.substr(std::min(tab + 1, line.size()));
    const std::string& text = page->text;
    std::replace(page->text.begin(), page->text.end(), line_end, '\n');
    Article article;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const Span block{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (!block.empty()) article.blocks.push_back({BlockKind::paragraph, block});
        begin = end + 1;
    }
    const DocumentPtr document = Document::create(page, 0, std::move(article));
    const Words words =
        words::find_words(*document, std::make_shared<const NormalText>(normalise(text)), stages.clitics);
    const auto said = times::find(*document, words, stages.numerals, *stages.times);
    std::optional<DatedBy> reference;
    if (!date.empty()) reference = DatedBy{date, "stated", "the case states it"};
    Json out{{"times", Json::array()}, {"quantities", Json::array()}, {"numbers", Json::array()}};
    for (const Time& time : times::resolve(words, said, reference, *stages.times))
        out["times"].push_back({{"span", place(text, time.span)},
                                {"type", word(time.type)},
                                {"value", time.value},
                                {"mod", word(time.mod)}});
    for (const Quantity& item :
         quantities::find_quantities(*document, words, stages.numerals, stages.quantities))
        out["quantities"].push_back({{"span", place(text, item.span)},
                                     {"low", end_of(item.low)},
                                     {"high", end_of(item.high)},
                                     {"unit", item.unit},
                                     {"vague", item.vague}});
    for (std::uint32_t at = 0; at < words.words.size();) {
        const auto number = words::calculated_at(stages.numerals, words, at);
        at = number ? number->end : at + 1;
        if (number && !(number->ordinal && number->low == 0))  // "the last" has no number
            out["numbers"].push_back({{"span", place(text, number->span)},
                                      {"low", end_of(number->low)},
                                      {"high", end_of(number->high)},
                                      {"ordinal", number->ordinal},
                                      {"definite", number->definite}});
    }
    return out;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fputs("usage: isnad-expressions LEXICON < LINES\n", stderr);
        return 2;
    }
    const auto lexicon = lexicon::Lexicon::open(words[1]);
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", lexicon.error().text().c_str());
        return 1;
    }
    const Stages stages(lexicon.value());
    for (std::string line; std::getline(std::cin, line);)
        std::puts(read(line, stages).dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    return 0;
}
