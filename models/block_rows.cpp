// Pages -> rows of numbers of their blocks, to train models/article_blocks.tsv on: one JSON object a line.
// `isnad-block-rows LEXICON VARIANT FILE...`, or `-` for paths on stdin; `isnad-block-rows --columns`.
//
// Variants make a page harder than it is, so that the model does not lean on what one set of pages has: 0 as
// it is; 1 without names of elements; 2 some names lost or wrong; 3 also paragraphs in plain lines, without
// full stops; 4 as 2, most of the long lines taken out; 5 as 3, likewise.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "article/html_block_features.h"
#include "article/html_container.h"
#include "article/html_title.h"
#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "source/read_page.h"
#include "text/normalise.h"

namespace {

using namespace isnad;

// Chance that is the same on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    double next() {
        state_ = hash_join(state_, 77);
        return static_cast<double>(state_ >> 11) * 0x1p-53;
    }

  private:
    std::uint64_t state_;
};

class Variant {
  public:
    Variant(const Page& page, int kind)
        : page_(page), kind_(kind), dice_(hash_bytes(page.path, static_cast<std::uint64_t>(kind))) {}

    PagePtr run() {
        auto markup = std::make_shared<Markup>(*page_.markup);
        for (std::size_t i = 0; i < markup->blocks.size(); ++i) kept.push_back(i);
        auto out = std::make_shared<Page>(page_);
        if (kind_ >= 4) shorten(*markup);
        if (kind_ >= 1) rename(*markup);
        if (kind_ == 3 || kind_ == 5) flatten(*markup, out->text);
        out->markup = std::move(markup);
        return out;
    }

    std::vector<std::size_t> kept;  // blocks of the page that are left

  private:
    // Takes out most of the long lines, in runs: a shorter article.
    void shorten(Markup& markup) {
        const double stay = 0.1 + 0.5 * dice_.next();
        std::vector<MarkupBlock> blocks;
        std::vector<std::uint32_t> place;
        kept.clear();
        bool in = dice_.next() < stay;
        for (std::size_t i = 0; i < markup.blocks.size(); ++i) {
            place.push_back(static_cast<std::uint32_t>(blocks.size()));
            const MarkupBlock& block = markup.blocks[i];
            const std::string_view text = page_.slice(block.span);
            const auto words = std::count(text.begin(), text.end(), ' ') + 1;
            const bool is_long = words >= 12 && block.link_bytes * 3 < block.span.size();
            const bool may_go = (is_long || is_heading(block.tag)) && block.tag != TagKind::h1;
            if (may_go && dice_.next() < 0.25) in = dice_.next() < stay;
            if (may_go && !in) continue;
            blocks.push_back(block);
            kept.push_back(i);
        }
        place.push_back(static_cast<std::uint32_t>(blocks.size()));
        for (Container& container : markup.containers) {
            container.first_block = place[container.first_block];
            container.end_block = place[container.end_block];
        }
        markup.blocks = std::move(blocks);
    }

    void rename(Markup& markup) {
        const bool plain = kind_ == 3 || kind_ == 5;
        const double lost = kind_ == 1 ? 1 : dice_.next() * 0.8, wrong = dice_.next() * 0.05;
        for (Container& container : markup.containers) {
            if (dice_.next() < lost) container.hints = 0;
            if (kind_ > 1 && dice_.next() < wrong)
                container.hints |= 1u << static_cast<int>(dice_.next() * 16);
            if (plain && dice_.next() < 0.8) container.inside = 0;
        }
        for (MarkupBlock& block : markup.blocks) {
            block.hints = block.inside = 0;
            for (std::uint32_t at = block.container; at != no_container; at = markup.containers[at].parent) {
                block.hints |= markup.containers[at].hints;
                block.inside |= markup.containers[at].inside;
            }
        }
    }

    void flatten(Markup& markup, std::string& text) {
        for (MarkupBlock& block : markup.blocks) {
            if (block.tag == TagKind::paragraph || dice_.next() < 0.5) block.tag = TagKind::other;
            char& last = text[block.span.end - 1];
            if (last == '.' && dice_.next() < 0.8) last = ' ';
        }
    }

    const Page& page_;
    int kind_;
    Dice dice_;
};

void put_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    out += '"';
}

template <class Values, class Put>
void put_list(std::string& out, std::string_view name, const Values& values, Put put) {
    out += ", \"" + std::string(name) + "\": [";
    bool first = true;
    for (const auto& value : values) {
        if (!first) out += ", ";
        first = false;
        put(value);
    }
    out += ']';
}

void put_page(std::string& out, const Page& page, const std::vector<std::size_t>& kept,
              const lexicon::Lexicon& lexicon) {
    const NormalText normal = normalise(page.text);
    const article::ChromeMarks marks(lexicon);
    const article::PageFeatures features = article::features_of(page, normal, marks);
    const auto chosen = article::choose_container(*page.markup, features);
    const std::uint32_t body = chosen ? page.markup->containers[*chosen].first_block : 0;
    const auto title = article::find_title(*page.markup, features, body);
    const article::BlockRows rows = article::rows_of_blocks(page, features, chosen, title);
    out += "{\"path\": ";
    put_string(out, page.path);
    put_list(out, "texts", page.markup->blocks,
             [&](const MarkupBlock& block) { put_string(out, page.slice(block.span)); });
    put_list(out, "kept", kept, [&](std::size_t i) { out += std::to_string(i); });
    put_list(out, "rows", rows.values, [&](float value) {
        char number[32];
        std::snprintf(number, sizeof number, "%.6g", static_cast<double>(value));
        out += number;
    });
    out += "}\n";
}

void read(const std::string& path, int variant, const lexicon::Lexicon& lexicon) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    source::Origin origin;
    origin.path = path;
    const PagePtr page = source::read_page(std::move(bytes), std::move(origin));
    if (!page->has_markup()) return;
    Variant made(*page, variant);
    const PagePtr varied = made.run();
    if (varied->markup->blocks.empty()) return;
    std::string out;
    put_page(out, *varied, made.kept, lexicon);
    std::fwrite(out.data(), 1, out.size(), stdout);
}

}  // namespace

int main(int count, char** words) {
    if (count == 2 && std::string_view(words[1]) == "--columns") {
        for (const std::string& name : isnad::article::block_columns()) std::printf("%s\n", name.c_str());
        return 0;
    }
    if (count < 4) {
        std::fputs("usage: isnad-block-rows LEXICON VARIANT FILE... | -\n       isnad-block-rows --columns\n",
                   stderr);
        return 2;
    }
    const auto lexicon = isnad::lexicon::Lexicon::open(words[1]);
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", lexicon.error().text().c_str());
        return 1;
    }
    const int variant = std::atoi(words[2]);
    std::string path;
    for (int i = 3; i < count; ++i) {
        if (std::string_view(words[i]) != "-") {
            read(words[i], variant, *lexicon.value());
            continue;
        }
        while (std::getline(std::cin, path)) read(path, variant, *lexicon.value());
    }
    return 0;
}
