// Where a page that lost its structure goes over from one article to the next without saying so. A short line
// between finished paragraphs is a sub-heading far more often than a new headline; the signs that tell them
// apart are weighed here: whether the words that follow were met before (lexical cohesion, after Hearst's
// TextTiling, 1997), whether the paragraph opens as a lede, whether names are introduced again.
#pragma once

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "article/lines.h"
#include "article/text_words.h"

namespace isnad::article {

// The words of the article that is being read.
class ArticleWords {
  public:
    explicit ArticleWords(const ContentWords& content) : content_(content) {}

    void add(const Line& line);
    void set_title(const Line& line);
    void clear();

    std::size_t words() const { return words_; }
    // The share of these stems that were met, 1 for none.
    double share_met(const std::vector<Stem>& stems) const;
    double share_in_title(const std::vector<Stem>& stems) const;
    // The share of the title's words that stand among these.
    double share_of_title(const std::vector<Stem>& stems) const;
    // Names introduced again: two words that were met together, the second of them also alone.
    std::size_t introduced_again(const Line& line) const;

  private:
    const ContentWords& content_;
    std::size_t words_ = 0;
    std::unordered_set<Stem> stems_, title_;
    std::unordered_map<std::uint64_t, std::uint32_t> singles_, pairs_;
};

// What is known of a place where an article may end.
struct BreakPlace {
    const Line* headline = nullptr;
    std::vector<const Line*> after;  // the prose that follows, as far as it is looked at
    bool dated = false;              // a date line or byline stands beside the headline
    bool ended = false;              // a source line, keywords or the like stand before it
    bool repeated = false;           // the headline stands there twice
    std::size_t subheadings = 0;     // of the article so far
    std::size_t words_left = 0;      // of prose on the page
};

inline constexpr std::size_t break_window = 120;  // words that are looked at behind a headline

// The signs of a break, each between 0 and 1, in the order of their weights.
using BreakSigns = std::array<double, 21>;

BreakSigns break_signs(const BreakPlace& place, const ArticleWords& before, const ContentWords& content,
                       std::string_view text);

// How likely it is that another article begins, 0 to 1. The weights were fitted by logistic regression on
// real articles put behind one another with their own sub-headings.
double break_likelihood(const BreakSigns& signs);

}  // namespace isnad::article
