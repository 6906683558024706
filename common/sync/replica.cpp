// SPDX-License-Identifier: GPL-3.0-or-later
// Undo, apply, redo.
#include "common/sync/replica.h"

#include <algorithm>

#include "common/base/planted_bug.h"
#include "common/sync/key_digest.h"

namespace simrs {
namespace {

bool isHeld(const QList<OutboxEntry>& pending, const CommandId& id) {
    return std::any_of(pending.cbegin(), pending.cend(),
                       [&](const OutboxEntry& entry) { return entry.id == id; });
}

Filling fillingOf(const FeedPosition& position) {
    return {position.filling, position.place.kind, position.place.id};
}

}  // namespace

Replica::Replica(Store& cache, EntityList entities, const RequestTable& requests)
    : m_cache(cache), m_entities(std::move(entities)), m_requests(requests) {
    m_entities.push_back(&entityType<EndedCommand>());
}

void Replica::setDevice(const DeviceId& device, const QString& zone) {
    m_device = device;
    m_zone = zone;
}

Status Replica::open(const QList<OutboxEntry>& pending) {
    SIMRS_TRY(m_cache.migrate(m_entities));
    SIMRS_TRY(m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        tx.undo();
        for (const EndedCommand& ended : tx.all<EndedCommand>()) {
            if (!isHeld(pending, ended.id)) tx.forget<EndedCommand>(ended.id);
        }
        redoIn(tx, pending);
        return {};
    }));
    m_cache.setShowsPending(true);
    return {};
}

Status Replica::catchUp(const QList<OutboxEntry>& pending) {
    SIMRS_TRY(m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        tx.undo();
        redoIn(tx, pending);
        return {};
    }));
    m_cache.setShowsPending(true);
    return {};
}

Status Replica::run(CacheTx& tx, const OutboxEntry& entry) const {
    const RequestEntry* request = m_requests.find(entry.type);
    if (!request || !request->apply) return fail(ErrorCode::UnknownRequest);
    if (request->info.offline != Offline::Local) return {};
    WriteContext write;
    write.writeId = entry.id.uuid();
    write.request = QString::fromLatin1(request->info.name);
    write.actor = entry.actor;
    write.device = m_device.uuid();
    write.at = entry.at;
    write.zone = m_zone;
    write.wish = request->info.kind == RequestKind::Wish;
    CommandContext context;
    context.id = entry.id;
    context.actor = UserId(entry.actor);
    context.device = m_device;
    context.at = entry.at;
    context.zone = m_zone;
    context.assured = entry.assured;
    SIMRS_ASSIGN(const QByteArray payload, request->currentPayload(entry.version, entry.payload));
    return tx.provisionally(write, [&](WishTx& wish) -> Status {
        if (const auto done = request->apply(wish, context, payload); !done)
            return tl::unexpected<Error>(done.error());
        return {};
    });
}

QList<CommandId> Replica::redoIn(CacheTx& tx, const QList<OutboxEntry>& pending) const {
    QList<CommandId> notShown;
    // Before the rows of a new key have settled, a provisional run could stand on its own final rows.
    if (!tx.position().settled && !isPlanted(PlantedBug::UnsettledShown)) return notShown;
    QList<OutboxEntry> order = pending;
    if (isPlanted(PlantedBug::RedoBackwards)) std::reverse(order.begin(), order.end());
    for (const OutboxEntry& entry : order) {
        if (tx.get<EndedCommand>(entry.id)) continue;
        if (!run(tx, entry)) notShown.append(entry.id);
    }
    return notShown;
}

Status Replica::takeResult(CacheTx& tx, const FeedRow& row, const FeedBatch& batch, Applied& applied) const {
    SIMRS_ASSIGN(const CommandResult result, decode<CommandResult>(row.payload));
    EndedCommand ended;
    ended.id = result.id;
    ended.result = row.payload;
    // A picture does not say where it stands, but not beyond the end.
    ended.seq = row.seq > 0 ? row.seq : batch.to;
    tx.keep(ended);
    applied.results.append({result, ended.seq});
    return {};
}

