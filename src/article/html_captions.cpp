#include "article/html_captions.h"

#include <algorithm>
#include <array>

#include "article/html_facts_near.h"
#include "text/normalise.h"
#include "text/trimmed.h"

namespace isnad::article {
namespace {

constexpr std::size_t credit_words = 8, images_told = 60, file_bytes = 6;
constexpr std::uint32_t near_blocks = 2;
constexpr std::size_t figure_steps = 8, captions_sought = 300;

std::optional<std::uint32_t> block_of(const Markup& markup, Span span) {
    const auto found =
        std::lower_bound(markup.blocks.begin(), markup.blocks.end(), span.begin,
                         [](const MarkupBlock& block, std::uint32_t at) { return block.span.begin < at; });
    if (found == markup.blocks.end() || found->span != span) return std::nullopt;
    return static_cast<std::uint32_t>(found - markup.blocks.begin());
}

// The innermost figure around a container.
std::optional<std::uint32_t> figure_of(const Markup& markup, std::uint32_t container) {
    std::size_t steps = 0;
    for (std::uint32_t at = container; at != no_container && steps < figure_steps;
         at = markup.containers[at].parent, ++steps) {
        const bool caption = markup.containers[at].tag == TagKind::caption;
        if (!caption && (markup.containers[at].inside & inside::figure) != 0) return at;
    }
    return std::nullopt;
}

class Credits {
  public:
    Credits(const HtmlPage& page, const lexicon::Lexicon& lexicon)
        : page_(page), lexicon_(lexicon), table_(lexicon.table("credits")) {
        if (table_) kind_ = lexicon.column(*table_, "kind");
    }

    // The credit at the end of a caption.
    std::optional<Span> in_text(Span caption) const {
        const NormalSpan normal = page_.normal.normal(caption);
        const auto words = lexicon::words_of(page_.normal.search(normal));
        if (const auto span = in_brackets(caption)) return span;
        if (const auto span = behind_lead(words, caption)) return span;
        return behind_sign(caption);
    }

    // A line of its own: without the phrase that opens it.
    Span alone(Span line) const {
        const auto words = lexicon::words_of(page_.normal.search(page_.normal.normal(line)));
        return behind_lead(words, line).value_or(line);
    }

  private:
    Span part(Span line, std::size_t begin, std::size_t end) const {
        return trimmed(page_.page.text, {line.begin + static_cast<std::uint32_t>(begin),
                                         line.begin + static_cast<std::uint32_t>(end)});
    }

    // Calls use(entry, first, end) for every key of the lexicon in the words.
    template <class Use>
    void each_entry(const std::vector<std::string_view>& words, Use use) const {
        for (std::size_t first = 0; first < words.size(); ++first) {
            lexicon::Phrase phrase;
            for (std::size_t next = first; next < words.size(); ++next) {
                phrase = phrase.then(words[next]);
                const lexicon::Found found = lexicon_.find(phrase);
                for (const lexicon::Entry& entry : found.entries) use(entry, first, next + 1);
                if (!found.longer) break;
            }
        }
    }

    bool is_kind(const lexicon::Entry& entry, std::string_view kind) const {
        return table_ && entry.table == *table_ && lexicon_.cell(entry, kind_) == kind;
    }

    // An agency, an outlet, a service of pictures stands in it.
    bool is_named(Span span) const {
        const auto words = lexicon::words_of(page_.normal.search(page_.normal.normal(span)));
        if (words.empty() || words.size() > credit_words) return false;
        bool named = false;
        each_entry(words, [&](const lexicon::Entry& entry, std::size_t, std::size_t) {
            const std::string_view table = lexicon_.table_name(entry.table);
            named = named || table == "agencies" || table == "outlets" || is_kind(entry, "name");
        });
        return named;
    }

