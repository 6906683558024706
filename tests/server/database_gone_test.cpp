// SPDX-License-Identifier: GPL-3.0-or-later
// The database goes away in the middle of the work and comes back: the clerk is told, nothing is lost or
// doubled, and the server needs no restart.
#include <QTcpSocket>
#include <QTest>

#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class DatabaseGoneTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theServerOutlivesItsDatabase() {
        const QString url = testDatabaseUrl(QStringLiteral("gone"));
        ServerRig rig(url);
        auto desk = rig.client(Role::RegistrationClerk);
        const auto patient = desk->submit(RegisterPatient{testPatient(1), {}});
        QVERIFY(patient);
        QCOMPARE(health(rig.httpPort()), 200);

        RegisterVisit intent;
        intent.patientId = patient->id;
        intent.clinicId = rig.masters().clinics.first().id;
        intent.doctorId = rig.masters().doctors.first().id;
        intent.payerId = rig.masters().payers.first().id;
        const CommandId id = desk->newCommandId();
        QVERIFY(desk->prepare(id, [&](Prepare& p) { return RegisterVisit::prepare(p, intent); }));
        const CommandMessage message = desk->message(RegisterVisit::info.type, encode(intent), id);

        setReachable(url, false);
        QCOMPARE(health(rig.httpPort()), 503);
        const auto waiting = desk->command(message);
        QVERIFY(!waiting);
        QCOMPARE(waiting.error().code, ErrorCode::DatabaseUnavailable);
        const auto search = desk->ask(FindPatients{QStringLiteral("siti"), 50});
        QVERIFY(!search);
        QCOMPARE(search.error().code, ErrorCode::DatabaseUnavailable);

        setReachable(url, true);
        QTRY_COMPARE_WITH_TIMEOUT(health(rig.httpPort()), 200, 20'000);
        const auto done = desk->command(message);
        QVERIFY2(done, done ? "" : qPrintable(errorName(done.error().code)));
        QCOMPARE(done->error, 0);
        const auto again = desk->command(message);
        QVERIFY(again && *again == *done);
        const auto file = desk->ask(GetPatient{patient->id});
        QVERIFY(file);
        QCOMPARE(file->visits.size(), 1);
    }

  private:
    /// Closes the database to everybody and cuts who is in, or opens it again.
    static void setReachable(const QString& url, bool reachable) {
        DatabaseConfig config = *parseDatabaseUrl(url);
        const QString name = config.name;
        config.name = QStringLiteral("postgres");
        const auto admin = Database::open(config);
        QVERIFY(admin);
        (*admin)->executeText(QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS %2")
                                  .arg(name, reachable ? QStringLiteral("true") : QStringLiteral("false")));
        if (reachable) return;
        (*admin)->query(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?"),
            {name}, [](const Row&) {});
    }

    static int health(quint16 port) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!socket.waitForConnected(2000)) return 0;
        socket.write("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(5000)) answer += socket.readAll();
        return answer.mid(9, 3).toInt();
    }
};

QTEST_GUILESS_MAIN(DatabaseGoneTest)
#include "database_gone_test.moc"
