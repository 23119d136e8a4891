#include "engine/analyze.h"

#include <algorithm>

#include "article/articles.h"
#include "base/limits.h"
#include "engine/parts.h"
#include "engine/publish_evidence.h"
#include "engine/publish_infer.h"
#include "engine/publish_live.h"
#include "language/events/events.h"
#include "language/names/names.h"
#include "language/quantities/quantities.h"
#include "language/speech/speech.h"
#include "language/times/times.h"
#include "language/varieties/varieties.h"
#include "language/words/words.h"
#include "lexicon/compiler.h"
#include "linking/entities.h"

namespace isnad::engine {

Knowledge::Knowledge(lexicon::LexiconPtr lexicon)
    : parts_(std::make_unique<const Parts>(std::move(lexicon))) {}
Knowledge::~Knowledge() = default;

Result<lexicon::LexiconPtr> load_lexicon(const std::string& image,
                                         const std::optional<std::string>& overlay) {
    ISNAD_TRY(lexicon::LexiconPtr base, lexicon::Lexicon::open(image));
    if (!overlay) return base;
    ISNAD_TRY(auto tables, lexicon::read_tables(*overlay));
    return lexicon::Lexicon::from_image(
        lexicon::compile(lexicon::overlay(lexicon::tables_of(*base), std::move(tables))), *overlay);
}

namespace {

using NormalPtr = std::shared_ptr<const NormalText>;

// Reads one page by the stages, in their order. Each stage takes what it needs and gives what it made.
class Reader {
  public:
    Reader(PagePtr page, const Knowledge::Parts& know)
        : page_(std::move(page)),
          know_(know),
          normal_(std::make_shared<const NormalText>(normalise(page_->text))) {}

    PageAnalysis read() {
        PageAnalysis out;
        out.page = page_;
        if (is_binary(*page_)) return out;
        article::ArticlesOfPage found =
            article::find_articles(*page_, *normal_, *know_.lexicon, know_.blocks);
        out.kind = found.kind;
        chrome_ = found.chrome;
        out.chrome = std::move(found.chrome);
        out.problems = std::move(found.problems);
        for (Article& article : found.articles) {
            if (out.articles.size() == 1) date_posts(found.articles, out.articles.front());
            out.articles.push_back(read_article(std::move(article), out.articles.size()));
        }
        for (const Analysis& article : out.articles)
            out.problems.insert(out.problems.end(), article.problems.begin(), article.problems.end());
        linking::Entities linked = linking::link_names(out.articles, *know_.linking);
        out.entities = std::move(linked.entities);
        out.entity_of = std::move(linked.entity_of);
        out.entities_of_mention = std::move(linked.entities_of_mention);
        return out;
    }

    Analysis read_article(Article article, std::size_t ordinal) const {
        const varieties::Variety variety = variety_of(article);
        if (!variety.shares.empty()) article.language = variety.language;
        Analysis out;
        out.dialect = variety.dialect;
        out.document = Document::create(page_, ordinal, std::move(article));
        out.words = words::find_words(*out.document, normal_, know_.clitics);
        note_cut(out);
        if (variety.leaves_no_arabic()) return not_arabic(std::move(out));
        for (Problem& note : words::note_glued(out.words)) out.problems.push_back(std::move(note));
        const auto expressions = times::find(*out.document, out.words, know_.numerals, *know_.times);
        out.names = names::find_names(*out.document, out.words, know_.clitics, *know_.names);
        date(out, expressions);
        out.times = times::resolve(out.words, expressions, out.reference_date, *know_.times);
        out.quantities =
            quantities::find_quantities(*out.document, out.words, know_.numerals, *know_.quantities);
        read_speech_and_events(out);
        return out;
    }

