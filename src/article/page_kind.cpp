#include "article/page_kind.h"

#include <algorithm>
#include <initializer_list>

#include "article/page_kind_words.h"
#include "text/normalise.h"

namespace isnad::article {
namespace {

constexpr std::size_t headline_least = 3, headline_most = 30;       // words
constexpr std::size_t notable_words = 20;                           // running text that is no notice
constexpr std::size_t notice_words = 160, sure_notice_words = 300;  // an error or a wall holds no more
constexpr std::size_t telling_title_words = 5;                      // the name of a section has less
constexpr std::size_t section_title_words = 3;                      // the name of a section
constexpr std::size_t few_words = 60, gallery_pictures = 4;
constexpr std::size_t list_headlines = 6, many_headlines = 15, ticker_headlines = 6;
constexpr std::size_t teaser_words = 70, long_teaser_words = 150, teasers_least = 3;
constexpr std::uint32_t card_blocks = 8;
constexpr double most_paragraphs = 0.6, nearly_all_paragraphs = 0.8;

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> known) {
    const std::size_t end = value.find_last_of("/#:");
    if (end != std::string_view::npos) value.remove_prefix(end + 1);
    return std::any_of(known.begin(), known.end(), [&](std::string_view k) { return k == value; });
}

// What the page shows, in numbers.
struct Signs {
    std::size_t words = 0, paragraphs = 0, finished = 0;       // of the candidate's running text
    std::size_t teasers = 0;                                   // its paragraphs beside a linked headline
    std::size_t own_words = 0;                                 // of the others
    std::size_t under_pictures = 0, words_under_pictures = 0;  // short ones right behind a picture
    std::size_t pictures_in_gallery = 0;
    std::size_t told_words = 0;                          // of its finished running text
    std::size_t page_clocks = 0;                         // lines of the page that a time of day opens
    std::size_t cut = 0;                                 // its paragraphs that end in an ellipsis
    std::size_t lines = 0, short_lines = 0, clocks = 0;  // its paragraphs, and those that are headlines
    std::size_t wall_words = 0;                          // in its paragraphs that speak of a wall
    std::size_t lead_paragraphs = 0;                     // finished ones that do not
    std::size_t page_words = 0, prose_words = 0;         // of the whole page
    std::size_t headlines = 0, headings = 0;
    std::size_t captions = 0, pictures = 0;
    std::size_t error = 0, wall = 0, weak_wall = 0;  // lines with such phrases
    std::size_t title_words = 0;
    bool titled = false;  // the candidate has a title that is no link
    bool named = false;   // and the page is called by it
    bool error_title = false, weak_error_title = false, wall_title = false, list_title = false;
    bool gallery_title = false, weak_gallery_title = false;
    bool article_type = false, list_type = false, gallery_type = false, dated = false;
};

class PageSigns {
  public:
    PageSigns(const HtmlPage& page, const lexicon::Lexicon& lexicon, const Article* candidate)
        : page_(page), words_(lexicon), candidate_(candidate) {}

    Signs read() {
        read_facts();
        read_blocks();
        if (candidate_ != nullptr) read_candidate();
        return signs_;
    }

  private:
    void read_facts() {
        for (const MetaFact& fact : page_.markup.facts) {
            if (fact.field == MetaField::title) read_page_title(fact.value);
            signs_.dated = signs_.dated || fact.field == MetaField::published;
            if (fact.field != MetaField::kind) continue;
            signs_.article_type =
                signs_.article_type ||
                is_one_of(fact.value,
                          {"article", "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting",
                           "LiveBlogPosting", "OpinionNewsArticle", "AnalysisNewsArticle"});
            signs_.list_type = signs_.list_type ||
                               is_one_of(fact.value, {"CollectionPage", "SearchResultsPage", "frontpage"});
            signs_.gallery_type =
                signs_.gallery_type || is_one_of(fact.value, {"ImageGallery", "MediaGallery", "gallery"});
        }
        const auto articles =
            std::count_if(page_.markup.items.begin(), page_.markup.items.end(),
                          [](const MetaItem& item) { return item.relation == MetaItem::Relation::article; });
        signs_.list_type = signs_.list_type || (articles >= 5 && !signs_.article_type);
    }

    void read_page_title(std::string_view title) {
        const std::string normal = search_form(title);
        read_title(words_.in(lexicon::words_of(normal)));
        // The headline alone, without the name of the site.
        for (const std::string_view sign : {" | ", " - ", " \u2013 "}) {
            const std::size_t at = normal.find(sign);
            if (at != std::string::npos)
                read_title(words_.in(lexicon::words_of(std::string_view(normal).substr(0, at))));
        }
    }

