// The days of live posts that state only a time of day: counted from the day of the page's article, one day
// on where the clock runs back. Posts stand newest first, or oldest first; their own order tells.
#pragma once

#include <optional>
#include <vector>

#include "engine/parts.h"
#include "model/document.h"

namespace isnad::engine {

// `minutes` of each post in page order, nothing for one without a time; `first` is the day on which the
// reports began. A post without a time gets no day.
std::vector<std::optional<Day>> days_of_posts(const std::vector<std::optional<int>>& minutes, Day first);

// The day and time of each article of a page, by its index; no day for the first article, for those that are
// no live posts, and for posts without a time.
struct PostDate {
    std::optional<Day> day{};
    std::optional<Span> line{};  // that states the time
    int minutes = 0;
};

std::vector<PostDate> dates_of_posts(const PagePtr& page, const std::shared_ptr<const NormalText>& normal,
                                     const std::vector<Article>& articles, Day first,
                                     const Knowledge::Parts& know);

// As the date of publication of a post.
DatedBy dated_post(const PostDate& post);

}  // namespace isnad::engine
