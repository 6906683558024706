// SPDX-License-Identifier: GPL-3.0-or-later
// Keys compared, rows read, the batch put together.
#include "common/sync/feed_service.h"

#include <algorithm>
#include <limits>

namespace simrs {
namespace {

QStringList without(const QStringList& all, const QStringList& some) {
    QStringList out;
    for (const QString& key : all)
        if (!some.contains(key)) out.append(key);
    return out;
}

FeedRow feedRow(const NumberedRow& row) {
    return {row.seq, row.kind, row.id, row.version, static_cast<FeedOp>(row.op), row.scope, row.payload};
}

FeedRow pictureRow(const KeyedRow& row) {
    WireWriter payload;
    encodeFields(row.row.type().fields, row.row.object(), payload);
    return {0,
            row.row.type().info->kind,
            idOf(row.row.type(), row.row.object()),
            row.row.version,
            FeedOp::Insert,
            row.key,
            payload.take()};
}

}  // namespace

Result<std::optional<FeedBatch>> FeedService::next(Store& store, const DeviceId& device,
                                                   const FollowFeed& follow, QStringList keys) const {
    keys.sort();
    // Numbers everything that was visible when a picture was taken: what it held beyond its number is behind
    // us then.
    if (follow.unsettled) SIMRS_TRY(store.numberFeed());
    SIMRS_ASSIGN(const FeedState state, store.feedState());
    FeedBatch batch;
    batch.epoch = state.head.epoch;
    batch.durableSeq = state.durable;
    if (!follow.epoch.isNull() && follow.epoch != state.head.epoch) return std::optional(batch);
    batch.from = follow.seq;
    batch.keys = follow.keys;
    batch.added = without(keys, follow.keys);
    batch.dropped = without(follow.keys, keys);
    if (!batch.added.isEmpty())
        return withPicture(store, device, follow, std::move(batch)).map([](FeedBatch made) {
            return std::optional(std::move(made));
        });
    const bool moved = state.head.seq > follow.seq || !batch.dropped.isEmpty() || follow.unsettled;
    if (!moved) return std::optional<FeedBatch>();
    SIMRS_ASSIGN(const FeedSlice slice,
                 store.feedSlice(follow.seq, without(follow.keys, batch.dropped), m_rowsABatch));
    for (const NumberedRow& row : slice.rows) batch.rows.append(feedRow(row));
    batch.to = slice.to;
    batch.settled = !follow.unsettled || slice.to >= state.head.seq;
    return std::optional(batch);
}

QString FeedService::deviceKey(const DeviceId& device) {
    return QStringLiteral("device:") + device.toString();
}

/// Results that the device may wait for. Every one of them has its rows in the feed: asked before the
/// numbering.
Result<QList<FeedRow>> FeedService::results(Store& store, const DeviceId& device, qint64 afterSeq) const {
    QList<FeedRow> rows;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto records = reader.list(Where<CommandRecord>()
                                             .eq<&CommandRecord::deviceId>(device)
                                             .atLeast<&CommandRecord::seq>(afterSeq + 1)
                                             .orderBy<&CommandRecord::seq>());
        for (const CommandRecord& record : records.value_or(QList<CommandRecord>()))
            rows.append(
                {0, kResultKind, record.id.uuid(), 1, FeedOp::Insert, deviceKey(device), record.result});
        return {};
    }));
    return rows;
}

Result<FeedBatch> FeedService::withPicture(Store& store, const DeviceId& device, const FollowFeed& follow,
                                           FeedBatch batch) const {
    if (batch.added.contains(deviceKey(device))) {
        SIMRS_ASSIGN(batch.rows, results(store, device, follow.settledSeq));
        SIMRS_TRY(store.numberFeed());
    }
    SIMRS_ASSIGN(const FeedPicture picture,
                 store.feedPicture(m_entities, batch.added, batch.from, without(batch.keys, batch.dropped)));
    for (const NumberedRow& row : picture.slice.rows) batch.rows.append(feedRow(row));
    for (const KeyedRow& row : picture.rows) batch.rows.append(pictureRow(row));
    batch.to = picture.slice.to;
    batch.settled = !picture.unnumbered;
    return batch;
}

}  // namespace simrs
