// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared statements by text; each runs at once.
#include "common/store/sqlite_database.h"

#include <QSqlError>
#include <atomic>

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

StoreFault faultOf(const QSqlError& error) {
    StoreFault fault;
    fault.text = error.text();
    fault.state = error.nativeErrorCode();
    fault.kind = dialect::sqliteFault(fault.state.toInt());
    if (fault.kind == StoreFault::Kind::Constraint)
        fault.constraint = error.driverText() + QLatin1Char(' ') + error.databaseText();
    return fault;
}

QString nextName() {
    static std::atomic<int> running{0};
    return QStringLiteral("simrs-%1").arg(++running);
}

}  // namespace

SqliteDatabase::SqliteDatabase(const DatabaseConfig& config) : Database(config), m_name(nextName()) {
    m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    // A read-only connection still takes part in the WAL; query_only keeps it from writing.
    m_db.setDatabaseName(config.path);
    try {
        if (!m_db.open()) throw faultOf(m_db.lastError());
        for (const QString& statement : dialect::openingStatements(config)) executeText(statement);
    } catch (const StoreFault&) {
        close();
        throw;
    }
}

SqliteDatabase::~SqliteDatabase() { close(); }

void SqliteDatabase::close() {
    m_prepared.clear();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void SqliteDatabase::fault(const QSqlQuery& query) {
    const StoreFault found = faultOf(query.lastError());
    if (found.kind == StoreFault::Kind::Lost) m_lost = true;
    throw found;
}

QSqlQuery& SqliteDatabase::run(const QString& sql, const QVariantList& values) {
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
    for (int i = 0; i < values.size(); ++i) slot->bindValue(i, values[i]);
    ++m_counters.roundTrips;
    if (!slot->exec()) fault(*slot);
    return *slot;
}

void SqliteDatabase::query(const QString& sql, const QVariantList& values,
                           const std::function<void(const Row&)>& each) {
    QSqlQuery& query = run(sql, values);
    while (query.next()) each(QueryRow(query));
    if (query.lastError().isValid()) fault(query);
    query.finish();
}

void SqliteDatabase::queryOnce(const QString& sql, const QVariantList& values,
                               const std::function<void(const Row&)>& each) {
    query(sql, values, each);
}

int SqliteDatabase::execute(const QString& sql, const QVariantList& values) {
    QSqlQuery& query = run(sql, values);
    const int changed = query.numRowsAffected();
    query.finish();
    m_counters.rowsWritten += std::max(changed, 0);
    return changed;
}

void SqliteDatabase::later(const QString& sql, const QVariantList& values) { execute(sql, values); }

void SqliteDatabase::executeText(const QString& sql) {
    QSqlQuery query(m_db);
    ++m_counters.roundTrips;
    if (!query.exec(sql)) fault(query);
}

void SqliteDatabase::begin() {
    executeText(dialect::beginStatement(Engine::Sqlite, m_config.readOnly));
    m_inTransaction = true;
}

int SqliteDatabase::beginWith(const QString& sql, const QVariantList& values) {
    begin();
    return execute(sql, values);
}

void SqliteDatabase::commit() {
    executeText(QStringLiteral("COMMIT"));
    m_inTransaction = false;
}

void SqliteDatabase::rollback() noexcept {
    if (!std::exchange(m_inTransaction, false)) return;
    QSqlQuery query(m_db);
    ++m_counters.roundTrips;
    query.exec(QStringLiteral("ROLLBACK"));
}

}  // namespace simrs
