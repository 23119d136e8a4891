// A document: one article found in a page, as blocks of the page's text with its provenance. Immutable; it
// keeps the page and so the text alive, and views into the text never dangle while the document lives.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/markup.h"
#include "model/page.h"

namespace isnad {

class Document;
using DocumentPtr = std::shared_ptr<const Document>;
using DocumentId = Key<Document>;

enum class BlockKind : std::uint8_t { title, deck, subheading, paragraph, caption };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;                     // without the line end and the space around it
    std::optional<Span> credit{};  // of a caption: whose picture it is
};

// What a line is that belongs to no article. The words are those of lexicon/chrome.tsv, and some that only
// shape tells.
enum class ChromeKind : std::uint8_t {
    read_also,
    most_read,
    share,
    counter,
    font_size,
    newsletter,
    shortcode,
    credit,
    keywords,
    source,
    comments,
    copyright,
    date_line,
    navigation,
    follow,
    advert,
    cookie,
    byline,
    print,
    related,
    live,
    repeated,
    cut,
    other
};

struct ChromeLine {
    ChromeKind kind = ChromeKind::other;
    Span span;
};

enum class ArticleRole : std::uint8_t { main, second };
enum class ArticleKind : std::uint8_t { article, live_post, list };

// What a page is as a whole. Only pages of the first two kinds hold articles; the others hold none, whatever
// text stands on them.
enum class PageKind : std::uint8_t {
    article,    // one article, or several
    live_blog,  // one article a post
    list,       // headlines, with or without summaries: front pages, sections, tags, search results
    ticker,     // a run of headlines and nothing else
    gallery,    // pictures with captions
    error,      // not found, moved, temporarily out of service
    wall,       // consent, subscription, a check of the browser: the article is not there
    other       // nothing to tell it by
};

// A date that the page states for an article, or that the engine worked out.
struct DatedBy {
    std::string value;           // EDTF: "2025-08-13", "2024-06", an interval "2025-09-03/2025-09-04"
    std::string basis;           // "stated", "metadata", "caption", "text", "address", "fetch", "inferred"
    std::string why;             // one sentence for people
    std::optional<Span> span{};  // the words that say so
    std::string moment{};        // with time of day and zone as stated, ISO 8601; or empty
    double confidence = 1;       // 0..1
    std::optional<ByteRange> bytes{};  // of what arrived, for metadata
};

// A picture of an article.
struct Image {
    std::string address;
    std::string description{};      // alt text, or the metadata's; or empty
    std::optional<Span> caption{};  // its words in the page text
    std::optional<Span> credit{};   // who took it
};

// What the article room finds; Document freezes it.
struct Article {
    ArticleRole role = ArticleRole::main;
    ArticleKind kind = ArticleKind::article;
    std::string language = "ar";
    std::vector<Block> blocks;  // in page order, disjoint
    std::vector<Span> authors;
    std::vector<Span> keywords;
    std::optional<Span> outlet;  // the words that name the outlet
    std::string outlet_name;     // the name by the metadata of the page, in no place of the text; or empty
    std::string section;         // of the outlet, by the metadata or the breadcrumb; or empty
    std::string canonical;       // the address the page gives itself; or empty
    std::vector<std::string> author_names;   // by the metadata, in no place of the text
    std::vector<std::string> keyword_names;  // likewise
    std::vector<Image> images;
    std::optional<DatedBy> stated_date{};    // the date of publication by the metadata of the page
    std::optional<DatedBy> modified_date{};  // the date of the last change by the metadata
    std::vector<DatedBy> dates_of_metadata;  // every date that the metadata state for it, the best first
    std::optional<Span> credit;              // the words of the source line
    std::vector<Span> date_lines;  // chrome of this article (and of no other) that may state its date
};

class Document {
  public:
    // The id derives from the bytes of the blocks and the ordinal of the article in its page (0 the main
    // article). Requires blocks in order, disjoint, inside the page's text.
    static DocumentPtr create(PagePtr page, std::size_t ordinal, Article article);

    const DocumentId& id() const { return id_; }
    std::size_t ordinal() const { return ordinal_; }
    const Page& page() const { return *page_; }
    const Article& article() const { return article_; }
    const std::vector<Block>& blocks() const { return article_.blocks; }
    std::string_view text(Span span) const { return page_->slice(span); }
    // The outlet by the words of the page, else by its metadata; empty when neither names one.
    std::string_view outlet() const {
        return article_.outlet ? text(*article_.outlet) : article_.outlet_name;
    }

    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

  private:
    Document(PagePtr page, std::size_t ordinal, Article article);

    PagePtr page_;
    std::size_t ordinal_;
    Article article_;
    DocumentId id_;
};

}  // namespace isnad
