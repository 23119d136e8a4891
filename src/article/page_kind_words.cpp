#include "article/page_kind_words.h"

#include <algorithm>

namespace isnad::article {
namespace {

constexpr std::size_t longest_line = 40;  // words; a phrase says nothing about a longer line

std::string_view name_of(PageWord kind) {
    switch (kind) {
        case PageWord::error: return "error";
        case PageWord::wall: return "wall";
        case PageWord::list: return "list";
        case PageWord::gallery: return "gallery";
        case PageWord::live: return "live";
    }
    return {};
}

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

PageWords::PageWords(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon), table_(lexicon.table("page_kinds")) {
    if (!table_) return;
    kind_ = lexicon.column(*table_, "kind");
    match_ = lexicon.column(*table_, "match");
    flags_ = lexicon.column(*table_, "flags");
}

std::optional<PageWordFound> PageWords::of(const std::vector<std::string_view>& words, PageWord kind) const {
    std::optional<PageWordFound> best;
    if (!table_ || words.size() > longest_line) return best;
    for (std::size_t first = 0; first < words.size(); ++first) {
        lexicon::Phrase phrase;
        for (std::size_t next = first; next < words.size(); ++next) {
            phrase = phrase.then(words[next]);
            const lexicon::Found found = lexicon_.find(phrase);
            for (const lexicon::Entry& entry : found.entries) {
                if (entry.table != *table_ || lexicon_.cell(entry, kind_) != name_of(kind)) continue;
                const bool rest = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(next) + 1,
                                              words.end(), is_number);
                const bool before =
                    std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first), is_number);
                const std::string_view match = lexicon_.cell(entry, match_);
                if (match == "line" ? !(rest && before) : match == "start" && first != 0) continue;
                const bool weak = lexicon::Lexicon::has_flag(lexicon_.cell(entry, flags_), "weak");
                if (!best || (best->weak && !weak)) best = PageWordFound{kind, weak, rest && before};
            }
            if (!found.longer) break;
        }
    }
    return best;
}

}  // namespace isnad::article
