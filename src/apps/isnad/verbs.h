// The verbs of the command line, one file each. A verb writes data to stdout, progress and problems to
// stderr, and returns the exit status: 0 done, 1 problem with input (what could be read was read), 2 usage, 3
// the environment failed, 130 interrupted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "source/streams/record_fields.h"

namespace isnad::apps {

struct Options {
    bool json = false;
    bool quiet = false;
    std::string lang = "ar";
    std::optional<std::string> lexicon;  // user tables laid over ours
    std::string lexicon_image;           // the compiled lexicon
    std::optional<Day> now;              // stands for the day of fetch where the input tells none
    std::optional<std::string> html;     // dossier: the page is written there
    std::size_t threads = 0;             // 0: as many as the machine has
    std::string fields;                  // the field map as it was given, and as it was read
    source::FieldMap field_map;
    std::optional<std::string> output;  // analyze: a file in place of standard output
    bool resume = false;                // analyze: go on with it
    std::vector<std::string> inputs;
};

enum Exit { exit_done = 0, exit_input = 1, exit_usage = 2, exit_environment = 3, exit_interrupted = 130 };

int analyze(const Options& options);
int dossier(const Options& options);

}  // namespace isnad::apps
