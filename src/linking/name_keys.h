// The keys under which two mentions of one thing meet.
#pragma once

#include <string>
#include <vector>

#include "model/annotations.h"

namespace isnad::linking {

// Surest first: the lexicon row, the normal form, the sound of a person's name of several parts. Parts that
// stand for a fuller name have no keys of their own.
std::vector<std::string> keys_of(const Name& name);

}  // namespace isnad::linking