    // A heading of the second rank may stand over a box of other articles: it tells errors and walls only.
    void read_title(const PageWordsFound& said, bool first = true) {
        if (const auto& found = said.of(PageWord::error)) {
            signs_.error_title = signs_.error_title || !found->weak;
            signs_.weak_error_title = true;
        }
        const auto& wall = said.of(PageWord::wall);
        signs_.wall_title = signs_.wall_title || (wall && (!wall->weak || (wall->whole && first)));
        if (!first) return;
        const auto& list = said.of(PageWord::list);
        signs_.list_title = signs_.list_title || (list && (!list->weak || list->whole));
        const auto& gallery = said.of(PageWord::gallery);
        signs_.gallery_title = signs_.gallery_title || (gallery && !gallery->weak);
        signs_.weak_gallery_title = signs_.weak_gallery_title || gallery;
    }

    void read_blocks() {
        for (std::size_t i = 0; i < page_.markup.blocks.size(); ++i) {
            const MarkupBlock& block = page_.markup.blocks[i];
            const BlockFeatures& f = page_.features.blocks[i];
            signs_.page_words += f.line.words.size();
            if (f.prose) signs_.prose_words += f.line.words.size();
            signs_.headlines += is_headline(i);
            signs_.headings += is_heading(block.tag);
            signs_.page_clocks +=
                f.line.words.size() > headline_least && starts_with_clock(page_.page.slice(block.span));
            const bool caption = block.tag == TagKind::caption || (block.hints & hint::caption) != 0;
            signs_.captions += caption && f.line.words.size() >= headline_least;
            const PageWordsFound said = words_.in(f.line);
            if (is_heading(block.tag) && block.tag <= TagKind::h2 && f.link_density < linked_headline)
                read_title(said, block.tag == TagKind::h1);
            const auto& error = said.of(PageWord::error);
            signs_.error += error && !error->weak;
            const auto& wall = said.of(PageWord::wall);
            signs_.wall += wall && !wall->weak;
            signs_.weak_wall += wall && wall->weak;
        }
        for (const MarkupImage& image : page_.markup.images) {
            if (!image.block || page_.features.containers[image.container].excluded) continue;
            ++signs_.pictures;
            signs_.pictures_in_gallery += is_in_gallery(image.container);
        }
    }

    bool is_in_gallery(std::uint32_t container) const {
        for (std::uint32_t at = container; at != no_container; at = page_.markup.containers[at].parent) {
            if ((page_.markup.containers[at].hints & hint::gallery) != 0) return true;
        }
        return false;
    }

    // The page is called by the title of the candidate, alone or beside the name of the site.
    bool is_called(std::size_t at) const {
        const auto& title = page_.features.blocks[at].line.words;
        return std::any_of(page_.markup.facts.begin(), page_.markup.facts.end(), [&](const MetaFact& fact) {
            if (fact.field != MetaField::title || title.size() < telling_title_words) return false;
            const std::string normal = search_form(fact.value);
            const auto words = lexicon::words_of(normal);
            return std::search(words.begin(), words.end(), title.begin(), title.end()) != words.end();
        });
    }

    bool is_headline(std::size_t at) const {
        const BlockFeatures& f = page_.features.blocks[at];
        const std::size_t words = f.line.words.size();
        return words >= headline_least && words <= headline_most && f.link_density >= linked_headline;
    }

    // A linked headline right before or behind a paragraph, in the same small container: a teaser.
    bool is_teaser(std::size_t at) const {
        const BlockFeatures& f = page_.features.blocks[at];
        const bool headed = at > 0 && is_headline(at - 1) && is_heading(page_.markup.blocks[at - 1].tag);
        if (f.line.words.size() > (headed ? long_teaser_words : teaser_words)) return false;
        for (std::size_t step = 1; step <= 3; ++step) {
            if (at >= step && is_headline(at - step)) return true;
            if (at >= step && page_.features.blocks[at - step].prose) break;
        }
        return at + 1 < page_.markup.blocks.size() && is_headline(at + 1) && at > 0 &&
               !page_.features.blocks[at - 1].prose;
    }

    // The only paragraph of a small container that holds a heading, too, and a link or a time: an item of a
    // list. Sections of an article have no time, and no link at their end.
    bool is_card(std::size_t at) const {
        const BlockFeatures& f = page_.features.blocks[at];
        if (f.line.words.size() > teaser_words) return false;
        std::uint32_t container = page_.markup.blocks[at].container;
        for (int step = 0; step < 3 && container != 0; ++step) {
            const Container& around = page_.markup.containers[container];
            if (around.end_block - around.first_block > card_blocks) return false;
            if (page_.features.containers[container].prose_blocks > 1) return false;
            if (holds_headline(around.first_block, around.end_block)) return true;
            container = around.parent;
        }
        return false;
    }

