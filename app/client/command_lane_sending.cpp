// SPDX-License-Identifier: GPL-3.0-or-later
// The lane's connection: what waits goes out, results and rows come in.
#include <algorithm>

#include "app/client/command_lane.h"
#include "app/client/stored_command.h"
#include "common/base/log.h"

namespace simrs {
namespace {

/// The session's own times are seconds.
constexpr int kTickMs = 250;

}  // namespace

void CommandLane::onActive() {
    const SessionGrant& grant = *m_host.session();
    if (!m_outbox || !begin(grant.lastSeq, grant.zone, grant.feedEpoch)) return;
    m_supply.supply();
    unpark();
}

/// What is blocked waits for a person.
void CommandLane::onHandIn(const HandInGrant& grant) {
    if (!m_outbox || m_blocked) return;
    m_handsIn = true;
    begin(grant.lastSeq, grant.zone, grant.feedEpoch);
}

bool CommandLane::begin(qint64 lastSeq, const QString& zone, const Uuid& feedEpoch) {
    m_blocked.reset();
    m_supply.setBlocked(false);
    if (const Status fits = m_outbox->compare(lastSeq); !fits) {
        block(fits.error());
        return false;
    }
    // What a server has answered that was restored since counts for nothing.
    const Uuid held = m_core->position().epoch;
    if (!held.isNull() && !feedEpoch.isNull() && held != feedEpoch) {
        m_answered.clear();
        m_seen.clear();
    }
    m_epoch = feedEpoch;
    m_seat->replica().setDevice(m_seat->device(), zone);
    m_core->opened(m_host.monotonicMs(), feedEpoch);
    m_tick.start(kTickMs);
    m_host.pendingChanged();
    return true;
}

void CommandLane::tick() {
    if (!m_core || !(m_host.isActive() || m_handsIn)) return;
    // A file could not be opened just then.
    if (!m_core->isOpen() && m_core->open()) m_core->opened(m_host.monotonicMs(), m_epoch);
    // Answered without a feed: that they have ended is heard at the next log-in.
    if (m_handsIn && !hasUnanswered()) return onLost();
    m_core->tick(m_host.monotonicMs());
}

bool CommandLane::hasUnanswered() const {
    if (!m_outbox || m_blocked) return false;
    const QList<OutboxEntry>& entries = m_outbox->unsettled();
    return std::any_of(entries.cbegin(), entries.cend(),
                       [&](const OutboxEntry& entry) { return m_answered.count(entry.id) == 0; });
}

bool CommandLane::isCurrent() const {
    const SessionGrant* grant = m_host.session();
    if (!grant || !m_core || m_core->trouble()) return false;
    const FollowFeed& at = m_core->position();
    return at.epoch == grant->feedEpoch && at.seq >= grant->feedSeq && !at.unsettled &&
           !cacheStatus().filling;
}

void CommandLane::onLost() {
    m_handsIn = false;
    m_tick.stop();
    if (m_core) m_core->closed(m_host.monotonicMs());
}

void CommandLane::onLoggedOut() {
    m_notes.flush();
    const std::vector<Parked> parked = std::exchange(m_parked, {});
    for (const Parked& one : parked) one.then(fail(ErrorCode::SessionExpired), false);
}

void CommandLane::onResult(const ResultMessage& message) {
    if (!m_core || m_blocked || !m_outbox->unsettled(message.result.id)) return;
    const ErrorCode why = errorFromNumber(static_cast<int>(message.infrastructure));
    if (message.infrastructure != 0 && why == ErrorCode::DeviceUnknown) return block({why, {}, {}});
    // Another machine has the same outbox, and goes on from it.
    if (why == ErrorCode::OutOfOrder && message.expectedSeq == 0)
        return block({why, {QString::number(m_outbox->lastSeq()), QString::number(message.result.seq)}, {}});
    if (disagrees(message))
        return block({ErrorCode::OutOfOrder,
                      {QString::number(m_outbox->lastSeq()), QString::number(message.expectedSeq - 1)},
                      {}});
    m_core->received(message, m_host.monotonicMs());
}

/// It is behind what we have results for, or ahead of a command it has never seen.
bool CommandLane::disagrees(const ResultMessage& message) const {
    const OutboxEntry* held = m_outbox->unsettled(message.result.id);
    return message.infrastructure != 0 && message.expectedSeq > 0 &&
           (message.expectedSeq <= m_outbox->settledForGood() || (held && message.expectedSeq > held->seq));
}

void CommandLane::onBatch(const FeedBatch& batch) {
    if (!m_core || m_blocked) return;
    if (!batch.added.isEmpty()) {
        m_filling.rowsOfKey = batch.rowsOfKey;
        m_filling.rowsCome = 0;
    }
    m_filling.keysToCome = batch.keysToCome;
    m_filling.rowsCome += std::count_if(batch.rows.cbegin(), batch.rows.cend(),
                                        [](const FeedRow& row) { return row.seq == 0; });
    m_core->received(batch, m_host.monotonicMs());
    m_host.pendingChanged();
}

CacheStatus CommandLane::cacheStatus() const {
    if (!m_core) return {};
    const FollowFeed& position = m_core->position();
    CacheStatus status;
    status.filling = !position.filling.key.isEmpty() || m_filling.keysToCome > 0;
    status.keys = static_cast<int>(position.keys.size()) - (position.filling.key.isEmpty() ? 0 : 1);
    if (status.filling) {
        status.rowsCome = m_filling.rowsCome;
        status.rowsOfKey = m_filling.rowsOfKey;
        status.keysToCome = m_filling.keysToCome;
    }
    return status;
}

/// The server's word. It is told now; the command ends when its rows are here.
void CommandLane::answered(const ResultMessage& message) {
    const OutboxEntry* held = m_outbox->unsettled(message.result.id);
    if (message.infrastructure != 0 || !held || m_answered.count(held->id) > 0) return;
    m_answered[held->id] = message.result;
    announce(message.result, held->type);
}

/// Outbox and cache have it.
void CommandLane::ended(const CommandResult& result) {
    if (m_answered.erase(result.id) > 0) {
        if (m_seen.remove(result.id)) acknowledge(result.id);
        return;
    }
    const auto known = m_outbox->find(result.id);
    if (known && *known) announce(result, (*known)->type);
}

void CommandLane::announce(const CommandResult& result, qint64 type) {
    const Result<QByteArray> outcome = outcomeOf(result);
    CommandOutcome told{result.id, QString::fromLatin1(infoOf(type).name), std::nullopt, result.reply, false};
    if (!outcome) told.error = outcome.error();
    told.late = !tell(told.id, outcome, result.error != 0);
    m_host.pendingChanged();
    m_host.commandEnded(told);
}

void CommandLane::block(const Error& why) {
    m_blocked = why;
    m_supply.setBlocked(true);
    m_tick.stop();
    m_core->closed(m_host.monotonicMs());
    log(LogLevel::Error, "outbox", QStringLiteral("the server and this outbox disagree"),
        {{"error", errorName(why.code)}, {"seq", why.args.join(QLatin1Char('/'))}});
    unpark();
    m_host.pendingChanged();
}

}  // namespace simrs
