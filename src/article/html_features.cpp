#include "article/html_features.h"

#include <algorithm>

namespace isnad::article {
namespace {

constexpr double few_links = 0.35;
constexpr std::size_t prose_words = 12, finished_words = 5;
// Shares of the page's prose.
constexpr double little_prose = 0.1, some_prose = 0.4, much_prose = 0.7, nearly_all_prose = 0.8;
constexpr double part_link = 0.2;
constexpr std::size_t link_words = 3;
constexpr std::uint32_t teaser_blocks = 8, listed_teasers = 4;
constexpr double most_teaser_words = 80;
constexpr double many_links = 0.5;

// What an element is by its own names, when these say that it is no part of an article.
std::optional<ChromeKind> chrome_by_names(const Container& container) {
    const auto has = [&](std::uint32_t bits) { return (container.hints & bits) != 0; };
    if (container.tag == TagKind::quote) return std::nullopt;  // a quotation, or a post of a network
    if ((container.inside & inside::nav) != 0) return ChromeKind::navigation;
    if (has(hint::comment)) return ChromeKind::comments;
    if (has(hint::body)) return std::nullopt;
    if (has(hint::related)) return ChromeKind::related;
    if (has(hint::share)) return ChromeKind::share;
    if (has(hint::newsletter)) return ChromeKind::newsletter;
    if (has(hint::advert)) return ChromeKind::advert;
    if (has(hint::hidden)) return ChromeKind::other;
    if (has(hint::tags)) return ChromeKind::keywords;
    if (has(hint::chrome)) return ChromeKind::navigation;
    if ((container.inside & (inside::aside | inside::footer | inside::form)) != 0) return ChromeKind::other;
    return std::nullopt;
}

class Features {
  public:
    Features(const Page& page, const NormalText& normal, const ChromeMarks& marks)
        : page_(page), markup_(*page.markup), normal_(normal), marks_(marks) {}

    PageFeatures run() {
        out_.containers.resize(markup_.containers.size());
        out_.blocks.reserve(markup_.blocks.size());
        for (const MarkupBlock& block : markup_.blocks) out_.blocks.push_back(features(block));
        sum_up();
        exclude();
        return std::move(out_);
    }

  private:
    BlockFeatures features(const MarkupBlock& block) {
        BlockFeatures f;
        const std::string_view text = page_.slice(block.span);
        f.line.span = block.span;
        f.line.set_words(lexicon::words_of(normal_.search(normal_.normal(block.span))));
        f.line.ends_sentence = ends_with_stop(text);
        f.mark = marks_.of(f.line, page_);
        f.link_density = static_cast<double>(block.link_bytes) /
                         static_cast<double>(std::max<std::uint32_t>(block.span.size(), 1));
        f.link_density = std::min(f.link_density, 1.0);
        const std::size_t words = f.line.words.size();
        f.prose = f.link_density < few_links && !is_heading(block.tag) && !f.mark &&
                  (words >= prose_words || (f.line.ends_sentence && words >= finished_words));
        f.line.in_prose = f.prose;
        ContainerFeatures& own = out_.containers[block.container];
        own.words += static_cast<double>(words);
        own.link_words += static_cast<double>(words) * f.link_density;
        if (f.prose) own.prose_words += static_cast<double>(words);
        own.prose_blocks += f.prose;
        ++own.blocks;
        // "Share", "read more": no headline.
        own.linked = own.linked || (f.link_density >= part_link && words >= link_words && !f.mark);
        own.holds_article = own.holds_article || block.tag == TagKind::h1;
        return f;
    }

    // A container stands behind its parent: one pass from the end carries the sums up.
    void sum_up() {
        for (std::size_t i = out_.containers.size(); i-- > 1;) {
            const ContainerFeatures& from = out_.containers[i];
            ContainerFeatures& to = out_.containers[markup_.containers[i].parent];
            to.prose_words += from.prose_words;
            to.words += from.words;
            to.link_words += from.link_words;
            to.prose_blocks += from.prose_blocks;
            to.blocks += from.blocks;
            to.linked = to.linked || from.linked;
            const bool article = (markup_.containers[i].inside & inside::article) != 0;
            const bool body = (markup_.containers[i].hints & hint::body) != 0;
            to.holds_article = to.holds_article || from.holds_article || (article && from.prose_words > 0);
            to.holds_body = to.holds_body || from.holds_body || (body && from.prose_words > 0);
        }
    }

    // Names exclude a container, unless it holds so much of the page's text that the names cannot mean it.
    bool is_excluded(std::size_t at, ChromeKind kind) const {
        const ContainerFeatures& f = out_.containers[at];
        const double share = f.prose_words / std::max(1.0, out_.containers[0].prose_words);
        if (kind == ChromeKind::comments) return share < nearly_all_prose;
        if (kind == ChromeKind::keywords) return f.link_words > many_links * f.words;
        if ((markup_.containers[at].hints & hint::hidden) != 0) return share < nearly_all_prose;
        if (f.in_body && kind == ChromeKind::navigation)
            return share < little_prose || f.link_words > few_links * f.words;
        return share < (f.holds_body ? little_prose : f.holds_article || f.in_body ? some_prose : much_prose);
    }

    // One headline with its summary, as lists of other articles have them.
    bool is_teaser(const ContainerFeatures& f) const {
        return f.linked && f.prose_blocks == 1 && f.blocks <= teaser_blocks &&
               f.prose_words <= most_teaser_words;
    }

    // Where most children of a container are teasers, they are a list of other articles.
    std::vector<bool> teasers() const {
        std::vector<std::uint32_t> found(out_.containers.size()), prose(out_.containers.size());
        for (std::size_t i = 1; i < out_.containers.size(); ++i) {
            const std::uint32_t parent = markup_.containers[i].parent;
            prose[parent] += out_.containers[i].prose_blocks > 0;
            found[parent] += is_teaser(out_.containers[i]);
        }
        std::vector<bool> out(out_.containers.size());
        for (std::size_t i = 1; i < out.size(); ++i) {
            const std::uint32_t parent = markup_.containers[i].parent;
            out[i] = found[parent] >= listed_teasers && found[parent] * 4 >= prose[parent] * 3 &&
                     is_teaser(out_.containers[i]);
        }
        return out;
    }

    void exclude() {
        const std::vector<bool> teaser = teasers();
        for (std::size_t i = 1; i < out_.containers.size(); ++i) {
            const Container& container = markup_.containers[i];
            ContainerFeatures& f = out_.containers[i];
            const ContainerFeatures& parent = out_.containers[container.parent];
            const auto kind = chrome_by_names(container);
            f.in_body = parent.in_body || (container.hints & hint::body) != 0;
            f.excluded = parent.excluded;
            f.kind = parent.kind;
            if (!f.excluded && kind && is_excluded(i, *kind)) {
                f.excluded = true;
                f.kind = *kind;
            } else if (!f.excluded && teaser[i] && !f.in_body) {
                f.excluded = true;
                f.kind = ChromeKind::related;
            }
        }
        for (std::size_t i = 0; i < out_.blocks.size(); ++i) {
            const ContainerFeatures& container = out_.containers[markup_.blocks[i].container];
            out_.blocks[i].outside = container.excluded;
            out_.blocks[i].outside_kind = container.kind;
        }
    }

    const Page& page_;
    const Markup& markup_;
    const NormalText& normal_;
    const ChromeMarks& marks_;
    PageFeatures out_;
};

}  // namespace

PageFeatures features_of(const Page& page, const NormalText& normal, const ChromeMarks& marks) {
    return Features(page, normal, marks).run();
}

}  // namespace isnad::article
