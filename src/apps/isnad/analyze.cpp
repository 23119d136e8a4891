// isnad analyze INPUT...: every layer of every input, as JSON lines or as a reading view.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "apps/isnad/verbs.h"
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
        : options_(options), lexicon_(lexicon), knowledge_(knowledge) {}

    int run() {
        for (const std::string& input : options_.inputs) {
            if (!read(input)) break;
        }
        if (std::fflush(stdout) != 0) status_ = exit_environment;
        return status_;
    }

  private:
    // False when writing failed: nothing more can be told.
    bool read(const std::string& input) {
        auto file = read_file(input, limits::page_bytes);
        if (!file) {
            note(file.error().text(),
                 file.error().kind == ErrorKind::environment ? exit_environment : exit_input);
            return !options_.json || write(views::unreadable_json(input, file.error(), ISNAD_VERSION) + '\n');
        }
        source::Origin origin{.path = input, .address = {}, .fetched = options_.now, .cut = file.value().cut};
        const PagePtr page = source::read_page(std::move(file.value().bytes), std::move(origin));
        const PageAnalysis analysis = engine::analyze(page, knowledge_);
        report(*page, page->problems);
        report(*page, analysis.problems);
        if (options_.json) return write(views::analysis_json(analysis, ISNAD_VERSION) + '\n');
        return write(views::reading_view(
            analysis, {.colour = wants_colour(), .arabic = options_.lang == "ar"}, lexicon_));
    }

    void report(const Page& page, const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) {
            const Place place{.file = page.path,
                              .byte = problem.byte   ? problem.byte
                                      : problem.span ? std::optional<std::uint64_t>(problem.span->begin)
                                                     : std::nullopt};
            note(Error{problem.code, problem.what, place}.text(),
                 problem.severity == Severity::error ? exit_input : exit_done);
        }
    }

    void note(const std::string& text, int status) {
        status_ = std::max(status_, status);
        if (!options_.quiet) std::fprintf(stderr, "isnad: %s\n", text.c_str());
    }

    bool write(const std::string& text) {
        if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
        status_ = exit_environment;
        return false;
    }

    const Options& options_;
    const lexicon::Lexicon& lexicon_;
    const engine::Knowledge& knowledge_;
    int status_ = exit_done;
};

}  // namespace

int analyze(const Options& options) {
    const auto lexicon = engine::load_lexicon(options.lexicon_image, options.lexicon);
    if (!lexicon) {
        std::fprintf(stderr, "isnad: %s\n", lexicon.error().text().c_str());
        return lexicon.error().kind == ErrorKind::environment || !options.lexicon ? exit_environment
                                                                                  : exit_input;
    }
    const engine::Knowledge knowledge(lexicon.value());
    return Analyze(options, *lexicon.value(), knowledge).run();
}

}  // namespace isnad::apps
