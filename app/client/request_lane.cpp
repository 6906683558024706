// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what may be sent, in the order of asking, and gives every asker exactly one answer.
#include "app/client/request_lane.h"

#include <QTimer>
#include <algorithm>

namespace simrs {
namespace {

/// Room is left below the server's limit for the link's own requests and subscriptions.
constexpr int kInFlight = limits::kSessionInFlight - 16;

}  // namespace

void RequestLane::ask(quint64 key, AskJob job, Then then) {
    const bool cut = !m_host.isActive() && !m_host.mayResume();
    if (!m_host.session()) return then(fail(ErrorCode::SessionExpired));
    const bool cacheable = job.repeatable && m_host.hasCache();
    if (cut && !cacheable) return then(fail(ErrorCode::NotConnected));
    const qint64 number = ++m_last;
    QTimer::singleShot(job.timeoutMs, this, [this, number] { finish(number, fail(ErrorCode::TimedOut)); });
    m_running[number] = {key, std::move(job), std::move(then), false, false};
    if (cut) return askCache(number);
    if (cacheable) askCacheAfter(number, m_times.holdMs);
    if (m_host.isActive()) {
        pump();
    } else {
        holdFor(number);
    }
}

void RequestLane::askCacheAfter(qint64 number, int ms) {
    QTimer::singleShot(ms, this, [this, number] { askCache(number); });
}

/// What is held here is an answer; that it does not hold the row is none while the server may still say.
void RequestLane::askCache(qint64 number) {
    const auto found = m_running.find(number);
    if (found == m_running.end() || found->second.askedCache) return;
    found->second.askedCache = true;
    m_host.askCache(found->second.job, [this, number](const Result<QByteArray>& answer) {
        if (answer || (!m_host.isActive() && !m_host.mayResume())) finish(number, answer);
    });
}

void RequestLane::cancel(quint64 key) {
    for (auto it = m_running.begin(); it != m_running.end();) {
        it = key != 0 && it->second.key == key ? m_running.erase(it) : std::next(it);
    }
    pump();
}

void RequestLane::pump() {
    if (!m_host.isActive()) return;
    auto inFlight =
        std::count_if(m_running.begin(), m_running.end(), [](const auto& r) { return r.second.sent; });
    for (auto& [number, running] : m_running) {
        if (inFlight >= kInFlight) return;
        if (running.sent) continue;
        running.sent = true;
        ++inFlight;
        m_host.send(FrameKind::Request,
                    encode(RequestMessage{number, running.job.type, running.job.payload}));
    }
}

/// A question does not wait for its whole time while there is nobody to ask.
void RequestLane::holdFor(qint64 number) {
    QTimer::singleShot(m_times.holdMs, this, [this, number] {
        const auto found = m_running.find(number);
        if (found == m_running.end() || found->second.sent || m_host.isActive()) return;
        if (!found->second.job.repeatable || !m_host.hasCache())
            return finish(number, fail(ErrorCode::NotConnected));
        found->second.askedCache = false;
        askCache(number);
    });
}

void RequestLane::onActive() { pump(); }

void RequestLane::onLost() {
    QList<qint64> lost;
    for (auto& [number, running] : m_running) {
        if (running.sent && !running.job.repeatable) {
            lost.append(number);
        } else {
            running.sent = false;
            holdFor(number);
        }
    }
    for (const qint64 number : lost) finish(number, fail(ErrorCode::TimedOut));
}

void RequestLane::onLoggedOut() {
    const auto running = std::exchange(m_running, {});
    for (const auto& [number, request] : running) request.then(fail(ErrorCode::SessionExpired));
}

void RequestLane::onReply(const ReplyMessage& reply) {
    if (reply.error == 0) return finish(reply.correlation, reply.payload);
    finish(reply.correlation, fail(errorFromNumber(static_cast<int>(reply.error)), reply.args));
}

/// Does nothing for a question that was answered or cancelled.
void RequestLane::finish(qint64 number, Result<QByteArray> answer) {
    const auto found = m_running.find(number);
    if (found == m_running.end()) return;
    const Then then = std::move(found->second.then);
    m_running.erase(found);
    then(std::move(answer));
    pump();
}

}  // namespace simrs
