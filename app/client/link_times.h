// SPDX-License-Identifier: GPL-3.0-or-later
// How long the link waits for what, in milliseconds; tests make all of it short.
#pragma once

#include "common/base/limits.h"

namespace simrs {

struct LinkTimes {
    int connectMs = 5'000;             ///< TCP, TLS and the server's welcome.
    int logInMs = 15'000;              ///< The server may have a queue of log-ins at shift start.
    int answerMs = limits::kAnswerMs;  ///< What a person waits for the result of a command.
    int holdMs = 2'000;                ///< Questions wait so long for a lost connection to come back.
    int pingMs = limits::kPingMs;
    int pongMs = 10'000;
    int backoffFirstMs = 200;
    int backoffMostMs = 10'000;
    int liveGapMs = 1'000;    ///< A live query is asked again at most so often.
    int liveRetryMs = 5'000;  ///< After an error that may pass.
};

}  // namespace simrs