    std::optional<Span> in_brackets(Span caption) const {
        const std::string_view text = page_.page.slice(caption);
        std::size_t end = text.size();
        while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ' ')) --end;
        if (end == 0 || (text[end - 1] != ')' && text[end - 1] != ']')) return std::nullopt;
        const std::size_t open = text.find_last_of("([", end - 1);
        if (open == std::string_view::npos || open + 1 >= end - 1) return std::nullopt;
        const Span inner = part(caption, open + 1, end - 1);
        if (inner.empty()) return std::nullopt;
        const auto words = lexicon::words_of(page_.normal.search(page_.normal.normal(inner)));
        if (const auto named = behind_lead(words, inner)) return named;
        const std::string_view within = page_.page.slice(inner);
        const bool divided = within.find('/') != std::string_view::npos && words.size() >= 2 &&
                             within.find_first_of("0123456789") == std::string_view::npos;
        const bool short_enough = words.size() <= credit_words;
        return short_enough && (divided || is_named(inner)) ? std::optional<Span>(inner) : std::nullopt;
    }

    // Behind the last phrase that leads to a name: at the start of the caption or of its last part.
    std::optional<Span> behind_lead(const std::vector<std::string_view>& words, Span line) const {
        std::size_t from = 0, to = 0;
        each_entry(words, [&](const lexicon::Entry& entry, std::size_t first, std::size_t end) {
            if (!is_kind(entry, "lead") || end >= words.size() || words.size() - end > credit_words) return;
            const bool sign = has_sign(words[end - 1], words[end]);
            const bool starts = first == 0 || has_sign(words[first - 1], words[first]);
            if ((sign || end - first >= 2) && starts && (to == 0 || first > from || end > to)) {
                from = first;
                to = end;
            }
        });
        if (to == 0) return std::nullopt;
        const Span rest{original(words[to]).begin, line.end};
        const std::string_view text = page_.page.slice(rest);
        std::size_t end = text.size();
        while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ')' || text[end - 1] == ' ')) --end;
        return end == 0 ? std::nullopt : std::optional<Span>(part(rest, 0, end));
    }

    Span original(std::string_view word) const {
        const auto at = static_cast<std::uint32_t>(word.data() - page_.normal.search().data());
        return page_.normal.original({at, at + static_cast<std::uint32_t>(word.size())});
    }

    // Whether more than a space stands between two words.
    bool has_sign(std::string_view a, std::string_view b) const {
        const char* const end = a.data() + a.size();
        return std::any_of(end, b.data(), [](char c) { return c != ' '; });
    }

    // "... - Reuters", "... | AFP / Name".
    std::optional<Span> behind_sign(Span caption) const {
        const std::string_view text = page_.page.slice(caption);
        std::size_t first = std::string_view::npos, size = 0;
        for (const std::string_view sign : {" - ", " | ", " \u2013 ", " \u2014 ", "\u00A9", " / ", ". "}) {
            for (std::size_t at = text.find(sign); at != std::string_view::npos;
                 at = text.find(sign, at + sign.size())) {
                if (at >= first) break;
                if (!is_named(part(caption, at + sign.size(), text.size()))) continue;
                first = at;
                size = sign.size();
            }
        }
        if (first == std::string_view::npos) return std::nullopt;
        return part(caption, first + size, text.size());
    }

    const HtmlPage& page_;
    const lexicon::Lexicon& lexicon_;
    std::optional<lexicon::TableId> table_;
    std::size_t kind_ = 0;
};

// A block of the same figure, or right beside the caption, that is marked as the credit.
std::optional<Span> credit_beside(const HtmlPage& page, const Credits& credits, std::uint32_t caption) {
    const auto figure = figure_of(page.markup, page.markup.blocks[caption].container);
    const std::uint32_t begin = caption > near_blocks ? caption - near_blocks : 0;
    const auto blocks = static_cast<std::uint32_t>(page.markup.blocks.size());
    for (std::uint32_t i = begin; i < std::min(caption + near_blocks + 1, blocks); ++i) {
        const MarkupBlock& block = page.markup.blocks[i];
        if (i == caption || page.features.blocks[i].line.words.size() > credit_words) continue;
        const auto& mark = page.features.blocks[i].mark;
        const bool said = (block.hints & hint::credit) != 0 || (mark && mark->kind == ChromeKind::credit);
        const bool same = figure ? figure_of(page.markup, block.container) == figure
                                 : page.markup.containers[block.container].parent ==
                                       page.markup.containers[page.markup.blocks[caption].container].parent;
        if (said && same) return credits.alone(block.span);
    }
    return std::nullopt;
}

