// SPDX-License-Identifier: GPL-3.0-or-later
// Window, resend, back-off, one batch at a time.
#include "common/sync/client_session.h"

#include <algorithm>

#include "common/base/planted_bug.h"

namespace simrs {

std::vector<ClientAction> ClientSession::step(const ClientEvent& event, std::int64_t nowMs,
                                              const QList<OutboxEntry>& queue) {
    std::vector<ClientAction> actions;
    if (std::holds_alternative<client_event::Opened>(event)) {
        open(nowMs);
    } else if (std::holds_alternative<client_event::Closed>(event)) {
        m_open = false;
    } else if (const auto* result = std::get_if<client_event::Answered>(&event)) {
        if (m_open) answered(result->message, nowMs);
    } else if (const auto* news = std::get_if<client_event::Came>(&event)) {
        if (m_open) came(news->batch, actions);
    } else if (const auto* stands = std::get_if<client_event::Stands>(&event)) {
        m_position = stands->position;
        m_applying = false;
        m_asked = false;
    } else if (std::holds_alternative<client_event::Failed>(event)) {
        // Asked again when the question has grown old, not at once: the disk is still full.
        m_applying = false;
        m_asked = true;
        m_askedMs = nowMs;
    }
    if (!m_open) return actions;
    send(queue, nowMs, actions);
    follow(nowMs, actions);
    return actions;
}

/// What was sent on the last connection may have been lost with it, and the server may be another node.
void ClientSession::open(std::int64_t nowMs) {
    m_open = true;
    m_applying = false;
    m_asked = false;
    if (!isPlanted(PlantedBug::SentOnce)) m_sentSeq = 0;
    m_answeredSeq = 0;
    m_sentMs = nowMs;
    m_pausedUntilMs = nowMs;
    m_pauseMs = 0;
    m_verifiedMs = nowMs;
}

void ClientSession::answered(const ResultMessage& message, std::int64_t nowMs) {
    m_sentMs = nowMs;
    if (message.infrastructure != 0 || message.expectedSeq > 0) {
        goBack(message.expectedSeq > 0 ? message.expectedSeq : message.result.seq);
        // All that were on their way are answered so; that is one failure, not many.
        if (nowMs < m_pausedUntilMs) return;
        m_pauseMs = m_pauseMs == 0 ? m_times.firstPauseMs : std::min(2 * m_pauseMs, m_times.longestPauseMs);
        m_pausedUntilMs = nowMs + m_pauseMs;
        return;
    }
    m_pauseMs = 0;
    m_answeredSeq = std::max(m_answeredSeq, message.result.seq);
}

/// What was answered counts for nothing where the server asks for less: it has been restored since, and a
/// relay kept the connection.
void ClientSession::goBack(qint64 seq) {
    m_sentSeq = std::min(m_sentSeq, seq - 1);
    m_answeredSeq = std::min(m_answeredSeq, seq - 1);
}

void ClientSession::came(const FeedBatch& batch, std::vector<ClientAction>& actions) {
    // A second answer to a question that was asked twice; its like is being applied.
    if (m_applying) return;
    // The answer to a question that has been answered. Asking on after it would be one question more each
    // time that a relay says something twice; and what an old server has said says nothing of the new one.
    const bool fits = batch.fromEpoch == m_position.epoch && batch.from == m_position.seq &&
                      batch.keys == m_position.keys && batch.asked == m_position.filling;
    if (!fits && !isPlanted(PlantedBug::AnyBatch)) return;
    const bool anew =
        !m_position.epoch.isNull() && batch.epoch != m_position.epoch && !isPlanted(PlantedBug::EpochIgnored);
    m_applying = true;
    if (!anew) {
        actions.emplace_back(client_action::Apply{batch});
        return;
    }
    goBack(1);
    actions.emplace_back(client_action::Reset{});
}

void ClientSession::send(const QList<OutboxEntry>& queue, std::int64_t nowMs,
                         std::vector<ClientAction>& actions) {
    if (nowMs < m_pausedUntilMs) return;
    // Sent, and no word of the first of them for too long: all of them again, in order. The server answers
    // what it has done already with the stored result.
    const bool waits = m_sentSeq > m_answeredSeq;
    if (waits && !isPlanted(PlantedBug::SentOnce) && nowMs - m_sentMs >= m_times.resendMs)
        goBack(m_answeredSeq + 1);
    // Answered, and its rows do not come: the answer may be of a server that has been restored since.
    const bool doubtful =
        !waits && !queue.isEmpty() && queue.first().seq > 0 && nowMs - m_sentMs >= m_times.doubtMs;
    if (doubtful) m_sentSeq = m_answeredSeq = 0;
    int inFlight = 0;
    for (const OutboxEntry& entry : queue) {
        if (entry.seq == 0) break;
        if (entry.seq <= m_answeredSeq) continue;
        if (++inFlight > m_times.window) break;
        if (entry.seq <= m_sentSeq) continue;
        actions.emplace_back(client_action::SendCommand{entry.id});
        m_sentSeq = entry.seq;
        m_sentMs = nowMs;
    }
}

int ClientSession::room(const QList<OutboxEntry>& queue) const {
    const auto unanswered = std::count_if(
        queue.cbegin(), queue.cend(), [&](const OutboxEntry& entry) { return entry.seq > m_answeredSeq; });
    return std::max(0, m_times.window - static_cast<int>(unanswered));
}

void ClientSession::follow(std::int64_t nowMs, std::vector<ClientAction>& actions) {
    const bool whole =
        !m_position.unsettled && m_position.filling.key.isEmpty() && !m_position.keys.isEmpty();
    const bool verifies = whole && nowMs - m_verifiedMs >= m_times.verifyMs;
    if (m_applying || (m_asked && !verifies && nowMs - m_askedMs < m_times.followMs)) return;
    FollowFeed question = m_position;
    if (verifies) {
        question.verify = question.keys[m_verified++ % question.keys.size()];
        m_verifiedMs = nowMs;
    }
    actions.emplace_back(client_action::SendFollow{question});
    m_asked = true;
    m_askedMs = nowMs;
}

}  // namespace simrs
