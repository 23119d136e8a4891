// Times are resolved from expressions: nobody can resolve before find.
// refused for: conversion
#include "language/times/times.h"

using namespace isnad;

#ifdef CONTROL
Layer<Time> wrong(const Words& words, const times::Expressions& found, const times::Knowledge& know) {
    return times::resolve(words, found, std::nullopt, know);
}
#else
Layer<Time> wrong(const Words& words, const times::Knowledge& know) {
    return times::resolve(words, std::nullopt, std::nullopt, know);
}
#endif
