#include "article/text_break.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

constexpr std::size_t stems_looked_at = 60, stems_of_line = 4000;

// In the order of break_signs, from the constant on.
constexpr BreakSigns weights{-5.6, 1.1, 1.0, 2.1, -4.1, -0.6, 5.5, -3.1, 2.4,  -1.5, 0.1,
                             4.8,  0.9, 3.6, 0.8, 3.1,  -3.3, 2.3, -4.9, -1.9, -0.7};

double part(std::size_t value, std::size_t most) {
    return static_cast<double>(std::min(value, most)) / static_cast<double>(most);
}

double share(const std::vector<Stem>& stems, const std::vector<Stem>& in) {
    if (stems.empty()) return 0;
    const auto met = std::count_if(stems.begin(), stems.end(), [&](Stem stem) {
        return std::find(in.begin(), in.end(), stem) != in.end();
    });
    return static_cast<double>(met) / static_cast<double>(stems.size());
}

bool has_headline_signs(std::string_view text) {
    return text.find(':') != std::string_view::npos || text.find("..") != std::string_view::npos;
}

bool is_quoted(std::string_view text) {
    const char32_t first = utf8::at(text, 0).value, last = utf8::before(text, text.size()).value;
    const auto opens = [](char32_t c) {
        return c == '"' || c == letters::left_guillemet || c == letters::left_quote ||
               c == letters::right_quote;
    };
    return opens(first) && (opens(last) || last == letters::right_guillemet);
}

}  // namespace

void ArticleWords::add(const Line& line) {
    words_ += line.words.size();
    for (const Stem stem : content_.stems(line, stems_of_line)) stems_.insert(stem);
    std::uint64_t last = 0;
    for (const std::string_view word : line.words) {
        const std::uint64_t hash = hash_bytes(word);
        ++singles_[hash];
        if (last != 0) ++pairs_[hash_join(last, hash)];
        last = hash;
    }
}

void ArticleWords::set_title(const Line& line) {
    for (const Stem stem : content_.stems(line, stems_of_line)) title_.insert(stem);
}

void ArticleWords::clear() {
    words_ = 0;
    stems_.clear();
    title_.clear();
    singles_.clear();
    pairs_.clear();
}

double ArticleWords::share_met(const std::vector<Stem>& stems) const {
    if (stems.empty()) return 1;
    const auto met =
        std::count_if(stems.begin(), stems.end(), [&](Stem stem) { return stems_.contains(stem); });
    return static_cast<double>(met) / static_cast<double>(stems.size());
}

double ArticleWords::share_in_title(const std::vector<Stem>& stems) const {
    if (stems.empty()) return 0;
    const auto met =
        std::count_if(stems.begin(), stems.end(), [&](Stem stem) { return title_.contains(stem); });
    return static_cast<double>(met) / static_cast<double>(stems.size());
}

double ArticleWords::share_of_title(const std::vector<Stem>& stems) const {
    if (title_.empty()) return 0;
    std::unordered_set<Stem> met;
    for (const Stem stem : stems) {
        if (title_.contains(stem)) met.insert(stem);
    }
    return static_cast<double>(met.size()) / static_cast<double>(title_.size());
}

std::size_t ArticleWords::introduced_again(const Line& line) const {
    std::size_t names = 0;
    for (std::size_t i = 1; i < line.words.size() && i < break_window; ++i) {
        if (!content_.may_be_name(line.words[i]) || !content_.may_be_name(line.words[i - 1])) continue;
        const std::uint64_t last = hash_bytes(line.words[i - 1]), hash = hash_bytes(line.words[i]);
        const auto pair = pairs_.find(hash_join(last, hash));
        if (pair == pairs_.end()) continue;
        const auto single = singles_.find(hash);
        names += single != singles_.end() && single->second > pair->second;
    }
    return names;
}

BreakSigns break_signs(const BreakPlace& place, const ArticleWords& before, const ContentWords& content,
                       std::string_view text) {
    const auto slice = [&](const Line& line) { return text.substr(line.span.begin, line.span.size()); };
    const Line& lede = *place.after.front();
    const auto headline = content.stems(*place.headline, stems_looked_at);
    const auto first = content.stems(lede, stems_looked_at);
    std::vector<Stem> window;
    for (const Line* line : place.after) {
        const auto more = content.stems(*line, stems_looked_at);
        window.insert(window.end(), more.begin(), more.end());
    }
    const Opening opening = content.opening(lede, slice(lede));
    return {1,
            1 - before.share_met(first),
            1 - before.share_met(window),
            share(headline, first),
            before.share_met(headline),
            before.share_in_title(first),
            before.share_in_title(headline),
            static_cast<double>(opening.connector),
            static_cast<double>(opening.saying),
            static_cast<double>(opening.dateline),
            static_cast<double>(opening.time),
            part(place.headline->words.size(), 14),
            static_cast<double>(has_headline_signs(slice(*place.headline))),
            static_cast<double>(place.dated || place.repeated),
            static_cast<double>(place.ended),
            part(before.introduced_again(lede), 3),
            part(place.subheadings, 4),
            part(before.words(), 300),
            before.share_of_title(window),
            static_cast<double>(is_quoted(slice(*place.headline))),
            static_cast<double>(place.headline->ends_sentence)};
}

double break_likelihood(const BreakSigns& signs) {
    double sum = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) sum += weights[i] * signs[i];
    return 1 / (1 + std::exp(-sum));
}

}  // namespace isnad::article
