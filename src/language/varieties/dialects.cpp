#include "language/varieties/dialects.h"

#include <algorithm>
#include <array>

#include "lexicon/phrase.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::varieties {
namespace {

namespace l = letters;

constexpr std::size_t most_dialects = 16;
constexpr std::uint32_t needed = 2;          // what the signs of a sentence must weigh together
constexpr std::uint32_t long_sentence = 40;  // words for which that is too little; each as many ask for more
constexpr std::uint32_t least_words = 4;     // a shorter sentence tells nothing
constexpr std::uint32_t sure = 2,
                        least_sure = 2;    // signs without which the weak ones of an article do not count
constexpr double much = 0.3;               // the part of an article that makes it one in dialect
constexpr std::size_t least_marks = 3;     // different signs of an article
constexpr std::uint32_t common_verb = 30;  // occurrences that make a word one of the written language
constexpr std::uint32_t own_word = 3;      // how much more a word tells that no other region has
constexpr std::size_t letter = 2, least_verb = 4 * letter;
constexpr std::uint32_t most_words = 20'000;

bool opens_quote(char32_t c) {
    return c == l::left_guillemet || c == '(' || c == l::left_quote || c == l::low_quote;
}
bool closes_quote(char32_t c) { return c == l::right_guillemet || c == ')' || c == l::right_quote; }
bool ends_sentence(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == l::question_mark || c == l::ellipsis;
}

class DialectFinder {
  public:
    DialectFinder(const NormalText& normal, const words::Clitics& clitics, const Knowledge& knowledge)
        : text_(normal.search()), clitics_(clitics), knowledge_(knowledge) {}

    void read(NormalSpan block) {
        quoted_ = false;
        std::uint32_t at = block.begin;
        while (at < block.end && words_ < most_words) {
            const auto [c, size] = utf8::at(text_, at);
            if (l::is_arabic_letter(c)) {
                const std::uint32_t begin = at;
                while (at < block.end && l::is_arabic_letter(utf8::at(text_, at).value))
                    at += utf8::at(text_, at).size;
                add(text_.substr(begin, at - begin));
                continue;
            }
            note_sign(c);
            at += size;
        }
        close();
    }

    Dialect result() const {
        if (sentence_words_ == 0) return {};
        const std::uint32_t doubtful = sure_signs_ >= least_sure ? doubtful_words_ : 0;
        const double part = static_cast<double>(dialect_words_ + doubtful) / sentence_words_;
        const auto best = std::max_element(weights_.begin(), weights_.end());
        if (part < much || marks_.size() < least_marks) return {{}, part};
        return {knowledge_.dialects()[static_cast<std::size_t>(best - weights_.begin())], part};
    }

  private:
    void note_sign(char32_t c) {
        if (c == '"') quoted_ = !quoted_;
        if (opens_quote(c)) quoted_ = true;
        if (closes_quote(c)) quoted_ = false;
        if (ends_sentence(c)) close();
    }

    void add(std::string_view word) {
        ++words_;
        if (quoted_) return;
        ++here_words_;
        if (std::find(here_.begin(), here_.end(), word) != here_.end()) return;
        std::uint32_t weight = 0;
        const auto signs = knowledge_.dialect_words(word);
        for (const Sign sign : signs) weight = std::max(weight, tell(sign, signs.size() == 1));
        if (weight == 0) weight = add_verb(word);
        here_weight_ += weight;
        here_sure_ |= weight >= sure;
        sure_signs_ += weight >= sure;
        if (weight == 0) return;
        here_.push_back(word);
        const bool known = std::find(marks_.begin(), marks_.end(), word) != marks_.end();
        if (!known && marks_.size() < least_marks) marks_.push_back(word);
    }

    // A word of one region only tells it apart from the others.
    std::uint32_t tell(Sign sign, bool only) {
        if (sign.language < most_dialects) weights_[sign.language] += sign.weight * (only ? own_word : 1);
        return sign.weight;
    }

    // "bi-ya'mal": unknown with its first letter, a common word without it.
    std::uint32_t add_verb(std::string_view word) {
        if (word.size() < least_verb + letter) return 0;
        const auto signs = knowledge_.dialect_prefixes(word.substr(0, 2 * letter));
        if (signs.empty() || clitics_.count(word) > 0 || clitics_.is_name(word)) return 0;
        const std::string_view verb = word.substr(letter);
        if (clitics_.count(verb) < common_verb || clitics_.is_name(verb)) return 0;
        std::uint32_t weight = 0;
        for (const Sign sign : signs) weight = std::max(weight, tell(sign, signs.size() == 1));
        return weight;
    }

    void close() {
        if (here_words_ >= least_words) {
            sentence_words_ += here_words_;
            if (here_weight_ >= needed * (1 + here_words_ / long_sentence))
                (here_sure_ ? dialect_words_ : doubtful_words_) += here_words_;
        }
        here_words_ = here_weight_ = 0;
        here_sure_ = false;
        here_.clear();
    }

    std::string_view text_;
    const words::Clitics& clitics_;
    const Knowledge& knowledge_;
    std::array<std::uint32_t, most_dialects> weights_{};
    std::vector<std::string_view> here_;   // signs of the sentence
    std::vector<std::string_view> marks_;  // different signs of the article, as many as are asked for
    std::uint32_t words_ = 0, here_words_ = 0, here_weight_ = 0, sentence_words_ = 0, dialect_words_ = 0;
    std::uint32_t doubtful_words_ = 0;  // of sentences that have weak signs only: names, perhaps
    std::uint32_t sure_signs_ = 0;
    bool quoted_ = false, here_sure_ = false;
};

}  // namespace

Dialect find_dialect(const NormalText& normal, const std::vector<Block>& blocks,
                     const words::Clitics& clitics, const Knowledge& knowledge) {
    if (knowledge.dialects().empty()) return {};
    DialectFinder finder(normal, clitics, knowledge);
    for (const Block& block : blocks) finder.read(normal.normal(block.span));
    return finder.result();
}

}  // namespace isnad::varieties
