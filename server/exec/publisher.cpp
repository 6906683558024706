// SPDX-License-Identifier: GPL-3.0-or-later
// Topics, and the once-a-second rule.
#include "server/exec/publisher.h"

namespace simrs {
namespace {
constexpr std::int64_t kPauseMs = 1000;
}

quint64 Publisher::subscribe(const QStringList& topics, std::function<void()> tell) {
    const quint64 number = ++m_last;
    // Far enough back that the first change is told at once.
    m_subscriptions.insert(number, {topics, std::move(tell), m_clock.monotonicMs() - kPauseMs, false});
    for (const QString& topic : topics) m_byTopic[topic].insert(number);
    return number;
}

void Publisher::unsubscribe(quint64 number) {
    const auto found = m_subscriptions.find(number);
    if (found == m_subscriptions.end()) return;
    for (const QString& topic : found->topics) {
        m_byTopic[topic].remove(number);
        if (m_byTopic[topic].isEmpty()) m_byTopic.remove(topic);
    }
    m_subscriptions.erase(found);
}

void Publisher::changed(const QSet<QString>& topics) {
    QSet<quint64> touched;
    for (const QString& topic : topics) touched.unite(m_byTopic.value(topic));
    for (const quint64 number : touched) {
        Subscription& subscription = m_subscriptions[number];
        if (subscription.waiting) continue;
        const std::int64_t since = m_clock.monotonicMs() - subscription.toldMs;
        if (since >= kPauseMs) {
            tell(number);
        } else {
            subscription.waiting = true;
            m_later(static_cast<int>(kPauseMs - since), [this, number] { tell(number); });
        }
    }
}

void Publisher::tell(quint64 number) {
    const auto found = m_subscriptions.find(number);
    if (found == m_subscriptions.end()) return;
    found->waiting = false;
    found->toldMs = m_clock.monotonicMs();
    found->tell();
}

}  // namespace simrs
