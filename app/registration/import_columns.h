// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of patients from another system may hold: the documented columns (docs/import.md), and the
// names under which other systems write them.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace simrs {

struct ImportColumn {
    QString key;        ///< As in the field tables, or "number", "age".
    bool required;      ///< Without it no row can become a patient.
    QStringList names;  ///< Other names of the column, folded as by foldedHeader().
};

/// In the order of the documentation.
const QList<ImportColumn>& importColumns();

/// "Tgl. Lahir (dd/mm/yyyy)" → "tgllahir": letters and digits only, in lower case, without what stands in
/// brackets.
QString foldedHeader(const QString& title);

/// For each cell of a header the key of its column, or nothing. A key is given once: to the cell that says it
/// best, else to the first.
QStringList guessedColumns(const QStringList& header);

}  // namespace simrs
