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
constexpr int kLastTries = 50;
}  // namespace

ReadAudit::ReadAudit(WorkerPool& pool) : m_pool(pool), m_thread([this] { loop(); }) {}

ReadAudit::~ReadAudit() {
    close();
    if (!m_waiting.isEmpty())
        log(LogLevel::Error, "audit", QStringLiteral("notes of reads are lost"),
            {{"count", QString::number(m_waiting.size())}});
}

void ReadAudit::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_stop.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

bool ReadAudit::note(ReadNote note) {
    const std::lock_guard lock(m_mutex);
    if (m_closed || m_waiting.size() >= kWaiting) return false;
    m_waiting.append(std::move(note));
    return true;
}

void ReadAudit::loop() {
    for (bool closed = false; !closed;) {
        {
            std::unique_lock lock(m_mutex);
            closed = m_stop.wait_for(lock, std::chrono::milliseconds(kPauseMs), [this] { return m_closed; });
        }
        handOver();
    }
    // The pool's queue may be full just now; its workers are emptying it.
    for (int i = 0; i < kLastTries && handOver(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(kPauseMs));
}

/// True where something waits still, because the pool did not take it.
bool ReadAudit::handOver() {
    QList<ReadNote> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken = std::exchange(m_waiting, {});
    }
    if (taken.isEmpty()) return false;
    const bool queued = m_pool.writeRaw([this, taken](Store& store) {
        if (store.noteReads(taken)) return;
        // The database is away: the notes wait with the others, and reads are refused when too many do.
        const std::lock_guard again(m_mutex);
        m_waiting = taken + m_waiting;
    });
    if (queued) return false;
    const std::lock_guard lock(m_mutex);
    m_waiting = taken + m_waiting;
    return true;
}

}  // namespace simrs
