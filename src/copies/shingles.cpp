#include "copies/shingles.h"

#include <algorithm>

#include "base/hash.h"

namespace isnad::copies {
namespace {

// Longer documents are compared by their beginning: what a copy of a book shares shows long before.
constexpr std::size_t most_words = 100'000;

bool is_body(BlockKind kind) {
    return kind == BlockKind::paragraph || kind == BlockKind::deck || kind == BlockKind::subheading;
}

bool has_body(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const Block& block) { return block.kind == BlockKind::paragraph; });
}

bool only_space(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

void mark_quoted(const Analysis& analysis, CopyText& text) {
    for (const Statement& statement : analysis.statements) {
        if (statement.kind != StatementKind::direct) continue;
        const auto before = [](Span span, std::uint32_t at) { return span.begin < at; };
        auto word = std::lower_bound(text.spans.begin(), text.spans.end(), statement.span.begin, before);
        for (; word != text.spans.end() && word->end <= statement.span.end; ++word)
            text.quoted[static_cast<std::size_t>(word - text.spans.begin())] = true;
    }
}

void add_shingles(CopyText& text) {
    const std::size_t size = std::min(shingle_words, text.words.size());
    for (std::size_t at = 0; size > 0 && at + size <= text.words.size(); ++at) {
        std::uint64_t hash = size;
        for (std::size_t i = 0; i < size; ++i) hash = hash_join(hash, text.words[at + i]);
        text.shingles.push_back(hash);
    }
    text.set = text.shingles;
    std::sort(text.set.begin(), text.set.end());
    text.set.erase(std::unique(text.set.begin(), text.set.end()), text.set.end());
}

}  // namespace

CopyText copy_text(const Analysis& analysis) {
    CopyText text;
    const Document& document = *analysis.document;
    const bool body = has_body(document.blocks());
    std::uint32_t block = UINT32_MAX;
    for (const Word& word : analysis.words.words) {
        if (word.kind == WordKind::punctuation || text.words.size() == most_words) continue;
        if (word.block >= document.blocks().size()) continue;
        const Block& place = document.blocks()[word.block];
        if (body && !is_body(place.kind)) continue;
        bool starts = text.words.empty();
        if (!starts && word.block != block) {
            const std::uint32_t end = document.blocks()[block].span.end;
            starts = end > place.span.begin || !only_space(document.text({end, place.span.begin}));
        }
        block = word.block;
        text.words.push_back(hash_bytes(analysis.words.search(word)));
        text.spans.push_back(word.span);
        text.starts.push_back(starts);
    }
    text.quoted.assign(text.words.size(), false);
    mark_quoted(analysis, text);
    add_shingles(text);
    return text;
}

}  // namespace isnad::copies
