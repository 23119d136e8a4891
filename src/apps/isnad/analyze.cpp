// isnad analyze INPUT...: every layer of every input, as JSON lines or as a reading view.
#include <unistd.h>

#include <cstdlib>

#include "apps/isnad/notes.h"
#include "base/files.h"
#include "base/limits.h"
#include "engine/analyze.h"
#include "source/read_page.h"
#include "views/analysis_json.h"
#include "views/reading.h"

namespace isnad::apps {
namespace {

bool wants_colour() {
    const char* no_colour = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

class Analyze {
  public:
    Analyze(const Options& options, const lexicon::Lexicon& lexicon, const engine::Knowledge& knowledge)
        : options_(options), lexicon_(lexicon), knowledge_(knowledge), notes_(options.quiet) {}

    int run() {
        for (const std::string& input : options_.inputs) {
            if (!read(input)) break;
        }
        return notes_.finish();
    }

  private:
    // False when writing failed: nothing more can be told.
    bool read(const std::string& input) {
        auto file = read_file(input, limits::page_bytes);
        if (!file) {
            notes_.tell(file.error());
            return !options_.json ||
                   notes_.write(views::unreadable_json(input, file.error(), ISNAD_VERSION) + '\n');
        }
        source::Origin origin{.path = input, .address = {}, .fetched = options_.now, .cut = file.value().cut};
        const PagePtr page = source::read_page(std::move(file.value().bytes), std::move(origin));
        const PageAnalysis analysis = engine::analyze(page, knowledge_);
        for (const Problem& problem : page->problems) notes_.tell(problem, page->path);
        for (const Problem& problem : analysis.problems) notes_.tell(problem, page->path);
        if (options_.json) return notes_.write(views::analysis_json(analysis, ISNAD_VERSION) + '\n');
        return notes_.write(views::reading_view(
            analysis, {.colour = wants_colour(), .arabic = options_.lang == "ar"}, lexicon_));
    }

    const Options& options_;
    const lexicon::Lexicon& lexicon_;
    const engine::Knowledge& knowledge_;
    Notes notes_;
};

}  // namespace

int analyze(const Options& options) {
    return with_lexicon(options, [&](const lexicon::Lexicon& lexicon, const engine::Knowledge& knowledge) {
        return Analyze(options, lexicon, knowledge).run();
    });
}

}  // namespace isnad::apps
