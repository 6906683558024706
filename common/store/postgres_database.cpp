// SPDX-License-Identifier: GPL-3.0-or-later
// Sending and receiving. libpq answers in the order of the messages; after a fault the server answers every
// message up to the next sync with "aborted".
#include "common/store/postgres_database.h"

#include <libpq-fe.h>
#include <poll.h>

#include <array>

#include "common/store/dialect.h"
#include "common/store/postgres_values.h"
#include "common/store/wake_signal.h"

namespace simrs {
namespace {

class AnswerRow final : public Row {
  public:
    AnswerRow(const PGresult* answer, int row) : m_answer(answer), m_row(row) {}
    QVariant value(int column) const override { return postgresValue(m_answer, m_row, column); }

  private:
    const PGresult* m_answer;
    int m_row;
};

/// "a = ? AND b = ?" → "a = $1 AND b = $2"; a question mark inside quotes is left alone.
QByteArray numbered(const QString& sql) {
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
    return out.toUtf8();
}

/// The text with its values written in.
QByteArray inlined(const QString& sql, const QVariantList& values) {
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
    return out.toUtf8();
}

PGconn* connect(const DatabaseConfig& config) {
    const QByteArray host = config.host.toUtf8();
    const QByteArray port = QByteArray::number(config.port);
    const QByteArray name = config.name.toUtf8();
    const QByteArray user = config.user.toUtf8();
    const QByteArray password = config.password.toUtf8();
    const std::array keys{"host",
                          "port",
                          "dbname",
                          "user",
                          "password",
                          "connect_timeout",
                          "client_encoding",
                          "application_name",
                          static_cast<const char*>(nullptr)};
    const std::array values{host.constData(),
                            port.constData(),
                            name.constData(),
                            user.constData(),
                            password.constData(),
                            "5",
                            "UTF8",
                            "simrs",
                            static_cast<const char*>(nullptr)};
    return PQconnectdbParams(keys.data(), values.data(), 0);
}

bool isFault(const PGresult* answer) {
    const ExecStatusType status = PQresultStatus(answer);
    return status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK;
}

int changedRows(const PGresult* answer) {
    return QByteArray(PQcmdTuples(const_cast<PGresult*>(answer))).toInt();
}

}  // namespace

void PostgresDatabase::Closer::operator()(pg_conn* connection) const { PQfinish(connection); }
void PostgresDatabase::Closer::operator()(pg_result* result) const { PQclear(result); }

PostgresDatabase::PostgresDatabase(const DatabaseConfig& config)
    : Database(config), m_connection(connect(config)) {
    if (PQstatus(m_connection.get()) != CONNECTION_OK) throw faultOf(nullptr);
    // Notices would go to standard error, with whatever row they speak of.
    PQsetNoticeReceiver(
        m_connection.get(), [](void*, const PGresult*) {}, nullptr);
    for (const QString& statement : dialect::openingStatements(config)) executeText(statement);
}

StoreFault PostgresDatabase::faultOf(const pg_result* answer) const {
    const char* state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    const char* constraint = answer ? PQresultErrorField(answer, PG_DIAG_CONSTRAINT_NAME) : nullptr;
    StoreFault fault;
    fault.text =
        QString::fromUtf8(answer ? PQresultErrorMessage(answer) : PQerrorMessage(m_connection.get()));
    fault.state = QString::fromLatin1(state);
    fault.constraint = QString::fromUtf8(constraint);
    fault.kind = state                                           ? dialect::postgresFault(fault.state)
                 : PQstatus(m_connection.get()) == CONNECTION_OK ? StoreFault::Kind::Other
                                                                 : StoreFault::Kind::Lost;
    return fault;
}

void PostgresDatabase::fault(StoreFault found) {
    if (found.kind == StoreFault::Kind::Lost || PQstatus(m_connection.get()) != CONNECTION_OK) m_lost = true;
    throw found;
}

void PostgresDatabase::enterPipeline() {
    if (PQpipelineStatus(m_connection.get()) == PQ_PIPELINE_OFF &&
        PQenterPipelineMode(m_connection.get()) == 0)
        fault(faultOf(nullptr));
}

void PostgresDatabase::send(const QString& sql, const QVariantList& values, bool writes) {
    enterPipeline();
    const PostgresParameters parameters(values);
    Prepared& prepared = m_prepared[sql];
    if (!prepared.known) {
        // Known from here on to what is sent after it; an answer that says otherwise takes it back.
        prepared.name = QByteArray::number(++m_names);
        prepared.known = true;
        if (PQsendPrepare(m_connection.get(), prepared.name.constData(), numbered(sql).constData(),
                          parameters.count(), parameters.types()) == 0)
            fault(faultOf(nullptr));
        m_sent.push_back({sql, false});
    }
    if (PQsendQueryPrepared(m_connection.get(), prepared.name.constData(), parameters.count(),
                            parameters.values(), parameters.lengths(), parameters.formats(), 1) == 0)
        fault(faultOf(nullptr));
    m_sent.push_back({{}, writes});
}

void PostgresDatabase::sendPlain(const QByteArray& text) {
    enterPipeline();
    if (PQsendQueryParams(m_connection.get(), text.constData(), 0, nullptr, nullptr, nullptr, nullptr, 1) ==
        0)
        fault(faultOf(nullptr));
    m_sent.push_back({{}, false});
}

void PostgresDatabase::settle(const Sent& sent, const pg_result* answer) {
    const bool failed = isFault(answer);
    if (!sent.prepares.isEmpty() && failed) m_prepared.remove(sent.prepares);
    if (sent.writes && !failed) m_counters.rowsWritten += changedRows(answer);
}

/// Reads one answer to each message and the one to the sync behind them.
std::optional<StoreFault> PostgresDatabase::readAnswers(Answer& last) {
    std::optional<StoreFault> first;
    for (const Sent& sent : m_sent) {
        Answer answer(PQgetResult(m_connection.get()));
        if (!answer) return first ? first : faultOf(nullptr);
        settle(sent, answer.get());
        // "Aborted" only repeats that a message before it failed.
        if (isFault(answer.get()) && !first) first = faultOf(answer.get());
        last = std::move(answer);
        // Each message's answers end with a null, and a dead connection gives nothing else.
        while (const Answer more{PQgetResult(m_connection.get())}) {
            if (PQstatus(m_connection.get()) != CONNECTION_OK) return first ? first : faultOf(more.get());
        }
    }
    const Answer sync(PQgetResult(m_connection.get()));
    if (!first && PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) first = faultOf(sync.get());
    return first;
}

PostgresDatabase::Answer PostgresDatabase::receive() {
    ++m_counters.roundTrips;
    Answer last;
    std::optional<StoreFault> found;
    if (PQpipelineSync(m_connection.get()) == 0) {
        found = faultOf(nullptr);
    } else {
        found = readAnswers(last);
    }
    m_sent.clear();
    leavePipeline();
    if (found) fault(*found);
    return last;
}

/// A connection that cannot leave it has lost count of its answers.
void PostgresDatabase::leavePipeline() {
    if (PQexitPipelineMode(m_connection.get()) == 0) m_lost = true;
}

void PostgresDatabase::query(const QString& sql, const QVariantList& values,
                             const std::function<void(const Row&)>& each) {
    send(sql, values, false);
    const Answer answer = receive();
    for (int row = 0; row < PQntuples(answer.get()); ++row) each(AnswerRow(answer.get(), row));
}

void PostgresDatabase::queryOnce(const QString& sql, const QVariantList& values,
                                 const std::function<void(const Row&)>& each) {
    sendPlain(inlined(sql, values));
    const Answer answer = receive();
    for (int row = 0; row < PQntuples(answer.get()); ++row) each(AnswerRow(answer.get(), row));
}

int PostgresDatabase::execute(const QString& sql, const QVariantList& values) {
    send(sql, values, true);
    return changedRows(receive().get());
}

void PostgresDatabase::later(const QString& sql, const QVariantList& values) {
    if (!m_inTransaction) {
        execute(sql, values);
        return;
    }
    send(sql, values, true);
}

void PostgresDatabase::executeText(const QString& sql) {
    if (!m_sent.empty()) receive();
    ++m_counters.roundTrips;
    const Answer answer(PQexec(m_connection.get(), sql.toUtf8().constData()));
    if (isFault(answer.get())) fault(faultOf(answer.get()));
}

void PostgresDatabase::begin() {
    sendPlain(dialect::beginStatement(Engine::Postgres, m_config.readOnly).toLatin1());
    m_inTransaction = true;
}

int PostgresDatabase::beginWith(const QString& sql, const QVariantList& values) {
    begin();
    return execute(sql, values);
}

void PostgresDatabase::commit() {
    sendPlain("COMMIT");
    const Answer answer = receive();
    m_inTransaction = false;
    // The answer to a COMMIT that could only roll back is no fault to libpq.
    if (qstrcmp(PQcmdStatus(answer.get()), "COMMIT") != 0)
        fault({StoreFault::Kind::Other, {}, QStringLiteral("the transaction was rolled back")});
}

void PostgresDatabase::rollback() noexcept {
    if (!std::exchange(m_inTransaction, false)) return;
    try {
        // What still waits may fail, and would take the ROLLBACK behind it along.
        if (!m_sent.empty()) receive();
    } catch (const StoreFault&) {
        // It is rolled back all the same.
    }
    try {
        sendPlain("ROLLBACK");
        receive();
    } catch (const StoreFault&) {
        m_lost = true;
    }
}

bool PostgresDatabase::hasNews() {
    bool news = false;
    while (PGnotify* notice = PQnotifies(m_connection.get())) {
        news = news || notice->be_pid != PQbackendPID(m_connection.get());
        PQfreemem(notice);
    }
    return news;
}

void PostgresDatabase::awaitNews(const QString& channel, WakeSignal& wake, int ms) {
    if (!m_channels.contains(channel)) {
        executeText(QStringLiteral("LISTEN ") + channel);
        m_channels.insert(channel);
    }
    if (hasNews()) return;
    std::array<pollfd, 2> ends{{{PQsocket(m_connection.get()), POLLIN, 0}, {wake.handle(), POLLIN, 0}}};
    ::poll(ends.data(), ends.size(), ms);
    if (ends[0].revents != 0 && PQconsumeInput(m_connection.get()) == 0) fault(faultOf(nullptr));
    hasNews();
    wake.take();
}

}  // namespace simrs
