// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rows of a damaged SQLite file page by page, without the engine, which gives up at the first page
// it cannot read. After https://www.sqlite.org/fileformat2.html. Nothing here writes.
#pragma once

#include <QString>
#include <QVariantList>

#include "common/base/result.h"

namespace simrs {

struct StoreFault;

/// A database with its write-ahead log, as they stand on the disk.
struct SqliteFiles {
    QByteArray db;
    QByteArray wal;  ///< Empty where there is none.
};
/// Before the engine opens the file: it would take the log in, or throw it away. Error: FileUnreadable.
Result<SqliteFiles> readSqliteFiles(const QString& path);

/// Whether the log holds commits behind a place that cannot be read: the engine passes over them in silence.
bool hidesCommits(const QByteArray& wal);

struct FoundRows {
    QList<QVariantList> rows;  ///< Of all tables, in no order, values as the engine would give them.
    int broken = 0;            ///< Rows of which only the place was found.
};
/// The newest picture of each page, of the log also behind a broken place; each row by itself.
FoundRows findRows(const SqliteFiles& files);

enum class SqliteState { Whole, Damaged };
/// Lets the engine read every page and compare tables with their indexes; for small files. Error: what kept
/// it from reading at all (locked, not permitted).
Result<SqliteState> checkSqliteFile(const QString& path);
/// Whether the engine said that the file is damaged, or no database.
bool isDamage(const StoreFault& fault);
/// With its log. Error: StorageFailed (args: the file's name).
Status removeSqliteFile(const QString& path);

}  // namespace simrs
