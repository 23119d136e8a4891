// Offsets in code points are for readers outside; no room takes them for bytes.
// refused for: conversion
#include "model/page.h"

using namespace isnad;

#ifdef CONTROL
std::string_view slice(const Page& page, Span span) { return page.slice(span); }
#else
std::string_view slice(const Page& page, CodePointSpan span) { return page.slice(span); }
#endif