    bool holds_headline(std::uint32_t first, std::uint32_t end) const {
        bool heading = false, end_of_item = false;
        for (std::uint32_t i = first; i < end; ++i) {
            const MarkupBlock& block = page_.markup.blocks[i];
            const BlockFeatures& f = page_.features.blocks[i];
            if (block.tag == TagKind::h1) return false;
            heading = heading || (is_heading(block.tag) && f.line.words.size() >= headline_least);
            const bool date = f.mark && f.mark->kind == ChromeKind::date_line;
            const bool more = f.mark && f.mark->kind == ChromeKind::read_also;
            end_of_item = end_of_item || block.holds_time || date || more || is_headline(i);
        }
        return heading && end_of_item;
    }

    static bool starts_with_clock(std::string_view text) {
        const std::size_t colon = text.substr(0, 3).find(':');
        return colon != std::string_view::npos && colon > 0 && text[0] >= '0' && text[0] <= '9';
    }

    void read_candidate() {
        std::size_t at = 0;
        for (const Block& block : candidate_->blocks) {
            while (at < page_.markup.blocks.size() && page_.markup.blocks[at].span.begin < block.span.begin)
                ++at;
            if (at >= page_.markup.blocks.size()) return;
            const BlockFeatures& f = page_.features.blocks[at];
            if (block.kind == BlockKind::title) {
                signs_.titled = f.link_density < linked_headline;
                signs_.title_words = f.line.words.size();
                signs_.named = signs_.titled && is_called(at);
            }
            const auto wall = words_.in(f.line).of(PageWord::wall);
            walled_ = walled_ || (block.kind != BlockKind::title && wall && !wall->weak);
            if (block.kind != BlockKind::paragraph) continue;
            const std::size_t words = f.line.words.size();
            signs_.words += words;
            ++signs_.lines;
            signs_.short_lines += words <= headline_most && !f.line.ends_sentence;
            signs_.clocks += starts_with_clock(page_.page.slice(block.span));
            const bool picture = page_.markup.blocks[at].after_image && words <= headline_most;
            signs_.under_pictures += picture;
            if (picture) signs_.words_under_pictures += words;
            if (!f.prose) continue;
            ++signs_.paragraphs;
            signs_.finished += f.line.ends_sentence;
            if (f.line.ends_sentence && !picture) signs_.told_words += words;
            const bool teaser = is_teaser(at) || is_card(at);
            signs_.teasers += teaser;
            if (!teaser) signs_.own_words += words;
            const std::string_view text = page_.page.slice(block.span);
            signs_.cut += text.ends_with("...") || text.ends_with("\u2026") || text.ends_with("[\u2026]");
            if (wall || walled_) signs_.wall_words += words;
            if (!wall && !walled_ && f.line.ends_sentence && words >= notable_words) ++signs_.lead_paragraphs;
        }
    }

    const HtmlPage& page_;
    PageWords words_;
    const Article* candidate_;
    bool walled_ = false;  // what follows in the candidate stands behind a wall, or speaks of its price
    Signs signs_;
};

std::string counted(std::size_t number, std::string_view what) {
    return std::to_string(number) + " " + std::string(what);
}

class Judge {
  public:
    Judge(const Signs& signs, bool candidate) : s_(signs), candidate_(candidate) {}

    PageVerdict run() const {
        if (is_error()) return {PageKind::error, "page.error", "an error page: its words say so"};
        if (is_wall())
            return {PageKind::wall, "page.wall", "a wall before the text: consent, subscription or a check"};
        if (is_gallery())
            return {PageKind::gallery, "page.gallery",
                    "a gallery: " + counted(std::max(s_.captions, s_.pictures), "pictures") + ", " +
                        counted(s_.words, "words of text")};
        if (is_ticker_with_text())
            return {PageKind::ticker, "page.ticker.lines",
                    "a run of headlines: " + counted(s_.lines, "lines")};
        if (candidate_ && !is_list_with_text()) return {};
        if (is_ticker())
            return {PageKind::ticker, "page.ticker",
                    "a run of headlines: " + counted(s_.headlines, "of them")};
        if (candidate_)
            return {PageKind::list, "page.list.teasers",
                    "a list: " + counted(s_.headlines, "linked headlines, ") + counted(s_.teasers, "of ") +
                        counted(s_.paragraphs, "paragraphs belong to one")};
        if (is_list())
            return {PageKind::list, "page.list", "a list: " + counted(s_.headlines, "linked headlines")};
        return {PageKind::other, "page.other", "nothing to tell it by: no running text"};
    }

  private:
    // Article signs of the metadata count when the candidate has a title and text that is finished.
    bool is_sure_article() const {
        return candidate_ && s_.titled && s_.lead_paragraphs > 0 && (s_.article_type || s_.dated);
    }

