// The phrases of lexicon/page_kinds.tsv in a line or a title.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::article {

enum class PageWord : std::uint8_t { error, wall, list, gallery, live };

struct PageWordFound {
    PageWord kind = PageWord::error;
    bool weak = false;
    bool whole = false;  // the line says nothing else
};

class PageWords {
  public:
    explicit PageWords(const lexicon::Lexicon& lexicon);

    // The first phrase of a kind in a line, a sure one before a weak one. `words` are of the search form.
    std::optional<PageWordFound> of(const std::vector<std::string_view>& words, PageWord kind) const;

  private:
    const lexicon::Lexicon& lexicon_;
    std::optional<lexicon::TableId> table_;
    std::size_t kind_ = 0, match_ = 0, flags_ = 0;
};

}  // namespace isnad::article
