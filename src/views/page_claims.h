// The sections of claims: what all agree on, what is disputed, what one side alone says, what looks alike but
// cannot be compared.
#pragma once

#include "views/page_selection.h"
#include "views/page_sheet.h"

namespace isnad::views {

void write_agreed(Sheet& sheet, const StorySelection& story);
void write_disputed(Sheet& sheet, const StorySelection& story);
void write_single(Sheet& sheet, const StorySelection& story);
void write_apart(Sheet& sheet, const StorySelection& story);

// What the claim is about, as the terminal shows it: subject, property, population, time. Labels are
// translated.
Wording worded_about(const Dossier& dossier, const Claim& claim, const Labels& labels);
// The normalised value of an account in words; empty where the words of the source are all there is.
Wording worded_value(const Dossier& dossier, const Claim& claim, const Account& account,
                     const Labels& labels);

// Of the accounts of a denial: whether this one denies what the others say.
bool denies(const Dossier& dossier, const Claim& claim, const Account& account);

}  // namespace isnad::views