// The last step of an address without what only changes its size.
std::string_view file_of(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    const std::size_t slash = address.rfind('/');
    return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

bool is_same_picture(std::string_view a, std::string_view b) {
    return a == b || (file_of(a).size() >= file_bytes && file_of(a) == file_of(b));
}

// Icons and marks of the site are no pictures of an article.
bool is_ornament(std::string_view address) {
    constexpr std::array words{"logo",   "icon",  "avatar", "sprite", "spacer",  "placeholder",
                               "blank.", "pixel", ".svg",   "emoji",  "gravatar"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return address.find(word) != std::string_view::npos; });
}

// Old pages put a picture and its caption in a table of their own.
bool is_alone_in_table(const Markup& markup, std::uint32_t block, std::uint32_t container) {
    std::size_t steps = 0;
    for (std::uint32_t at = container; at != no_container && steps < figure_steps; ++steps) {
        const Container& one = markup.containers[at];
        if (one.first_block != block || one.end_block > block + 1) return false;
        if (one.end_block == block + 1) return (one.inside & inside::table) != 0 || steps > 0;
        at = one.parent;
    }
    return false;
}

// A line that is named as the caption of a picture, or stands in its figure, and is no link.
bool is_caption(const HtmlPage& page, std::uint32_t at, const MarkupImage& image) {
    const MarkupBlock& block = page.markup.blocks[at];
    const BlockFeatures& f = page.features.blocks[at];
    const std::size_t words = f.line.words.size();
    if (words == 0 || words > caption_words || f.link_density > 0.5 || is_heading(block.tag)) return false;
    const auto inlines = std::any_of(
        page.markup.inlines.begin(), page.markup.inlines.end(),
        [&](const InlineSpan& one) { return one.block == at && (one.hints & hint::caption) != 0; });
    const bool named = block.tag == TagKind::caption || (block.hints & hint::caption) != 0 || inlines;
    const auto figure = figure_of(page.markup, image.container);
    if (!named && is_alone_in_table(page.markup, at, image.container)) return words >= 2;
    return named || (figure && figure_of(page.markup, block.container) == figure);
}

class Pictures {
  public:
    Pictures(const HtmlPage& page, const ArticlePlace& place, Article& article)
        : page_(page), place_(place), article_(article), reach_(place.end) {}

    void run(bool main) {
        for (const MarkupImage& image : page_.markup.images) {
            if (article_.images.size() >= images_told) return;
            if (image.block ? is_near(image) && belongs(image) : main) take(image);
        }
    }

    // Captions of the article's pictures that stand outside of its text.
    void find_captions() {
        std::vector<Block> found;
        for (const MarkupImage& image : page_.markup.images) {
            if (!image.block || !is_near(image) || !belongs(image)) continue;
            for (std::uint32_t at = *image.block; at < *image.block + near_blocks; ++at) {
                if (at >= page_.markup.blocks.size() || !is_caption(page_, at, image)) continue;
                const Span span = page_.markup.blocks[at].span;
                reach_ = std::max(reach_, at + 1);
                if (const auto kept = kept_at(span, at, image))
                    article_.blocks[*kept].kind = BlockKind::caption;
                if (is_free(span, article_.blocks) && is_free(span, found))
                    found.push_back({BlockKind::caption, span});
            }
            if (found.size() >= images_told) break;
        }
        article_.blocks.insert(article_.blocks.end(), found.begin(), found.end());
        std::sort(article_.blocks.begin(), article_.blocks.end(),
                  [](const Block& a, const Block& b) { return a.span < b.span; });
    }

