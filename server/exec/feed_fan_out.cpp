// SPDX-License-Identifier: GPL-3.0-or-later
// One look at a time; what moves meanwhile is looked at next.
#include "server/exec/feed_fan_out.h"

namespace simrs {
namespace {
constexpr int kRetryMs = 500;
}

void FeedFanOut::moved() {
    if (m_posted.exchange(true)) return;
    m_onIoThread([this] {
        m_posted = false;
        look();
    });
}

quint64 FeedFanOut::wait(const QStringList& keys, std::function<void()> tell) {
    const quint64 number = ++m_last;
    m_waiting.insert(number, {keys, std::move(tell)});
    for (const QString& key : keys) m_byKey[key].insert(number);
    return number;
}

void FeedFanOut::leave(quint64 number) {
    const Waiting left = m_waiting.take(number);
    for (const QString& key : left.keys) {
        const auto found = m_byKey.find(key);
        if (found == m_byKey.end()) continue;
        found->remove(number);
        if (found->isEmpty()) m_byKey.erase(found);
    }
}

void FeedFanOut::look() {
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    const bool queued = m_pool.read([this, told = m_told](Store& store) {
        const Result<FeedState> state = store.feedState();
        Result<QSet<QString>> scopes = QSet<QString>();
        if (state && state->head.epoch == told.epoch) scopes = store.feedScopes(told.seq, state->head.seq);
        m_onIoThread([this, state, scopes] { looked(state, scopes); });
    });
    if (!queued) looked(fail(ErrorCode::Overloaded), QSet<QString>());
}

void FeedFanOut::looked(const Result<FeedState>& state, const Result<QSet<QString>>& scopes) {
    m_looking = false;
    if (!state || !scopes) {
        // The database went away just then. What has moved would otherwise be told with the next move only.
        if (!std::exchange(m_retrying, true))
            m_later(kRetryMs, [this] {
                m_retrying = false;
                look();
            });
    } else {
        const bool known = m_told.epoch == state->head.epoch;
        m_told = state->head;
        QSet<quint64> touched;
        for (const QString& scope : *scopes) touched.unite(m_byKey.value(scope));
        if (!known) touched = QSet<quint64>(m_waiting.keyBegin(), m_waiting.keyEnd());
        for (const quint64 number : std::as_const(touched)) {
            const std::function<void()> tell = m_waiting.value(number).tell;
            leave(number);
            if (tell) tell();
        }
    }
    if (std::exchange(m_again, false)) look();
}

}  // namespace simrs
