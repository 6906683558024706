// SPDX-License-Identifier: GPL-3.0-or-later
// The order of writes is the proof: rows, position, results and redo in one transaction of the cache, and
// only then the command's end in the outbox. A crash in between leaves the outbox behind the cache, never
// ahead of it.
#include "common/sync/device_core.h"

#include "common/base/log.h"
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
    SIMRS_TRY(settleWhatIsBehind());
    SIMRS_ASSIGN(const FollowFeed position, m_replica.position());
    // An empty cache: new, lost, or emptied for a server that counts anew.
    if (position.epoch.isNull()) SIMRS_TRY(beginAnew());
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

void DeviceCore::opened(std::int64_t nowMs, const Uuid& epoch) {
    const Uuid held = position().epoch;
    const bool anew = !epoch.isNull() && !held.isNull() && epoch != held;
    m_opening = {};
    if (anew && !isPlanted(PlantedBug::EpochIgnored) && !reset(nowMs))
        m_opening = epoch;
    else
        step(client_event::Opened{}, nowMs);
}

void DeviceCore::closed(std::int64_t nowMs) {
    m_opening = {};
    step(client_event::Closed{}, nowMs);
}

void DeviceCore::tick(std::int64_t nowMs) {
    if (!m_opening.isNull() && !rests(nowMs)) return opened(nowMs, std::exchange(m_opening, {}));
    if (m_replica.isBehind() && !rests(nowMs)) {
        tried(m_replica.catchUp(m_outbox.unsettled()), nowMs);
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
        message.after = entry->after;
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
    SIMRS_TRY(settleWhatIsBehind());
    SIMRS_ASSIGN(const Replica::Applied applied, m_replica.apply(batch, m_outbox.unsettled()));
    if (!applied.mine) return {};
    if (!applied.differed.isEmpty())
        log(LogLevel::Error, "cache", QStringLiteral("what was held differed and is fetched anew"),
            {{"key", applied.differed}});
    m_durableSeq = batch.durableSeq;
    if (m_ears.changed) m_ears.changed();
    SIMRS_TRY(settle(applied.results));
    return m_outbox.forgetUpTo(m_durableSeq);
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

bool DeviceCore::reset(std::int64_t nowMs) {
    const Status done = beginAnew();
    tried(done, nowMs);
    if (!done) {
        step(client_event::Failed{}, nowMs);
        return false;
    }
    if (m_ears.changed) m_ears.changed();
    stands(nowMs);
    return true;
}

/// The cache first: as long as it is empty, this is done again at every start. What the server acknowledged
/// and may have lost is unsettled from here on.
Status DeviceCore::beginAnew() {
    SIMRS_TRY(m_replica.reset());
    m_behind = false;
    SIMRS_TRY(m_outbox.reopen());
    return m_replica.open(m_outbox.unsettled());
}

/// Whatever happened, the session goes on from where the cache really stands.
void DeviceCore::stands(std::int64_t nowMs) {
    const auto position = m_replica.position();
    if (!position) {
        note(tl::unexpected<Error>(position.error()));
        return step(client_event::Failed{}, nowMs);
    }
    step(client_event::Stands{*position}, nowMs);
}

Status DeviceCore::settle(const QList<Replica::Ended>& ended) {
    QList<CommandId> settled;
    m_behind = m_behind || !ended.isEmpty();
    for (const auto& [result, seq] : ended) {
        if (m_outbox.unsettled(result.id)) SIMRS_TRY(m_outbox.end(result, seq > m_durableSeq ? seq : 0));
        settled.append(result.id);
        if (m_ears.ended) m_ears.ended(result);
    }
    if (!settled.isEmpty()) SIMRS_TRY(m_replica.forget(settled));
    m_behind = false;
    return {};
}

/// A disk was full when results came, or the power went: they stand in the cache until the outbox has them.
Status DeviceCore::settleWhatIsBehind() {
    if (m_session && !m_behind) return {};
    SIMRS_ASSIGN(const QList<Replica::Ended> behind, m_replica.ended());
    return settle(behind);
}

/// Beginning anew and catching up write the whole cache. A disk that stays full for a day is not asked for it
/// at every tick.
bool DeviceCore::rests(std::int64_t nowMs) const { return nowMs < m_restsUntilMs; }

void DeviceCore::tried(const Status& done, std::int64_t nowMs) {
    note(done);
    m_restsUntilMs = done ? 0 : nowMs + m_times.restMs;
}

void DeviceCore::note(const Status& done) {
    if (!done && (!m_trouble || m_trouble->code != done.error().code))
        log(LogLevel::Warning, "cache", QStringLiteral("the copy cannot be kept up to date"),
            {{"error", errorName(done.error().code)}, {"detail", done.error().detail}});
    m_trouble = done ? std::nullopt : std::optional<Error>(done.error());
}

}  // namespace simrs
