// isnad dossier INPUT...: read many pages, connect them, tell.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "apps/isnad/verbs.h"
#include "base/files.h"
#include "engine/collect.h"
#include "engine/dossier.h"
#include "views/dossier_json.h"
#include "views/dossier_page.h"
#include "views/dossier_summary.h"

namespace isnad::apps {
namespace {

// A bar on a terminal's stderr, nothing elsewhere.
class ProgressBar {
  public:
    explicit ProgressBar(bool wanted) : shown_(wanted && ::isatty(STDERR_FILENO) != 0) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done, std::size_t all) {
        if (!shown_ || all < 2) return;
        constexpr std::size_t width = 30;
        const std::size_t filled = width * done / all;
        std::string bar(filled, '#');
        bar.resize(width, '.');
        std::fprintf(stderr, "\r[%s] %zu/%zu pages", bar.c_str(), done, all);
        std::fflush(stderr);
        drawn_ = true;
    }

    void clear() {
        if (drawn_) std::fputs("\r\033[K", stderr);
        drawn_ = false;
    }

  private:
    bool shown_;
    bool drawn_ = false;
};

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
        : options_(options), lexicon_(lexicon), knowledge_(knowledge) {}

    int run() {
        ProgressBar bar(!options_.quiet);
        engine::CollectOptions how{.now = options_.now, .threads = options_.threads, .progress = {}};
        how.progress = [&bar](std::size_t done, std::size_t all) { bar.show(done, all); };
        engine::Collected collected = engine::collect(options_.inputs, knowledge_, how);
        bar.clear();
        report(collected);
        const Dossier dossier = engine::make_dossier(std::move(collected.collection), knowledge_);
        tell(dossier);
        if (std::fflush(stdout) != 0) status_ = exit_environment;
        return status_;
    }

  private:
    void tell(const Dossier& dossier) {
        const views::DossierStyle style = style_of_terminal(options_.lang == "ar");
        if (options_.html) write_page(views::dossier_page(dossier, style, lexicon_, ISNAD_VERSION));
        if (options_.json) return write(views::dossier_json(dossier, ISNAD_VERSION) + '\n');
        write(views::dossier_summary(dossier, style, lexicon_));
    }

    void write_page(const std::string& page) {
        const Done written = write_file(*options_.html, page);
        if (!written) return note(written.error().text(), exit_environment);
        if (!options_.quiet) std::fprintf(stderr, "isnad: wrote %s\n", options_.html->c_str());
    }

    void report(const engine::Collected& collected) {
        for (const engine::Unreadable& input : collected.unreadable)
            note(input.error.text(),
                 input.error.kind == ErrorKind::environment ? exit_environment : exit_input);
        for (const PageAnalysis& page : collected.collection.pages) {
            for (const Problem& problem : page.page->problems) report(problem, page.page->path);
            for (const Problem& problem : page.problems) report(problem, page.page->path);
        }
        for (const Problem& problem : collected.collection.problems) report(problem, "");
    }

    void report(const Problem& problem, const std::string& path) {
        Place place{.file = path, .byte = problem.byte};
        if (!place.byte && problem.span) place.byte = problem.span->begin;
        note(Error{problem.code, problem.what, place}.text(),
             problem.severity == Severity::error ? exit_input : exit_done);
    }

    void note(const std::string& text, int status) {
        status_ = std::max(status_, status);
        if (!options_.quiet) std::fprintf(stderr, "isnad: %s\n", text.c_str());
    }

    void write(const std::string& text) {
        if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) status_ = exit_environment;
    }

    const Options& options_;
    const lexicon::Lexicon& lexicon_;
    const engine::Knowledge& knowledge_;
    int status_ = exit_done;
};

}  // namespace

int dossier(const Options& options) {
    const auto lexicon = engine::load_lexicon(options.lexicon_image, options.lexicon);
    if (!lexicon) {
        std::fprintf(stderr, "isnad: %s\n", lexicon.error().text().c_str());
        return lexicon.error().kind == ErrorKind::environment || !options.lexicon ? exit_environment
                                                                                  : exit_input;
    }
    const engine::Knowledge knowledge(lexicon.value());
    return DossierVerb(options, *lexicon.value(), knowledge).run();
}

}  // namespace isnad::apps
