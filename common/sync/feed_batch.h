// SPDX-License-Identifier: GPL-3.0-or-later
// What the server sends a device of the hospital's changes: whole transactions, in the order of the feed, as
// far as they concern the keys the device holds.
#pragma once

#include "common/entity/codec.h"

namespace simrs {

enum class FeedOp {
    None,
    Insert,
    Update,
    Remove,  ///< The row has left this key; it is not deleted.
};
constexpr int enumCount(FeedOp) { return 4; }

struct FeedRow {
    qint64 seq = 0;  ///< 0: as it stands, for a key the device did not hold before.
    qint64 kind = 0;
    Uuid id;
    qint64 version = 0;
    FeedOp op = FeedOp::None;
    QString key;
    QByteArray payload;  ///< The row's fields as of `seq`; of a result, the CommandResult.

    bool operator==(const FeedRow&) const = default;
};
template <>
inline constexpr std::array fieldsOf<FeedRow> = {
    field<&FeedRow::seq>(1, "seq"),         field<&FeedRow::kind>(2, "kind"), field<&FeedRow::id>(3, "id"),
    field<&FeedRow::version>(4, "version"), field<&FeedRow::op>(5, "op"),     field<&FeedRow::key>(6, "key"),
    field<&FeedRow::payload>(7, "payload"),
};
static_assert(wellDescribed<FeedRow>());

/// A key's rows come page by page: which key, and how far. An empty key: none is on its way.
struct Filling {
    QString key;
    qint64 kind = 0;
    Uuid id;

    bool operator==(const Filling&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Filling> = {
    field<&Filling::key>(1, "key"),
    field<&Filling::kind>(2, "kind"),
    field<&Filling::id>(3, "id"),
};
static_assert(wellDescribed<Filling>());

struct TableDigest {
    qint64 kind = 0;
    qint64 rows = 0;
    qint64 sum = 0;  ///< Of 64 bits of a hash of each row's id and version, in whatever order.

    bool operator==(const TableDigest&) const = default;
};
template <>
inline constexpr std::array fieldsOf<TableDigest> = {
    field<&TableDigest::kind>(1, "kind"),
    field<&TableDigest::rows>(2, "rows"),
    field<&TableDigest::sum>(3, "sum"),
};
static_assert(wellDescribed<TableDigest>());

/// The server's rows of a key, summed up: a copy that differs is thrown away and fetched anew.
struct KeyDigest {
    QString key;                ///< Empty: nothing is said.
    QList<TableDigest> tables;  ///< Those with rows, by kind.

    bool operator==(const KeyDigest&) const = default;
};
template <>
inline constexpr std::array fieldsOf<KeyDigest> = {
    field<&KeyDigest::key>(1, "key"),
    field<&KeyDigest::tables>(2, "tables"),
};
static_assert(wellDescribed<KeyDigest>());

/// A checkpoint: applied whole or not at all. One that does not begin where the device stands is not its own.
struct FeedBatch {
    Uuid epoch;
    /// With `from`, `keys` and `asked`: the question that this answers. A relay may bring it long after.
    Uuid fromEpoch;
    qint64 from = 0;
    qint64 to = 0;
    QStringList keys;     ///< What the device held when it asked, sorted.
    QStringList added;    ///< Held from `to` on; the first of its rows are among `rows`, as they stand.
    QStringList dropped;  ///< No longer its business.
    /// False: rows of added keys may be newer than `to`, and nothing provisional is shown until a batch says
    /// true.
    bool settled = true;
    QList<FeedRow> rows;
    Filling asked;          ///< As the device has asked for.
    Filling filling;        ///< Where the next page begins.
    qint64 rowsOfKey = 0;   ///< With the first page: how many rows the added key has.
    qint64 keysToCome = 0;  ///< Keys whose rows come after this one's.
    /// Up to here a copy of the server has everything. What has ended beyond, its device keeps.
    qint64 durableSeq = 0;
    KeyDigest digest;  ///< Of the key that was asked about, as of `to`.

    bool operator==(const FeedBatch&) const = default;
};
template <>
inline constexpr std::array fieldsOf<FeedBatch> = {
    field<&FeedBatch::epoch>(1, "epoch"),
    field<&FeedBatch::from>(2, "from"),
    field<&FeedBatch::to>(3, "to"),
    field<&FeedBatch::keys>(4, "keys"),
    field<&FeedBatch::added>(5, "added"),
    field<&FeedBatch::dropped>(6, "dropped"),
    field<&FeedBatch::settled>(7, "settled"),
    field<&FeedBatch::rows>(8, "rows"),
    field<&FeedBatch::asked>(9, "asked"),
    field<&FeedBatch::filling>(10, "filling"),
    field<&FeedBatch::rowsOfKey>(11, "rows_of_key"),
    field<&FeedBatch::keysToCome>(12, "keys_to_come"),
    field<&FeedBatch::durableSeq>(13, "durable_seq"),
    field<&FeedBatch::digest>(14, "digest"),
    field<&FeedBatch::fromEpoch>(15, "from_epoch"),
};
static_assert(wellDescribed<FeedBatch>());

/// A device says where it stands and asks for what comes after. Answered when there is something.
struct FollowFeed {
    Uuid epoch;  ///< Null: an empty cache.
    qint64 seq = 0;
    QStringList keys;
    bool unsettled = false;  ///< The last batch was not settled.
    qint64 settledSeq = 0;   ///< Of the device's own commands, the last whose result is in its outbox.
    Filling filling;
    QString verify{};  ///< A held key whose digest is wanted: answered at once.

    bool operator==(const FollowFeed&) const = default;
};
template <>
inline constexpr std::array fieldsOf<FollowFeed> = {
    field<&FollowFeed::epoch>(1, "epoch"),
    field<&FollowFeed::seq>(2, "seq"),
    field<&FollowFeed::keys>(3, "keys"),
    field<&FollowFeed::unsettled>(4, "unsettled"),
    field<&FollowFeed::settledSeq>(5, "settled_seq"),
    field<&FollowFeed::filling>(6, "filling"),
    field<&FollowFeed::verify>(7, "verify", {.max = 60}),
};
static_assert(wellDescribed<FollowFeed>());

}  // namespace simrs
