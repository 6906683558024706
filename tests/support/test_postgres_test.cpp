// SPDX-License-Identifier: GPL-3.0-or-later
// The throw-away PostgreSQL answers, is durable as a real one, and gives every caller a database of his own.
#include "tests/support/test_postgres.h"

#include <libpq-fe.h>

#include <QObject>
#include <QTest>
#include <memory>

using namespace simrs;

namespace {

using Link = std::unique_ptr<PGconn, decltype(&PQfinish)>;

Link connectTo(const QString& url) { return {PQconnectdb(url.toLatin1().constData()), PQfinish}; }

/// The first column of the first row; the server's message in brackets where there is none.
QByteArray ask(PGconn* link, const char* sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(link, sql), PQclear);
    if (PQntuples(result.get()) < 1) return QByteArray("[") + PQerrorMessage(link) + "]";
    return PQgetvalue(result.get(), 0, 0);
}

}  // namespace

class TestPostgresTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void answersWithTheSettingsOfARealServer();
    void givesEachCallItsOwnDatabase();
};

void TestPostgresTest::answersWithTheSettingsOfARealServer() {
    const Link link = connectTo(testDatabaseUrl(QStringLiteral("settings")));
    QCOMPARE(PQstatus(link.get()), CONNECTION_OK);
    QCOMPARE(ask(link.get(), "SELECT 6 * 7"), QByteArray("42"));
    QCOMPARE(ask(link.get(), "SHOW fsync"), QByteArray("on"));
    QCOMPARE(ask(link.get(), "SHOW synchronous_commit"), QByteArray("on"));
    QCOMPARE(ask(link.get(), "SHOW jit"), QByteArray("off"));
    QCOMPARE(ask(link.get(), "SHOW listen_addresses"), QByteArray("127.0.0.1"));
    QCOMPARE(ask(link.get(), "SHOW server_encoding"), QByteArray("UTF8"));
    QVERIFY(ask(link.get(), "SHOW max_connections").toInt() >= 200);
}

void TestPostgresTest::givesEachCallItsOwnDatabase() {
    const QString first = testDatabaseUrl(QStringLiteral("own"));
    const QString second = testDatabaseUrl(QStringLiteral("own"));
    QVERIFY(first != second);
    const Link one = connectTo(first);
    const Link two = connectTo(second);
    QCOMPARE(ask(one.get(), "CREATE TABLE mark (n int); INSERT INTO mark VALUES (1) RETURNING n"),
             QByteArray("1"));
    QCOMPARE(ask(one.get(), "SELECT n FROM mark"), QByteArray("1"));
    QCOMPARE(ask(two.get(), "SELECT count(*) FROM pg_tables WHERE tablename = 'mark'"), QByteArray("0"));
}

QTEST_GUILESS_MAIN(TestPostgresTest)
#include "test_postgres_test.moc"