Status Replica::takeRow(CacheTx& tx, const FeedRow& row, const FeedBatch& batch, Applied& applied) const {
    if (row.kind == kResultKind) return takeResult(tx, row, batch, applied);
    const auto kind = static_cast<std::uint32_t>(row.kind);
    if (row.op == FeedOp::Remove) {
        tx.release(kind, row.id, row.key);
        return {};
    }
    // A newer server may know tables that this program does not.
    const EntityType* type = tx.type(kind);
    if (!type) return {};
    AnyRow now(*type);
    now.version = row.version;
    SIMRS_TRY(decodeFields(type->fields, now.edit(), row.payload));
    if (idOf(*type, now.object()) != row.id) return fail(ErrorCode::MalformedFrame);
    tx.put(now, row.key);
    return {};
}

Result<Replica::Applied> Replica::apply(const FeedBatch& batch, const QList<OutboxEntry>& pending) {
    Applied applied;
    if (isPlanted(PlantedBug::CursorBeforeData)) SIMRS_TRY(moveAlone(batch));
    const Status done = m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        applied = {};
        const FeedPosition position = tx.position();
        const bool first = position.epoch.isNull() && batch.fromEpoch.isNull();
        const bool moved = isPlanted(PlantedBug::CursorBeforeData) && position.seq == batch.to;
        applied.mine = moved || ((first || position.epoch == batch.epoch) && position.seq == batch.from &&
                                 tx.keys() == batch.keys && fillingOf(position) == batch.asked);
        if (!applied.mine && !isPlanted(PlantedBug::AnyBatch)) return {};
        if (!isPlanted(PlantedBug::RedoWithoutUndo)) tx.undo();
        for (const QString& key : batch.added) tx.addKey(key);
        for (const FeedRow& row : batch.rows) SIMRS_TRY(takeRow(tx, row, batch, applied));
        for (const QString& key : batch.dropped) tx.dropKey(key);
        if (batch.settled && tx.keys().contains(batch.digest.key) && !holdsSame(tx, batch.digest)) {
            applied.differed = batch.digest.key;
            tx.dropKey(batch.digest.key);
        }
        tx.setPosition({batch.epoch,
                        batch.to,
                        batch.settled,
                        batch.filling.key,
                        {static_cast<std::uint32_t>(batch.filling.kind), batch.filling.id}});
        applied.notShown = redoIn(tx, pending);
        return {};
    });
    if (!done) return tl::unexpected<Error>(done.error());
    if (applied.mine) m_cache.setShowsPending(true);
    return applied;
}

/// The planted bug alone comes here.
Status Replica::moveAlone(const FeedBatch& batch) {
    return m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        if (tx.position().seq == batch.from) tx.setPosition({batch.epoch, batch.to, batch.settled, {}, {}});
        return {};
    });
}

Status Replica::show(const OutboxEntry& entry) {
    Status shown;
    const Status written = m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        shown = tx.position().settled ? run(tx, entry) : Status();
        return {};
    });
    if (!written) m_cache.setShowsPending(false);
    return written ? shown : written;
}

Status Replica::forget(const QList<CommandId>& ended) {
    return m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        for (const CommandId& id : ended) tx.forget<EndedCommand>(id);
        return {};
    });
}

Result<QList<Replica::Ended>> Replica::ended() {
    QList<Ended> results;
    SIMRS_TRY(m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        results.clear();
        for (const EndedCommand& ended : tx.all<EndedCommand>()) {
            SIMRS_ASSIGN(const CommandResult result, decode<CommandResult>(ended.result));
            results.append({result, ended.seq});
        }
        return {};
    }));
    return results;
}

Result<FollowFeed> Replica::position() {
    FollowFeed follow;
    SIMRS_TRY(m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        const FeedPosition position = tx.position();
        follow = {position.epoch, position.seq, tx.keys(), !position.settled, 0, fillingOf(position)};
        return {};
    }));
    return follow;
}

Status Replica::reset() {
    SIMRS_TRY(m_cache.onCache(m_entities, [&](CacheTx& tx) -> Status {
        tx.undo();
        for (const QString& key : tx.keys()) tx.dropKey(key);
        for (const EndedCommand& ended : tx.all<EndedCommand>())
            if (!isPlanted(PlantedBug::EndedKept)) tx.forget<EndedCommand>(ended.id);
        tx.setPosition({});
        return {};
    }));
    m_cache.setShowsPending(true);
    return {};
}

}  // namespace simrs
