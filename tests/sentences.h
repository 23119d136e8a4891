// Sentences for table tests of the language room: read into words with the lexicon of the build, marked in
// brackets.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>

#include "language/words/words.h"

namespace isnad {

inline const lexicon::LexiconPtr& test_lexicon() {
    static const lexicon::LexiconPtr lexicon = [] {
        auto opened = lexicon::Lexicon::open(ISNAD_LEXICON);
        EXPECT_TRUE(opened) << opened.error().text();
        return opened.value();
    }();
    return lexicon;
}

inline const words::Clitics& test_clitics() {
    static const words::Clitics clitics(test_lexicon());
    return clitics;
}

struct ReadText {
    DocumentPtr document;
    Words words;
};

// How much of a hostile text is made: all of it, or an eighth under sanitizers, which take many times as
// long.
inline std::size_t hostile_bytes(std::size_t all) {
#ifdef ISNAD_SANITIZED
    return all / 8;
#else
    return all;
#endif
}

// A text of which every line that is not empty is a paragraph.
inline ReadText read_text(const std::string& text) {
    auto page = std::make_shared<Page>();
    page->text = text;
    Article article;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (!line.empty()) article.blocks.push_back({BlockKind::paragraph, line});
        begin = end + 1;
    }
    ReadText out;
    out.document = Document::create(page, 0, std::move(article));
    out.words =
        words::find_words(*out.document, std::make_shared<const NormalText>(normalise(text)), test_clitics());
    return out;
}

inline std::string without_brackets(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '[' && c != ']') out += c;
    }
    return out;
}

// The text with brackets around spans, which stand in order and apart.
template <class Spans>
std::string with_brackets(const std::string& text, const Spans& spans) {
    std::string out;
    std::uint32_t at = 0;
    for (const Span span : spans) {
        out += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.size()) + "]";
        at = span.end;
    }
    return out + text.substr(at);
}

// "15", "7.5", "inf".
inline std::string shown_number(double value) {
    if (std::isinf(value)) return "inf";
    std::string out = std::to_string(value);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

}  // namespace isnad
