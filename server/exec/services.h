// SPDX-License-Identifier: GPL-3.0-or-later
// What sessions work with; built once by Server and handed to each of them.
#pragma once

#include <functional>

#include "common/core/executor.h"
#include "server/exec/durable.h"
#include "server/exec/feed_fan_out.h"
#include "server/exec/login_guard.h"
#include "server/exec/password_pool.h"
#include "server/exec/publisher.h"
#include "server/exec/read_audit.h"
#include "server/exec/worker_pool.h"
#include "server/net/metrics_text.h"

namespace simrs {

struct Services {
    const Clock& clock;
    Random& random;
    const RequestTable& requests;
    WorkerPool& pool;
    PasswordPool& passwords;
    Executor& executor;
    ReadAudit& audit;
    MetricsText& metrics;
    Publisher& publisher;  ///< I/O thread only.
    FeedFanOut& fanOut;    ///< I/O thread only.
    LoginGuard& guard;     ///< I/O thread only.
    std::function<void(std::function<void()>)> onIoThread;
    /// On the I/O thread, after some milliseconds.
    std::function<void(int, std::function<void()>)> later;
    QString hospitalName;  ///< Shown before log-in.
    Durable durable = Durable::Commit;
};

}  // namespace simrs
