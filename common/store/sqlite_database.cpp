// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared statements by text; each runs at once.
#include "common/store/sqlite_database.h"

#include <sqlite3.h>

#include "common/store/dialect.h"

namespace simrs {
namespace {

int bytesOf(qsizetype size) { return static_cast<int>(size); }

/// The value outlives the run, and what it shares with its copies is not copied again.
int bindOne(sqlite3_stmt* statement, int place, const QVariant& value) {
    if (value.isNull()) return sqlite3_bind_null(statement, place);
    switch (value.typeId()) {
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return sqlite3_bind_int64(statement, place, value.toLongLong());
        case QMetaType::Double:
            return sqlite3_bind_double(statement, place, value.toDouble());
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            return sqlite3_bind_blob(statement, place, bytes.constData(), bytesOf(bytes.size()),
                                     SQLITE_STATIC);
        }
        default: {
            // The file holds UTF-8: made here, at once, and not by SQLite letter by letter.
            const QByteArray text = value.toString().toUtf8();
            return sqlite3_bind_text(statement, place, text.constData(), bytesOf(text.size()),
                                     SQLITE_TRANSIENT);
        }
    }
}

class StatementRow final : public Row {
  public:
    explicit StatementRow(sqlite3_stmt* statement) : m_statement(statement) {}
    QVariant value(int column) const override {
        switch (sqlite3_column_type(m_statement, column)) {
            case SQLITE_INTEGER:
                return QVariant::fromValue<qlonglong>(sqlite3_column_int64(m_statement, column));
            case SQLITE_FLOAT:
                return sqlite3_column_double(m_statement, column);
            case SQLITE_BLOB: {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
                // An empty blob has no address, and is not null.
                return QByteArray(bytes ? bytes : "", sqlite3_column_bytes(m_statement, column));
            }
            case SQLITE_TEXT: {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
                return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
            }
            default:
                return {};
        }
    }

  private:
    sqlite3_stmt* m_statement;
};

/// However a statement ends, it lets go of its locks and its values.
class Running {
  public:
    explicit Running(sqlite3_stmt* statement) : m_statement(statement) {}
    ~Running() {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

  private:
    sqlite3_stmt* m_statement;
};

}  // namespace

void SqliteDatabase::Closer::operator()(sqlite3* file) const { sqlite3_close_v2(file); }
void SqliteDatabase::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

SqliteDatabase::SqliteDatabase(const DatabaseConfig& config) : Database(config) {
    // A read-only connection still takes part in the WAL; query_only keeps it from writing.
    sqlite3* file = nullptr;
    const int opened =
        sqlite3_open_v2(config.path.toUtf8().constData(), &file,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_file.reset(file);
    if (opened != SQLITE_OK) fault();
    sqlite3_extended_result_codes(file, 1);
    for (const QString& statement : dialect::openingStatements(config)) executeText(statement);
}

void SqliteDatabase::fault() {
    const int code = m_file ? sqlite3_extended_errcode(m_file.get()) : SQLITE_NOMEM;
    StoreFault found;
    found.kind = dialect::sqliteFault(code);
    found.state = QString::number(code);
    found.text = m_file ? QString::fromUtf8(sqlite3_errmsg(m_file.get())) : QString();
    if (found.kind == StoreFault::Kind::Constraint) found.constraint = found.text;
    if (found.kind == StoreFault::Kind::Lost) m_lost = true;
    throw found;
}

SqliteDatabase::Statement SqliteDatabase::prepare(const QString& sql) {
    sqlite3_stmt* statement = nullptr;
    const QByteArray text = sql.toUtf8();
    if (sqlite3_prepare_v3(m_file.get(), text.constData(), bytesOf(text.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
        fault();
    return Statement(statement);
}

sqlite3_stmt* SqliteDatabase::prepared(const QString& sql) {
    Statement& slot = m_prepared[sql];
    if (!slot) slot = prepare(sql);
    return slot.get();
}

void SqliteDatabase::run(sqlite3_stmt* statement, const QVariantList& values,
                         const std::function<void(const Row&)>& each) {
    ++m_counters.roundTrips;
    const Running running(statement);
    for (int i = 0; i < values.size(); ++i)
        if (bindOne(statement, i + 1, values[i]) != SQLITE_OK) fault();
    const StatementRow row(statement);
    for (;;) {
        switch (sqlite3_step(statement)) {
            case SQLITE_ROW:
                if (each) each(row);
                break;
            case SQLITE_DONE:
                return;
            default:
                fault();
        }
    }
}

void SqliteDatabase::query(const QString& sql, const QVariantList& values,
                           const std::function<void(const Row&)>& each) {
    sqlite3_stmt* statement = prepared(sql);
    // Asked again by whoever is reading its rows.
    if (sqlite3_stmt_busy(statement)) return run(prepare(sql).get(), values, each);
    run(statement, values, each);
}

void SqliteDatabase::queryOnce(const QString& sql, const QVariantList& values,
                               const std::function<void(const Row&)>& each) {
    query(sql, values, each);
}

int SqliteDatabase::execute(const QString& sql, const QVariantList& values) {
    run(prepared(sql), values, {});
    const int changed = sqlite3_changes(m_file.get());
    m_counters.rowsWritten += changed;
    return changed;
}

void SqliteDatabase::later(const QString& sql, const QVariantList& values) { execute(sql, values); }

void SqliteDatabase::executeText(const QString& sql) {
    ++m_counters.roundTrips;
    if (sqlite3_exec(m_file.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK) fault();
}

void SqliteDatabase::control(const QString& sql) { run(prepared(sql), {}, {}); }

void SqliteDatabase::begin() {
    control(dialect::beginStatement(Engine::Sqlite, m_config.readOnly));
    m_inTransaction = true;
}

int SqliteDatabase::beginWith(const QString& sql, const QVariantList& values) {
    begin();
    return execute(sql, values);
}

void SqliteDatabase::commit() {
    control(QStringLiteral("COMMIT"));
    m_inTransaction = false;
}

void SqliteDatabase::rollback() noexcept {
    if (!std::exchange(m_inTransaction, false)) return;
    ++m_counters.roundTrips;
    sqlite3_exec(m_file.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace simrs
