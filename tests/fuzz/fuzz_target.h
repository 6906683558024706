// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target is: one function that is given any bytes and ends the program if a promise is broken. It
// runs under libFuzzer (clang, sanitizers) and, with a fixed seed, as an ordinary test.
#pragma once

#include <QByteArray>
#include <QList>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace simrs {

/// Valid inputs of the target: what mutations start from.
QList<QByteArray> fuzzSeeds();

inline void demand(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

}  // namespace simrs
