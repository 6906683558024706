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

/// The indexes of one table, the unique ones and the search among them; and the statements that drop them.
QStringList indexStatements(Engine engine, const EntityType& type, SchemaForm form);
QStringList dropIndexStatements(Engine engine, const EntityType& type);

/// Creates what is missing: tables, columns, indexes, constraints, the feed, the audit and the counters.
Status bringUpToDate(Database& db, const EntityList& entities, SchemaForm form);
/// The statements of a fresh database, in order; the golden test compares them.
QStringList schemaStatements(Engine engine, const EntityList& entities, SchemaForm form);

}  // namespace simrs
