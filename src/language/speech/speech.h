// Reported speech: who stands for whom (mentions), who said what through whom (statements).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "language/words/clitics.h"
#include "lexicon/lexicon.h"
#include "model/annotations.h"
#include "model/mention.h"
#include "model/statement.h"
#include "model/words.h"

namespace isnad::speech {

// Roles, counterparts, pairs, pronouns and nouns that stand for an entity, each resolved to names of the
// document where its grammar or its place tells. `reference_date` (EDTF) chooses the holder of an office.
class MentionKnowledge;
std::shared_ptr<const MentionKnowledge> make_mention_knowledge(const lexicon::LexiconPtr& lexicon);
Layer<Mention> find_mentions(const Document& document, const Words& words, const Layer<Name>& names,
                             const std::optional<DatedBy>& reference_date, const words::Clitics& clitics,
                             const MentionKnowledge& knowledge);

// Statements of every block. `Statement::inside` counts in the returned layer.
class StatementKnowledge;
std::shared_ptr<const StatementKnowledge> make_statement_knowledge(const lexicon::LexiconPtr& lexicon);
Layer<Statement> find_statements(const Document& document, const Words& words, const Layer<Name>& names,
                                 const Layer<Mention>& mentions, const words::Clitics& clitics,
                                 const StatementKnowledge& knowledge);

}  // namespace isnad::speech
