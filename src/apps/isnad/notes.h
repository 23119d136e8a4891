// What goes wrong while a verb runs: told on stderr unless the user wants quiet, and kept as the exit status.
#pragma once

#include <functional>
#include <string>

#include "apps/isnad/verbs.h"
#include "base/result.h"
#include "engine/analyze.h"
#include "engine/collect_in_order.h"
#include "model/page.h"

namespace isnad::apps {

class Notes {
  public:
    explicit Notes(bool quiet) : quiet_(quiet) {}

    void tell(const std::string& text, int status = exit_done);
    void tell(const Error& error);
    // A problem of the page at `path`; an error raises the status to that of bad input.
    void tell(const Problem& problem, const std::string& path, const std::string& part = {});
    // What kept an arrival from being a page, or the problems of its analysis.
    void tell(const engine::Reading& reading);

    // Writes to stdout; false, with the status raised, when that failed.
    bool write(const std::string& text);

    void raise(int status);
    int status() const { return status_; }
    // The gravest status so far, after stdout was flushed.
    int finish();

  private:
    bool quiet_;
    int status_ = exit_done;
};

// The status that an error gives: of the environment, or of bad input.
int status_of(const Error& error);

// Opens the lexicon with the user's tables over it, makes what the stages know and runs the verb; tells when
// the lexicon cannot be opened.
int with_lexicon(const Options& options,
                 const std::function<int(const lexicon::Lexicon&, const engine::Knowledge&)>& verb);

}  // namespace isnad::apps
