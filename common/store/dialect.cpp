// SPDX-License-Identifier: GPL-3.0-or-later
// The two dialects.
#include "common/store/dialect.h"

#include <QSqlError>
#include <algorithm>

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

QStringList openingStatements(const DatabaseConfig& config) {
    if (config.engine == Engine::Postgres) {
        return {QStringLiteral("SET client_min_messages = warning"),
                QStringLiteral("SET statement_timeout = 10000"), QStringLiteral("SET lock_timeout = 8000"),
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
                        : QStringLiteral("BEGIN");
    }
    return readOnly ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE");
}

StoreFault classify(Engine engine, const QSqlError& error) {
    StoreFault fault;
    fault.text = error.text();
    const QString code = error.nativeErrorCode();
    if (engine == Engine::Postgres) {
        if (code.startsWith(QStringLiteral("23"))) {
            fault.kind = StoreFault::Kind::Constraint;
            fault.constraint = fault.text.section(QLatin1Char('"'), 1, 1);
        } else if (code == QStringLiteral("40001") || code == QStringLiteral("40P01") ||
                   code == QStringLiteral("55P03")) {
            fault.kind = StoreFault::Kind::Retry;
        } else if (code.startsWith(QStringLiteral("53"))) {
            fault.kind = StoreFault::Kind::Full;
        } else if (code.isEmpty() || code.startsWith(QStringLiteral("08")) ||
                   code.startsWith(QStringLiteral("57P"))) {
            fault.kind = StoreFault::Kind::Lost;
        }
        return fault;
    }
    const int number = code.toInt() & 0xff;
    if (number == 19) {
        fault.kind = StoreFault::Kind::Constraint;
        fault.constraint = error.driverText() + QLatin1Char(' ') + error.databaseText();
    } else if (number == 5 || number == 6) {
        fault.kind = StoreFault::Kind::Retry;
    } else if (number == 13) {
        fault.kind = StoreFault::Kind::Full;
    } else if (number == 10 || number == 14 || number == 11 || number == 26) {
        fault.kind = StoreFault::Kind::Lost;
    }
    return fault;
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
            // standard_conforming_strings is on, so a doubled quote is the only escape. PostgreSQL has no
            // NUL.
            text.remove(QChar(u'\0')).replace(QLatin1Char('\''), QStringLiteral("''"));
            return QLatin1Char('\'') + text + QLatin1Char('\'');
        }
    }
}

namespace {

/// How long the beginnings of words are that PostgreSQL's index holds, the longest first.
constexpr qsizetype kPrefixLengths[] = {6, 4, 3, 2, 1};

/// The beginnings of all words of a column as an array. An inverted index over it answers "a word that begins
/// with these letters" from one list; one over trigrams needs several longer ones, and reads all words with
/// the same first letter to know where a word begins.
QString prefixesOf(const QString& column) {
    return QStringLiteral(
               "string_to_array(regexp_replace(%1, '(\\S)(\\S?)(\\S?)(\\S?)(\\S?\\S?)\\S*', "
               "'\\1 \\1\\2 \\1\\2\\3 \\1\\2\\3\\4 \\1\\2\\3\\4\\5', 'g'), ' ')")
        .arg(column);
}

}  // namespace

QStringList searchIndex(Engine engine, const QString& table, const QString& column) {
    if (engine == Engine::Postgres)
        return {QStringLiteral("CREATE INDEX IF NOT EXISTS %1_prefixes ON %1 USING gin ((").arg(table) +
                prefixesOf(column) + QStringLiteral("))")};
    // An external-content index keeps no second copy of the words; triggers keep it in step with the table.
    const QString fts = QStringLiteral(
        "CREATE VIRTUAL TABLE IF NOT EXISTS %1_search USING fts5(%2, content='%1', "
        "content_rowid='rowid', tokenize='unicode61', prefix='2 3 4')");
    const QString insert = QStringLiteral(
        "CREATE TRIGGER IF NOT EXISTS %1_search_i AFTER INSERT ON %1 BEGIN "
        "INSERT INTO %1_search(rowid, %2) VALUES (new.rowid, new.%2); END");
    const QString update = QStringLiteral(
        "CREATE TRIGGER IF NOT EXISTS %1_search_u AFTER UPDATE OF %2 ON %1 BEGIN "
        "INSERT INTO %1_search(%1_search, rowid, %2) VALUES ('delete', old.rowid, old.%2); "
        "INSERT INTO %1_search(rowid, %2) VALUES (new.rowid, new.%2); END");
    const QString remove = QStringLiteral(
        "CREATE TRIGGER IF NOT EXISTS %1_search_d AFTER DELETE ON %1 BEGIN "
        "INSERT INTO %1_search(%1_search, rowid, %2) VALUES ('delete', old.rowid, old.%2); END");
    return {fts.arg(table, column), insert.arg(table, column), update.arg(table, column),
            remove.arg(table, column)};
}

