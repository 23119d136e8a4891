// Pages -> their article text, without the layers of language: one JSON object a line, for the speed of
// extraction alone (quality/extraction.py). `isnad-extract LEXICON FILE...`, or `-` for paths on stdin.
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "article/articles.h"
#include "article/html_block_model.h"
#include "base/files.h"
#include "base/limits.h"
#include "lexicon/lexicon.h"
#include "source/read_page.h"
#include "text/normalise.h"

namespace {

using namespace isnad;
using Json = nlohmann::ordered_json;

const char* word(BlockKind kind) {
    switch (kind) {
        case BlockKind::title: return "title";
        case BlockKind::deck: return "deck";
        case BlockKind::subheading: return "subheading";
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::caption: return "caption";
    }
    return "";
}

// False when the file cannot be read.
bool extract(const std::string& path, const lexicon::Lexicon& lexicon, const article::BlockModel& model) {
    auto file = read_file(path, limits::page_bytes);
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().text().c_str());
        return false;
    }
    source::Origin origin;
    origin.path = path;
    const PagePtr page = source::read_page(std::move(file.value().bytes), std::move(origin));
    const article::ArticlesOfPage found =
        article::find_articles(*page, normalise(page->text), lexicon, model);
    Json out{{"path", path}, {"articles", found.articles.size()}, {"blocks", Json::array()}};
    for (const Article& article : found.articles) {
        for (const Block& block : article.blocks)
            out["blocks"].push_back({{"kind", word(block.kind)}, {"text", page->slice(block.span)}});
    }
    std::puts(out.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    return true;
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: isnad-extract LEXICON FILE... | -\n", stderr);
        return 2;
    }
    const auto lexicon = lexicon::Lexicon::open(words[1]);
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", lexicon.error().text().c_str());
        return 1;
    }
    const article::BlockModel model(*lexicon.value());
    bool all = true;
    for (int i = 2; i < count; ++i) {
        std::string path = words[i];
        if (path != "-") {
            all = extract(path, *lexicon.value(), model) && all;
            continue;
        }
        while (std::getline(std::cin, path)) all = extract(path, *lexicon.value(), model) && all;
    }
    return all ? 0 : 1;
}
