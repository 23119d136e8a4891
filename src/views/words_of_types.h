// The words by which types leave the engine, in JSON and on the terminal (DESIGN.md, contracts).
#pragma once

#include <string_view>

#include "model/dossier.h"

namespace isnad::views {

std::string_view word(NameType type);
std::string_view word(TimexType type);
std::string_view word(TimexMod mod);  // empty for none
std::string_view word(ChromeKind kind);
std::string_view word(Severity severity);
std::string_view word(ArticleRole role);
std::string_view word(ArticleKind kind);
std::string_view word(PageKind kind);
std::string_view word(MentionKind kind);
std::string_view word(StatementKind kind);
std::string_view word(Stance stance);
std::string_view word(LinkKind kind);
std::string_view word(PloverType type);  // in capitals, as PLOVER writes them
std::string_view word(Factuality value);
std::string_view word(Polarity polarity);
std::string_view word(CopyKind kind);
std::string_view word(ClaimKind kind);
std::string_view word(Relation relation);
std::string_view word(TimelineStatus status);
std::string_view word(Origin::Kind kind);

}  // namespace isnad::views
