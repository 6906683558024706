// SPDX-License-Identifier: GPL-3.0-or-later
// DDL derived from field tables, plus the store's own tables.
#include "common/store/schema.h"

#include <QCryptographicHash>
#include <QSet>
#include <span>

#include "common/base/log.h"
#include "common/store/dialect.h"
#include "common/store/schema_fit.h"
#include "common/store/schema_steps.h"

namespace simrs {
namespace {

QString columnText(Engine engine, const ColumnShape& column) {
    QString text = column.name + QLatin1Char(' ') + dialect::columnType(engine, column.type);
    if (column.name == QLatin1String("id")) return text + QStringLiteral(" PRIMARY KEY");
    if (column.nullable) return text;
    switch (column.type) {
        case FieldType::Integer:
        case FieldType::Instant:
            return text + QStringLiteral(" NOT NULL DEFAULT 0");
        case FieldType::Boolean:
            return text + QStringLiteral(" NOT NULL DEFAULT FALSE");
        case FieldType::Bytes:
            return text + (engine == Engine::Postgres ? QStringLiteral(" NOT NULL DEFAULT ''::bytea")
                                                      : QStringLiteral(" NOT NULL DEFAULT x''"));
        default:
            return text + QStringLiteral(" NOT NULL DEFAULT ''");
    }
}

const char* const kVersionTable =
    "CREATE TABLE IF NOT EXISTS schema_version (one BIGINT PRIMARY KEY CHECK (one = 1), version BIGINT NOT "
    "NULL, mark BIGINT NOT NULL)";

QString columnText(Engine engine, const Field& f) {
    return columnText(engine, {QString::fromLatin1(f.name), f.ops->type, f.ops->nullable});
}

QString createTable(Engine engine, const EntityType& type, SchemaForm form) {
    QStringList parts;
    for (const Field& f : type.fields) parts.append(columnText(engine, f));
    parts.append(QStringLiteral("row_version BIGINT NOT NULL DEFAULT 1"));
    if (form == SchemaForm::Server) {
        for (const char* check : type.info->check) {
            if (check) parts.append(QStringLiteral("CHECK (%1)").arg(QString::fromLatin1(check)));
        }
        for (const ForeignKey& key : type.info->foreign) {
            if (key.column)
                parts.append(QStringLiteral("FOREIGN KEY (%1) REFERENCES %2 (id)")
                                 .arg(QString::fromLatin1(key.column), QString::fromLatin1(key.table)));
        }
    }
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (\n  %2\n)")
        .arg(QString::fromLatin1(type.info->table), parts.join(QStringLiteral(",\n  ")));
}

QString indexName(const EntityType& type, int number, bool unique) {
    return QStringLiteral("%1_%2%3").arg(QString::fromLatin1(type.info->table),
                                         unique ? QStringLiteral("unique") : QStringLiteral("index"),
                                         QString::number(number));
}

QString indexText(const EntityType& type, const char* columns, int number, bool unique) {
    const QString text = QString::fromLatin1(columns);
    const qsizetype where = text.indexOf(QStringLiteral(" WHERE "));
    return QStringLiteral("CREATE %1INDEX IF NOT EXISTS %2 ON %3 (%4)%5")
        .arg(unique ? QStringLiteral("UNIQUE ") : QString(), indexName(type, number, unique),
             QString::fromLatin1(type.info->table), where < 0 ? text : text.left(where),
             where < 0 ? QString() : text.mid(where));
}

/// The store's own tables. Of the feed, `number` is the order of insertion; the place in the feed (seq) is
/// given after the commit, by the sequencer.
QStringList storeTables(Engine engine) {
    const QString bytes = dialect::columnType(engine, FieldType::Bytes);
    return {
        QString::fromLatin1(kVersionTable),
        // How far the last backup that was finished reaches in the feed.
        QStringLiteral("CREATE TABLE IF NOT EXISTS durable_mark (one BIGINT PRIMARY KEY CHECK (one = 1), "
                       "epoch %1 NOT NULL, seq BIGINT NOT NULL)")
            .arg(bytes),
        QStringLiteral("CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS feed (number %2, tx %1 NOT NULL, n BIGINT NOT NULL, "
                       "entity BIGINT NOT NULL, id %1 NOT NULL, version BIGINT NOT NULL, op BIGINT NOT NULL, "
                       "scope TEXT NOT NULL, payload %1 NOT NULL, seq BIGINT)")
            .arg(bytes, dialect::runningNumber(engine)),
        // A writer pays for the first of these only; the sequencer for the others.
        QStringLiteral("CREATE UNIQUE INDEX IF NOT EXISTS feed_unnumbered ON feed (number) "
                       "WHERE seq IS NULL"),
        QStringLiteral("CREATE UNIQUE INDEX IF NOT EXISTS feed_seq ON feed (seq) WHERE seq IS NOT NULL"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS feed_scope ON feed (scope, seq) WHERE seq IS NOT NULL"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS feed_head (one BIGINT PRIMARY KEY CHECK (one = 1), "
                       "epoch %1 NOT NULL, seq BIGINT NOT NULL)")
            .arg(bytes),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS audit (number %2, at BIGINT NOT NULL, actor %1, device %1, "
            "request TEXT NOT NULL, command %1, patient %1, changes %1 NOT NULL, note TEXT NOT NULL)")
            .arg(bytes, dialect::autoNumber(engine)),
        QStringLiteral(
            "CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient) WHERE patient IS NOT NULL"),
        // For the history of rows that are nobody's data.
        QStringLiteral("CREATE INDEX IF NOT EXISTS audit_nobody ON audit (request, number) "
                       "WHERE patient IS NULL AND note <> 'read'"),
        // Which keys a shared row is held by. Rows with a key of their own need no line here.
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS member (kind BIGINT NOT NULL, id %1 NOT NULL, key TEXT NOT NULL, "
            "PRIMARY KEY (kind, id, key))")
            .arg(bytes),
        QStringLiteral("CREATE INDEX IF NOT EXISTS member_key ON member (key)"),
    };
}

/// What a cache has instead: the server's pictures of provisional rows, the keys rows are held by, its
/// position.
QStringList cacheTables() {
    return {
        QString::fromLatin1(kVersionTable),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS shadow (kind BIGINT NOT NULL, id BLOB NOT NULL, version BIGINT NOT "
            "NULL, before BLOB, wish BOOLEAN NOT NULL, PRIMARY KEY (kind, id))"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS member (kind BIGINT NOT NULL, id BLOB NOT NULL, key TEXT NOT NULL, "
            "PRIMARY KEY (kind, id, key))"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS member_key ON member (key)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS held_key (key TEXT PRIMARY KEY)"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS feed_position (one BIGINT PRIMARY KEY CHECK (one = 1), epoch BLOB "
            "NOT NULL, seq BIGINT NOT NULL, settled BOOLEAN NOT NULL, filling TEXT NOT NULL, kind BIGINT NOT "
            "NULL, id BLOB NOT NULL)"),
    };
}

QSet<QString> columnsOf(Database& db, const QString& table) {
    QSet<QString> held;
    db.query(dialect::columnsOfTable(db.engine()), {table},
             [&](const Row& row) { held.insert(row.value(0).toString()); });
    return held;
}

/// A feed from before there were sequencers: nobody has read it, and its rows have lost their order.
void dropUnorderedFeed(Database& db) {
    const QSet<QString> held = columnsOf(db, QStringLiteral("feed"));
    if (!held.isEmpty() && !held.contains(QStringLiteral("number")))
        db.executeText(QStringLiteral("DROP TABLE feed"));
}

void addMissingColumns(Database& db, const EntityType& type) {
    const QSet<QString> held = columnsOf(db, QString::fromLatin1(type.info->table));
    for (const Field& f : type.fields) {
        if (held.contains(QString::fromLatin1(f.name))) continue;
        db.executeText(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2")
                           .arg(QString::fromLatin1(type.info->table), columnText(db.engine(), f)));
    }
}

}  // namespace

QStringList storeTableStatements(Engine engine) { return storeTables(engine); }

QString bareTableStatement(Engine engine, const QString& table, const std::vector<ColumnShape>& columns) {
    QStringList parts;
    for (const ColumnShape& column : columns) parts.append(columnText(engine, column));
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (\n  %2\n)")
        .arg(table, parts.join(QStringLiteral(",\n  ")));
}

QString tableStatement(Engine engine, const EntityType& type, SchemaForm form) {
    return createTable(engine, type, form);
}

QStringList plainIndexStatements(Engine, const EntityType& type, SchemaForm form) {
    QStringList out;
    int number = 0;
    for (const char* columns : type.info->unique) {
        ++number;
        if (columns && form == SchemaForm::Server) out.append(indexText(type, columns, number, true));
    }
    number = 0;
    for (const char* columns : type.info->index) {
        ++number;
        if (columns) out.append(indexText(type, columns, number, false));
    }
    return out;
}

QStringList indexStatements(Engine engine, const EntityType& type, SchemaForm form) {
    QStringList out = plainIndexStatements(engine, type, form);
    if (type.info->searchColumn)
        out.append(dialect::searchIndex(engine, QString::fromLatin1(type.info->table),
                                        QString::fromLatin1(type.info->searchColumn)));
    return out;
}

QStringList indexNames(const EntityType& type) {
    QStringList names;
    for (int i = 1; i <= static_cast<int>(type.info->unique.size()); ++i)
        names.append(indexName(type, i, true));
    for (int i = 1; i <= static_cast<int>(type.info->index.size()); ++i)
        names.append(indexName(type, i, false));
    return names;
}

QStringList dropIndexStatements(Engine engine, const EntityType& type) {
    QStringList out;
    const auto drop = [&](std::span<const char* const> columns, bool unique) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i])
                out.append(QStringLiteral("DROP INDEX IF EXISTS ") +
                           indexName(type, static_cast<int>(i) + 1, unique));
        }
    };
    drop(type.info->unique, true);
    drop(type.info->index, false);
    if (type.info->searchColumn)
        out.append(dialect::dropSearchIndex(engine, QString::fromLatin1(type.info->table)));
    return out;
}

