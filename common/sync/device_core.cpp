// SPDX-License-Identifier: GPL-3.0-or-later
// The order of writes is the proof: rows, position, results and redo in one transaction of the cache, and
// only then the command's end in the outbox. A crash in between leaves the outbox behind the cache, never
// ahead of it.
#include "common/sync/device_core.h"

#include "common/base/planted_bug.h"

namespace simrs {

DeviceCore::DeviceCore(Outbox& outbox, Replica& replica, Wire wire, Ears ears, SessionTimes times)
    : m_outbox(outbox),
      m_replica(replica),
      m_wire(std::move(wire)),
      m_ears(std::move(ears)),
      m_times(times) {}

Status DeviceCore::open() {
    SIMRS_TRY(m_replica.open(m_outbox.unsettled()));
    SIMRS_ASSIGN(const QList<CommandResult> behind, m_replica.ended());
    SIMRS_TRY(settle(behind));
    SIMRS_ASSIGN(const FollowFeed position, m_replica.position());
    m_session.emplace(position, m_times);
    return {};
}

Status DeviceCore::submit(const OutboxEntry& draft, const QList<NumberUse>& numbers, std::int64_t nowMs) {
    SIMRS_ASSIGN(const OutboxEntry kept, m_outbox.append(draft, numbers, maySend()));
    // It is saved. A cache that cannot show it is a nuisance, not a loss.
    note(m_replica.isBehind() ? m_replica.catchUp(m_outbox.unsettled()) : m_replica.show(kept));
    if (m_ears.changed) m_ears.changed();
    step(client_event::Grew{}, nowMs);
    return {};
}

const FollowFeed& DeviceCore::position() const {
    static const FollowFeed nowhere;
    return m_session ? m_session->position() : nowhere;
}

bool DeviceCore::holds(const QString& key) const {
    return position().keys.contains(key) && position().filling.key != key;
}

Status DeviceCore::withdraw(const CommandId& id) {
    SIMRS_TRY(m_outbox.withdraw(id));
    note(m_replica.catchUp(m_outbox.unsettled()));
    if (m_ears.changed) m_ears.changed();
    return {};
}

void DeviceCore::tick(std::int64_t nowMs) {
    if (m_replica.isBehind()) {
        note(m_replica.catchUp(m_outbox.unsettled()));
        if (!m_replica.isBehind() && m_ears.changed) m_ears.changed();
    }
    step(client_event::Ticked{}, nowMs);
}

void DeviceCore::received(const ResultMessage& message, std::int64_t nowMs) {
    if (m_ears.answered) m_ears.answered(message);
    if (isPlanted(PlantedBug::DroppedOnAck) && message.infrastructure == 0)
        note(m_outbox.end(message.result));
    // Done long ago under another number, before the outbox was made anew: its row in the feed has passed.
    const OutboxEntry* held = m_outbox.unsettled(message.result.id);
    if (held && message.infrastructure == 0 && message.result.seq != held->seq)
        note(m_outbox.end(message.result));
    step(client_event::Answered{message}, nowMs);
}

bool DeviceCore::maySend() const {
    return m_session && m_session->isOpen() && m_session->room(m_outbox.unsettled()) > 0;
}

void DeviceCore::step(const ClientEvent& event, std::int64_t nowMs) {
    if (!m_session) return;
    if (maySend() || std::holds_alternative<client_event::Opened>(event)) {
        if (const Status claimed = m_outbox.claim(m_session->room(m_outbox.unsettled())); !claimed)
            note(claimed);
    }
    for (const ClientAction& action : m_session->step(event, nowMs, m_outbox.unsettled())) act(action, nowMs);
}

void DeviceCore::act(const ClientAction& action, std::int64_t nowMs) {
    if (const auto* send = std::get_if<client_action::SendCommand>(&action)) {
        const OutboxEntry* entry = m_outbox.unsettled(send->id);
        if (!entry) return;
        CommandMessage message;
        message.id = entry->id;
        message.seq = entry->seq;
        message.type = entry->type;
        message.version = entry->version;
        message.actor = entry->actor;
        message.at = entry->at;
        message.assured = entry->assured;
        message.baseSeq = entry->baseSeq;
        message.payload = entry->payload;
        m_wire.command(message);
    } else if (const auto* follow = std::get_if<client_action::SendFollow>(&action)) {
        FollowFeed question = follow->position;
        question.settledSeq = m_outbox.settledSeq();
        m_wire.follow(question);
    } else if (const auto* news = std::get_if<client_action::Apply>(&action)) {
        apply(news->batch, nowMs);
    } else {
        reset(nowMs);
    }
}

Status DeviceCore::applyDurably(const FeedBatch& batch) {
    if (isPlanted(PlantedBug::OutboxBeforeCache)) SIMRS_TRY(endEarly(batch));
    SIMRS_ASSIGN(const Replica::Applied applied, m_replica.apply(batch, m_outbox.unsettled()));
    if (applied.mine && m_ears.changed) m_ears.changed();
    return settle(applied.results);
}

/// The planted bug alone comes here.
Status DeviceCore::endEarly(const FeedBatch& batch) {
    for (const FeedRow& row : batch.rows) {
        if (row.kind != kResultKind) continue;
        SIMRS_ASSIGN(const CommandResult result, decode<CommandResult>(row.payload));
        if (m_outbox.unsettled(result.id)) SIMRS_TRY(m_outbox.end(result));
    }
    return {};
}

void DeviceCore::apply(const FeedBatch& batch, std::int64_t nowMs) {
    const Status done = applyDurably(batch);
    note(done);
    if (!done) return step(client_event::Failed{}, nowMs);
    stands(nowMs);
}

void DeviceCore::reset(std::int64_t nowMs) {
    const Status done = m_replica.reset(m_outbox.unsettled());
    note(done);
    if (!done) return step(client_event::Failed{}, nowMs);
    stands(nowMs);
}

/// Whatever happened, the session goes on from where the cache really stands.
void DeviceCore::stands(std::int64_t nowMs) {
    const auto position = m_replica.position();
    if (!position) return note(tl::unexpected<Error>(position.error()));
    step(client_event::Stands{*position}, nowMs);
}

Status DeviceCore::settle(const QList<CommandResult>& results) {
    QList<CommandId> settled;
    for (const CommandResult& result : results) {
        if (m_outbox.unsettled(result.id)) SIMRS_TRY(m_outbox.end(result));
        settled.append(result.id);
        if (m_ears.ended) m_ears.ended(result);
    }
    return settled.isEmpty() ? Status() : m_replica.forget(settled);
}

void DeviceCore::note(const Status& done) {
    m_trouble = done ? std::nullopt : std::optional<Error>(done.error());
}

}  // namespace simrs
