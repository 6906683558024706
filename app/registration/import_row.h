// SPDX-License-Identifier: GPL-3.0-or-later
// One row of another system's list, made a patient: dates and words as they come, by the same rules as the
// desk. Pure: what a row becomes does not depend on the rows before it.
#pragma once

#include "common/registration/patient_details.h"

namespace simrs {

/// A value of the row and what is wrong with it.
struct ImportProblem {
    QString key;    ///< Of the column.
    QString value;  ///< As it stood there.
    Error error;

    bool operator==(const ImportProblem&) const = default;
};

struct ImportRow {
    qint64 number = 0;  ///< The old medical record number; 0 where there is none or it is no number.
    Patient patient;
    PatientDetails details;
    QList<ImportProblem> wrong;    ///< Why it becomes no patient; empty where it does.
    QList<ImportProblem> dropped;  ///< What was left out of a patient that is taken.

    bool operator==(const ImportRow&) const = default;
};

/// `keys`: for each cell the key of its column, empty for those that are left out. Cells beyond the keys are
/// left out; missing cells are empty.
ImportRow readImportRow(const QStringList& cells, const QStringList& keys, QDate today);

/// Dates as lists hold them: everything that is typed at the desk, with a time behind it, a spreadsheet's
/// count of days, or only a year (`estimated`). Null for none and for the zeros that stand for none.
struct ImportedDate {
    QDate date;
    bool estimated = false;
    bool understood = true;  ///< False: something stands there that is no date.
};
ImportedDate readImportedDate(const QString& text, QDate today);

}  // namespace simrs
