// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the masters on their one page: the field table, the columns, where the rows are and
// which request saves one.
#pragma once

#include <functional>

#include "app/client/backend.h"
#include "app/kit/data_table.h"
#include "app/kit/entity_table.h"

namespace simrs {

/// Something about a field of a row that a person should see to.
struct RowWarning {
    QString field;
    ChipText chip;
    QString hint;  ///< Under the field.
};

struct MasterKind {
    using Saved = std::function<void(Result<EntityBox>)>;

    QString key;       ///< "clinic": part of object names.
    QString title;     ///< "Clinics"
    QString oneTitle;  ///< "Clinic"
    QString newTitle;
    QString icon;
    const EntityType* type;
    FormPlan form;
    QStringList columns;
    QList<ColumnPlan> plans;
    QString order = QStringLiteral("name");
    std::function<QList<EntityBox>(const Masters&)> rows;
    /// A row as it is before anybody has typed anything.
    std::function<EntityBox()> fresh;
    /// The names that ids in these rows stand for.
    std::function<References(const Masters&)> references;
    /// Null: nothing is warned of.
    std::function<QList<RowWarning>(const void* row, QDate today)> warnings;
    QString warnedColumn;  ///< Where the table shows the worst of a row.
    /// The warnings of all rows in a line; null where there are none.
    std::function<QString(const Masters&, QDate today)> summary;
    /// The same id twice is one command. TimedOut: the answer is still to come, by savedFrom.
    std::function<void(Backend&, const void* base, const void* row, const CommandId&, QObject*, Saved)> save;
    std::function<Result<EntityBox>(const CommandOutcome&)> savedFrom;
};

/// All masters in the order of their list, in the language of the screen.
QList<MasterKind> masterKinds();

}  // namespace simrs
