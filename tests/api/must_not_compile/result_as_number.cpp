// A Result is no truth value by accident.
// refused for: conversion
#include "base/result.h"

using namespace isnad;

#ifdef CONTROL
bool good(const Done& result) { return static_cast<bool>(result); }
#else
bool good(const Done& result) { return result; }
#endif
