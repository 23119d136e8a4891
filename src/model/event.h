// Events: who did what to whom, when and where. Types and modes are those of PLOVER (manual v0.8, 2021),
// codes those of CAMEO (Gerner et al. 2002).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/agent.h"
#include "model/evidence.h"
#include "model/factuality.h"

namespace isnad {

enum class PloverType : std::uint8_t {
    agree,
    consult,
    support,
    cooperate,
    aid,
    yield,
    request,
    accuse,
    reject,
    threaten,
    protest,
    sanction,
    mobilize,
    coerce,
    assault
};

struct Event {
    Span span;     // from the trigger to the last role, inside the clause
    Span trigger;  // without proclitics
    PloverType type = PloverType::consult;
    std::string mode;   // "visit", "phone"; empty when the type has none
    std::string cameo;  // "042"; empty when unsure
    std::string lemma;  // of the trigger: the row of lexicon/events.tsv
    std::vector<Agent> actors{};
    std::vector<Agent> recipients{};
    std::optional<std::uint32_t> time{};      // of the layer of times
    std::optional<std::uint32_t> place{};     // of the layer of names
    std::vector<std::uint32_t> quantities{};  // of the layer of quantities
    Polarity polarity = Polarity::positive;
    Factuality factuality = Factuality::certain;
    std::optional<std::uint32_t> statement{};  // the statement that it stands in
    Why why;
};

}  // namespace isnad