QStringList tableStatements(Engine engine, const EntityList& entities, SchemaForm form) {
    QStringList out = form == SchemaForm::Server ? storeTables(engine) : cacheTables();
    for (const EntityType* type : entities) out.append(createTable(engine, *type, form));
    return out;
}

QStringList schemaStatements(Engine engine, const EntityList& entities, SchemaForm form) {
    QStringList out = tableStatements(engine, entities, form);
    for (const EntityType* type : entities) out.append(indexStatements(engine, *type, form));
    return out;
}

qint64 schemaMark(Engine engine, const EntityList& entities, SchemaForm form) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& statement : schemaStatements(engine, entities, form))
        hash.addData(statement.toUtf8());
    hash.addData(QByteArray::number(kSchemaVersion));
    qint64 mark = 0;
    for (const char byte : hash.result().left(7)) mark = mark * 256 + static_cast<unsigned char>(byte);
    return mark + 1;
}

namespace {

/// Everything in it is a copy.
void emptyCache(Database& db) {
    QStringList tables;
    // A search index takes its own tables along.
    db.query(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                            "ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"),
             {}, [&](const Row& row) { tables.append(row.value(0).toString()); });
    for (const QString& table : tables) db.executeText(QStringLiteral("DROP TABLE IF EXISTS ") + table);
    if (!tables.isEmpty()) log(LogLevel::Info, "cache", QStringLiteral("made anew for this program"));
}

