// SPDX-License-Identifier: GPL-3.0-or-later
// Creates databases through libpq and drops them when the process ends.
#include "tests/support/test_postgres.h"

#include <libpq-fe.h>

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QtGlobal>
#include <memory>
#include <vector>

namespace simrs {
namespace {

constexpr auto databaseNameMax = 40;  // PostgreSQL cuts names at 63 bytes; pid and count come on top

QByteArray serverPort() {
    const QString dir = qEnvironmentVariable("SIMRS_TEST_POSTGRES_DIR");
    QFile file(dir + QStringLiteral("/port"));
    if (dir.isEmpty() || !file.open(QIODevice::ReadOnly))
        qFatal("no throw-away PostgreSQL: run this test through ctest, registered with POSTGRES");
    return file.readAll().trimmed();
}

QByteArray urlOf(const QByteArray& port, const QByteArray& database) {
    return "postgresql://simrs@127.0.0.1:" + port + "/" + database;
}

/// Runs one statement on the server's own database; false, with a warning, where the server refuses.
bool runOnServer(const QByteArray& port, const QByteArray& sql) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> link(PQconnectdb(urlOf(port, "postgres").constData()),
                                                            PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(link.get(), sql.constData()), PQclear);
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return true;
    qWarning("%s: %s", sql.constData(), PQerrorMessage(link.get()));
    return false;
}

/// What this process has created; dropped in its destructor, at exit.
class CreatedDatabases {
  public:
    CreatedDatabases() : m_port(serverPort()) {}
    ~CreatedDatabases() {
        for (const QByteArray& name : m_names)
            runOnServer(m_port, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
    CreatedDatabases(const CreatedDatabases&) = delete;
    CreatedDatabases& operator=(const CreatedDatabases&) = delete;

    QByteArray create(const QByteArray& stem) {
        const QByteArray name = stem.left(databaseNameMax) + "_" +
                                QByteArray::number(QCoreApplication::applicationPid()) + "_" +
                                QByteArray::number(m_names.size());
        if (!runOnServer(m_port, "CREATE DATABASE " + name)) qFatal("cannot create %s", name.constData());
        m_names.push_back(name);
        return urlOf(m_port, name);
    }

  private:
    QByteArray m_port;
    std::vector<QByteArray> m_names;
};

}  // namespace

QString testDatabaseUrl(const QString& name) {
    static CreatedDatabases created;
    return QString::fromLatin1(created.create(name.toLatin1()));
}

}  // namespace simrs
