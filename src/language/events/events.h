// Events of PLOVER types: triggers of lexicon/events.tsv with their roles, time, place and numbers.
#pragma once

#include <memory>

#include "language/words/clitics.h"
#include "lexicon/lexicon.h"
#include "model/annotations.h"
#include "model/event.h"
#include "model/mention.h"
#include "model/statement.h"
#include "model/words.h"

namespace isnad::events {

class Knowledge;
std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon);

// What was found before events are looked for, all of one document.
struct Before {
    const Document& document;
    const Words& words;
    const Layer<Name>& names;
    const Layer<Mention>& mentions;
    const Layer<Time>& times;
    const Layer<Quantity>& quantities;
    const Layer<Statement>& statements;
};

Layer<Event> find_events(const Before& before, const words::Clitics& clitics, const Knowledge& knowledge);

}  // namespace isnad::events
