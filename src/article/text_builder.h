// An article of a page that lost its structure, while its lines come in.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "article/text_break.h"
#include "model/document.h"

namespace isnad::article {

class TextBuilder {
  public:
    TextBuilder(const Page& page, const ContentWords& content)
        : page_(page), content_(content), before_(content) {}

    void add(BlockKind kind, const Line& line);
    void add_date_line(Span line) { article_.date_lines.push_back(line); }

    const ArticleWords& before() const { return before_; }
    bool has_title() const { return has_title_; }
    std::size_t paragraphs() const { return paragraphs_.size(); }
    const std::vector<const Line*>& lines() const { return paragraphs_; }
    std::size_t subheadings() const { return subheadings_; }
    // The share of the words of a line that the article holds, 1 for a line without content words.
    double share_met(const Line& line) const;
    // A lede that shares less than this with the article and does not go on from it.
    bool is_foreign(const Line& line, double share) const;
    // Prose behind a source line or keywords that goes on with the article.
    bool resumes(const Line& line) const;

    // The article, if there is enough of it (`first`: no other stands before it on the page). What does not
    // belong to it goes to `left`, all of it where there is none. Empties the builder.
    std::optional<Article> close(bool first, std::vector<ChromeLine>& left);

    // No article after all: everything goes to `left`. Empties the builder.
    void discard(std::vector<ChromeLine>& left);

  private:
    bool is_article(bool first) const;
    void drop_foreign_end(std::vector<ChromeLine>& left);
    void mark_deck();

    const Page& page_;
    const ContentWords& content_;
    ArticleWords before_;
    Article article_;
    std::vector<const Line*> paragraphs_;
    std::size_t words_ = 0, subheadings_ = 0;
    bool has_title_ = false;
    bool goes_on_ = false;          // a long paragraph opens with a connector
    bool last_is_foreign_ = false;  // the last paragraph shares hardly a word with those before it
};

// The paragraphs that a page held so far, by their first words.
class ParagraphsMet {
  public:
    // Whether a paragraph was met, or one that begins like it and is about as long; it counts as met from now
    // on.
    bool again(const Line& line);

  private:
    std::map<std::uint64_t, std::size_t> heads_;  // and their lengths in words
};

}  // namespace isnad::article
