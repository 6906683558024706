// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a damaged outbox, and how its file is replaced without a moment in which a crash
// would lose it.
#pragma once

#include "common/store/sqlite_pages.h"
#include "common/sync/outbox.h"

namespace simrs {

/// A hash of the fields that a person's command keeps from its first to its last day.
QByteArray sealOf(const OutboxEntry& entry);
bool isIntact(const OutboxEntry& entry);

struct RescuedOutbox {
    OutboxHead head;             ///< Adrift, without its device.
    QList<OutboxEntry> entries;  ///< In order. What is unsettled waits anew; ended ones keep their results.
    QList<HeldBlock> blocks;     ///< One of each kind, used up: the server's next block is a new one.
    qint64 unsettled = 0;
    /// How many places in the order are empty: what could not be read, what was taken back; -1 where nothing
    /// tells.
    qint64 lost = 0;
};
RescuedOutbox rescueOutbox(const SqliteFiles& files);

/// Writes the damaged files beside the outbox and gives the copy's name.
Result<QString> keepDamaged(const QString& outbox, const SqliteFiles& files, Instant at);
/// Where the new file is made.
QString freshOutbox(const QString& outbox);
/// Puts a new file, which is whole where the old one is gone, in its place; removes it where the old one is
/// still there.
Status finishOutboxSwap(const QString& outbox);

}  // namespace simrs
