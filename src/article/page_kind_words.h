// The phrases of lexicon/page_kinds.tsv in a line or a title.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "article/lines.h"
#include "lexicon/lexicon.h"

namespace isnad::article {

enum class PageWord : std::uint8_t { error, wall, list, gallery, live };

struct PageWordFound {
    PageWord kind = PageWord::error;
    bool weak = false;
    bool whole = false;  // the line says nothing else
};

class PageWordsFound {
  public:
    const std::optional<PageWordFound>& of(PageWord kind) const {
        return found_[static_cast<std::size_t>(kind)];
    }
    std::optional<PageWordFound>& of(PageWord kind) { return found_[static_cast<std::size_t>(kind)]; }

  private:
    std::array<std::optional<PageWordFound>, 5> found_;
};

class PageWords {
  public:
    explicit PageWords(const lexicon::Lexicon& lexicon);

    // For each kind the first phrase in a line, a sure one before a weak one. `words` are of the search form.
    PageWordsFound in(const Line& line) const;
    PageWordsFound in(const std::vector<std::string_view>& words) const;

  private:
    std::optional<PageWord> kind_of(const lexicon::Entry& entry) const;

    const lexicon::Lexicon& lexicon_;
    std::optional<lexicon::TableId> table_;
    std::size_t kind_ = 0, match_ = 0, flags_ = 0;
};

}  // namespace isnad::article
