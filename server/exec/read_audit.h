// SPDX-License-Identifier: GPL-3.0-or-later
// Who saw whose data: one row per answered query, written in groups at most 100 ms later.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "common/store/store.h"

namespace simrs {

class WorkerPool;

class ReadAudit {
  public:
    explicit ReadAudit(WorkerPool& pool);
    /// Hands what waits to the pool.
    ~ReadAudit();
    /// Thread-safe; false when too many wait: the query must not be answered then.
    bool note(ReadNote note);

  private:
    void loop();
    WorkerPool& m_pool;
    std::mutex m_mutex;
    std::condition_variable m_stop;
    QList<ReadNote> m_waiting;
    bool m_closed = false;
    std::thread m_thread;
};

}  // namespace simrs
