#include "engine/publish_live.h"

#include <algorithm>
#include <cstdio>

#include "language/words/words.h"

namespace isnad::engine {
namespace {

constexpr int far_back = 4 * 60;  // minutes; a clock that runs back less is one post set right
constexpr std::size_t fewest = 2;

}  // namespace

std::vector<std::optional<Day>> days_of_posts(const std::vector<std::optional<int>>& minutes, Day first) {
    std::vector<std::optional<Day>> out(minutes.size());
    std::vector<std::size_t> timed;
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        if (minutes[i]) timed.push_back(i);
    }
    if (timed.size() < fewest) return out;
    std::size_t down = 0, up = 0;
    for (std::size_t i = 1; i < timed.size(); ++i) {
        down += *minutes[timed[i]] < *minutes[timed[i - 1]];
        up += *minutes[timed[i]] > *minutes[timed[i - 1]];
    }
    if (down == up) return out;
    if (down > up) std::reverse(timed.begin(), timed.end());  // newest first
    Day day = first;
    for (std::size_t i = 0; i < timed.size(); ++i) {
        if (i > 0 && *minutes[timed[i - 1]] - *minutes[timed[i]] > far_back) day += std::chrono::days{1};
        out[timed[i]] = day;
    }
    return out;
}

std::vector<PostDate> dates_of_posts(const PagePtr& page, const std::shared_ptr<const NormalText>& normal,
                                     const std::vector<Article>& articles, Day first,
                                     const Knowledge::Parts& know) {
    std::vector<PostDate> out(articles.size());
    std::vector<std::optional<int>> minutes(articles.size());
    for (std::size_t i = 1; i < articles.size(); ++i) {
        if (articles[i].kind != ArticleKind::live_post) continue;
        for (const Span line : articles[i].date_lines) {
            Article only_line;
            only_line.blocks.push_back({BlockKind::paragraph, line});
            const DocumentPtr document = Document::create(page, 0, std::move(only_line));
            const Words words = words::find_words(*document, normal, know.clitics);
            minutes[i] = times::minutes_in_line(*document, words, know.numerals, *know.times);
            if (!minutes[i]) continue;
            out[i].line = line;
            out[i].minutes = *minutes[i];
            break;
        }
    }
    const auto days = days_of_posts(minutes, first);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].day = days[i];
    return out;
}

DatedBy dated_post(const PostDate& post) {
    constexpr double sure = 0.7;
    const std::string day = iso_day(*post.day);
    char time[32];
    std::snprintf(time, sizeof time, "T%02d:%02d", post.minutes / 60 % 24, post.minutes % 60);
    return {day,
            "stated",
            "the post states its time; its day follows from that of the page and the order of the posts",
            post.line,
            day + time,
            sure,
            std::nullopt};
}

}  // namespace isnad::engine
