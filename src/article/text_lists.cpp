#include "article/text_lists.h"

#include <algorithm>

#include "text/letters.h"

namespace isnad::article {
namespace {

constexpr std::size_t most_summary_words = 45;  // a summary holds no more words
constexpr std::size_t summary_gap = 4;          // lines between two summaries: headline, date, counter
constexpr std::size_t head_run = 2, run = 3;
constexpr std::size_t list_item_words = 10, lead_in_words = 4;

}  // namespace

std::vector<char> summaries_of(const std::vector<Piece>& pieces) {
    std::vector<char> summaries(pieces.size(), 0);
    std::vector<std::size_t> group;
    bool prose_before = false;  // finished prose stands before the group
    const auto close = [&] {
        if (group.size() >= (prose_before ? run : head_run)) {
            for (const std::size_t at : group) summaries[at] = 1;
        }
        group.clear();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Line& line = pieces[i].line;
        const auto& mark = pieces[i].mark;
        const auto same = [&](std::size_t other) { return pieces[other].line.words == line.words; };
        const bool twice = (i > 0 && same(i - 1)) || (i + 1 < pieces.size() && same(i + 1));
        if (line.truncated && !mark && !twice && line.words.size() <= most_summary_words) {
            if (!group.empty() && i - group.back() > summary_gap) close();
            group.push_back(i);
        } else if (!mark && line.in_prose && line.ends_sentence) {
            close();
            prose_before = true;
        }
    }
    close();
    return summaries;
}

bool is_list_line(const Line& line, std::string_view text) {
    if (text.ends_with(':')) return line.words.size() > lead_in_words;
    std::size_t numbers = 0;
    for (const std::string_view word : line.words)
        numbers += letters::is_digit(static_cast<unsigned char>(word[0]));
    const bool item = text.starts_with('-') || text.starts_with('*') || text.starts_with("\u2022") ||
                      text.find(':') != std::string_view::npos;
    return line.words.size() <= list_item_words && (numbers >= 2 || (numbers == 1 && item));
}

bool is_figure_line(const Line& line) {
    constexpr std::size_t longest = 6;
    return line.words.size() >= 2 && line.words.size() <= longest &&
           letters::is_digit(static_cast<unsigned char>(line.words[0][0]));
}

}  // namespace isnad::article
