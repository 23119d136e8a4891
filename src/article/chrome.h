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
    bool caption = false;               // a photo's caption or credit: kept with the article
    bool alone = false;                 // nothing stands on the line but the phrase
    std::size_t words = 0;              // how many words of the line the phrase takes
    PageKind page = PageKind::article;  // error or wall: what the line says of its page
};

// A phrase of chrome inside running text.
struct InlineMark {
    ChromeKind kind = ChromeKind::other;
    std::size_t first = 0, end = 0;  // words of the line
    std::size_t glued = 0;  // bytes of the word behind it that still belong to it: no space divides them
};

// A phrase of lexicon/chrome.tsv at words [first, end) of a line.
struct ChromePhrase {
    std::size_t first = 0, end = 0;
    const lexicon::Entry* entry = nullptr;
};

class ChromeMarks {
  public:
    explicit ChromeMarks(const lexicon::Lexicon& lexicon);

    // The mark of a line, or nothing for a line that may belong to an article.
    std::optional<Mark> of(const Line& line, const Page& page) const;

    // Whether a short line is little more than a date: it has a month's name, or digits in the shape of a
    // date.
    bool is_date_line(const Line& line) const;

    // The next phrase in running text from a word on, and a phrase that ends the line.
    std::optional<InlineMark> inline_mark(const Line& line, std::size_t from) const;
    std::optional<InlineMark> end_mark(const Line& line) const;

    // The words of a date that begin at a word: "Sunday 12 March 2024 10:30 pm". Nothing without day, month
    // and year.
    std::size_t date_length(const Line& line, std::size_t from) const;

    // The words of the longest name of a section or menu that begins at a word, 0 for none.
    std::size_t navigation_words(const Line& line, std::size_t first) const;

    // Whether all words of a short line are the name of an agency or outlet, and nothing else.
    bool is_source_name(const Line& line) const;
    // Where the news come from: "Baghdad / al-Zawraa", "Rabat - Morocco Today".
    bool is_dateline(const Line& line, const Page& page) const;

    // Whether a word is the letter waw and a verb of saying: "and he said".
    bool opens_sentence(std::string_view word) const;

  private:
    std::vector<ChromePhrase> phrases_in(const Line& line) const;
    std::optional<Mark> phrase(const Line& line, const Page& page,
                               const std::vector<ChromePhrase>& phrases) const;
    std::optional<Mark> mark_at(const Line& line, const Page& page, const lexicon::Entry& entry,
                                std::size_t first, std::size_t end) const;
    bool has_sign(const Line& line, const Page& page, const lexicon::Entry& entry, std::size_t first,
                  std::size_t end) const;
    std::optional<Mark> menu(const Line& line, const std::vector<ChromePhrase>& found) const;
    std::optional<Mark> solicitation(const Line& line, const std::vector<ChromePhrase>& found) const;
    bool is_caption_by_credit(const Line& line, const Page& page) const;
    bool holds_month(const Line& line) const;
    std::optional<InlineMark> inline_at(const Line& line, std::size_t first) const;
    std::size_t covered(const Line& line, std::size_t first,
                        const std::vector<lexicon::TableId>& tables) const;

    const lexicon::Lexicon& lexicon_;
    std::optional<lexicon::TableId> table_, months_;
    std::vector<lexicon::TableId> sources_, places_, times_, saying_;
    std::size_t kind_ = 0, match_ = 0, flags_ = 0;
};

}  // namespace isnad::article
