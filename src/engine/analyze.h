// The pipeline for one page: page -> articles -> words -> names, times, quantities -> reference date ->
// mentions
// -> statements -> events -> entities.
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

    struct Parts;  // engine/parts.h

    const Parts& parts() const { return *parts_; }

  private:
    std::unique_ptr<const Parts> parts_;
};

// Opens a compiled lexicon; with `overlay`, lays the user's tables of that directory over it.
Result<lexicon::LexiconPtr> load_lexicon(const std::string& image, const std::optional<std::string>& overlay);

// Everything about one page. Never fails: what is wrong with the page stands among its problems.
PageAnalysis analyze(PagePtr page, const Knowledge& knowledge);

// One article whose blocks are known already: the layers, without linking.
Analysis analyze_article(PagePtr page, std::size_t ordinal, Article article, const Knowledge& knowledge);

}  // namespace isnad::engine
