#include "article/html_stated_text.h"

#include "base/hash.h"
#include "lexicon/phrase.h"
#include "text/normalise.h"

namespace isnad::article {
namespace {

constexpr std::size_t sequence_words = 3, least_stated_words = 6, most_stated_words = 4000,
                      filter_bits = 1u << 16;

std::size_t bit_of(const std::vector<std::uint64_t>& words, std::size_t first) {
    std::uint64_t hash = words[first];
    for (std::size_t i = 1; i < sequence_words; ++i) hash = hash_join(hash, words[first + i]);
    return hash % filter_bits;
}

}  // namespace

StatedText::StatedText(std::string_view text) {
    if (text.empty()) return;
    const std::string normal = search_form(text);
    std::vector<std::uint64_t> words;
    for (const std::string_view word : lexicon::words_of(normal)) words.push_back(hash_bytes(word));
    if (words.size() < least_stated_words) return;
    bits_.resize(filter_bits);
    for (std::size_t i = 0; i + sequence_words <= words.size() && i < most_stated_words; ++i)
        bits_[bit_of(words, i)] = true;
}

double StatedText::share_of(const std::vector<std::uint64_t>& words) const {
    if (bits_.empty() || words.size() < sequence_words) return -1;
    std::size_t held = 0;
    for (std::size_t i = 0; i + sequence_words <= words.size(); ++i) held += bits_[bit_of(words, i)];
    return static_cast<double>(held) / static_cast<double>(words.size() + 1 - sequence_words);
}

}  // namespace isnad::article
