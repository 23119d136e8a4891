#include "article/text_title.h"

#include <algorithm>

namespace isnad::article {
namespace {

constexpr std::size_t text_title_words = 3;  // a title has at least so many words
constexpr std::size_t short_title = 4;       // one so short has to share words with the text
constexpr std::size_t full_title = 10;       // a longer one gains nothing
constexpr std::size_t text_stems = 120, title_stems = 40;
constexpr std::size_t most_candidates = 64;  // the last ones before the text
constexpr std::size_t few_candidates = 3;
constexpr double low_share = 0.2;
constexpr double repeated_bonus = 0.3, last_bonus = 0.12, length_bonus = 0.3;

std::vector<Stem> stems_of_text(const std::vector<const Line*>& text, const ContentWords& content) {
    std::vector<Stem> stems;
    for (const Line* line : text) {
        if (stems.size() >= text_stems) break;
        const auto more = content.stems(*line, text_stems - stems.size());
        stems.insert(stems.end(), more.begin(), more.end());
    }
    std::sort(stems.begin(), stems.end());
    return stems;
}

// One or two words that happen to be met are little: `smoothing` words more count as not met.
double share(const std::vector<Stem>& stems, const std::vector<Stem>& sorted, std::size_t smoothing) {
    if (stems.empty()) return 0;
    const auto met = std::count_if(stems.begin(), stems.end(), [&](Stem stem) {
        return std::binary_search(sorted.begin(), sorted.end(), stem);
    });
    return static_cast<double>(met) / static_cast<double>(stems.size() + smoothing);
}

}  // namespace

double share_in_text(const Line& line, const std::vector<const Line*>& text, const ContentWords& content) {
    return share(content.stems(line, title_stems), stems_of_text(text, content), 0);
}

std::optional<std::size_t> choose_title(const std::vector<const Line*>& candidates,
                                        const std::vector<const Line*>& text, const ContentWords& content) {
    const std::vector<Stem> stems = stems_of_text(text, content);
    const std::size_t first = candidates.size() > most_candidates ? candidates.size() - most_candidates : 0;
    std::optional<std::size_t> best;
    double best_score = 0, best_share = 0;
    for (std::size_t i = first; i < candidates.size(); ++i) {
        const Line& line = *candidates[i];
        if (line.words.size() < text_title_words) continue;
        const auto words = content.stems(line, title_stems);
        if (words.empty()) continue;
        const double met = share(words, stems, 2);
        if (line.words.size() < short_title && met == 0 && candidates.size() > 1) continue;
        const bool repeated =
            std::any_of(candidates.begin() + static_cast<std::ptrdiff_t>(first), candidates.end(),
                        [&](const Line* other) { return other != &line && other->words == line.words; });
        const double length = static_cast<double>(std::min(line.words.size(), full_title)) / full_title;
        const double score = met + length_bonus * length + (repeated ? repeated_bonus : 0) +
                             (i + 1 == candidates.size() ? last_bonus : 0);
        if (best && score < best_score) continue;
        best = i;
        best_score = score;
        best_share = met;
    }
    if (candidates.size() > few_candidates && best_share < low_share) return std::nullopt;
    return best;
}

}  // namespace isnad::article
