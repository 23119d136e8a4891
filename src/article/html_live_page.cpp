#include "article/html_live_page.h"

#include <algorithm>
#include <map>

#include "article/html_captions.h"
#include "article/html_deck.h"
#include "article/html_live.h"
#include "article/html_stated_body.h"
#include "article/html_title.h"
#include "article/page_kind.h"
#include "article/page_kind_words.h"
#include "base/limits.h"
#include "text/normalise.h"

namespace isnad::article {
namespace {

constexpr std::size_t least_lead_words = 8;

class Completion {
  public:
    Completion(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
               ArticlesOfPage& out)
        : page_(page), lexicon_(lexicon), place_(place), out_(out), items_(page.markup) {}

    void run() {
        const std::vector<BlockRange> posts = find_posts(page_, lexicon_);
        if (!posts.empty() && take_posts(posts)) {
            out_.kind = PageKind::live_blog;
        } else if (take_stated_body(page_, place_, out_)) {
            out_.kind = PageKind::article;
        } else {
            judge();
            if (!out_.articles.empty()) take_further();
        }
        if (!out_.articles.empty() && out_.articles[0].kind != ArticleKind::live_post) {
            state_facts(page_, lexicon_, place_, out_.articles[0]);
            drop_authors(out_.articles[0]);
            drop_wall(out_.articles[0]);
            if (out_.kind != PageKind::live_blog) {
                find_deck(page_, place_, out_.articles[0]);
                find_captions(page_, place_, out_.articles[0]);
            }
            finish(out_.articles[0], place_, true);
        }
        settle_chrome();
    }

  private:
    void finish(Article& article, const ArticlePlace& place, bool main) const {
        credit_captions(page_, lexicon_, article);
        find_images(page_, place, main, article);
    }

    // An offer to subscribe at the end of the lead that everybody may read is no text of the article.
    void drop_wall(Article& article) const {
        const PageWords words(lexicon_);
        while (!article.blocks.empty()) {
            const Block& last = article.blocks.back();
            if (last.kind != BlockKind::paragraph && last.kind != BlockKind::subheading) return;
            const std::string normal = search_form(page_.page.slice(last.span));
            const auto found = words.in(lexicon::words_of(normal)).of(PageWord::wall);
            if (!found || found->weak) return;
            article.blocks.pop_back();
        }
    }

    // A line that is an author's name and nothing else is no text.
    static void drop_authors(Article& article) {
        const auto is_author = [&](const Block& block) {
            return block.kind != BlockKind::title && std::find(article.authors.begin(), article.authors.end(),
                                                               block.span) != article.authors.end();
        };
        article.blocks.erase(std::remove_if(article.blocks.begin(), article.blocks.end(), is_author),
                             article.blocks.end());
    }

    void judge() {
        const Article* candidate = out_.articles.empty() ? nullptr : &out_.articles[0];
        const PageVerdict verdict = kind_of_page(page_, lexicon_, candidate);
        if (verdict.kind == PageKind::list && candidate != nullptr && place_.sure) return;
        out_.kind = verdict.kind;
        if (verdict.kind == PageKind::article) return;
        out_.articles.clear();
        const auto none = [](const Problem& problem) { return problem.code == "no_article"; };
        out_.problems.erase(std::remove_if(out_.problems.begin(), out_.problems.end(), none),
                            out_.problems.end());
        if (page_.page.text.empty()) return;
        out_.problems.push_back({"no_article", Severity::note,
                                 "the page holds no article; it was taken for " + verdict.what, std::nullopt,
                                 0});
    }

    // Divides the page into its lead and its posts. False when too little of them is text.
    bool take_posts(const std::vector<BlockRange>& ranges) {
        const BlockKinds kinds = out_.articles.empty() ? BlockKinds(page_.markup.blocks.size())
                                                       : kinds_of(page_.markup, out_.articles[0]);
        std::vector<Article> posts;
        for (const BlockRange range : ranges) {
            if (posts.size() + 1 >= limits::articles_per_page) break;
            RangeArticle made = article_of_range(page_, range, kinds);
            if (made.words < post_words) continue;
            made.article.kind = ArticleKind::live_post;
            made.article.role = ArticleRole::second;
            tell(made, range, MetaItem::Relation::post);
            posts.push_back(std::move(made.article));
        }
        if (posts.size() < 2) return false;
        if ((out_.articles.empty() || !keep_lead(ranges)) && !make_lead(ranges[0].begin)) {
            out_.articles.clear();
            posts[0].role = ArticleRole::main;
        }
        for (Article& post : posts) out_.articles.push_back(std::move(post));
        return true;
    }

