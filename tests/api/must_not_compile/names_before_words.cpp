// Names are found in words, not in a bare document.
// refused for: conversion
#include "language/names/names.h"

using namespace isnad;

#ifdef CONTROL
Layer<Name> wrong(const Document& document, const Words& words, const words::Clitics& clitics,
                  const names::Knowledge& know) {
    return names::find_names(document, words, clitics, know);
}
#else
Layer<Name> wrong(const Document& document, const words::Clitics& clitics, const names::Knowledge& know) {
    return names::find_names(document, document, clitics, know);
}
#endif
