// SPDX-License-Identifier: GPL-3.0-or-later
// A table in a backup: its name, its columns, by what its rows are read in order; and values as bytes.
#pragma once

#include <QDataStream>

#include "common/store/entity_table.h"
#include "common/store/schema.h"

namespace simrs {

struct BackupColumn {
    QString name;
    FieldType type = FieldType::Text;
    bool nullable = false;

    bool operator==(const BackupColumn&) const = default;
};
constexpr int enumCount(FieldType) { return 8; }
template <>
inline constexpr std::array fieldsOf<BackupColumn> = {
    field<&BackupColumn::name>(1, "name"),
    field<&BackupColumn::type>(2, "type"),
    field<&BackupColumn::nullable>(3, "nullable"),
};
static_assert(wellDescribed<BackupColumn>());

struct BackupTable {
    QString name;
    QList<BackupColumn> columns;
    QStringList key;  ///< Columns that tell rows apart.

    bool operator==(const BackupTable&) const = default;
    QStringList columnNames() const;
};
template <>
inline constexpr std::array fieldsOf<BackupTable> = {
    field<&BackupTable::name>(1, "name"),
    field<&BackupTable::columns>(2, "columns"),
    field<&BackupTable::key>(3, "key"),
};
static_assert(wellDescribed<BackupTable>());

/// The store's own tables, then the entities': what is referred to stands before what refers to it.
QList<BackupTable> backupTables(const EntityList& entities);

/// As the column's type, whatever the engine gave.
void writeValue(QDataStream& out, FieldType type, const QVariant& value);
/// Sets the stream's status where the bytes are none of a value.
QVariant readValue(QDataStream& in);

}  // namespace simrs
