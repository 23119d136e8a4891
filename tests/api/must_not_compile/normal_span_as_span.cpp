// Spans of the page text and of its normal form do not mix.
// refused for: conversion
#include "text/span.h"

using namespace isnad;

#ifdef CONTROL
Span mixed(Span span) { return span; }
#else
Span mixed(NormalSpan span) { return span; }
#endif
