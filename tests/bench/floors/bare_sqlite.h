// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite costs by itself, through its own interface.
#pragma once

#include <QString>

namespace simrs::bench {

/// Seconds of one commit of one row of about so many bytes (WAL, synchronous FULL), as the mean of `commits`.
double bareCommitSeconds(const QString& folder, int bytes, int commits);

struct BareCopy {
    qint64 rows = 0;
    double cpuSeconds = 0;
};
/// All rows of all tables of a file, inserted into an empty file with the same tables and indexes: many rows
/// a statement, in one transaction. Reading them is not counted.
BareCopy bareInsert(const QString& from, const QString& folder);

}  // namespace simrs::bench
