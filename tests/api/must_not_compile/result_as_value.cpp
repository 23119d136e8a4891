// A Result is not its value: somebody has to look whether there is one.
// refused for: conversion
#include "base/files.h"

using namespace isnad;

#ifdef CONTROL
FileBytes bytes(Result<FileBytes> read) { return read ? std::move(read).value() : FileBytes{}; }
#else
FileBytes bytes(Result<FileBytes> read) { return read; }
#endif
