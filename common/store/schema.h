// SPDX-License-Identifier: GPL-3.0-or-later
// Tables from field tables: a fresh database and an old one end with the same schema.
#pragma once

#include <vector>

#include "common/entity/entity_info.h"
#include "common/store/database.h"

namespace simrs {

/// The server guards the hospital's rules by constraints; a cache has primary keys only.
enum class SchemaForm { Server, Cache };

using EntityList = std::vector<const EntityType*>;

/// A column without its rules.
struct ColumnShape {
    QString name;
    FieldType type = FieldType::Text;
    bool nullable = false;
};

/// Counters, feed, audit and the like; a server's database.
QStringList storeTableStatements(Engine engine);
/// A table of this shape without constraints; "id" is its primary key.
QString bareTableStatement(Engine engine, const QString& table, const std::vector<ColumnShape>& columns);
/// "CREATE TABLE IF NOT EXISTS visit (…)"
QString tableStatement(Engine engine, const EntityType& type, SchemaForm form);
/// The indexes of one table, the unique ones and the search among them; and the statements that drop them.
QStringList indexStatements(Engine engine, const EntityType& type, SchemaForm form);
QStringList dropIndexStatements(Engine engine, const EntityType& type);
/// Without the search.
QStringList plainIndexStatements(Engine engine, const EntityType& type, SchemaForm form);
/// Every name that a plain index of this table may have.
QStringList indexNames(const EntityType& type);

/// Stands for a whole schema: bits of the hash of its statements, never 0.
qint64 schemaMark(Engine engine, const EntityList& entities, SchemaForm form);

/// Runs the steps that a server's older database or outbox lacks, and creates what is missing: tables,
/// columns, indexes, constraints, the feed, the audit and the counters. A cache that is not just as this
/// program makes it is emptied and made anew: whatever it holds, the server has. Errors: SchemaTooNew (args:
/// the file's version, ours), before anything is changed; ConstraintViolated where a row breaks a new
/// constraint.
Status bringUpToDate(Database& db, const EntityList& entities, SchemaForm form);
/// The same in the transaction of a schema change, without a look at versions newer than ours. These throw
/// StoreFault.
void beginSchemaChange(Database& db);
/// After the transaction, however it ended.
void endSchemaChange(Database& db);
void updateSchema(Database& db, const EntityList& entities, SchemaForm form);
/// The statements of a fresh database, in order; the golden test compares them.
QStringList schemaStatements(Engine engine, const EntityList& entities, SchemaForm form);

}  // namespace simrs
