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
    /// After the pool has stopped: what it was given comes back here when the database refused it.
    ~ReadAudit();
    /// Hands what waits to the pool and ends the thread; no note is taken any more. Again does nothing.
    void close();
    /// Thread-safe; false when too many wait, and after close(): the query must not be answered then.
    bool note(ReadNote note);

  private:
    void loop();
    bool handOver();
    WorkerPool& m_pool;
    std::mutex m_mutex;
    std::condition_variable m_stop;
    QList<ReadNote> m_waiting;
    bool m_closed = false;
    std::thread m_thread;
};

}  // namespace simrs
