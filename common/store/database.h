// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to one engine. Owned by the thread that opened it. Nobody else talks to a database.
#pragma once

#include <QString>
#include <QVariant>
#include <QVariantList>
#include <functional>
#include <memory>
#include <utility>

#include "common/base/result.h"

namespace simrs {

class WakeSignal;

enum class Engine { Sqlite, Postgres };

struct DatabaseConfig {
    Engine engine = Engine::Sqlite;
    QString path;  ///< SQLite: the file, or ":memory:".
    QString host;  ///< PostgreSQL from here on.
    int port = 5432;
    QString name;
    QString user;
    QString password;
    bool readOnly = false;
};

/// "sqlite:PATH" or "postgresql://user@host:port/name"; the password comes from a file or the environment.
Result<DatabaseConfig> parseDatabaseUrl(const QString& url);

/// A failed statement. Thrown by Database, caught only by Store: it ends the transaction it happened in.
struct StoreFault {
    enum class Kind { Constraint, Retry, Lost, Full, TooSlow, Other };
    Kind kind = Kind::Other;
    QString constraint;  ///< What the engine says was violated, for Constraint.
    QString text;        ///< May quote a row: for the administrator's terminal, never for the log.
    QString state{};     ///< SQLSTATE, or SQLite's extended result code.
};

Error errorOf(const StoreFault& fault);

class Row {
  public:
    virtual ~Row() = default;
    virtual QVariant value(int column) const = 0;
};

struct DatabaseCounters {
    qint64 roundTrips = 0;   ///< Waits for PostgreSQL's answers, statements run on SQLite.
    qint64 rowsWritten = 0;  ///< Rows of INSERT, UPDATE and DELETE statements.
};

class Database {
  public:
    static Result<std::unique_ptr<Database>> open(const DatabaseConfig& config);
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Engine engine() const { return m_config.engine; }

    // All of these throw StoreFault. `?` stands for a bound value in both engines.
    virtual void query(const QString& sql, const QVariantList& values,
                       const std::function<void(const Row&)>& each) = 0;
    /// Planned anew each time: for searches, whose best plan depends on the text.
    virtual void queryOnce(const QString& sql, const QVariantList& values,
                           const std::function<void(const Row&)>& each) = 0;
    virtual int execute(const QString& sql, const QVariantList& values) = 0;
    int execute(const QString& sql) { return execute(sql, {}); }
    /// A write whose outcome nobody needs before the commit. On PostgreSQL it travels with the next read or
    /// the commit; on SQLite it runs at once.
    virtual void later(const QString& sql, const QVariantList& values) = 0;
    virtual void executeText(const QString& sql) = 0;  ///< DDL and settings, unprepared.
    /// BEGIN, SAVEPOINT and the like.
    virtual void control(const QString& sql) { executeText(sql); }

    virtual void begin() = 0;
    /// BEGIN and one write in one round trip; the number of rows it changed.
    virtual int beginWith(const QString& sql, const QVariantList& values) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;  ///< Nothing outside of a transaction.
    /// Waits until another connection sends news to this channel of PostgreSQL's, the signal is raised or the
    /// time is over, whichever comes first; listens from the first call on. What came is only a hint.
    virtual void awaitNews(const QString& channel, WakeSignal& wake, int ms);
    void savepoint();
    void releaseSavepoint();
    void rollbackToSavepoint() noexcept;
    void endRead() noexcept;  ///< Ends a reader's transaction, whatever state it is in.

    bool isLost() const { return m_lost; }  ///< The connection is gone; open a new one.
    DatabaseCounters counters() const { return m_counters; }

  protected:
    explicit Database(DatabaseConfig config) : m_config(std::move(config)) {}
    const DatabaseConfig m_config;
    DatabaseCounters m_counters;
    bool m_lost = false;
    bool m_inTransaction = false;
};

}  // namespace simrs