QStringList dropSearchIndex(Engine engine, const QString& table) {
    if (engine == Engine::Postgres) return {QStringLiteral("DROP INDEX IF EXISTS %1_prefixes").arg(table)};
    return {QStringLiteral("DROP TRIGGER IF EXISTS %1_search_i").arg(table),
            QStringLiteral("DROP TRIGGER IF EXISTS %1_search_u").arg(table),
            QStringLiteral("DROP TRIGGER IF EXISTS %1_search_d").arg(table),
            QStringLiteral("DROP TABLE IF EXISTS %1_search").arg(table)};
}

namespace {

/// PostgreSQL's condition, group by group: the index is asked for beginnings of words, and what it finds for
/// a longer word than it holds is filtered.
class PrefixCondition {
  public:
    explicit PrefixCondition(const QString& column) : m_column(column) {}

    void add(const QStringList& words) {
        QStringList held;
        bool cut = false;
        for (const QString& word : words) {
            const QString beginning = longestHeld(word);
            cut = cut || beginning != word;
            held.append(quoted(beginning));
        }
        held.removeDuplicates();
        // Words without alternatives are one question, "holds all of these", whose rarest list leads the
        // scan. Alternatives are one question as well, "holds any of these": every OR would double the scans.
        if (held.size() == 1)
            m_all.append(held);
        else
            ask(m_any, QStringLiteral(" && ?"), held);
        if (cut) filter(words);
    }

    SearchCondition take() {
        SearchCondition out;
        if (!m_all.isEmpty()) ask(out, QStringLiteral(" @> ?"), m_all);
        for (const SearchCondition& part : {m_any, m_filter}) {
            if (part.sql.isEmpty()) continue;
            out.sql += (out.sql.isEmpty() ? QString() : QStringLiteral(" AND ")) + part.sql;
            out.values += part.values;
        }
        return out;
    }

  private:
    static QString longestHeld(const QString& word) {
        const auto fits = [&](qsizetype length) { return length <= word.size(); };
        const auto* length = std::find_if(std::begin(kPrefixLengths), std::end(kPrefixLengths), fits);
        return length == std::end(kPrefixLengths) ? word : word.left(*length);
    }
    /// An element of an array's text form.
    static QString quoted(QString element) {
        element.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
            .replace(QLatin1Char('"'), QStringLiteral("\\\""));
        return QLatin1Char('"') + element + QLatin1Char('"');
    }
    void ask(SearchCondition& part, const QString& question, const QStringList& elements) const {
        if (!part.sql.isEmpty()) part.sql += QStringLiteral(" AND ");
        part.sql += prefixesOf(m_column) + question;
        part.values.append(QLatin1Char('{') + elements.join(QLatin1Char(',')) + QLatin1Char('}'));
    }
    void filter(const QStringList& words) {
        QStringList beginnings;
        for (const QString& word : words) {
            beginnings.append(QStringLiteral("strpos(' ' || %1, ?) > 0").arg(m_column));
            m_filter.values.append(QLatin1Char(' ') + word);
        }
        if (!m_filter.sql.isEmpty()) m_filter.sql += QStringLiteral(" AND ");
        m_filter.sql += QLatin1Char('(') + beginnings.join(QStringLiteral(" OR ")) + QLatin1Char(')');
    }

    QString m_column;
    QStringList m_all;
    SearchCondition m_any;
    SearchCondition m_filter;
};

}  // namespace

SearchCondition searchCondition(Engine engine, const QString& table, const QString& column,
                                const QList<QStringList>& words) {
    SearchCondition out;
    PrefixCondition prefixes(column);
    QStringList groups;
    for (const QStringList& alternatives : words) {
        if (alternatives.isEmpty()) continue;
        QStringList parts;
        for (const QString& word : alternatives)
            parts.append(QLatin1Char('"') + QString(word).remove(QLatin1Char('"')) + QStringLiteral("\"*"));
        groups.append(QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')'));
        prefixes.add(alternatives);
    }
    if (groups.isEmpty()) {
        out.sql = QStringLiteral("1 = 0");
    } else if (engine == Engine::Postgres) {
        out = prefixes.take();
    } else {
        out.sql = QStringLiteral("rowid IN (SELECT rowid FROM %1_search WHERE %1_search MATCH ?)").arg(table);
        out.values.append(groups.join(QStringLiteral(" AND ")));
    }
    return out;
}

QString lockClause(Engine engine) {
    return engine == Engine::Postgres ? QStringLiteral(" FOR UPDATE") : QString();
}

}  // namespace simrs::dialect
