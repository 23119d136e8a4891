// Where a long run stands, beside its output: FILE.position. With it a run that was killed goes on behind the
// last page that is safely written, and ends with the same bytes as one that was not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "apps/isnad/verbs.h"
#include "base/result.h"
#include "source/streams/inputs.h"

namespace isnad::apps {

struct Journal {
    std::uint64_t inputs = 0;   // source::Inputs::digest
    std::uint64_t options = 0;  // of all that the output depends on besides: version, lexicon, options
    source::Position position{};
    std::uint64_t length = 0;  // of the output up to there
    int status = 0;            // the exit status so far
    bool finished = false;
};

std::string journal_path(const std::string& output);

// Nothing when there is no journal; an error when it cannot be read.
Result<std::optional<Journal>> read_journal(const std::string& output);
Done write_journal(const std::string& output, const Journal& journal);

// A digest of version, lexicon and tables, and the options that change what is written.
std::uint64_t digest_of_options(const Options& options);

}  // namespace isnad::apps
