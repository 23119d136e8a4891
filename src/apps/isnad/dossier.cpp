// isnad dossier INPUT...: read many pages, connect them, tell.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "apps/isnad/notes.h"
#include "apps/isnad/progress.h"
#include "base/files.h"
#include "engine/collect.h"
#include "engine/dossier.h"
#include "views/dossier_json.h"
#include "views/dossier_page.h"
#include "views/dossier_summary.h"

namespace isnad::apps {
namespace {

// Colour and width of the terminal that standard output is; plain text of 100 columns elsewhere.
views::DossierStyle style_of_terminal(bool arabic) {
    views::DossierStyle style{.arabic = arabic};
    if (::isatty(STDOUT_FILENO) == 0) return style;
    const char* no_colour = std::getenv("NO_COLOR");
    style.colour = no_colour == nullptr || *no_colour == '\0';
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) style.width = size.ws_col;
    return style;
}

class DossierVerb {
  public:
    DossierVerb(const Options& options, const lexicon::Lexicon& lexicon, const engine::Knowledge& knowledge)
        : options_(options), lexicon_(lexicon), knowledge_(knowledge), notes_(options.quiet) {}

    int run() {
        ProgressBar bar(!options_.quiet);
        engine::CollectOptions how{
            .now = options_.now, .threads = options_.threads, .fields = options_.field_map};
        how.progress = [&bar](const engine::Progress& progress) { bar.show(progress); };
        engine::Collected collected = engine::collect(options_.inputs, knowledge_, how);
        bar.clear();
        note_problems(collected);
        const Dossier dossier = engine::make_dossier(std::move(collected.collection), knowledge_);
        tell(dossier);
        return notes_.finish();
    }

  private:
    void tell(const Dossier& dossier) {
        const views::DossierStyle style = style_of_terminal(options_.lang == "ar");
        if (options_.html) write_page(views::dossier_page(dossier, style, lexicon_, ISNAD_VERSION));
        notes_.write(options_.json ? views::dossier_json(dossier, ISNAD_VERSION) + '\n'
                                   : views::dossier_summary(dossier, style, lexicon_));
    }

    void write_page(const std::string& page) {
        const Done written = write_file(*options_.html, page);
        if (!written) return notes_.tell(written.error().text(), exit_environment);
        notes_.tell("wrote " + *options_.html);
    }

    // Inputs that could not be read stand among the problems of the collection.
    void note_problems(const engine::Collected& collected) {
        for (const engine::Unreadable& input : collected.unreadable) {
            if (input.severity == Severity::error) notes_.raise(status_of(input.error));
        }
        for (const PageAnalysis& page : collected.collection.pages) {
            for (const Problem& problem : page.page->problems)
                notes_.tell(problem, page.page->path, page.page->part);
            for (const Problem& problem : page.problems)
                notes_.tell(problem, page.page->path, page.page->part);
        }
        for (const Problem& problem : collected.collection.problems) notes_.tell(problem, "");
    }

    const Options& options_;
    const lexicon::Lexicon& lexicon_;
    const engine::Knowledge& knowledge_;
    Notes notes_;
};

}  // namespace

int dossier(const Options& options) {
    return with_lexicon(options, [&](const lexicon::Lexicon& lexicon, const engine::Knowledge& knowledge) {
        return DossierVerb(options, lexicon, knowledge).run();
    });
}

}  // namespace isnad::apps