  private:
    // The date of publication among all that the page states, then the day that relative times hang on.
    void date(Analysis& out, const times::Expressions& expressions) const {
        const times::SaidDays said = times::days_said(*out.document, expressions);
        const DatedArticle from{*page_, out.document->article(), out.document->ordinal() == 0, chrome_};
        Publishing found = choose_date(gather_dates(from, normal_, know_, said.dates),
                                       {said.weekday, said.latest_past}, page_->fetched);
        const std::size_t ordinal = out.document->ordinal();
        if (!found.published && ordinal < posts_.size() && posts_[ordinal].day)
            found.published = dated_post(posts_[ordinal]);
        std::vector<times::PageDate> stated;
        if (const auto& day = found.published)
            stated.push_back({day->value, day->basis, day->why, day->span, times::DateRole::published});
        out.reference_date = times::anchor(*out.document, expressions, stated);
        out.published = std::move(found.published);
        out.modified = std::move(found.modified);
        out.date_candidates = std::move(found.candidates);
        if (!out.reference_date) infer(out, expressions);
    }

    // Live posts behind the first article, by their times of day.
    void date_posts(const std::vector<Article>& articles, const Analysis& first) {
        const auto day = first.published ? parse_iso_day(first.published->value) : std::nullopt;
        if (day) posts_ = dates_of_posts(page_, normal_, articles, *day, know_);
    }

    // Nothing states the day: what the text leaves possible.
    void infer(Analysis& out, const times::Expressions& expressions) const {
        auto bounds =
            times::bounds_of_text(*out.document, out.words, know_.numerals, *know_.times, expressions);
        for (auto& bound : bounds_of_terms(*out.document, out.names, *know_.lexicon))
            bounds.push_back(std::move(bound));
        auto inferred = infer_date(bounds, page_->fetched);
        if (!inferred) return;
        const auto days = day_range(inferred->value);
        if (days && days->days() <= reference_days) out.reference_date = inferred;
        out.date_candidates.push_back(std::move(*inferred));
    }

    varieties::Variety variety_of(const Article& article) const {
        const std::string_view declared =
            page_->markup ? page_->markup->first(MetaField::language) : std::string_view{};
        return varieties::identify(*page_, *normal_, article.blocks, declared, know_.clitics,
                                   *know_.varieties);
    }

    // An article in another language keeps its words and the date that the page states; the stages that read
    // Arabic would only make rubbish of it.
    Analysis not_arabic(Analysis out) const {
        const Document& document = *out.document;
        const Words no_words{normal_, {}, {}};
        date(out, times::find(document, no_words, know_.numerals, *know_.times));
        out.problems.push_back({"not_arabic", Severity::note,
                                "the article is in another language (" + document.article().language +
                                    "): names, times and statements are read in Arabic only",
                                document.blocks().front().span, std::nullopt});
        return out;
    }

    void read_speech_and_events(Analysis& out) const {
        out.mentions = speech::find_mentions(*out.document, out.words, out.names, out.reference_date,
                                             know_.clitics, *know_.mentions);
        out.statements = speech::find_statements(*out.document, out.words, out.names, out.mentions,
                                                 know_.clitics, *know_.statements);
        out.statements = speech::with_commitments(out.words, out.statements, *know_.modals);
        const events::Before before{*out.document, out.words,      out.names,     out.mentions,
                                    out.times,     out.quantities, out.statements};
        out.events = events::find_events(before, know_.clitics, *know_.events);
    }

    static bool is_binary(const Page& page) {
        return std::any_of(page.problems.begin(), page.problems.end(),
                           [](const Problem& problem) { return problem.code == "binary"; });
    }

    static void note_cut(Analysis& analysis) {
        if (analysis.words.words.size() < limits::annotations_per_layer) return;
        const Span last = analysis.words.words[analysis.words.words.size() - 1].span;
        analysis.problems.push_back(
            {"too_many_words", Severity::error,
             "the article was cut at " + std::to_string(limits::annotations_per_layer) + " words", last,
             std::nullopt});
    }

    PagePtr page_;
    const Knowledge::Parts& know_;
    NormalPtr normal_;
    std::vector<ChromeLine> chrome_;  // of the page
    std::vector<PostDate> posts_;     // live posts that state only a time, by the index of their article
};

}  // namespace

PageAnalysis analyze(PagePtr page, const Knowledge& knowledge) {
    return Reader(std::move(page), knowledge.parts()).read();
}

Analysis analyze_article(PagePtr page, std::size_t ordinal, Article article, const Knowledge& knowledge) {
    return Reader(std::move(page), knowledge.parts()).read_article(std::move(article), ordinal);
}

}  // namespace isnad::engine
