// SPDX-License-Identifier: GPL-3.0-or-later
// Tells live lists that a commit touched them: each at most once a second, and never before the commit.
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>
#include <functional>

#include "common/base/clock.h"

namespace simrs {

/// Lives on the I/O thread.
class Publisher {
  public:
    using Later = std::function<void(int ms, std::function<void()>)>;
    Publisher(const Clock& clock, Later later) : m_clock(clock), m_later(std::move(later)) {}

    /// `tell` is called on the I/O thread whenever one of the topics was touched.
    quint64 subscribe(const QStringList& topics, std::function<void()> tell);
    void unsubscribe(quint64 subscription);
    void changed(const QSet<QString>& topics);
    qsizetype subscriptions() const { return m_subscriptions.size(); }

  private:
    struct Subscription {
        QStringList topics;
        std::function<void()> tell;
        std::int64_t toldMs = 0;
        bool waiting = false;
    };
    void tell(quint64 number);

    const Clock& m_clock;
    Later m_later;
    QHash<quint64, Subscription> m_subscriptions;
    QHash<QString, QSet<quint64>> m_byTopic;
    quint64 m_last = 0;
};

}  // namespace simrs
