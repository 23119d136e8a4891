#include "article/text_builder.h"

#include <algorithm>

#include "base/hash.h"

namespace isnad::article {
namespace {

constexpr std::size_t first_article_words = 14, further_article_words = 30, sure_words = 120;
constexpr std::size_t long_words = 18;    // of an unfinished paragraph that goes on from the one before
constexpr double foreign_share = 0.2;     // a paragraph that shares less is likely of another article
constexpr std::size_t foreign_after = 3;  // paragraphs before such an end
constexpr double resumed_share = 0.4;     // prose behind an end sign that goes on with the article
constexpr std::size_t repeated_words = 8, repeated_head = 14;

}  // namespace

void TextBuilder::add(BlockKind kind, const Line& line) {
    article_.blocks.push_back({kind, line.span});
    has_title_ = has_title_ || kind == BlockKind::title;
    if (kind == BlockKind::title) before_.set_title(line);
    subheadings_ += kind == BlockKind::subheading;
    if (kind != BlockKind::paragraph) return;
    last_is_foreign_ = is_foreign(line, foreign_share);
    goes_on_ = goes_on_ || (!paragraphs_.empty() && line.words.size() >= long_words &&
                            content_.opening(line, page_.slice(line.span)).connector);
    words_ += line.words.size();
    paragraphs_.push_back(&line);
    before_.add(line);
}

double TextBuilder::share_met(const Line& line) const {
    return before_.share_met(content_.stems(line, break_window));
}

bool TextBuilder::is_foreign(const Line& line, double share) const {
    return !content_.opening(line, page_.slice(line.span)).connector && share_met(line) < share;
}

bool TextBuilder::resumes(const Line& line) const {
    const double met = share_met(line);
    return met >= resumed_share ||
           (met >= resumed_share / 2 && content_.opening(line, page_.slice(line.span)).connector);
}

std::optional<Article> TextBuilder::close(bool first, std::vector<ChromeLine>& left) {
    drop_foreign_end(left);
    std::optional<Article> out;
    if (is_article(first)) {
        mark_deck();
        std::sort(article_.blocks.begin(), article_.blocks.end(),
                  [](const Block& a, const Block& b) { return a.span < b.span; });
        article_.role = first ? ArticleRole::main : ArticleRole::second;
        out = std::move(article_);
        article_ = {};
    }
    discard(left);
    return out;
}

void TextBuilder::discard(std::vector<ChromeLine>& left) {
    for (const Block& block : article_.blocks) left.push_back({ChromeKind::other, block.span});
    article_ = {};
    paragraphs_.clear();
    before_.clear();
    words_ = subheadings_ = 0;
    last_is_foreign_ = goes_on_ = has_title_ = false;
}

// Enough words, and enough finished paragraphs: long headlines one behind the other are a list.
bool TextBuilder::is_article(bool first) const {
    const auto finished = static_cast<std::size_t>(std::count_if(
        paragraphs_.begin(), paragraphs_.end(), [](const Line* line) { return line->ends_sentence; }));
    if (words_ < (first ? first_article_words : further_article_words)) return false;
    if (first) return finished > 0 || paragraphs_.size() == 1 || words_ >= sure_words || goes_on_;
    return finished * 2 >= paragraphs_.size() && (paragraphs_.size() > 1 || words_ >= sure_words / 2);
}

// The last paragraph may be the beginning of another page's article that the crawler cut off.
void TextBuilder::drop_foreign_end(std::vector<ChromeLine>& left) {
    if (paragraphs_.size() <= foreign_after || !last_is_foreign_ || paragraphs_.back()->ends_sentence) return;
    const Line& line = *paragraphs_.back();
    const Opening opening = content_.opening(line, page_.slice(line.span));
    if (!opening.dateline && !opening.saying) return;
    const auto block = std::find_if(article_.blocks.begin(), article_.blocks.end(),
                                    [&](const Block& b) { return b.span == line.span; });
    if (block == article_.blocks.end()) return;
    article_.blocks.erase(block);
    paragraphs_.pop_back();
    words_ -= line.words.size();
    left.push_back({ChromeKind::related, line.span});
}

// A first paragraph that an empty line divides from a body without empty lines is the deck.
void TextBuilder::mark_deck() {
    if (paragraphs_.size() < 4 || paragraphs_[0]->blank_before || !paragraphs_[1]->blank_before) return;
    const auto blanks = std::count_if(paragraphs_.begin() + 2, paragraphs_.end(),
                                      [](const Line* line) { return line->blank_before; });
    if (static_cast<std::size_t>(blanks) * 10 > paragraphs_.size()) return;
    for (Block& block : article_.blocks) {
        if (block.span == paragraphs_[0]->span) block.kind = BlockKind::deck;
    }
}

bool ParagraphsMet::again(const Line& line) {
    if (line.words.size() < repeated_words) return false;
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < std::min(line.words.size(), repeated_head); ++i)
        head = hash_join(head, hash_bytes(line.words[i]));
    const auto [known, fresh] = heads_.emplace(head, line.words.size());
    if (fresh) return false;
    const std::size_t size = known->second;
    return line.words.size() <= size + std::max<std::size_t>(2, size / 4);
}

}  // namespace isnad::article
