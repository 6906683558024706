// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL, through libpq: values travel in their binary form, and statements that nobody waits for travel
// with the next one that somebody does (libpq's pipeline). Decision 0021.
#pragma once

#include <QHash>
#include <QSet>
#include <optional>
#include <vector>

#include "common/store/database.h"

struct pg_conn;
struct pg_result;

namespace simrs {

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(const DatabaseConfig& config);  ///< Connects. Throws StoreFault.

    void query(const QString& sql, const QVariantList& values,
               const std::function<void(const Row&)>& each) override;
    void queryOnce(const QString& sql, const QVariantList& values,
                   const std::function<void(const Row&)>& each) override;
    int execute(const QString& sql, const QVariantList& values) override;
    void later(const QString& sql, const QVariantList& values) override;
    void executeText(const QString& sql) override;
    void begin() override;
    int beginWith(const QString& sql, const QVariantList& values) override;
    void commit() override;
    void rollback() noexcept override;
    void awaitNews(const QString& channel, WakeSignal& wake, int ms) override;

  private:
    struct Closer {
        void operator()(pg_conn* connection) const;
        void operator()(pg_result* result) const;
    };
    using Answer = std::unique_ptr<pg_result, Closer>;

    /// A text the server knows by name, once its answer to the preparing has come.
    struct Prepared {
        QByteArray name;
        bool known = false;
    };
    /// A message on its way, whose answer has not been read.
    struct Sent {
        QString prepares;  ///< The text it gives a name to; empty: it runs a statement.
        bool writes = false;
    };

    void send(const QString& sql, const QVariantList& values, bool writes);
    void sendPlain(const QByteArray& text);
    void enterPipeline();
    /// Waits for the answers to all that was sent; the last one's. The first fault among them is thrown.
    Answer receive();
    std::optional<StoreFault> readAnswers(Answer& last);
    void settle(const Sent& sent, const pg_result* answer);
    void leavePipeline();
    bool hasNews();                                     ///< Of other connections; takes what has come in.
    StoreFault faultOf(const pg_result* answer) const;  ///< Without an answer: of the connection.
    [[noreturn]] void fault(StoreFault found);

    std::unique_ptr<pg_conn, Closer> m_connection;
    QHash<QString, Prepared> m_prepared;
    std::vector<Sent> m_sent;
    QSet<QString> m_channels;  // Listened to.
    int m_names = 0;
};

}  // namespace simrs
