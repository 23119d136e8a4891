// The id of one kind of thing is not the id of another.
// refused for: conversion
#include "base/ids.h"

using namespace isnad;

#ifdef CONTROL
struct Person;
struct Place;
Id<Person> same(Id<Person> id) { return id; }
#else
struct Person;
struct Place;
Id<Person> same(Id<Place> id) { return id; }
#endif