    // What stands outside of the posts and says something stays the lead of the page.
    bool keep_lead(const std::vector<BlockRange>& posts) {
        Article& lead = out_.articles[0];
        std::size_t words = 0, at = 0;
        const auto is_in_post = [&](std::uint32_t block) {
            return std::any_of(posts.begin(), posts.end(),
                               [&](BlockRange range) { return block >= range.begin && block < range.end; });
        };
        const auto gone = [&](const Block& block) {
            while (at < page_.markup.blocks.size() && page_.markup.blocks[at].span.begin < block.span.begin)
                ++at;
            if (is_in_post(static_cast<std::uint32_t>(at)) || at >= posts.back().end) return true;
            if (block.kind == BlockKind::paragraph || block.kind == BlockKind::deck)
                words += page_.features.blocks[at].line.words.size();
            return false;
        };
        lead.blocks.erase(std::remove_if(lead.blocks.begin(), lead.blocks.end(), gone), lead.blocks.end());
        return words >= least_lead_words;
    }

    // The text between the title of the page and the first post, when nothing was taken for the lead.
    bool make_lead(std::uint32_t end) {
        const auto title = find_title(page_.markup, page_.features, end);
        if (!title || *title >= end) return false;
        Article lead;
        std::size_t words = 0;
        lead.blocks.push_back({BlockKind::title, page_.markup.blocks[*title].span});
        place_ = {title, end, end};
        for (std::uint32_t i = *title + 1; i < end; ++i) {
            const BlockFeatures& f = page_.features.blocks[i];
            if (!f.prose || f.outside) continue;
            lead.blocks.push_back({BlockKind::paragraph, page_.markup.blocks[i].span});
            words += f.line.words.size();
            place_.first = std::min(place_.first, i);
            place_.end = i + 1;
        }
        if (words < least_lead_words) return false;
        out_.articles.assign(1, std::move(lead));
        return true;
    }

    void take_further() {
        const std::vector<BlockRange> ranges = find_further(page_, out_.articles[0]);
        if (ranges.empty()) return;
        BlockKinds kinds = kinds_of(page_.markup, out_.articles[0]);
        for (const BlockRange range : ranges) {
            if (out_.articles.size() >= limits::articles_per_page) return;
            RangeArticle made = article_of_range(page_, range, kinds);
            if (made.words == 0 || !made.place.title) continue;
            made.article.role = ArticleRole::second;
            tell(made, range, MetaItem::Relation::article);
            take_from_main(range);
            out_.articles.push_back(std::move(made.article));
        }
    }

    void tell(RangeArticle& made, BlockRange range, MetaItem::Relation relation) const {
        const std::vector<Span> times = made.article.date_lines;
        const MetaItem* item = items_.of(page_.page, made.article, relation);
        state_facts_of_item(page_, lexicon_, made.place, range.begin, item, made.article);
        made.article.date_lines = times;
        finish(made.article, made.place, false);
    }

    void take_from_main(BlockRange range) {
        const std::uint32_t begin = page_.markup.blocks[range.begin].span.begin;
        const std::uint32_t end = page_.markup.blocks[range.end - 1].span.end;
        auto& blocks = out_.articles[0].blocks;
        const auto inside = [&](const Block& block) {
            return block.span.begin >= begin && block.span.end <= end;
        };
        blocks.erase(std::remove_if(blocks.begin(), blocks.end(), inside), blocks.end());
    }

    // Every block of the page is in an article or chrome; what was chrome keeps its kind.
    void settle_chrome() {
        std::vector<Span> taken;
        for (const Article& article : out_.articles) {
            for (const Block& block : article.blocks) taken.push_back(block.span);
        }
        std::sort(taken.begin(), taken.end());
        std::vector<ChromeLine> chrome;
        std::size_t known = 0;
        for (std::size_t i = 0; i < page_.markup.blocks.size(); ++i) {
            const Span span = page_.markup.blocks[i].span;
            while (known < out_.chrome.size() && out_.chrome[known].span < span) ++known;
            if (std::binary_search(taken.begin(), taken.end(), span)) continue;
            const bool same = known < out_.chrome.size() && out_.chrome[known].span == span;
            chrome.push_back({same ? out_.chrome[known].kind : kind_of(i), span});
        }
        out_.chrome = std::move(chrome);
    }

    ChromeKind kind_of(std::size_t block) const {
        const BlockFeatures& f = page_.features.blocks[block];
        if (f.outside) return f.outside_kind;
        return f.mark ? f.mark->kind : ChromeKind::other;
    }

    const HtmlPage& page_;
    const lexicon::Lexicon& lexicon_;
    ArticlePlace place_;
    ArticlesOfPage& out_;
    ItemsOfPage items_;
};

}  // namespace

void complete_page(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                   ArticlesOfPage& out) {
    Completion(page, lexicon, place, out).run();
}

}  // namespace isnad::article
