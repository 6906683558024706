// SPDX-License-Identifier: GPL-3.0-or-later
// The feed after the commit: its head, the numbering of its rows, and pieces of it for those who follow it.
// Decision 0022.
#pragma once

#include <QStringList>
#include <vector>

#include "common/store/key_rows.h"
#include "common/store/tx.h"

namespace simrs {

/// A place in the feed. Numbers of one epoch say nothing about another: a restored backup begins its own.
struct FeedHead {
    Uuid epoch;
    qint64 seq = 0;
    bool operator==(const FeedHead&) const = default;
};

struct FeedState {
    FeedHead head;
    bool unnumbered = false;  ///< There are committed rows without a number.
    /// Up to here a backup has everything. The head where nobody makes backups.
    qint64 durable = 0;
};

/// A row of the feed that has its number.
struct NumberedRow {
    qint64 seq = 0;
    Uuid tx;       ///< The command that wrote it: WriteContext::writeId.
    qint64 n = 0;  ///< Its place in that transaction, from 1.
    std::uint32_t kind = 0;
    Uuid id;
    qint64 version = 0;
    RowOp op = RowOp::Insert;
    QString scope;
    QByteArray payload;
};

/// The rows of some scopes from one place on, in the order of their numbers: whole transactions only.
struct FeedSlice {
    Uuid epoch;
    /// Every row of these scopes with a number up to here has been handed out. It is the end of a
    /// transaction. Less than where the slice was to begin: this feed has never been there, begin anew.
    qint64 to = 0;
    bool more = false;  ///< The head is further on.
    std::vector<NumberedRow> rows;
};

/// What a device is given that is to hold a key more than it did.
struct FeedPicture {
    FeedSlice slice;          ///< Of the keys it holds already, up to the head.
    KeyPage page;             ///< Rows of the new key as they stand.
    qint64 rowsOfKey = 0;     ///< How many there are in all; counted with the first page only.
    bool unnumbered = false;  ///< The rows may be newer than the head.
};

/// Columns seq, tx, n, entity, id, version, op, scope, payload.
NumberedRow numberedRow(const Row& row);

// For Store. All of these throw StoreFault.

/// Makes the head of an empty feed where there is none.
void makeFeedHead(Database& db, const Uuid& epoch);
void replaceFeedEpoch(Database& db, const Uuid& epoch);
/// How far the last finished backup reaches; a null epoch where there is none.
FeedHead readDurableMark(Database& db);
void writeDurableMark(Database& db, const FeedHead& mark);
FeedState readFeedState(Database& db);

/// Numbers every row that is visible and has none, whole transactions in the order of their first row, and
/// moves the head, all at the commit. In a transaction; on PostgreSQL of its own, since whoever numbers keeps
/// every other sequencer waiting until then.
void numberFeed(Database& db);

/// At most `most` rows, but for the rest of the last transaction.
FeedSlice readFeedSlice(Database& db, qint64 from, const QStringList& scopes, int most);

// The statements behind them, for the test of their plans.
/// One scope at a time, each by its index from the place on: the planner is left no choice between walking
/// along all numbers and sorting all rows of a scope. Values: four a scope (it, from, to, most), then most.
QString feedSliceStatement(qsizetype scopes);
QString feedNumberingStatement();
QString feedAdvanceStatement();

}  // namespace simrs
