// SPDX-License-Identifier: GPL-3.0-or-later
// A whole server's database in one file, as of one moment, the same for both engines: a head, every table
// with its columns and rows, and the SHA-256 of it all. The feed is left out: whoever followed it begins anew
// after a restore.
#pragma once

#include <QHash>
#include <QIODevice>
#include <functional>

#include "common/store/bulk.h"
#include "common/store/feed.h"
#include "common/store/schema.h"

namespace simrs {

struct BackupHead {
    qint64 format = 1;
    qint64 schemaVersion = 0;
    QString program;  ///< "simrs-server 0.1.0"
    Instant takenAt;  ///< By the clock of the computer that wrote it.
    Uuid epoch;       ///< Where the feed stood: the file knows of everything up to there.
    qint64 seq = 0;

    bool operator==(const BackupHead&) const = default;
};
template <>
inline constexpr std::array fieldsOf<BackupHead> = {
    field<&BackupHead::format>(1, "format"),   field<&BackupHead::schemaVersion>(2, "schema_version"),
    field<&BackupHead::program>(3, "program"), field<&BackupHead::takenAt>(4, "taken_at"),
    field<&BackupHead::epoch>(5, "epoch"),     field<&BackupHead::seq>(6, "seq"),
};
static_assert(wellDescribed<BackupHead>());

/// How it goes, and whether somebody wants it to end.
struct BackupWatch {
    std::function<void(const QString& table, qint64 rows)> progress;  ///< Now and then.
    std::function<bool()> interrupted;
};

/// Reads in one picture of the database; writes nothing there. Errors: SchemaTooNew or ConfigInvalid where
/// its tables are not those of this program; StorageFailed; TimedOut where it was interrupted.
Result<BackupHead> writeBackup(Database& db, const EntityList& entities, const BackupHead& about,
                               QIODevice& out, const BackupWatch& watch);

/// The head of a file that is whole. Errors: FileUnreadable; SchemaTooNew (args: its version, ours).
Result<BackupHead> checkBackup(QIODevice& in, const BackupWatch& watch);

/// Whether there is no table at all.
Result<bool> isEmptyDatabase(Database& db);

/// What a restore does besides loading the rows, in the same transaction: `counters` are those of the backup.
using AfterLoad =
    std::function<Status(WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters)>;

struct RestoreOrder {
    WriteContext context;  ///< For the audit.
    Uuid epoch;            ///< Of the new feed.
    AfterLoad afterLoad;
};
/// Into an empty database, all or nothing; an older backup is brought up to date. The file has been checked.
/// Errors: ConfigInvalid (the database is not empty), FileUnreadable, TimedOut where it was interrupted; the
/// store's.
Result<BackupHead> restoreBackup(Database& db, const EntityList& entities, QIODevice& in,
                                 const RestoreOrder& order, const BackupWatch& watch);

}  // namespace simrs
