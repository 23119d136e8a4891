// Pages -> their article text, without the layers of language: one JSON object a line, for the scorer of the
// extraction (quality/extraction.py). `isnad-extract LEXICON FILE...`, or `-` for paths on stdin.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "article/articles.h"
#include "article/html_block_features.h"
#include "article/html_container.h"
#include "article/html_title.h"
#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "source/read_page.h"
#include "text/normalise.h"

namespace {

using namespace isnad;

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

void put_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < ' ') {
            out += ' ';
        } else {
            out += c;
        }
    }
    out += '"';
}

void put_page(std::string& out, const Page& page, const article::ArticlesOfPage& found) {
    out += "{\"path\": ";
    put_string(out, page.path);
    out += ", \"articles\": " + std::to_string(found.articles.size()) + ", \"blocks\": [";
    bool first = true;
    for (const Article& article : found.articles) {
        for (const Block& block : article.blocks) {
            out += first ? "{\"kind\": \"" : ", {\"kind\": \"";
            first = false;
            out += word(block.kind);
            out += "\", \"text\": ";
            put_string(out, page.slice(block.span));
            out += '}';
        }
    }
    out += "]}\n";
}

bool blocks_wanted = false;
int mutation = 0;
std::vector<std::size_t> kept;

// What the model is trained on: the text of every block and its row of numbers.
void put_blocks(std::string& out, const Page& page, const lexicon::Lexicon& lexicon) {
    const NormalText normal = normalise(page.text);
    const article::ChromeMarks marks(lexicon);
    const article::PageFeatures features = article::features_of(page, normal, marks);
    const auto chosen = article::choose_container(*page.markup, features);
    const auto title = article::find_title(*page.markup, features,
                                           chosen ? page.markup->containers[*chosen].first_block : 0);
    const article::BlockRows rows = article::rows_of_blocks(page, features, chosen, title);
    out += "{\"path\": ";
    put_string(out, page.path);
    out += ", \"texts\": [";
    for (std::size_t i = 0; i < page.markup->blocks.size(); ++i) {
        if (i > 0) out += ", ";
        put_string(out, page.slice(page.markup->blocks[i].span));
    }
    out += "], \"kept\": [";
    for (std::size_t i = 0; i < page.markup->blocks.size(); ++i)
        out += (i > 0 ? ", " : "") + std::to_string(mutation ? kept[i] : i);
    out += "], \"marks\": [";
    for (std::size_t i = 0; i < page.markup->blocks.size(); ++i) {
        const auto& mark = features.blocks[i].mark;
        out += i > 0 ? ", " : "";
        out += mark && mark->words > 0 ? "1" : "0";
    }
    out += "], \"rows\": [";
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        if (i > 0) out += ", ";
        char number[32];
        std::snprintf(number, sizeof number, "%.5g", static_cast<double>(rows.values[i]));
        out += number;
    }
    out += "]}\n";
}

struct Dice {
    std::uint64_t state;
    double next() {
        state = isnad::hash_join(state, 77);
        return static_cast<double>(state >> 11) * 0x1p-53;
    }
};

// Takes out most of the long lines, in runs: a shorter article.
void shorten(Markup& markup, const Page& page, Dice& dice, std::vector<std::size_t>& left) {
    const double stay = .1 + .5 * dice.next();
    std::vector<MarkupBlock> blocks;
    std::vector<std::uint32_t> place;
    left.clear();
    bool in = dice.next() < stay;
    for (std::size_t i = 0; i < markup.blocks.size(); ++i) {
        place.push_back(static_cast<std::uint32_t>(blocks.size()));
        const MarkupBlock& b = markup.blocks[i];
        const std::string_view text = page.slice(b.span);
        const auto words = std::count(text.begin(), text.end(), ' ') + 1;
        const bool lng = (words >= 12 && b.link_bytes * 3 < b.span.size()) || is_heading(b.tag);
        if (lng && dice.next() < .25) in = dice.next() < stay;
        if (lng && !in && b.tag != TagKind::h1) continue;
        blocks.push_back(b);
        left.push_back(i);
    }
    place.push_back(static_cast<std::uint32_t>(blocks.size()));
    for (Container& c : markup.containers) {
        c.first_block = place[c.first_block];
        c.end_block = place[c.end_block];
    }
    markup.blocks = std::move(blocks);
}

PagePtr mutated(const Page& page, int kind) {
    auto copy = std::make_shared<Page>(page);
    copy->path += "~" + std::to_string(kind);
    auto markup = std::make_shared<Markup>(*page.markup);
    Dice dice{isnad::hash_bytes(page.path, static_cast<std::uint64_t>(kind))};
    const bool all = kind == 1 || kind == 2, plain = kind == 2 || kind == 4 || kind == 6;
    kept.resize(markup->blocks.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = i;
    if (kind >= 5) shorten(*markup, page, dice, kept);
    const double lost = dice.next() * .8, wrong = dice.next() * .05;
    for (Container& c : markup->containers) {
        if (all || dice.next() < lost) c.hints = 0;
        if (kind >= 3 && dice.next() < wrong) c.hints |= 1u << static_cast<int>(dice.next() * 16);
        if (plain && dice.next() < .8) c.inside = 0;
    }
    for (MarkupBlock& b : markup->blocks) {
        b.hints = b.inside = 0;
        for (std::uint32_t at = b.container; at != no_container; at = markup->containers[at].parent) {
            b.hints |= markup->containers[at].hints;
            b.inside |= markup->containers[at].inside;
        }
        if (plain && (b.tag == TagKind::paragraph || dice.next() < .5)) b.tag = TagKind::other;
    }
    if (plain && kind != 2) {
        for (const MarkupBlock& b : markup->blocks) {
            if (copy->text[b.span.end - 1] == '.' && dice.next() < .8) copy->text[b.span.end - 1] = ' ';
        }
    }
    copy->markup = std::move(markup);
    return copy;
}

void extract(const std::string& path, const lexicon::Lexicon& lexicon, std::string& out) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    source::Origin origin;
    origin.path = path;
    const PagePtr page = source::read_page(std::move(bytes), std::move(origin));
    if (blocks_wanted) {
        if (page->has_markup()) put_blocks(out, mutation ? *mutated(*page, mutation) : *page, lexicon);
        return;
    }
    put_page(out, *page, article::find_articles(*page, normalise(page->text), lexicon));
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: isnad-extract LEXICON FILE... | -\n", stderr);
        return 2;
    }
    const auto lexicon = isnad::lexicon::Lexicon::open(words[1]);
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", lexicon.error().text().c_str());
        return 1;
    }
    std::string out, path;
    for (int i = 2; i < count; ++i) {
        if (std::string_view(words[i]).starts_with("--blocks")) {
            mutation = words[i][8] != 0 ? words[i][8] - '0' : 0;
            blocks_wanted = true;
            continue;
        }
        if (std::string_view(words[i]) != "-") {
            extract(words[i], *lexicon.value(), out);
            continue;
        }
        while (std::getline(std::cin, path)) extract(path, *lexicon.value(), out);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    return 0;
}
