#include "engine/analyze.h"

#include <algorithm>

#include "article/articles.h"
#include "base/limits.h"
#include "engine/parts.h"
#include "language/events/events.h"
#include "language/names/names.h"
#include "language/quantities/quantities.h"
#include "language/speech/speech.h"
#include "language/times/times.h"
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
        article::ArticlesOfPage found = article::find_articles(*page_, *normal_, *know_.lexicon);
        out.kind = found.kind;
        out.chrome = std::move(found.chrome);
        out.problems = std::move(found.problems);
        for (Article& article : found.articles)
            out.articles.push_back(read_article(std::move(article), out.articles.size()));
        for (const Analysis& article : out.articles)
            out.problems.insert(out.problems.end(), article.problems.begin(), article.problems.end());
        linking::Entities linked = linking::link_names(out.articles, *know_.lexicon);
        out.entities = std::move(linked.entities);
        out.entity_of = std::move(linked.entity_of);
        out.entities_of_mention = std::move(linked.entities_of_mention);
        return out;
    }

    Analysis read_article(Article article, std::size_t ordinal) const {
        const std::vector<times::PageDate> stated = stated_dates(article);
        Analysis out;
        out.document = Document::create(page_, ordinal, std::move(article));
        out.words = words::find_words(*out.document, normal_, know_.clitics);
        note_cut(out);
        const auto expressions = times::find(*out.document, out.words, know_.numerals, *know_.times);
        out.reference_date = times::anchor(*out.document, expressions, stated);
        if (out.reference_date && out.reference_date->basis == "stated") out.published = out.reference_date;
        out.times = times::resolve(out.words, expressions, out.reference_date, *know_.times);
        out.quantities =
            quantities::find_quantities(*out.document, out.words, know_.numerals, *know_.quantities);
        out.names = names::find_names(*out.document, out.words, know_.clitics, *know_.names);
        read_speech_and_events(out);
        return out;
    }

  private:
    void read_speech_and_events(Analysis& out) const {
        out.mentions = speech::find_mentions(*out.document, out.words, out.names, out.reference_date,
                                             know_.clitics, *know_.mentions);
        out.statements = speech::find_statements(*out.document, out.words, out.names, out.mentions,
                                                 know_.clitics, *know_.statements);
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

    std::vector<times::PageDate> stated_dates(const Article& article) const {
        std::vector<times::PageDate> dates;
        for (const Span line : article.date_lines) {
            Article only_line;
            only_line.blocks.push_back({BlockKind::paragraph, line});
            const DocumentPtr document = Document::create(page_, 0, std::move(only_line));
            const Words words = words::find_words(*document, normal_, know_.clitics);
            for (auto& date : times::dates_in_line(*document, words, know_.numerals, *know_.times))
                dates.push_back(std::move(date));
        }
        // The metadata state a date, too; a date line that the page names as publication goes before it.
        if (const auto& date = article.stated_date)
            dates.push_back({date->value, "stated", date->why, date->span});
        return dates;
    }

    PagePtr page_;
    const Knowledge::Parts& know_;
    NormalPtr normal_;
};

}  // namespace

PageAnalysis analyze(PagePtr page, const Knowledge& knowledge) {
    return Reader(std::move(page), knowledge.parts()).read();
}

Analysis analyze_article(PagePtr page, std::size_t ordinal, Article article, const Knowledge& knowledge) {
    return Reader(std::move(page), knowledge.parts()).read_article(std::move(article), ordinal);
}

}  // namespace isnad::engine
