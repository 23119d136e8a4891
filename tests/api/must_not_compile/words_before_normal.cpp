// Words need the normal form of the page; the text itself is none.
// refused for: conversion
#include "language/words/words.h"

using namespace isnad;

#ifdef CONTROL
Words wrong(const Document& document, std::shared_ptr<const NormalText> normal,
            const words::Clitics& clitics) {
    return words::find_words(document, std::move(normal), clitics);
}
#else
Words wrong(const Document& document, std::shared_ptr<const std::string> normal,
            const words::Clitics& clitics) {
    return words::find_words(document, std::move(normal), clitics);
}
#endif
