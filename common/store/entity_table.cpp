// SPDX-License-Identifier: GPL-3.0-or-later
// Making the texts, reading rows, building conditions.
#include "common/store/entity_table.h"

#include <iterator>
#include <limits>
#include <map>
#include <mutex>

#include "common/base/limits.h"
#include "common/store/dialect.h"

namespace simrs {
namespace {

TableText makeText(const EntityType& type) {
    TableText text;
    text.table = QString::fromLatin1(type.info->table);
    QStringList marks;
    for (const Field& f : type.fields) {
        text.columns.append(QString::fromLatin1(f.name));
        marks.append(QStringLiteral("?"));
    }
    const QString columns = text.columns.join(QStringLiteral(", "));
    text.selectAll = QStringLiteral("SELECT ") + columns + QStringLiteral(", row_version FROM ") + text.table;
    text.selectById = text.selectAll + QStringLiteral(" WHERE id = ?");
    text.insert = QStringLiteral("INSERT INTO ") + text.table + QStringLiteral(" (") + columns +
                  QStringLiteral(", row_version) VALUES (") + marks.join(QStringLiteral(", ")) +
                  QStringLiteral(", ?)");
    QStringList sets;
    for (const QString& column : std::as_const(text.columns))
        if (column != QLatin1String("id")) sets.append(column + QStringLiteral(" = excluded.") + column);
    sets.append(QStringLiteral("row_version = excluded.row_version"));
    text.upsert =
        text.insert + QStringLiteral(" ON CONFLICT (id) DO UPDATE SET ") + sets.join(QStringLiteral(", "));
    text.upsertNewer = text.upsert + QStringLiteral(" WHERE excluded.row_version > ") + text.table +
                       QStringLiteral(".row_version");
    text.remove = QStringLiteral("DELETE FROM ") + text.table + QStringLiteral(" WHERE id = ?");
    return text;
}

}  // namespace

void Condition::add(const char* column, const char* comparison, QVariant value) {
    if (!sql.isEmpty()) sql += QStringLiteral(" AND ");
    if (value.isNull()) {
        sql += QString::fromLatin1(column) + QStringLiteral(" IS NULL");
        return;
    }
    sql += QString::fromLatin1(column) + QLatin1Char(' ') + QString::fromLatin1(comparison);
    values.append(std::move(value));
}

void Condition::addIn(const char* column, const QVariantList& list) {
    if (!sql.isEmpty()) sql += QStringLiteral(" AND ");
    if (list.isEmpty()) {
        sql += QStringLiteral("1 = 0");
        return;
    }
    // Rounded up to a power of two by repeating the first value, so that few different texts are prepared.
    qsizetype size = 1;
    while (size < list.size()) size *= 2;
    QStringList marks;
    for (qsizetype i = 0; i < size; ++i) {
        marks.append(QStringLiteral("?"));
        values.append(i < list.size() ? list[i] : list.first());
    }
    sql += QString::fromLatin1(column) + QStringLiteral(" IN (") + marks.join(QLatin1Char(',')) +
           QLatin1Char(')');
}

const TableText& tableText(const EntityType& type) {
    // Read by all workers; written once per entity.
    static std::mutex mutex;
    static std::map<std::uint32_t, TableText> texts;
    const std::lock_guard lock(mutex);
    auto found = texts.find(type.info->kind);
    if (found == texts.end()) found = texts.emplace(type.info->kind, makeText(type)).first;
    return found->second;
}

QVariantList columnValues(const EntityType& type, const void* object) {
    QVariantList values;
    values.reserve(static_cast<qsizetype>(type.fields.size()) + 1);
    for (const Field& f : type.fields) values.append(f.ops->toSql(f.get(object)));
    return values;
}

qint64 readRow(const EntityType& type, const Row& row, void* object) {
    int column = 0;
    for (const Field& f : type.fields) {
        if (!f.ops->fromSql(row.value(column++), f.edit(object)))
            throw StoreFault{
                StoreFault::Kind::Other, {}, QStringLiteral("column ") + QString::fromLatin1(f.name)};
    }
    return row.value(column).toLongLong();
}

const Uuid& idOf(const EntityType& type, const void* object) {
    // By convention the first field of every entity is its id, and a TypedId is nothing but its Uuid.
    return *static_cast<const Uuid*>(type.fields.front().get(object));
}

const FollowRule* followRule(const EntityType& type, const EntityType& followed) {
    for (const FollowRule& rule : type.info->follows) {
        if (rule.column && rule.type().info->kind == followed.info->kind) return &rule;
    }
    return nullptr;
}

Condition followersOf(const EntityType& type, const FollowRule& rule, const Uuid& followed) {
    Condition where;
    for (const FollowRule& before : type.info->follows) {
        if (&before == &rule) break;
        where.add(before.column, "= ?", QVariant());
    }
    where.add(rule.column, "= ?", followed.toBytes());
    where.limit = std::numeric_limits<int>::max();
    return where;
}

Uuid columnId(const AnyRow& row, const char* column) {
    const Field* f = column ? fieldByName(row.type().fields, QLatin1String(column)) : nullptr;
    return f ? Uuid::fromBytes(f->ops->toSql(f->get(row.object())).toByteArray()) : Uuid();
}

std::optional<AnyRow> selectRow(Database& db, const EntityType& type, const Uuid& id, bool forUpdate) {
    std::optional<AnyRow> found;
    const QString& text = tableText(type).selectById;
    db.query(forUpdate ? text + dialect::lockClause(db.engine()) : text, {id.toBytes()}, [&](const Row& row) {
        found.emplace(type);
        found->version = readRow(type, row, found->edit());
    });
    return found;
}

std::vector<AnyRow> selectRows(Database& db, const EntityType& type, const Condition& where) {
    QString sql = tableText(type).selectAll;
    if (!where.sql.isEmpty()) sql += QStringLiteral(" WHERE ") + where.sql;
    if (!where.order.isEmpty()) sql += QStringLiteral(" ORDER BY ") + where.order;
    QVariantList values = where.values;
    sql += QStringLiteral(" LIMIT ?");
    values.append(where.limit > 0 ? where.limit : limits::kListRows);
    std::vector<AnyRow> rows;
    db.query(sql, values, [&](const Row& row) {
        AnyRow& added = rows.emplace_back(type);
        added.version = readRow(type, row, added.edit());
    });
    return rows;
}

std::vector<AnyRow> selectMany(Database& db, const EntityType& type, const QVariantList& ids) {
    std::vector<AnyRow> rows;
    for (qsizetype from = 0; from < ids.size(); from += limits::kListRows) {
        Condition where;
        where.addIn("id", ids.mid(from, limits::kListRows));
        std::vector<AnyRow> piece = selectRows(db, type, where);
        std::move(piece.begin(), piece.end(), std::back_inserter(rows));
    }
    return rows;
}

}  // namespace simrs
