// SPDX-License-Identifier: GPL-3.0-or-later
// The tables, and their values.
#include "common/store/backup_table.h"

namespace simrs {
namespace {

enum class ValueKind : quint8 { Null, Integer, False, True, Text, Bytes };

BackupTable storeTable(const char* name, const QStringList& key, const QList<BackupColumn>& columns) {
    return {QString::fromLatin1(name), columns, key};
}

BackupColumn column(const char* name, FieldType type, bool nullable = false) {
    return {QString::fromLatin1(name), type, nullable};
}

}  // namespace

QStringList BackupTable::columnNames() const {
    QStringList names;
    for (const BackupColumn& one : columns) names.append(one.name);
    return names;
}

QList<BackupTable> backupTables(const EntityList& entities) {
    using T = FieldType;
    QList<BackupTable> tables = {
        storeTable("counter", {QStringLiteral("name")},
                   {column("name", T::Text), column("value", T::Integer)}),
        storeTable(
            "audit", {QStringLiteral("number")},
            {column("number", T::Integer), column("at", T::Integer), column("actor", T::Bytes, true),
             column("device", T::Bytes, true), column("request", T::Text), column("command", T::Bytes, true),
             column("patient", T::Bytes, true), column("changes", T::Bytes), column("note", T::Text)}),
        storeTable("member", {QStringLiteral("kind"), QStringLiteral("id"), QStringLiteral("key")},
                   {column("kind", T::Integer), column("id", T::Bytes), column("key", T::Text)})};
    for (const EntityType* type : entities) {
        BackupTable table{QString::fromLatin1(type->info->table), {}, {QStringLiteral("id")}};
        for (const Field& f : type->fields)
            table.columns.append(column(f.name, f.ops->type, f.ops->nullable));
        table.columns.append(column("row_version", T::Integer));
        tables.append(table);
    }
    return tables;
}

void writeValue(QDataStream& out, FieldType type, const QVariant& value) {
    const auto kind = [&](ValueKind k) { out << static_cast<quint8>(k); };
    if (value.isNull()) return kind(ValueKind::Null);
    switch (type) {
        case FieldType::Integer:
        case FieldType::Instant:
            kind(ValueKind::Integer);
            out << value.toLongLong();
            return;
        case FieldType::Boolean:
            return kind(value.toBool() ? ValueKind::True : ValueKind::False);
        case FieldType::Bytes:
            kind(ValueKind::Bytes);
            out << value.toByteArray();
            return;
        default:
            kind(ValueKind::Text);
            out << value.toString().toUtf8();
    }
}

QVariant readValue(QDataStream& in) {
    quint8 kind = 0;
    in >> kind;
    qint64 number = 0;
    QByteArray bytes;
    switch (static_cast<ValueKind>(kind)) {
        case ValueKind::Null:
            return {};
        case ValueKind::Integer:
            in >> number;
            return QVariant::fromValue<qlonglong>(number);
        case ValueKind::False:
            return false;
        case ValueKind::True:
            return true;
        case ValueKind::Text:
            in >> bytes;
            return QString::fromUtf8(bytes);
        case ValueKind::Bytes:
            in >> bytes;
            return bytes.isNull() ? QByteArray("") : bytes;
    }
    in.setStatus(QDataStream::ReadCorruptData);
    return {};
}

}  // namespace simrs
