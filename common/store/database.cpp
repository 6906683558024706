// SPDX-License-Identifier: GPL-3.0-or-later
// The connection: prepared statements by text, buffered writes, transactions.
#include "common/store/database.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <atomic>
#include <unordered_map>
#include <utility>

#include "common/store/dialect.h"

namespace simrs {
namespace {

class QueryRow final : public Row {
  public:
    explicit QueryRow(const QSqlQuery& query) : m_query(query) {}
    QVariant value(int column) const override { return m_query.value(column); }

  private:
    const QSqlQuery& m_query;
};

/// "a = ? AND b = ?" → "a = $1 AND b = $2"; a question mark inside quotes is left alone.
QString numbered(const QString& sql) {
    QString out;
    int number = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        if (c == QLatin1Char('\'')) quoted = !quoted;
        if (c == QLatin1Char('?') && !quoted) {
            out += QLatin1Char('$') + QString::number(++number);
        } else {
            out += c;
        }
    }
    return out;
}

/// The text with its values written in.
QString inlined(const QString& sql, const QVariantList& values) {
    QString out;
    qsizetype next = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        if (c == QLatin1Char('\'')) quoted = !quoted;
        if (c == QLatin1Char('?') && !quoted && next < values.size()) {
            out += dialect::literal(values[next++]);
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

Error errorOf(const StoreFault& fault) {
    switch (fault.kind) {
        case StoreFault::Kind::Constraint:
            return {ErrorCode::ConstraintViolated, {}, fault.text};
        case StoreFault::Kind::Full:
            return {ErrorCode::StorageFailed, {}, fault.text};
        case StoreFault::Kind::Retry:
        case StoreFault::Kind::Lost:
        case StoreFault::Kind::TooSlow:
            return {ErrorCode::DatabaseUnavailable, {}, fault.text};
        case StoreFault::Kind::Other:
            break;
    }
    return {ErrorCode::Internal, {}, fault.text};
}

Result<DatabaseConfig> parseDatabaseUrl(const QString& url) {
    DatabaseConfig config;
    if (url.startsWith(QStringLiteral("sqlite:"))) {
        config.path = url.mid(7);
        if (config.path.isEmpty()) return fail(ErrorCode::ConfigInvalid, {QStringLiteral("database")});
        return config;
    }
    const QUrl parsed(url, QUrl::StrictMode);
    if (parsed.scheme() != QStringLiteral("postgresql") || parsed.host().isEmpty() ||
        parsed.path().size() < 2)
        return fail(ErrorCode::ConfigInvalid, {QStringLiteral("database")});
    config.engine = Engine::Postgres;
    config.host = parsed.host();
    config.port = parsed.port(5432);
    config.name = parsed.path().mid(1);
    config.user = parsed.userName();
    config.password = parsed.password();
    return config;
}

class Database::Driver {
  public:
    Driver(const DatabaseConfig& config, const QString& connection) : m_config(config), m_name(connection) {}
    ~Driver() {
        m_prepared.clear();
        m_db.close();
        m_db = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    Status open() {
        const bool postgres = m_config.engine == Engine::Postgres;
        m_db =
            QSqlDatabase::addDatabase(postgres ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), m_name);
        if (postgres) {
            m_db.setHostName(m_config.host);
            m_db.setPort(m_config.port);
            m_db.setDatabaseName(m_config.name);
            m_db.setUserName(m_config.user);
            m_db.setPassword(m_config.password);
            m_db.setConnectOptions(QStringLiteral("connect_timeout=5;application_name=simrs"));
        } else {
            m_db.setDatabaseName(m_config.path);
            // A read-only connection still takes part in the WAL; query_only keeps it from writing.
        }
        if (!m_db.open()) return fail(ErrorCode::DatabaseUnavailable, {}, m_db.lastError().text());
        for (const QString& statement : dialect::openingStatements(m_config)) text(statement);
        return {};
    }

    bool postgres() const { return m_config.engine == Engine::Postgres; }

    [[noreturn]] void fault(const QSqlQuery& query) {
        StoreFault found = dialect::classify(m_config.engine, query.lastError());
        m_buffer.clear();
        m_statements = 0;
        // Prepared statements outlive a rollback, but which of a failed text's were made is not known.
        m_names.clear();
        m_stale = true;
        if (found.kind == StoreFault::Kind::Lost) m_lost = true;
        if (postgres() && !m_db.isOpen()) m_lost = true;
        throw found;
    }

    void text(const QString& sql) {
        QSqlQuery query(m_db);
        ++m_counters.roundTrips;
        if (!query.exec(sql)) fault(query);
        while (query.nextResult()) {
        }
        if (query.lastError().isValid()) fault(query);
    }

    /// One statement as text that needs no further round trip, preparing it on the way when it is new.
    QString prepared(const QString& sql, const QVariantList& values) {
        QString out;
        if (m_stale) {
            out += QStringLiteral("DEALLOCATE ALL; ");
            ++m_statements;
            m_stale = false;
        }
        auto found = m_names.find(sql);
        if (found == m_names.end()) {
            found = m_names.insert(sql, QStringLiteral("s%1").arg(m_names.size() + 1));
            out += QStringLiteral("PREPARE %1 AS ").arg(*found) + numbered(sql) + QStringLiteral("; ");
            ++m_statements;
        }
        ++m_statements;
        QStringList literals;
        literals.reserve(values.size());
        for (const QVariant& value : values) literals.append(dialect::literal(value));
        out += QStringLiteral("EXECUTE ") + *found;
        if (!values.isEmpty()) out += QLatin1Char('(') + literals.join(QLatin1Char(',')) + QLatin1Char(')');
        return out;
    }

    /// Sends the waiting writes and `statement` as one text; the last result stays in `query`.
    void send(QSqlQuery& query, const QString& statement) {
        const QString whole = m_buffer.isEmpty() ? statement : m_buffer + statement;
        const int statements = std::exchange(m_statements, 0);
        m_buffer.clear();
        ++m_counters.roundTrips;
        if (!query.exec(whole)) fault(query);
        // Each statement of the text has a result. Going past the last one would drop it.
        for (int i = 1; i < statements; ++i) {
            if (!query.nextResult()) fault(query);
        }
    }

    QSqlQuery& cached(const QString& sql) {
        auto& slot = m_prepared[sql];
        if (!slot) {
            slot = std::make_unique<QSqlQuery>(m_db);
            slot->setForwardOnly(true);
            if (!slot->prepare(sql)) {
                const QSqlQuery failed = std::move(*slot);
                m_prepared.erase(sql);
                fault(failed);
            }
        }
        return *slot;
    }

    QSqlQuery& runPrepared(const QString& sql, const QVariantList& values) {
        QSqlQuery& query = cached(sql);
        for (int i = 0; i < values.size(); ++i) query.bindValue(i, values[i]);
        ++m_counters.roundTrips;
        if (!query.exec()) fault(query);
        return query;
    }

    DatabaseConfig m_config;
    QString m_name;
    QSqlDatabase m_db;
    struct TextHash {
        std::size_t operator()(const QString& text) const { return qHash(text); }
    };
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>, TextHash> m_prepared;  // SQLite
    QHash<QString, QString> m_names;                                               // PostgreSQL
    QString m_buffer;
    int m_statements = 0;  // In the text being put together.
    DatabaseCounters m_counters;
    bool m_stale = false;
    bool m_lost = false;
    bool m_inTransaction = false;
};

Database::Database(std::unique_ptr<Driver> driver) : m_driver(std::move(driver)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig& config) {
    static std::atomic<int> running{0};
    auto driver = std::make_unique<Driver>(config, QStringLiteral("simrs-%1").arg(++running));
    try {
        SIMRS_TRY(driver->open());
    } catch (const StoreFault& fault) {
        return fail(ErrorCode::DatabaseUnavailable, {}, fault.text);
    }
    return std::unique_ptr<Database>(new Database(std::move(driver)));
}

Engine Database::engine() const { return m_driver->m_config.engine; }

void Database::query(const QString& sql, const QVariantList& values,
                     const std::function<void(const Row&)>& each) {
    if (m_driver->postgres()) {
        QSqlQuery query(m_driver->m_db);
        m_driver->send(query, m_driver->prepared(sql, values));
        while (query.next()) each(QueryRow(query));
        return;
    }
    QSqlQuery& query = m_driver->runPrepared(sql, values);
    while (query.next()) each(QueryRow(query));
    if (query.lastError().isValid()) m_driver->fault(query);
    query.finish();
}

void Database::queryOnce(const QString& sql, const QVariantList& values,
                         const std::function<void(const Row&)>& each) {
    if (!m_driver->postgres()) return query(sql, values, each);
    QSqlQuery query(m_driver->m_db);
    ++m_driver->m_statements;
    m_driver->send(query, inlined(sql, values));
    while (query.next()) each(QueryRow(query));
}

int Database::execute(const QString& sql, const QVariantList& values) {
    int changed = 0;
    if (m_driver->postgres()) {
        QSqlQuery query(m_driver->m_db);
        m_driver->send(query, m_driver->prepared(sql, values));
        changed = query.numRowsAffected();
    } else {
        QSqlQuery& query = m_driver->runPrepared(sql, values);
        changed = query.numRowsAffected();
        query.finish();
    }
    m_driver->m_counters.rowsWritten += std::max(changed, 0);
    return changed;
}

void Database::later(const QString& sql, const QVariantList& values) {
    if (!m_driver->postgres() || !m_driver->m_inTransaction) {
        execute(sql, values);
        return;
    }
    m_driver->m_buffer += m_driver->prepared(sql, values) + QStringLiteral("; ");
    ++m_driver->m_counters.rowsWritten;
}

void Database::executeText(const QString& sql) { m_driver->text(sql); }

void Database::begin() {
    m_driver->text(dialect::beginStatement(engine(), m_driver->m_config.readOnly));
    m_driver->m_inTransaction = true;
}

int Database::beginWith(const QString& sql, const QVariantList& values) {
    if (!m_driver->postgres()) {
        begin();
        return execute(sql, values);
    }
    m_driver->m_buffer = dialect::beginStatement(Engine::Postgres, false) + QStringLiteral("; ");
    m_driver->m_statements = 1;
    m_driver->m_inTransaction = true;
    return execute(sql, values);
}

void Database::commit() {
    if (m_driver->postgres()) {
        QSqlQuery query(m_driver->m_db);
        ++m_driver->m_statements;
        m_driver->send(query, QStringLiteral("COMMIT"));
    } else {
        m_driver->text(QStringLiteral("COMMIT"));
    }
    m_driver->m_inTransaction = false;
}

void Database::rollback() noexcept {
    m_driver->m_buffer.clear();
    m_driver->m_statements = 0;
    if (!m_driver->m_inTransaction) return;
    m_driver->m_inTransaction = false;
    QSqlQuery query(m_driver->m_db);
    ++m_driver->m_counters.roundTrips;
    if (!query.exec(QStringLiteral("ROLLBACK")) && m_driver->postgres()) m_driver->m_lost = true;
}

void Database::savepoint() { m_driver->text(QStringLiteral("SAVEPOINT command")); }
void Database::releaseSavepoint() { m_driver->text(QStringLiteral("RELEASE command")); }
void Database::rollbackToSavepoint() noexcept {
    QSqlQuery query(m_driver->m_db);
    query.exec(QStringLiteral("ROLLBACK TO command"));
    query.exec(QStringLiteral("RELEASE command"));
}

void Database::endRead() noexcept {
    QSqlQuery query(m_driver->m_db);
    query.exec(QStringLiteral("ROLLBACK"));
}

bool Database::isLost() const { return m_driver->m_lost; }
DatabaseCounters Database::counters() const { return m_driver->m_counters; }

}  // namespace simrs
