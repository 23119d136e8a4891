// A document: one article found in a page, as blocks of the page's text with its provenance. Immutable; it
// keeps the page and so the text alive, and views into the text never dangle while the document lives.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace isnad {

class Document;
using DocumentPtr = std::shared_ptr<const Document>;
using DocumentId = Key<Document>;

enum class BlockKind : std::uint8_t { title, deck, subheading, paragraph, caption };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;  // without the line end and the space around it
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

// A date that the page states for an article, or that the engine worked out.
struct DatedBy {
    std::string value;           // EDTF: "2025-08-13", "2024-06", an interval "2025-09-03/2025-09-04"
    std::string basis;           // "stated", "metadata", "caption", "text", "address", "fetch"
    std::string why;             // one sentence for people
    std::optional<Span> span{};  // the words that say so
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
    std::optional<DatedBy> stated_date{};  // the date of publication by the metadata of the page
    std::optional<Span> credit;            // the words of the source line
    std::vector<Span> date_lines;          // chrome of this article (and of no other) that may state its date
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
