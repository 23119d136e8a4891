// What every stage knows, each made once from the lexicon: the inside of engine::Knowledge.
#pragma once

#include <mutex>

#include "article/html_block_model.h"
#include "claims/claims.h"
#include "engine/analyze.h"
#include "language/events/events.h"
#include "language/names/names.h"
#include "language/quantities/quantities.h"
#include "language/speech/factuality.h"
#include "language/speech/speech.h"
#include "language/times/times.h"
#include "language/varieties/varieties.h"
#include "language/words/words.h"
#include "linking/knowledge.h"

namespace isnad::engine {

struct Knowledge::Parts {
    explicit Parts(lexicon::LexiconPtr from)
        : lexicon(std::move(from)),
          blocks(*lexicon),
          clitics(lexicon),
          numerals(lexicon),
          varieties(varieties::make_knowledge(lexicon)),
          times(times::make_knowledge(lexicon)),
          quantities(quantities::make_knowledge(lexicon)),
          names(names::make_knowledge(lexicon)),
          mentions(speech::make_mention_knowledge(lexicon)),
          statements(speech::make_statement_knowledge(lexicon)),
          modals(speech::make_modals(lexicon)),
          events(events::make_knowledge(lexicon)),
          linking(linking::make_knowledge(lexicon)) {}

    // Made when the first dossier asks for it: reading pages needs none of it. From any thread.
    const claims::Knowledge& claims() const {
        std::call_once(claims_once_, [this] { claims_ = claims::make_knowledge(lexicon); });
        return *claims_;
    }

    lexicon::LexiconPtr lexicon;
    article::BlockModel blocks;
    words::Clitics clitics;
    words::Numerals numerals;
    std::shared_ptr<const varieties::Knowledge> varieties;
    std::shared_ptr<const times::Knowledge> times;
    std::shared_ptr<const quantities::Knowledge> quantities;
    std::shared_ptr<const names::Knowledge> names;
    std::shared_ptr<const speech::MentionKnowledge> mentions;
    std::shared_ptr<const speech::StatementKnowledge> statements;
    std::shared_ptr<const speech::Modals> modals;
    std::shared_ptr<const events::Knowledge> events;
    std::shared_ptr<const linking::Knowledge> linking;

  private:
    mutable std::once_flag claims_once_;
    mutable std::shared_ptr<const claims::Knowledge> claims_;
};

}  // namespace isnad::engine
