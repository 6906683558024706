// SPDX-License-Identifier: GPL-3.0-or-later
// A handler may do no more than note it.
#include "server/cli/interrupt.h"

#include <csignal>

namespace simrs {
namespace {

volatile std::sig_atomic_t noted = 0;

void note(int signal) {
    noted = 1;
    std::signal(signal, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
    noted = 0;
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::came() { return noted != 0; }

}  // namespace simrs
