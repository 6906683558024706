// SPDX-License-Identifier: GPL-3.0-or-later
// Makes tables that were there already hold the constraints and indexes of today's: a new check, a foreign
// key, an index over other columns.
#pragma once

#include "common/store/schema.h"

namespace simrs {

/// After missing tables and columns have been added and before indexes are made: takes away indexes that are
/// no longer as they should be, and gives tables their constraints. On SQLite a table is copied for that,
/// with foreign keys off; one that holds a column nobody knows stays as it is. Throws StoreFault; a row that
/// breaks a new constraint is one of kind Constraint.
void fitTables(Database& db, const EntityList& entities, SchemaForm form);

}  // namespace simrs
