// What a fuzz target demands: when it does not hold, the program stops and libFuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

#define ISNAD_REQUIRE(condition)                                                               \
    do {                                                                                       \
        if (!(condition)) {                                                                    \
            std::fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                      \
        }                                                                                      \
    } while (false)
