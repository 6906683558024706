// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM as a question, for commands that run without an event loop and can stop half-way.
#pragma once

namespace simrs {

/// While it lives, the first of these signals is only noted; a second one ends the program at once.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    static bool came();
};

}  // namespace simrs
