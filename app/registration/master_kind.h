// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the masters on their one page: the field table, the columns, where the rows are and
// which request saves one.
#pragma once

#include <functional>

#include "app/client/backend.h"
#include "app/kit/data_table.h"
#include "app/kit/entity_table.h"

namespace simrs {

struct MasterKind {
    using Saved = std::function<void(Result<EntityBox>)>;

    QString key;  ///< "clinic": part of object names.
    QString title;
    QString newTitle;
    QString icon;
    const EntityType* type;
    QStringList columns;
    QList<ColumnPlan> plans;
    std::function<QList<EntityBox>(const Masters&)> rows;
    /// The same id twice is one command. TimedOut: the answer is still to come, by savedFrom.
    std::function<void(Backend&, const void* base, const void* row, const CommandId&, QObject*, Saved)> save;
    std::function<Result<EntityBox>(const CommandOutcome&)> savedFrom;
};

/// Clinics, doctors and payers, in the language of the screen.
QList<MasterKind> masterKinds();
/// The names that ids in masters stand for.
References masterReferences(const Masters& masters);

}  // namespace simrs
