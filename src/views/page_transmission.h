// Who feeds whom, as a picture: speakers, carriers and outlets as boxes, bands between them as wide as the
// number of statements that went that way. On narrow screens the boxes stand as lists that tell the same.
#pragma once

#include <map>
#include <tuple>

#include "views/page_selection.h"
#include "views/page_sheet.h"
#include "views/transmission.h"

namespace isnad::views {

class PageTransmission {
  public:
    explicit PageTransmission(const Dossier& dossier);

    // Nothing for a story without a statement whose way is known, and for one that is shown short.
    void write(Sheet& sheet, const StorySelection& story) const;

    // The origin that a speaker or carrier is, for its colour.
    std::optional<std::uint32_t> origin_of(const TransmissionNode& node) const;

  private:
    Transmissions transmissions_;
    std::map<std::uint32_t, std::uint32_t> by_entity_;
    std::map<std::tuple<DocumentIndex, std::uint32_t, std::uint32_t>, std::uint32_t> by_words_;
};

}  // namespace isnad::views
