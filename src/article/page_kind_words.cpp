#include "article/page_kind_words.h"

#include <algorithm>

#include "article/chrome_phrases.h"

namespace isnad::article {
namespace {

constexpr std::array page_words{PageWord::error, PageWord::wall, PageWord::list, PageWord::gallery,
                                PageWord::live};
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

}  // namespace

PageWords::PageWords(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon), table_(lexicon.table("page_kinds")) {
    if (!table_) return;
    kind_ = lexicon.column(*table_, "kind");
    match_ = lexicon.column(*table_, "match");
    flags_ = lexicon.column(*table_, "flags");
}

std::optional<PageWord> PageWords::kind_of(const lexicon::Entry& entry) const {
    const std::string_view named = lexicon_.cell(entry, kind_);
    for (const PageWord kind : page_words) {
        if (named == name_of(kind)) return kind;
    }
    return std::nullopt;
}

PageWordsFound PageWords::in(const std::vector<std::string_view>& words) const {
    Line line;
    line.set_words(words);
    return in(line);
}

PageWordsFound PageWords::in(const Line& line) const {
    PageWordsFound out;
    const auto& words = line.words;
    if (!table_ || words.size() > longest_line) return out;
    for (std::size_t first = 0; first < words.size(); ++first) {
        each_phrase(lexicon_, line, first, [&](const lexicon::Entry& entry, std::size_t end) {
            const auto kind = entry.table == *table_ ? kind_of(entry) : std::nullopt;
            if (!kind) return;
            const bool rest =
                std::all_of(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(), is_number);
            const bool before =
                std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first), is_number);
            const std::string_view match = lexicon_.cell(entry, match_);
            if (match == "line" ? !(rest && before) : match == "start" && first != 0) return;
            const bool weak = lexicon::Lexicon::has_flag(lexicon_.cell(entry, flags_), "weak");
            std::optional<PageWordFound>& best = out.of(*kind);
            if (!best || (best->weak && !weak)) best = PageWordFound{*kind, weak, rest && before};
        });
    }
    return out;
}

}  // namespace isnad::article
