// Texts with names, as the corpora give them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "language/names/tags.h"
#include "text/span.h"

namespace isnad::names::training {

// Spans in bytes.
struct Text {
    std::string text;
    std::vector<Span> lines;
    struct Mark {
        Span span;
        std::size_t begin_tag = 0;
    };
    std::vector<Mark> marks;
    std::vector<std::pair<Span, std::string>> tokens;  // of CoNLL corpora
    Convention convention = Convention::ours;
};

// FILE.conll: a word and its tag a line, sentences parted by empty lines, ANERcorp's conventions; `chunk`
// sentences make a document. FILE.list: paths of texts, each beside its FILE.gold with lines "begin end type"
// in code points, our conventions.
std::vector<Text> read_texts(const std::string& path, std::size_t chunk);

}  // namespace isnad::names::training
