// The pipeline for one page: bytes -> page -> articles -> words -> names, times, quantities -> reference date -> entities.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/civil.h"
#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/analysis.h"
#include "source/plain_text.h"

namespace isnad::engine {

// What the stages know, made once from a lexicon; const, and shared by threads.
class Knowledge {
  public:
    explicit Knowledge(lexicon::LexiconPtr lexicon);
    ~Knowledge();
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    struct Parts;  // engine/analyze.cpp

  private:
    friend PageAnalysis analyze(PagePtr page, const Knowledge& knowledge);
    std::unique_ptr<const Parts> parts_;
};

// Opens a compiled lexicon; with `overlay`, lays the user's tables of that directory over it.
Result<lexicon::LexiconPtr> load_lexicon(const std::string& image, const std::optional<std::string>& overlay);

PageAnalysis analyze(PagePtr page, const Knowledge& knowledge);

}  // namespace isnad::engine