    // A headline, where lists have the name of a section, and a text of finished paragraphs under it: advice
    // in items with links looks like a list otherwise.
    bool is_titled_text() const {
        return candidate_ && s_.titled && s_.title_words >= telling_title_words &&
               s_.words >= 2 * few_words && s_.finished * 2 >= s_.paragraphs;
    }

    bool is_error() const {
        const bool others = s_.paragraphs >= teasers_least && s_.teasers * 10 >= s_.paragraphs * 8;
        if (s_.error > 0 && others && !s_.article_type && !s_.named) return true;
        if (is_sure_article() && s_.words >= few_words) return false;
        if (s_.error_title) return s_.words < sure_notice_words;
        if (s_.weak_error_title && s_.error > 0) return s_.words < notice_words;
        return s_.error > 0 && s_.words < few_words && s_.page_words < sure_notice_words && !s_.article_type;
    }

    bool is_wall() const {
        const std::size_t said = s_.wall + (s_.weak_wall >= 2 ? 1 : 0);
        if (said == 0 && !s_.wall_title) return false;
        const std::size_t own = s_.words - std::min(s_.words, s_.wall_words);
        if (is_sure_article()) return false;
        if (s_.wall_title) return own < sure_notice_words;
        if (!candidate_) return s_.page_words < notice_words || s_.headlines < list_headlines;
        return s_.wall_words * 2 >= s_.words && own < notice_words && s_.lead_paragraphs < 2;
    }

    bool is_gallery() const {
        const bool named = s_.gallery_title || s_.gallery_type;
        if (s_.pictures < gallery_pictures) return false;
        if (named) return s_.words < std::max(2 * few_words, 12 * s_.pictures);
        const bool untold = s_.told_words < few_words / 2;
        if (s_.pictures_in_gallery >= gallery_pictures && (s_.words < few_words || untold)) return true;
        if (s_.weak_gallery_title && untold) return true;
        // Each picture has a line of text under it, and there is nothing else.
        if (s_.under_pictures >= gallery_pictures && s_.words_under_pictures * 5 >= s_.words * 4) return true;
        if (s_.words >= few_words + 10 * s_.captions) return false;
        const bool alone = s_.headlines < many_headlines || s_.weak_gallery_title || s_.named;
        return s_.captions >= gallery_pictures && s_.words < few_words && alone;
    }

    bool is_list_with_text() const {
        const auto paragraphs = static_cast<double>(std::max<std::size_t>(s_.paragraphs, 1));
        const double teasers = static_cast<double>(s_.teasers) / paragraphs;
        const double cut = static_cast<double>(s_.cut) / paragraphs;
        if (is_sure_article() || is_titled_text())
            return s_.paragraphs >= teasers_least + 1 && teasers >= nearly_all_paragraphs &&
                   (cut >= most_paragraphs || s_.list_type || s_.own_words < notable_words);
        if (s_.paragraphs >= teasers_least && teasers >= most_paragraphs) return true;
        if (s_.paragraphs >= teasers_least && cut >= most_paragraphs) return true;
        const bool named = s_.list_type || s_.list_title;
        if (named && s_.headlines >= list_headlines && (teasers >= 0.5 || s_.words < few_words)) return true;
        const bool own = s_.titled && (s_.article_type || s_.dated || (s_.named && s_.own_words > 0));
        if (own) return false;
        const bool section = s_.titled && s_.title_words <= section_title_words;
        if (section && s_.headlines >= list_headlines && s_.own_words < notable_words) return true;
        const bool headed = s_.titled && s_.title_words >= telling_title_words && s_.lead_paragraphs > 0;
        const bool little = s_.paragraphs <= 2 && s_.words < notice_words / 2;
        if (!headed && little && s_.headlines >= list_headlines + 4) return true;
        return s_.words < few_words && s_.headlines >= many_headlines;
    }

    // Short lines without a stop, most of them with a time of day in front.
    bool is_ticker_with_text() const {
        const bool many = s_.lines >= ticker_headlines || s_.page_clocks >= ticker_headlines;
        return candidate_ && many && s_.short_lines * 10 >= s_.lines * 9 && s_.clocks * 2 >= s_.lines &&
               s_.lead_paragraphs == 0;
    }

    bool is_ticker() const {
        return !candidate_ && s_.headlines >= ticker_headlines && s_.headings <= 2 && s_.prose_words == 0 &&
               s_.pictures * 3 < s_.headlines && !s_.list_type && !s_.list_title;
    }

    bool is_list() const { return s_.headlines >= list_headlines || s_.list_type || s_.list_title; }

    const Signs& s_;
    bool candidate_;
};

}  // namespace

PageVerdict kind_of_page(const HtmlPage& page, const lexicon::Lexicon& lexicon, const Article* candidate) {
    const Signs signs = PageSigns(page, lexicon, candidate).read();
    return Judge(signs, candidate != nullptr).run();
}

}  // namespace isnad::article
