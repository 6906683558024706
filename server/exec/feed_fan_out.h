// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the sessions that wait for news of the feed when there is some for them: one look at the feed per
// move of its head and node, whoever waits.
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>
#include <atomic>
#include <functional>

#include "server/exec/worker_pool.h"

namespace simrs {

/// Lives on the I/O thread, but for `moved`.
class FeedFanOut {
  public:
    using OnIoThread = std::function<void(std::function<void()>)>;
    using Later = std::function<void(int ms, std::function<void()>)>;
    FeedFanOut(WorkerPool& pool, OnIoThread onIoThread, Later later)
        : m_pool(pool), m_onIoThread(std::move(onIoThread)), m_later(std::move(later)) {}

    /// The head has moved, or may have. Thread-safe and cheap.
    void moved();

    /// `tell` is called once, on the I/O thread, when rows of one of the keys have come after this call. Who
    /// asks the feed waits first, so that nothing falls between.
    quint64 wait(const QStringList& keys, std::function<void()> tell);
    void leave(quint64 number);

  private:
    struct Waiting {
        QStringList keys;
        std::function<void()> tell;
    };
    void look();
    void looked(const Result<FeedState>& state, const Result<QSet<QString>>& scopes);

    WorkerPool& m_pool;
    OnIoThread m_onIoThread;
    Later m_later;
    std::atomic<bool> m_posted{false};
    bool m_looking = false;
    bool m_again = false;
    bool m_retrying = false;
    FeedHead m_told;  // Everybody has been told of what is up to here.
    quint64 m_last = 0;
    QHash<quint64, Waiting> m_waiting;
    QHash<QString, QSet<quint64>> m_byKey;
};

}  // namespace simrs
