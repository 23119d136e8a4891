// Words -> their ways of being taken apart, to train models/segmentation.tsv on and to score it.
//
//   isnad-segmentation-rows LEXICON rows           the rows of the table, with their first number
//   isnad-segmentation-rows LEXICON ways < WORDS   a word a line: its ways, then an empty line; a way is its
//                                                  pieces, a tab, and the numbers of its evidence
//   isnad-segmentation-rows LEXICON split < TEXT   running text, a sentence a line: its words in pieces,
//                                                  those that touch divided by U+0001
//   isnad-segmentation-rows LEXICON lemmas < TEXT  as split, behind each word U+0002 and its lemma
//   candidates,
//                                                  divided by commas; first its part of speech
//   isnad-segmentation-rows LEXICON sentences < TEXT   a text a line: its sentences, divided by U+0001
//
// Pieces stand in analysis form with '+' between them: conjunction, preposition or future, the stem with its
// article, the pronoun.
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "language/words/clitics.h"
#include "language/words/lemmas.h"
#include "language/words/part_of_speech.h"
#include "language/words/words.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "text/normalise.h"

namespace {

using namespace isnad;
using namespace isnad::words;

std::size_t number_of(Evidence evidence, std::size_t clitic) {
    return (static_cast<std::size_t>(evidence) * enclitics + clitic) * buckets;
}

void print_rows() {
    for (std::size_t kind = 0; kind < evidences; ++kind) {
        const auto evidence = static_cast<Evidence>(kind);
        const std::size_t clitics = evidence == Evidence::shape ? 1
                                    : is_of_proclitic(evidence) ? proclitics
                                                                : enclitics;
        for (std::size_t i = 0; i < clitics; ++i)
            std::printf("%zu\t%s\n", number_of(evidence, i), row_name(evidence, i).c_str());
    }
}

std::string pieces(std::string_view form, bool conjunction, bool second, std::size_t enclitic) {
    std::string out;
    std::size_t at = 0;
    for (const bool taken : {conjunction, second}) {
        if (!taken) continue;
        out.append(form.substr(at, 2)).append("+");
        at += 2;
    }
    out.append(form.substr(at, form.size() - at - enclitic));
    if (enclitic > 0) out.append("+").append(form.substr(form.size() - enclitic));
    return out;
}

void print_ways(const std::string& line, const WordFacts& facts) {
    const NormalText normal = normalise(line);
    const std::string_view form = normal.analysis();
    if (form.size() > SegmentFeatures::longest_word || form.empty()) {
        std::puts("");
        return;
    }
    SegmentFeatures features(facts, normal.search(), form);
    SegmentFeatures::List list{};
    for (const Segments& way : SegmentsOfWord(form)) {
        std::string out = pieces_of(form, way) + '\t';
        const std::size_t size = features.of(way, list);
        for (std::size_t i = 0; i < size; ++i)
            out += std::to_string(number_of(list[i].evidence, list[i].clitic) + list[i].bucket) + ' ';
        std::puts(out.c_str());
    }
    std::puts("");
}

struct Read {
    DocumentPtr document;
    Words words;
};

Read read(const std::string& line, const Clitics& clitics) {
    auto page = std::make_shared<Page>();
    page->text = line;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(line.size())}});
    Read out{Document::create(page, 0, std::move(article)), {}};
    out.words = find_words(*out.document, std::make_shared<const NormalText>(normalise(page->text)), clitics);
    return out;
}

void print_split(const Words& words, const Clitics* lemmas) {
    std::string out;
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < words.words.size(); ++i) {
        const Word& word = words.words[i];
        const bool conjunction = (word.proclitics & proclitic::conjunction) != 0;
        const bool second = (word.proclitics & (proclitic::preposition | proclitic::future)) != 0;
        if (!out.empty()) out += word.normal.begin > end ? ' ' : '\x01';
        end = word.normal.end;
        out += word.kind == WordKind::arabic
                   ? pieces(words.analysis(word), conjunction, second, word.enclitic)
                   : std::string(words.analysis(word));
        if (lemmas == nullptr) continue;
        out.append("\x02").append(name_of(part_of_speech(words, i, *lemmas)));
        const char divider = ',';
        for (const std::string& lemma : lemma_candidates(words, i, *lemmas)) {
            out += divider + lemma;
        }
    }
    std::puts(out.c_str());
}

void print_sentences(const std::string& line, const Words& words) {
    std::string out;
    std::uint32_t at = 0;
    for (const Sentence& sentence : words.sentences) {
        if (!out.empty()) out += '\x01';
        out += line.substr(at, sentence.span.end - at);
        at = sentence.span.end;
    }
    std::puts(out.c_str());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: isnad-segmentation-rows LEXICON rows|ways|split|lemmas|sentences\n", stderr);
        return 2;
    }
    const auto lexicon = lexicon::Lexicon::open(arguments[1]);
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", lexicon.error().text().c_str());
        return 1;
    }
    const std::string_view task = arguments[2];
    if (task == "rows") {
        print_rows();
        return 0;
    }
    const Clitics clitics(lexicon.value());
    for (std::string line; std::getline(std::cin, line);) {
        if (task == "ways")
            print_ways(line, clitics.facts());
        else if (task == "sentences")
            print_sentences(line, read(line, clitics).words);
        else
            print_split(read(line, clitics).words, task == "lemmas" ? &clitics : nullptr);
    }
    return 0;
}