  private:
    bool is_near(const MarkupImage& image) const {
        const std::uint32_t begin = std::min(place_.title.value_or(place_.first), place_.first);
        return *image.block + 1 >= begin && *image.block <= reach_;
    }

    // The caption as the extraction took it: as the deck, or as a paragraph though it shares a table with its
    // picture and nothing else.
    std::optional<std::size_t> kept_at(Span span, std::uint32_t at, const MarkupImage& image) const {
        const bool alone = is_alone_in_table(page_.markup, at, image.container) &&
                           !page_.features.blocks[at].line.ends_sentence;
        for (std::size_t i = 0; i < article_.blocks.size() && article_.blocks[i].span.begin <= span.begin;
             ++i) {
            const BlockKind kind = article_.blocks[i].kind;
            if (article_.blocks[i].span != span) continue;
            if (kind == BlockKind::deck || (alone && kind == BlockKind::paragraph)) return i;
        }
        return std::nullopt;
    }

    static bool is_free(Span span, const std::vector<Block>& blocks) {
        return std::none_of(blocks.begin(), blocks.end(),
                            [&](const Block& block) { return block.span.overlaps(span); });
    }

    bool belongs(const MarkupImage& image) const {
        const ContainerFeatures& around = page_.features.containers[image.container];
        const bool above = place_.title && image.block && *image.block > *place_.title &&
                           *image.block <= place_.first && around.kind == ChromeKind::navigation;
        if ((around.excluded && !above) || is_ornament(image.address)) return false;
        std::size_t steps = 0;
        for (std::uint32_t at = image.container; at != no_container && steps < 8; ++steps) {
            const Container& container = page_.markup.containers[at];
            if ((container.hints & (hint::byline | hint::share | hint::related)) != 0) return false;
            at = container.parent;
        }
        return true;
    }

    void take(const MarkupImage& image) {
        Image made;
        made.address = resolved_address(image.address, page_.page.address);
        made.description = image.description;
        if (image.block) find_caption(image, made);
        const auto known =
            std::find_if(article_.images.begin(), article_.images.end(),
                         [&](const Image& other) { return is_same_picture(other.address, made.address); });
        if (known == article_.images.end()) return article_.images.push_back(std::move(made));
        if (known->description.empty()) known->description = made.description;
        if (!known->caption) {
            known->caption = made.caption;
            known->credit = made.credit;
        }
    }

    // The caption in the same figure, else the one right behind the picture.
    void find_caption(const MarkupImage& image, Image& made) {
        const auto figure = figure_of(page_.markup, image.container);
        std::size_t sought = 0;
        for (const Block& block : article_.blocks) {
            if (block.kind != BlockKind::caption) continue;
            if (++sought > captions_sought) return;
            const auto at = block_of(page_.markup, block.span);
            if (!at) continue;
            const bool same = figure ? figure_of(page_.markup, page_.markup.blocks[*at].container) == figure
                                     : *at == *image.block;
            if (!same) continue;
            made.caption = block.span;
            made.credit = block.credit;
            reach_ = std::max(reach_, *at + 1);
            return;
        }
    }

    const HtmlPage& page_;
    const ArticlePlace& place_;
    Article& article_;
    std::uint32_t reach_;  // pictures with captions may follow the text one behind the other
};

}  // namespace

void find_captions(const HtmlPage& page, const ArticlePlace& place, Article& article) {
    Pictures(page, place, article).find_captions();
}

void credit_captions(const HtmlPage& page, const lexicon::Lexicon& lexicon, Article& article) {
    const Credits credits(page, lexicon);
    for (Block& block : article.blocks) {
        if (block.kind != BlockKind::caption || block.credit) continue;
        block.credit = credits.in_text(block.span);
        const auto at = block.credit ? std::nullopt : block_of(page.markup, block.span);
        if (at) block.credit = credit_beside(page, credits, *at);
    }
}

void find_images(const HtmlPage& page, const ArticlePlace& place, bool main, Article& article) {
    Pictures(page, place, article).run(main);
}

}  // namespace isnad::article
