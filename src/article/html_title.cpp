#include "article/html_title.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/normalise.h"

namespace isnad::article {
namespace {

constexpr std::size_t least_title_words = 2, most_title_words = 45;
constexpr int enough_rank = 3;

// A title of the metadata, ready to be compared.
struct Stated {
    std::string normal;
    std::vector<std::string_view> words;
};

std::vector<Stated> stated_titles(const Markup& markup) {
    std::vector<Stated> out;
    for (const MetaFact& fact : markup.facts) {
        if (fact.field != MetaField::title || out.size() >= 16) continue;
        out.push_back({search_form(fact.value), {}});
    }
    for (Stated& title : out) title.words = lexicon::words_of(title.normal);
    return out;
}

// How well a block is what a field states: all of it, or the headline before or behind the name of the site.
int likeness(const std::vector<std::string_view>& block, const std::vector<std::string_view>& stated) {
    if (block == stated) return 10;
    if (block.size() < 3 || block.size() > stated.size() || block.size() * 5 < stated.size() * 2) return 0;
    const bool begins = std::equal(block.begin(), block.end(), stated.begin());
    const bool ends = std::equal(block.rbegin(), block.rend(), stated.rbegin());
    return begins || ends ? 8 : 0;
}

int rank_of_tag(TagKind tag) {
    if (tag == TagKind::h1) return 5;
    if (tag == TagKind::h2) return 3;
    return is_heading(tag) ? 2 : 0;
}

}  // namespace

bool is_same_text(const BlockFeatures& a, const BlockFeatures& b) { return a.line.words == b.line.words; }

std::optional<std::uint32_t> find_title(const Markup& markup, const PageFeatures& features,
                                        std::uint32_t body) {
    const std::vector<Stated> titles = stated_titles(markup);
    std::optional<std::uint32_t> best;
    int best_rank = 0;
    for (std::uint32_t i = 0; i < markup.blocks.size(); ++i) {
        const MarkupBlock& block = markup.blocks[i];
        const BlockFeatures& f = features.blocks[i];
        const std::size_t words = f.line.words.size();
        if (words < least_title_words || words > most_title_words) continue;
        int rank = rank_of_tag(block.tag);
        int like = 0;
        for (const Stated& title : titles) like = std::max(like, likeness(f.line.words, title.words));
        if ((block.hints & hint::title) != 0) rank += 2;
        if (f.outside) rank -= 4;
        if (i > body) rank -= like > 0 ? 4 : 12;
        rank += like;
        if (rank >= enough_rank && (rank > best_rank || (rank == best_rank && i <= body && like == 0))) {
            best_rank = rank;
            best = i;
        }
    }
    return best;
}

}  // namespace isnad::article
