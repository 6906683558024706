// SPDX-License-Identifier: GPL-3.0-or-later
// Two bounded queues and the threads that empty them.
#include "server/exec/worker_pool.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "common/base/limits.h"
#include "common/base/log.h"

namespace simrs {
namespace {

constexpr std::size_t kGroup = 64;  // Commands in one SQLite commit.

struct Work {
    std::function<void(Store&)> plain;
    std::function<WriteJob(Store&)> job;
};

/// The thread that went to sleep last is woken first: on a quiet day one connection does all the work, and
/// its database process has the pages and the prepared statements at hand.
class WorkQueue {
  public:
    bool push(Work work) {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_items.size() >= static_cast<std::size_t>(limits::kWorkerQueue)) return false;
        m_items.push_back(std::move(work));
        if (!m_idle.empty()) wakeLast();
        return true;
    }

    /// The next items: one plain work, or up to `most` jobs in a row. Empty when the queue is closed and
    /// done.
    std::vector<Work> pop(std::size_t most) {
        std::unique_lock lock(m_mutex);
        while (!m_closed && m_items.empty()) {
            Sleeper own;
            m_idle.push_back(&own);
            own.call.wait(lock, [&] { return own.called; });
        }
        std::vector<Work> taken;
        while (!m_items.empty() && taken.size() < most) {
            if (m_items.front().plain && !taken.empty()) break;
            taken.push_back(std::move(m_items.front()));
            m_items.pop_front();
            if (taken.back().plain) break;
        }
        return taken;
    }

    void close() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        while (!m_idle.empty()) wakeLast();
    }

    std::size_t size() const {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

  private:
    struct Sleeper {
        std::condition_variable call;
        bool called = false;
    };
    /// Under the lock, which keeps the sleeper where it is until it has been notified.
    void wakeLast() {
        Sleeper& sleeper = *m_idle.back();
        m_idle.pop_back();
        sleeper.called = true;
        sleeper.call.notify_one();
    }

    mutable std::mutex m_mutex;
    std::vector<Sleeper*> m_idle;  // In the order in which they went to sleep.
    std::deque<Work> m_items;
    bool m_closed = false;
};

}  // namespace

struct WorkerPool::Parts {
    DatabaseConfig database;
    Store::Services services;
    int workers;
    WorkQueue writes;
    WorkQueue reads;  // Unused on PostgreSQL.
    std::vector<std::thread> threads;
    std::atomic<qint64> roundTrips{0};
    std::atomic<qint64> rowsWritten{0};
    std::function<void()> written{};

    bool sqlite() const { return database.engine == Engine::Sqlite; }
    WorkQueue& readQueue() { return sqlite() ? reads : writes; }

    void run(bool writer, std::promise<Status> opened) {
        DatabaseConfig config = database;
        config.readOnly = sqlite() && !writer;
        Store store(config, StoreForm::Server, services);
        const Status status = store.open();
        opened.set_value(status);
        if (!status) return;
        WorkQueue& queue = writer ? writes : reads;
        const std::size_t most = sqlite() && writer ? kGroup : 1;
        DatabaseCounters before = store.counters();
        for (;;) {
            std::vector<Work> taken = queue.pop(most);
            if (taken.empty()) return;
            carryOut(store, taken);
            const DatabaseCounters now = store.counters();
            roundTrips += now.roundTrips - before.roundTrips;
            rowsWritten += now.rowsWritten - before.rowsWritten;
            before = now;
        }
    }

    void carryOut(Store& store, std::vector<Work>& taken) const {
        if (taken.front().plain) return taken.front().plain(store);
        std::vector<WriteJob> jobs;
        jobs.reserve(taken.size());
        for (Work& work : taken) jobs.push_back(work.job(store));
        store.writeGroup(std::move(jobs));
        if (written) written();
    }

    Status startThread(bool writer) {
        std::promise<Status> opened;
        std::future<Status> answer = opened.get_future();
        threads.emplace_back([this, writer, p = std::move(opened)]() mutable { run(writer, std::move(p)); });
        return answer.get();
    }
};

WorkerPool::WorkerPool(DatabaseConfig database, Store::Services services, int workers)
    : m_parts(new Parts{std::move(database), services, workers, {}, {}, {}, {}, {}}) {}

WorkerPool::~WorkerPool() { stop(); }

void WorkerPool::afterWrites(std::function<void()> call) { m_parts->written = std::move(call); }

Status WorkerPool::start() {
    if (m_parts->sqlite()) {
        SIMRS_TRY(m_parts->startThread(true));
        for (int i = 0; i < m_parts->workers; ++i) SIMRS_TRY(m_parts->startThread(false));
        return {};
    }
    for (int i = 0; i < m_parts->workers; ++i) SIMRS_TRY(m_parts->startThread(true));
    return {};
}

void WorkerPool::stop() {
    m_parts->reads.close();
    m_parts->writes.close();
    for (std::thread& thread : m_parts->threads) {
        if (thread.joinable()) thread.join();
    }
    m_parts->threads.clear();
}

bool WorkerPool::read(std::function<void(Store&)> work) {
    return m_parts->readQueue().push({std::move(work), {}});
}
bool WorkerPool::write(std::function<WriteJob(Store&)> job) {
    return m_parts->writes.push({{}, std::move(job)});
}
bool WorkerPool::writeRaw(std::function<void(Store&)> work) {
    return m_parts->writes.push({std::move(work), {}});
}

PoolCounters WorkerPool::counters() const {
    return {m_parts->writes.size() + m_parts->reads.size(), m_parts->roundTrips, m_parts->rowsWritten};
}

}  // namespace simrs
