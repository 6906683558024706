// SPDX-License-Identifier: GPL-3.0-or-later
// How the tables came to be what they are. New tables, columns, indexes and constraints follow from the field
// tables by themselves; a rename, a removal or a backfill is a numbered step, written here.
#pragma once

#include <QStringList>
#include <optional>

#include "common/store/database.h"

namespace simrs {

/// The version of everything this program keeps in tables. 1 is what there was before versions were noted.
inline constexpr qint64 kSchemaVersion = 3;

/// Never uses today's names from the code: they may have changed again since.
struct SchemaStep {
    qint64 version = 0;  ///< The database has it afterwards.
    const char* table;   ///< Nothing happens in a file without this table.
    QStringList (*statements)(Engine engine);
};
/// By version, ascending.
const std::vector<SchemaStep>& schemaSteps();

/// What a database says of itself.
struct SchemaState {
    qint64 version = 0;  ///< 0: it is new.
    qint64 mark = 0;     ///< Of the statements it was last brought up to date by.

    bool operator==(const SchemaState&) const = default;
};

// All of these throw StoreFault.
bool hasTable(Database& db, const QString& table);
SchemaState schemaState(Database& db);
void noteSchemaState(Database& db, const SchemaState& state);
/// Takes an older database to kSchemaVersion, as far as steps are written.
void runSchemaSteps(Database& db, qint64 from);

}  // namespace simrs
