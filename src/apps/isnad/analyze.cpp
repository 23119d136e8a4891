// isnad analyze INPUT...: every layer of every page, as JSON lines or as a reading view, in the order of the
// pages; into a file also resumably.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "apps/isnad/interrupt.h"
#include "apps/isnad/journal.h"
#include "apps/isnad/notes.h"
#include "apps/isnad/output.h"
#include "apps/isnad/progress.h"
#include "engine/collect_in_order.h"
#include "views/analysis_json.h"
#include "views/reading.h"

namespace isnad::apps {
namespace {

bool wants_colour(const Options& options) {
    const char* no_colour = std::getenv("NO_COLOR");
    return !options.output && ::isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

class Analyze {
  public:
    Analyze(const Options& options, const lexicon::Lexicon& lexicon, const engine::Knowledge& knowledge)
        : options_(options),
          lexicon_(lexicon),
          knowledge_(knowledge),
          colour_(wants_colour(options)),
          notes_(options.quiet),
          inputs_(options.inputs, {options.field_map}) {}

    int run() {
        if (options_.output && !open_output()) return notes_.finish();
        if (journal_.finished) return notes_.finish();
        ProgressBar bar(!options_.quiet, inputs_.bytes_read());
        bar_ = &bar;
        watch_for_interrupt();
        engine::InOrder how{.now = options_.now, .threads = options_.threads};
        how.render = [this](engine::Reading& reading) { render(reading); };
        how.take = [this](engine::Reading reading) { return take(std::move(reading)); };
        engine::analyze_in_order(inputs_, knowledge_, how);
        bar.clear();
        return finish();
    }

  private:
    // Opens the output, at its beginning or where the journal says; false when that is not possible.
    bool open_output() {
        auto known = read_journal(*options_.output);
        if (!known) return notes_.tell(known.error()), false;
        const std::uint64_t inputs = inputs_.digest(), options = digest_of_options(options_);
        const bool goes_on = options_.resume && known.value().has_value();
        if (goes_on) {
            journal_ = *known.value();
            if (journal_.inputs != inputs || journal_.options != options)
                return refuse("other inputs, options or lexicon");
            if (const Done there = inputs_.go_to(journal_.position); !there)
                return notes_.tell(there.error()), false;
            notes_.raise(journal_.status);
        } else if (known.value().has_value() && !known.value()->finished) {
            return refuse("an unfinished run: --resume goes on with it; remove it to begin anew");
        }
        journal_.inputs = inputs;
        journal_.options = options;
        auto opened = Output::open(*options_.output, journal_.length);
        if (!opened) return notes_.tell(opened.error()), false;
        output_ = std::move(opened).value();
        return true;
    }

    bool refuse(const std::string& why) {
        notes_.tell(journal_path(*options_.output) + " is of " + why, exit_usage);
        return false;
    }

    // On many threads.
    void render(engine::Reading& reading) const {
        if (reading.failed) {
            if (options_.json && reading.severity != Severity::note)
                reading.rendered = views::unreadable_json(reading.origin.path, *reading.failed, ISNAD_VERSION,
                                                          reading.origin.part, reading.severity) +
                                   '\n';
            return;
        }
        reading.rendered =
            options_.json
                ? views::analysis_json(*reading.analysis, ISNAD_VERSION) + '\n'
                : views::reading_view(*reading.analysis, {.colour = colour_, .arabic = options_.lang == "ar"},
                                      lexicon_);
        // Only what is told of it is needed from here on.
        PageAnalysis told;
        told.problems = reading.analysis->page->problems;
        told.problems.insert(told.problems.end(), reading.analysis->problems.begin(),
                             reading.analysis->problems.end());
        reading.analysis = std::move(told);
    }

    bool take(engine::Reading reading) {
        if (reading.failed || !reading.analysis->problems.empty()) bar_->clear();
        notes_.tell(reading);
        const Done written = output_.write(reading.rendered);
        if (!written) return notes_.tell(written.error()), false;
        journal_.position = std::move(reading.behind);
        ++pages_;
        bar_->show({pages_, inputs_.bytes_read(), inputs_.bytes_total()});
        return keep_journal(false) && !interrupted();
    }

    // Writes the journal, a few times in a second at most; false when that failed.
    bool keep_journal(bool now) {
        const auto time = std::chrono::steady_clock::now();
        if (!output_.can_go_on() || (!now && time - kept_ < std::chrono::milliseconds(500))) return true;
        kept_ = time;
        journal_.length = output_.length();
        journal_.status = std::min<int>(notes_.status(), exit_input);
        Done kept = output_.sync();
        if (kept) kept = write_journal(*options_.output, journal_);
        if (!kept) notes_.tell(kept.error());
        return static_cast<bool>(kept);
    }

    int finish() {
        if (notes_.status() != exit_environment) journal_.finished = !interrupted();
        keep_journal(true);
        const Done flushed = output_.sync();
        if (!flushed) notes_.raise(exit_environment);
        if (!interrupted()) return notes_.finish();
        if (output_.can_go_on())
            notes_.tell("interrupted; --resume goes on behind " + std::to_string(pages_) +
                        " pages of this run");
        notes_.finish();
        return exit_interrupted;
    }

    const Options& options_;
    const lexicon::Lexicon& lexicon_;
    const engine::Knowledge& knowledge_;
    bool colour_;
    Notes notes_;
    source::Inputs inputs_;
    Output output_;
    Journal journal_;
    ProgressBar* bar_ = nullptr;
    std::uint64_t pages_ = 0;
    std::chrono::steady_clock::time_point kept_ = std::chrono::steady_clock::now();
};

}  // namespace

int analyze(const Options& options) {
    return with_lexicon(options, [&](const lexicon::Lexicon& lexicon, const engine::Knowledge& knowledge) {
        return Analyze(options, lexicon, knowledge).run();
    });
}

}  // namespace isnad::apps
