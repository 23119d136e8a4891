#include "stories/background.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "lexicon/phrase.h"

namespace isnad::stories {
namespace {

constexpr double words_of_a_text = 210;  // 8.8 million words in 41,700 texts
constexpr double counted_words = 8.8e6;
constexpr double uncounted = 4;  // occurrences of a word that is too rare for the table

}  // namespace

Background::Background(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon),
      word_counts_(lexicon.table_or_none("word_counts")),
      function_words_(lexicon.table_or_none("function_words")) {
    if (word_counts_.index != UINT16_MAX) count_ = lexicon.column(word_counts_, "count");
}

double Background::share_of(std::string_view word) const {
    double count = 0;
    for (const lexicon::Entry& entry : lexicon_.find(lexicon::Phrase{}.then(word)).entries) {
        if (entry.table != word_counts_) continue;
        const std::string_view cell = lexicon_.cell(entry, count_);
        std::uint32_t value = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), value);
        count += value;
    }
    return 1 - std::exp(-std::max(count, uncounted) * words_of_a_text / counted_words);
}

double Background::share_of_name(std::string_view normal) const {
    double share = 1;
    for (const std::string_view word : lexicon::words_of(normal)) share = std::min(share, share_of(word));
    return share;
}

bool Background::is_function_word(std::string_view word) const {
    const auto entries = lexicon_.find(lexicon::Phrase{}.then(word)).entries;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const lexicon::Entry& entry) { return entry.table == function_words_; });
}

}  // namespace isnad::stories
