// SPDX-License-Identifier: GPL-3.0-or-later
// The 100 ms clock of the read audit.
#include "server/exec/read_audit.h"

#include <chrono>

#include "common/base/log.h"
#include "server/exec/worker_pool.h"

namespace simrs {
namespace {
constexpr int kPauseMs = 100;
constexpr qsizetype kWaiting = 10'000;
}  // namespace

ReadAudit::ReadAudit(WorkerPool& pool) : m_pool(pool), m_thread([this] { loop(); }) {}

ReadAudit::~ReadAudit() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_stop.notify_all();
    m_thread.join();
}

bool ReadAudit::note(ReadNote note) {
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= kWaiting) return false;
    m_waiting.append(std::move(note));
    return true;
}

void ReadAudit::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_stop.wait_for(lock, std::chrono::milliseconds(kPauseMs), [this] { return m_closed; });
        if (!m_waiting.isEmpty()) {
            const QList<ReadNote> taken = std::exchange(m_waiting, {});
            lock.unlock();
            const bool queued = m_pool.writeRaw([this, taken](Store& store) {
                if (store.noteReads(taken)) return;
                // The database is away: the notes wait with the others, and reads are refused when too many
                // do.
                const std::lock_guard again(m_mutex);
                m_waiting = taken + m_waiting;
            });
            lock.lock();
            if (!queued) m_waiting = taken + m_waiting;
        }
        if (m_closed) return;
    }
}

}  // namespace simrs
