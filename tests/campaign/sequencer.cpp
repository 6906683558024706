// SPDX-License-Identifier: GPL-3.0-or-later
// One node's sequencer as a process of its own, to be killed: numbers the feed of the database at the URL
// until standard input ends.
#include <QString>
#include <cstdio>

#include "server/exec/sequencer.h"

using namespace simrs;

int main(int argc, char** argv) {
    if (argc != 2) return 64;
    const auto config = parseDatabaseUrl(QString::fromLocal8Bit(argv[1]));
    if (!config) return 64;
    SystemClock clock;
    SystemRandom random;
    Sequencer sequencer(*config, {clock, random, nullptr});
    if (!sequencer.start()) return 1;
    while (std::getchar() != EOF) sequencer.wake();
    sequencer.stop();
    return 0;
}
