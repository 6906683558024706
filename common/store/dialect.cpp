// SPDX-License-Identifier: GPL-3.0-or-later
// The two dialects.
#include "common/store/dialect.h"

#include "common/base/limits.h"

namespace simrs::dialect {

QString columnType(Engine engine, FieldType type) {
    switch (type) {
        case FieldType::Integer:
        case FieldType::Instant:
            return QStringLiteral("BIGINT");
        case FieldType::Boolean:
            return QStringLiteral("BOOLEAN");
        case FieldType::Bytes:
            return engine == Engine::Postgres ? QStringLiteral("BYTEA") : QStringLiteral("BLOB");
        default:
            return QStringLiteral("TEXT");
    }
}

QString autoNumber(Engine engine) {
    return engine == Engine::Postgres ? QStringLiteral("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
                                      : QStringLiteral("INTEGER PRIMARY KEY AUTOINCREMENT");
}

QString runningNumber(Engine engine) {
    return engine == Engine::Postgres ? QStringLiteral("BIGINT GENERATED ALWAYS AS IDENTITY")
                                      : autoNumber(engine);
}

QString withGivenNumbers(Engine engine) {
    return engine == Engine::Postgres ? QStringLiteral(" OVERRIDING SYSTEM VALUE") : QString();
}

QStringList countOn(Engine engine, const QString& table, qint64 last) {
    if (engine == Engine::Sqlite) return {};  // It looks for itself.
    return {QStringLiteral("ALTER TABLE %1 ALTER COLUMN number RESTART WITH %2").arg(table).arg(last + 1)};
}

QString anyTable(Engine engine) {
    return engine == Engine::Postgres
               ? QStringLiteral(
                     "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                     "current_schema()")
               : QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'");
}

QStringList feedTurn(Engine engine) {
    if (engine == Engine::Sqlite) return {};
    return {
        // A backlog takes its time; a sequencer whose computer has vanished must not keep the lock. The rest
        // holds the planner to the index of unnumbered rows, to the kind of scan that marks the entries of
        // numbered rows as dead, and to a join that is good for ten rows and for a million: what it knows of
        // how many rows wait is always out of date.
        QStringLiteral("SELECT set_config('statement_timeout', '0', true), "
                       "set_config('idle_in_transaction_session_timeout', '5000', true), "
                       "set_config('enable_seqscan', 'off', true), "
                       "set_config('enable_bitmapscan', 'off', true), "
                       "set_config('enable_nestloop', 'off', true)"),
        // A statement of its own: only what begins after the lock sees all rows of whoever held it before.
        QStringLiteral("SELECT seq FROM feed_head FOR UPDATE")};
}

QStringList feedNews(Engine engine) {
    if (engine == Engine::Sqlite) return {};
    return {QStringLiteral("SELECT pg_notify('%1', encode(epoch, 'hex') || ':' || seq) FROM feed_head")
                .arg(QLatin1String(kFeedChannel))};
}

QStringList openingStatements(const DatabaseConfig& config) {
    if (config.engine == Engine::Postgres) {
        return {QStringLiteral("SET client_min_messages = warning"),
                // literal() doubles quotes and nothing else, which is right only with this.
                QStringLiteral("SET standard_conforming_strings = on"),
                QStringLiteral("SET statement_timeout = %1").arg(limits::kStatementMs),
                // Who waits for a lock is told so before the statement's own time is over.
                QStringLiteral("SET lock_timeout = %1").arg(limits::kStatementMs * 4 / 5),
                QStringLiteral("SET synchronous_commit = on"), QStringLiteral("SET jit = off")};
    }
    // Readers must never checkpoint: SQLite 3.40 can corrupt a WAL when several connections do.
    const QString checkpoint = config.readOnly ? QStringLiteral("PRAGMA wal_autocheckpoint = 0")
                                               : QStringLiteral("PRAGMA wal_autocheckpoint = 1000");
    QStringList statements{QStringLiteral("PRAGMA busy_timeout = 5000")};
    if (!config.readOnly) statements.append(QStringLiteral("PRAGMA journal_mode = WAL"));
    statements.append({QStringLiteral("PRAGMA synchronous = FULL"),
                       QStringLiteral("PRAGMA foreign_keys = ON"),
                       QStringLiteral("PRAGMA cache_size = -65536"),
                       QStringLiteral("PRAGMA temp_store = MEMORY"), checkpoint});
    if (config.readOnly) statements.append(QStringLiteral("PRAGMA query_only = ON"));
    return statements;
}

QStringList bulkStatements(Engine engine) {
    if (engine == Engine::Sqlite) return {};
    return {QStringLiteral("SET LOCAL statement_timeout = 0"),
            QStringLiteral("SET LOCAL maintenance_work_mem = '256MB'")};
}

QString beginStatement(Engine engine, bool readOnly) {
    if (engine == Engine::Postgres) {
        return readOnly ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                        : QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED");
    }
    return readOnly ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE");
}

StoreFault::Kind postgresFault(const QString& state) {
    if (state.startsWith(QStringLiteral("23"))) return StoreFault::Kind::Constraint;
    if (state == QStringLiteral("40001") || state == QStringLiteral("40P01") ||
        state == QStringLiteral("55P03"))
        return StoreFault::Kind::Retry;
    // statement_timeout: once more would only last again.
    if (state == QStringLiteral("57014")) return StoreFault::Kind::TooSlow;
    if (state.startsWith(QStringLiteral("53"))) return StoreFault::Kind::Full;
    if (state.startsWith(QStringLiteral("08")) || state.startsWith(QStringLiteral("57P")))
        return StoreFault::Kind::Lost;
    return StoreFault::Kind::Other;
}

StoreFault::Kind sqliteFault(int code) {
    switch (code & 0xff) {
        case 19:
            return StoreFault::Kind::Constraint;
        case 5:
        case 6:
            return StoreFault::Kind::Retry;
        case 13:
            return StoreFault::Kind::Full;
        case 10:
        case 11:
        case 14:
        case 26:
            return StoreFault::Kind::Lost;
        default:
            return StoreFault::Kind::Other;
    }
}

QString columnsOfTable(Engine engine) {
    return engine == Engine::Postgres ? QStringLiteral(
                                            "SELECT column_name FROM information_schema.columns "
                                            "WHERE table_schema = current_schema() AND table_name = ?")
                                      : QStringLiteral("SELECT name FROM pragma_table_info(?)");
}

QString literal(const QVariant& value) {
    if (value.isNull()) return QStringLiteral("NULL");
    switch (value.typeId()) {
        case QMetaType::Bool:
            return value.toBool() ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return value.toString();
        case QMetaType::QByteArray:
            return QStringLiteral("'\\x") + QString::fromLatin1(value.toByteArray().toHex()) +
                   QLatin1Char('\'');
        default: {
            QString text = value.toString();
            // A doubled quote is the only escape (openingStatements sees to that). PostgreSQL has no NUL.
            text.remove(QChar(u'\0')).replace(QLatin1Char('\''), QStringLiteral("''"));
            return QLatin1Char('\'') + text + QLatin1Char('\'');
        }
    }
}

QString lockClause(Engine engine) {
    return engine == Engine::Postgres ? QStringLiteral(" FOR UPDATE") : QString();
}

}  // namespace simrs::dialect