/// Searched tables whose index is yet to be made.
QStringList tablesWithoutSearch(Database& db, const EntityList& entities) {
    QStringList out;
    for (const EntityType* type : entities) {
        const QString table = QString::fromLatin1(type->info->table);
        if (type->info->searchColumn && !hasTable(db, table + QStringLiteral("_search"))) out.append(table);
    }
    return out;
}

}  // namespace

/// Two servers may start at once on PostgreSQL; one of them waits here.
void beginSchemaChange(Database& db) {
    if (db.engine() == Engine::Sqlite) {
        // A table that others refer to is copied and dropped. No change inside of a transaction.
        db.executeText(QStringLiteral("PRAGMA foreign_keys = OFF"));
        db.begin();
        return;
    }
    db.begin();
    db.executeText(QStringLiteral("SELECT pg_advisory_xact_lock(7310001)"));
    // A new index over millions of rows takes its time.
    for (const QString& statement : dialect::bulkStatements(db.engine())) db.executeText(statement);
}

void endSchemaChange(Database& db) {
    if (db.engine() == Engine::Sqlite) db.executeText(QStringLiteral("PRAGMA foreign_keys = ON"));
}

void updateSchema(Database& db, const EntityList& entities, SchemaForm form) {
    const SchemaState held = schemaState(db);
    const qint64 mark = schemaMark(db.engine(), entities, form);
    const bool differs = held.mark != mark;
    if (form == SchemaForm::Cache && differs) emptyCache(db);
    if (form == SchemaForm::Server && held.version > 0) runSchemaSteps(db, held.version);
    if (form == SchemaForm::Server) dropUnorderedFeed(db);
    for (const QString& statement : tableStatements(db.engine(), entities, form)) db.executeText(statement);
    if (form == SchemaForm::Server && held.version > 0) {
        // A table that was there keeps its old form; an index may need a column that it lacks.
        for (const EntityType* type : entities) addMissingColumns(db, *type);
        if (differs) fitTables(db, entities, form);
    }
    const QStringList unfilled = held.version > 0 ? tablesWithoutSearch(db, entities) : QStringList();
    for (const QString& statement : schemaStatements(db.engine(), entities, form)) db.executeText(statement);
    for (const QString& table : unfilled)
        for (const QString& statement : dialect::fillSearchIndex(db.engine(), table))
            db.executeText(statement);
    if (differs) noteSchemaState(db, {kSchemaVersion, mark});
}

Status bringUpToDate(Database& db, const EntityList& entities, SchemaForm form) {
    try {
        // A file that this program has left is as it left it: it is opened many times a day. A server on
        // PostgreSQL starts rarely, and its administrator may have changed something.
        const bool left =
            db.engine() == Engine::Sqlite && hasTable(db, QStringLiteral("schema_version")) &&
            schemaState(db) == SchemaState{kSchemaVersion, schemaMark(db.engine(), entities, form)};
        if (left) return {};
        beginSchemaChange(db);
        const qint64 version = form == SchemaForm::Server ? schemaState(db).version : 0;
        if (version > kSchemaVersion) {
            db.rollback();
            endSchemaChange(db);
            return fail(ErrorCode::SchemaTooNew, {QString::number(version), QString::number(kSchemaVersion)});
        }
        updateSchema(db, entities, form);
        db.commit();
        endSchemaChange(db);
        return {};
    } catch (const StoreFault& fault) {
        db.rollback();
        try {
            endSchemaChange(db);
        } catch (const StoreFault&) {
            // The connection is gone; the next one begins with foreign keys on.
        }
        return tl::unexpected<Error>(errorOf(fault));
    }
}

}  // namespace simrs
