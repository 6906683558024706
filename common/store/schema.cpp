// SPDX-License-Identifier: GPL-3.0-or-later
// DDL derived from field tables, plus the store's own tables.
#include "common/store/schema.h"

#include <QCryptographicHash>
#include <QSet>
#include <span>

#include "common/store/dialect.h"

namespace simrs {
namespace {

QString columnText(Engine engine, const Field& f) {
    QString text = QString::fromLatin1(f.name) + QLatin1Char(' ') + dialect::columnType(engine, f.ops->type);
    if (qstrcmp(f.name, "id") == 0) return text + QStringLiteral(" PRIMARY KEY");
    if (f.ops->nullable) return text;
    switch (f.ops->type) {
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
        QStringLiteral("CREATE TABLE IF NOT EXISTS feed_durable (one BIGINT PRIMARY KEY CHECK (one = 1), "
                       "seq BIGINT NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS audit (number %2, at BIGINT NOT NULL, actor %1, device %1, "
            "request TEXT NOT NULL, command %1, patient %1, changes %1 NOT NULL, note TEXT NOT NULL)")
            .arg(bytes, dialect::autoNumber(engine)),
        QStringLiteral(
            "CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient) WHERE patient IS NOT NULL"),
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
            "NOT NULL, seq BIGINT NOT NULL, settled BOOLEAN NOT NULL)"),
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

QStringList indexStatements(Engine engine, const EntityType& type, SchemaForm form) {
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
    if (type.info->searchColumn)
        out.append(dialect::searchIndex(engine, QString::fromLatin1(type.info->table),
                                        QString::fromLatin1(type.info->searchColumn)));
    return out;
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

namespace {

/// Stands for the whole schema of a file: bits of the hash of its statements, as SQLite's user_version holds
/// them, never 0.
qint64 schemaMark(const QStringList& statements) {
    const QByteArray hash =
        QCryptographicHash::hash(statements.join(QLatin1Char(';')).toUtf8(), QCryptographicHash::Sha256);
    qint64 mark = 0;
    for (int i = 0; i < 4; ++i) mark = mark * 256 + static_cast<unsigned char>(hash[i]);
    return (mark & 0x7fffffff) | 1;
}

/// A file that was left with just this schema. On PostgreSQL any administrator may change a table, and a
/// server starts rarely: there it is always looked at.
bool isMarked(Database& db, qint64 mark) {
    if (db.engine() == Engine::Postgres) return false;
    qint64 held = 0;
    db.query(QStringLiteral("PRAGMA user_version"), {},
             [&](const Row& row) { held = row.value(0).toLongLong(); });
    return held == mark;
}

}  // namespace

Status bringUpToDate(Database& db, const EntityList& entities, SchemaForm form) {
    const QStringList statements = schemaStatements(db.engine(), entities, form);
    const qint64 mark = schemaMark(statements);
    try {
        if (isMarked(db, mark)) return {};
        // Two servers may start at once on PostgreSQL; one of them waits here.
        if (db.engine() == Engine::Postgres) {
            db.begin();
            db.executeText(QStringLiteral("SELECT pg_advisory_xact_lock(7310001)"));
            // A new index over millions of rows takes its time.
            for (const QString& statement : dialect::bulkStatements(db.engine())) db.executeText(statement);
        } else {
            db.begin();
        }
        dropUnorderedFeed(db);
        for (const QString& statement : tableStatements(db.engine(), entities, form))
            db.executeText(statement);
        // A table that was there keeps its old form; an index may need a column that it lacks.
        for (const EntityType* type : entities) addMissingColumns(db, *type);
        for (const QString& statement : statements) db.executeText(statement);
        if (db.engine() == Engine::Sqlite)
            db.executeText(QStringLiteral("PRAGMA user_version = %1").arg(mark));
        db.commit();
        return {};
    } catch (const StoreFault& fault) {
        db.rollback();
        return tl::unexpected<Error>(errorOf(fault));
    }
}

}  // namespace simrs
