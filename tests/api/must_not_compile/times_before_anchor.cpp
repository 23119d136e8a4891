// Times are resolved against a reference date, not against the dates that the page states.
// refused for: conversion
#include "language/times/times.h"

using namespace isnad;

#ifdef CONTROL
Layer<Time> wrong(const Words& words, const times::Expressions& found, const std::optional<DatedBy>& date,
                  const times::Knowledge& know) {
    return times::resolve(words, found, date, know);
}
#else
Layer<Time> wrong(const Words& words, const times::Expressions& found,
                  const std::vector<times::PageDate>& dates, const times::Knowledge& know) {
    return times::resolve(words, found, dates, know);
}
#endif
