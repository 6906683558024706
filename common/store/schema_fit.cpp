// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL is asked what it makes of today's statements, in temporary tables; SQLite keeps the text of
// every statement itself.
#include "common/store/schema_fit.h"

#include <QRegularExpression>
#include <map>

#include "common/store/dialect.h"

namespace simrs {
namespace {

// ---- PostgreSQL

/// Checks and foreign keys by table; the text and the name of each.
using Constraints = std::map<QString, std::map<QString, QString>>;
/// Definitions by name.
using Indexes = std::map<QString, QString>;

const char* const kRealSchema = "current_schema()::regnamespace";
const char* const kTemporarySchema = "pg_my_temp_schema()::regnamespace";

Constraints constraintsIn(Database& db, const char* schema) {
    Constraints found;
    db.query(
        QStringLiteral("SELECT c.relname, pg_get_constraintdef(k.oid), k.conname FROM pg_constraint k JOIN "
                       "pg_class c ON c.oid = k.conrelid WHERE k.connamespace = %1 AND k.contype IN ('c', "
                       "'f') ORDER BY k.conname")
            .arg(QLatin1String(schema)),
        {}, [&](const Row& row) {
            found[row.value(0).toString()][row.value(1).toString()] = row.value(2).toString();
        });
    return found;
}

Indexes indexesIn(Database& db, const char* schema) {
    static const QRegularExpression schemaName(QStringLiteral(" ON [^ .]+\\."));
    Indexes found;
    db.query(QStringLiteral("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = (%1)::text")
                 .arg(QLatin1String(schema)),
             {}, [&](const Row& row) {
                 QString text = row.value(1).toString();
                 found[row.value(0).toString()] = text.replace(schemaName, QStringLiteral(" ON "));
             });
    return found;
}

void fitPostgres(Database& db, const EntityList& entities, SchemaForm form) {
    static const QString create = QStringLiteral("CREATE TABLE IF NOT EXISTS ");
    for (const EntityType* type : entities) {
        const QString text = tableStatement(db.engine(), *type, form);
        db.executeText(QStringLiteral("CREATE TEMPORARY TABLE ") + text.mid(create.size()));
        for (const QString& statement : plainIndexStatements(db.engine(), *type, form))
            db.executeText(statement);
    }
    const Constraints wanted = constraintsIn(db, kTemporarySchema);
    const Indexes wantedIndexes = indexesIn(db, kTemporarySchema);
    // The last first: others refer to the first.
    for (auto type = entities.rbegin(); type != entities.rend(); ++type)
        db.executeText(QStringLiteral("DROP TABLE pg_temp.") + QString::fromLatin1((*type)->info->table));
    const Constraints held = constraintsIn(db, kRealSchema);
    const Indexes heldIndexes = indexesIn(db, kRealSchema);
    for (const EntityType* type : entities) {
        const QString table = QString::fromLatin1(type->info->table);
        const auto is = held.count(table) ? held.at(table) : std::map<QString, QString>();
        const auto should = wanted.count(table) ? wanted.at(table) : std::map<QString, QString>();
        for (const auto& [text, name] : is)
            if (!should.count(text))
                db.executeText(QStringLiteral("ALTER TABLE %1 DROP CONSTRAINT %2").arg(table, name));
        for (const auto& [text, name] : should)
            if (!is.count(text)) db.executeText(QStringLiteral("ALTER TABLE %1 ADD %2").arg(table, text));
        for (const QString& name : indexNames(*type)) {
            const auto index = heldIndexes.find(name);
            if (index == heldIndexes.end()) continue;
            const auto as = wantedIndexes.find(name);
            if (as == wantedIndexes.end() || as->second != index->second)
                db.executeText(QStringLiteral("DROP INDEX ") + name);
        }
    }
}

// ---- SQLite

QString heldText(Database& db, const char* kind, const QString& name) {
    QString text;
    db.query(QStringLiteral("SELECT sql FROM sqlite_master WHERE type = ? AND name = ?"),
             {QString::fromLatin1(kind), name}, [&](const Row& row) { text = row.value(0).toString(); });
    return text;
}

/// The columns and constraints of a CREATE TABLE, sorted: a column that was added stands at the end of the
/// text.
QStringList partsOf(const QString& text) {
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar sign : text.mid(text.indexOf(QLatin1Char('(')))) {
        if (sign == QLatin1Char(')') && --depth == 0) break;
        if (sign == QLatin1Char(',') && depth == 1)
            parts.append(QString());
        else if (depth > 0)
            parts.last().append(sign);
        if (sign == QLatin1Char('(')) ++depth;
    }
    for (QString& part : parts) part = part.simplified();
    parts.sort();
    return parts;
}

QStringList columnsOf(const EntityType& type) {
    QStringList names;
    for (const Field& f : type.fields) names.append(QString::fromLatin1(f.name));
    names.append(QStringLiteral("row_version"));
    return names;
}

/// Row numbers stay: the search index knows rows by them.
void copyTable(Database& db, const EntityType& type, const QString& text) {
    const QString table = QString::fromLatin1(type.info->table);
    const QString columns = columnsOf(type).join(QStringLiteral(", "));
    const QString head = QStringLiteral("CREATE TABLE IF NOT EXISTS ") + table;
    db.executeText(QStringLiteral("CREATE TABLE %1_new").arg(table) + text.mid(head.size()));
    db.executeText(
        QStringLiteral("INSERT INTO %1_new (rowid, %2) SELECT rowid, %2 FROM %1").arg(table, columns));
    db.executeText(QStringLiteral("DROP TABLE ") + table);
    db.executeText(QStringLiteral("ALTER TABLE %1_new RENAME TO %1").arg(table));
}

void fitSqlite(Database& db, const EntityList& entities, SchemaForm form) {
    for (const EntityType* type : entities) {
        const QString table = QString::fromLatin1(type->info->table);
        const QString text = tableStatement(db.engine(), *type, form);
        QStringList unknown;
        db.query(dialect::columnsOfTable(db.engine()), {table},
                 [&](const Row& row) { unknown.append(row.value(0).toString()); });
        for (const QString& column : columnsOf(*type)) unknown.removeAll(column);
        if (unknown.isEmpty() && partsOf(heldText(db, "table", table)) != partsOf(text))
            copyTable(db, *type, text);
        QStringList wanted = plainIndexStatements(db.engine(), *type, form);
        for (QString& statement : wanted) statement.remove(QStringLiteral("IF NOT EXISTS "));
        for (const QString& name : indexNames(*type)) {
            const QString held = heldText(db, "index", name);
            if (!held.isEmpty() && !wanted.contains(held))
                db.executeText(QStringLiteral("DROP INDEX ") + name);
        }
    }
    db.query(QStringLiteral("PRAGMA foreign_key_check"), {}, [&](const Row& row) {
        throw StoreFault{StoreFault::Kind::Constraint,
                         row.value(0).toString(),
                         QStringLiteral("a row refers to one that is not there"),
                         {}};
    });
}

}  // namespace

void fitTables(Database& db, const EntityList& entities, SchemaForm form) {
    db.engine() == Engine::Postgres ? fitPostgres(db, entities, form) : fitSqlite(db, entities, form);
}

}  // namespace simrs
