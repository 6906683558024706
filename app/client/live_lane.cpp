// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps every live query's last answer fresh while there is a connection.
#include "app/client/live_lane.h"

#include <QTimer>
#include <algorithm>

namespace simrs {
namespace {

constexpr int kAnswerMs = 10'000;
/// Apart from the tickets of pages, which count from 1.
quint64 askKey(qint64 number) { return (quint64{1} << 62) + static_cast<quint64>(number); }

bool tellsNothing(ErrorCode code) {
    return code == ErrorCode::NotConnected || code == ErrorCode::TimedOut ||
           code == ErrorCode::SessionExpired;
}

}  // namespace

void LiveLane::begin(qint64 number, qint64 type, QByteArray payload, Then then) {
    Live& live = m_live[number];
    live.type = type;
    live.payload = std::move(payload);
    live.then = std::move(then);
    if (m_host.isActive()) {
        sendSubscribe(number, live);
    } else {
        schedule(number, m_host.mayResume() ? m_times.holdMs : 0);
    }
}

void LiveLane::end(qint64 number) {
    const auto found = m_live.find(number);
    if (found == m_live.end()) return;
    if (found->second.subscribed && m_host.isActive())
        m_host.send(FrameKind::Unsubscribe, encode(SubscribeMessage{number, 0, {}}));
    m_live.erase(found);
    m_requests.cancel(askKey(number));
}

void LiveLane::onActive() {
    for (auto& [number, live] : m_live) sendSubscribe(number, live);
}

void LiveLane::onLost() {
    for (auto& [number, live] : m_live) {
        live.subscribed = live.asking = live.stale = false;
        m_requests.cancel(askKey(number));
        schedule(number, m_times.holdMs);
    }
}

void LiveLane::sendSubscribe(qint64 number, Live& live) {
    live.subscribed = live.asking = true;
    live.stale = false;
    live.askedAtMs = m_host.monotonicMs();
    m_host.send(FrameKind::Subscribe, encode(SubscribeMessage{number, live.type, live.payload}));
    QTimer::singleShot(kAnswerMs, this, [this, number, asked = live.askedAtMs] {
        const auto found = m_live.find(number);
        if (found == m_live.end() || !found->second.asking || found->second.askedAtMs != asked) return;
        found->second.asking = false;
        askAgain(number);
    });
}

void LiveLane::onFirstReply(const ReplyMessage& reply) {
    const auto found = m_live.find(-reply.correlation);
    if (found == m_live.end()) return;
    if (reply.error == 0) return answered(found->first, reply.payload);
    found->second.subscribed = false;
    answered(found->first, fail(errorFromNumber(static_cast<int>(reply.error)), reply.args));
}

void LiveLane::onChanged(qint64 number) {
    const auto found = m_live.find(number);
    if (found == m_live.end()) return;
    if (found->second.asking) {
        found->second.stale = true;
    } else {
        const auto since = m_host.monotonicMs() - found->second.askedAtMs;
        schedule(number,
                 static_cast<int>(std::clamp<std::int64_t>(m_times.liveGapMs - since, 0, m_times.liveGapMs)));
    }
}

void LiveLane::onCacheChanged() {
    if (m_host.isActive()) return;
    for (const auto& [number, live] : m_live) schedule(number, m_times.liveGapMs);
}

void LiveLane::schedule(qint64 number, int ms) {
    const auto found = m_live.find(number);
    if (found == m_live.end() || found->second.scheduled) return;
    found->second.scheduled = true;
    QTimer::singleShot(ms, this, [this, number] {
        const auto due = m_live.find(number);
        if (due == m_live.end()) return;
        due->second.scheduled = false;
        askAgain(number);
    });
}

void LiveLane::askAgain(qint64 number) {
    const auto found = m_live.find(number);
    if (found == m_live.end() || found->second.asking) return;
    if (!m_host.isActive()) return askCache(number);
    Live& live = found->second;
    if (!live.subscribed) {
        // Where only the answer failed, the server still holds the subscription.
        m_host.send(FrameKind::Unsubscribe, encode(SubscribeMessage{number, 0, {}}));
        return sendSubscribe(number, live);
    }
    live.asking = true;
    live.stale = false;
    live.askedAtMs = m_host.monotonicMs();
    m_requests.ask(askKey(number), {live.type, live.payload, kAnswerMs, true},
                   [this, number](const Result<QByteArray>& answer) { answered(number, answer); });
}

/// Without a connection the list shows what is held here.
void LiveLane::askCache(qint64 number) {
    const auto found = m_live.find(number);
    if (found == m_live.end() || !m_host.hasCache()) return;
    found->second.askedAtMs = m_host.monotonicMs();
    m_host.askCache({found->second.type, found->second.payload, kAnswerMs, true},
                    [this, number](const Result<QByteArray>& answer) {
                        if (!m_host.isActive()) answered(number, answer);
                    });
}

void LiveLane::answered(qint64 number, const Result<QByteArray>& answer) {
    const auto found = m_live.find(number);
    if (found == m_live.end()) return;
    found->second.asking = false;
    if (!answer && retryOf(answer.error().code) == Retry::Later) {
        schedule(number, m_times.liveRetryMs);
    } else if (found->second.stale) {
        schedule(number, m_times.liveGapMs);
    }
    if (!answer && tellsNothing(answer.error().code)) return;
    const Then then = found->second.then;  // It may end this very query.
    then(answer);
}

}  // namespace simrs
