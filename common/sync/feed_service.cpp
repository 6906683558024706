// SPDX-License-Identifier: GPL-3.0-or-later
// Keys compared, rows read, the batch put together.
#include "common/sync/feed_service.h"

#include <algorithm>
#include <limits>

#include "common/sync/key_digest.h"

namespace simrs {
namespace {

/// Far more than a device can hold back.
constexpr int kMostResults = 10'000;

QStringList without(const QStringList& all, const QStringList& some) {
    QStringList out;
    for (const QString& key : all)
        if (!some.contains(key)) out.append(key);
    return out;
}

FeedRow feedRow(const NumberedRow& row) {
    return {row.seq, row.kind, row.id, row.version, static_cast<FeedOp>(row.op), row.scope, row.payload};
}

FeedRow pictureRow(const AnyRow& row, const QString& key) {
    WireWriter payload;
    encodeFields(row.type().fields, row.object(), payload);
    return {0,   row.type().info->kind, idOf(row.type(), row.object()), row.version, FeedOp::Insert,
            key, payload.take()};
}

/// Its own results come first: they tell the device what became of its work.
QString firstOf(const QStringList& keys, const QString& own) {
    return keys.contains(own) ? own : keys.first();
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
    batch.fromEpoch = follow.epoch;
    batch.from = follow.seq;
    batch.keys = follow.keys;
    batch.asked = follow.filling;
    if (!follow.epoch.isNull() && follow.epoch != state.head.epoch) return std::optional(batch);
    batch.dropped = without(follow.keys, keys);
    const QStringList missing = without(keys, follow.keys);
    const bool filling = !follow.filling.key.isEmpty() && keys.contains(follow.filling.key);
    const bool moved = state.head.seq > follow.seq || !batch.dropped.isEmpty() || follow.unsettled;
    const bool verifies = keys.contains(follow.verify) && follow.keys.contains(follow.verify);
    if (!moved && !filling && missing.isEmpty() && !verifies) return std::optional<FeedBatch>();
    SIMRS_ASSIGN(const FeedSlice slice, this->slice(store, follow, without(follow.keys, batch.dropped)));
    // Who is far behind catches up before rows of another key are read with the rest.
    if (!slice.more && (filling || !missing.isEmpty())) {
        if (!filling) batch.added = {firstOf(missing, deviceKey(device))};
        batch.keysToCome = missing.size() - batch.added.size();
        return withPage(store, device, follow, std::move(batch)).map([](FeedBatch made) {
            return std::optional(std::move(made));
        });
    }
    for (const NumberedRow& row : slice.rows) batch.rows.append(feedRow(row));
    batch.to = slice.to;
    if (filling) batch.filling = follow.filling;
    batch.settled = !filling && (!follow.unsettled || slice.to >= state.head.seq);
    if (verifies && batch.settled && !slice.more) {
        SIMRS_ASSIGN(const std::optional<KeyDigest> digest,
                     keyDigest(store, m_entities, follow.verify, batch.to));
        batch.digest = digest.value_or(KeyDigest());
    }
    return std::optional(batch);
}

/// Fewer transactions where they are large.
Result<FeedSlice> FeedService::slice(Store& store, const FollowFeed& follow, const QStringList& keys) const {
    for (int most = m_rowsABatch;; most /= 4) {
        SIMRS_ASSIGN(FeedSlice slice, store.feedSlice(follow.seq, keys, std::max(most, 1)));
        qsizetype bytes = 0;
        for (const NumberedRow& row : slice.rows) bytes += row.payload.size();
        if (bytes <= m_bytesABatch || most <= 1) return slice;
    }
}

/// Results that the device may wait for. Every one of them has its rows in the feed: asked before the
/// numbering.
Result<QList<FeedRow>> FeedService::results(Store& store, const DeviceId& device, qint64 afterSeq) const {
    QList<FeedRow> rows;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto records = reader.list(Where<CommandRecord>()
                                             .eq<&CommandRecord::deviceId>(device)
                                             .atLeast<&CommandRecord::seq>(afterSeq + 1)
                                             .orderBy<&CommandRecord::seq>()
                                             .limit(kMostResults));
        for (const CommandRecord& record : records.value_or(QList<CommandRecord>()))
            rows.append(
                {0, kResultKind, record.id.uuid(), 1, FeedOp::Insert, deviceKey(device), record.result});
        return {};
    }));
    return rows;
}

Result<FeedBatch> FeedService::withPage(Store& store, const DeviceId& device, const FollowFeed& follow,
                                        FeedBatch batch) const {
    const bool first = !batch.added.isEmpty();
    const QString key = first ? batch.added.first() : follow.filling.key;
    // What of its own ends while this is read stands in the feed behind here, and comes with the next slice.
    std::optional<qint64> before;
    if (first && key == deviceKey(device)) {
        SIMRS_ASSIGN(const FeedHead head, store.numberFeed().map([](const FeedState& s) { return s.head; }));
        before = head.seq;
        SIMRS_ASSIGN(batch.rows, results(store, device, follow.settledSeq));
        SIMRS_TRY(store.numberFeed());
    }
    const KeyPlace after =
        first ? KeyPlace() : KeyPlace{static_cast<std::uint32_t>(follow.filling.kind), follow.filling.id};
    SIMRS_ASSIGN(const FeedPicture picture, store.feedPicture(m_entities, key, after, m_rowsAPage, batch.from,
                                                              without(batch.keys, batch.dropped)));
    // A result's own place is not known, but it does not lie behind this one.
    for (FeedRow& result : batch.rows) result.seq = picture.slice.to;
    for (const NumberedRow& row : picture.slice.rows) batch.rows.append(feedRow(row));
    batch.to = before ? std::max(*before, batch.from) : picture.slice.to;
    batch.rowsOfKey = picture.rowsOfKey;
    batch.settled = picture.page.last && !picture.unnumbered && !before;
    takePage(picture.page, key, batch);
    return batch;
}

void FeedService::takePage(const KeyPage& page, const QString& key, FeedBatch& batch) const {
    qsizetype bytes = 0;
    KeyPlace last;
    for (const AnyRow& row : page.rows) {
        FeedRow taken = pictureRow(row, key);
        bytes += taken.payload.size();
        if (bytes > m_bytesABatch && last.kind != 0) {
            batch.filling = {key, last.kind, last.id};
            batch.settled = false;
            return;
        }
        last = {row.type().info->kind, taken.id};
        batch.rows.append(std::move(taken));
    }
    if (!page.last) batch.filling = {key, page.place.kind, page.place.id};
}

}  // namespace simrs
