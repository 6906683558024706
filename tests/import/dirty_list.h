// SPDX-License-Identifier: GPL-3.0-or-later
// A list as an old system leaves it: clean rows and every kind of dirt, the same for the same count. Nobody
// in it lives: the serials of the NIKs are 9000 and more, telephones begin with 0800.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace simrs::test {

struct DirtyList {
    QByteArray bytes;  ///< In Latin-1, separated by semicolons.
    qint64 rows = 0;   ///< Without empty lines.
    /// Rows that nobody can become a patient of, and the column that says why; empty for the whole row.
    QHash<qint64, QString> refused;
    qint64 known = 0;     ///< Rows of somebody who stands further above.
    qint64 leftOut = 0;   ///< At least so many values are no good.
    qint64 lostNiks = 0;  ///< People taken down with somebody else's NIK.

    qint64 made() const { return rows - refused.size() - known; }
};

DirtyList dirtyList(qint64 rows);

}  // namespace simrs::test
