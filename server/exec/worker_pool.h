// SPDX-License-Identifier: GPL-3.0-or-later
// The worker threads: each owns its database connection. PostgreSQL: all workers take anything, one command a
// transaction. SQLite: one writer that groups what has queued into one commit, and readers beside it.
#pragma once

#include <functional>
#include <memory>

#include "common/store/store.h"

namespace simrs {

struct PoolCounters {
    std::size_t queued = 0;
    qint64 roundTrips = 0;
    qint64 rowsWritten = 0;
};

class WorkerPool {
  public:
    WorkerPool(DatabaseConfig database, Store::Services services, int workers);
    /// Called on a worker's thread after each transaction of `write`; set before start, thread-safe.
    void afterWrites(std::function<void()> call);
    /// Finishes what is queued, then joins.
    ~WorkerPool();

    /// Connects every worker; an error of any of them stops all.
    Status start();
    void stop();

    // Thread-safe; false when the queue is full. The work runs on a worker's thread with its store.
    bool read(std::function<void(Store&)> work);
    bool write(std::function<WriteJob(Store&)> job);
    /// A write past the transaction door: the read audit.
    bool writeRaw(std::function<void(Store&)> work);

    PoolCounters counters() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace simrs
