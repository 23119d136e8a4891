// Which lines are chrome: phrases of lexicon/chrome.tsv, and what only the shape of a line tells.
#pragma once

#include <optional>

#include "article/lines.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace isnad::article {

// What a line is, as far as it tells by itself.
struct Mark {
    ChromeKind kind = ChromeKind::other;
    bool caption = false;   // a photo's caption or credit: kept with the article
    bool alone = false;     // nothing stands on the line but the phrase
    std::size_t words = 0;  // how many words of the line the phrase takes
};

class ChromeMarks {
  public:
    explicit ChromeMarks(const lexicon::Lexicon& lexicon);

    // The mark of a line, or nothing for a line that may belong to an article.
    std::optional<Mark> of(const Line& line, const Page& page) const;

    // Whether a short line is little more than a date: it has a month's name, or digits in the shape of a
    // date.
    bool is_date_line(const Line& line) const;

  private:
    std::optional<Mark> phrase(const Line& line) const;
    std::optional<Mark> mark_at(const Line& line, const lexicon::Entry& entry, std::size_t first,
                                std::size_t end) const;
    std::optional<Mark> menu(const Line& line) const;
    bool is_caption_by_credit(const Line& line, const Page& page) const;
    bool holds_month(const Line& line) const;

    const lexicon::Lexicon& lexicon_;
    std::optional<lexicon::TableId> table_, months_;
    std::size_t kind_ = 0, match_ = 0, flags_ = 0;
};

}  // namespace isnad::article
