// SPDX-License-Identifier: GPL-3.0-or-later
// demo-data as a command: once into an unused database, a later day, and a server that goes on from there.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server/demo/demo_hospital.h"
#include "tests/cli/server_process.h"

using namespace simrs;
using namespace simrs::test;

class DemoCommandTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    Run demo(const QString& words) {
        return runServer(QStringList{QStringLiteral("demo-data"), QStringLiteral("--data"), m_dir->path()} +
                         words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void onceThenADayMore() {
        const Run first = demo(QStringLiteral("--patients 500 --now 2026-05-05T11:00"));
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QVERIFY(first.out.contains(QStringLiteral("500 patients")));
        for (const DemoAccount& account : demoAccounts())
            QVERIFY2(first.out.contains(account.password), qPrintable(account.login));
        const Run second = demo(QStringLiteral("--patients 500"));
        QCOMPARE(second.code, 73);
        QVERIFY(second.err.contains(QStringLiteral("already holds a hospital")));
        const Run same = demo(QStringLiteral("--day-only --now 2026-05-05T12:00"));
        QCOMPARE(same.code, 0);
        QVERIFY2(same.out.contains(QStringLiteral("nothing added")), qPrintable(same.out));
        const Run later = demo(QStringLiteral("--day-only --now 2026-05-06T11:00"));
        QCOMPARE(later.code, 0);
        QVERIFY2(later.out.contains(QStringLiteral("of them on 2026-05-06")), qPrintable(later.out));
        RunningServer server(m_dir->path());
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        QTRY_VERIFY(server.output().contains(QStringLiteral("fingerprint")));
        // There are users, so nobody is made administrator.
        QVERIFY(!server.output().contains(QStringLiteral("secret")));
        QCOMPARE(server.terminate(), 0);
    }

    void refusesAHospitalOfSomebody() {
        QCOMPARE(runServer({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("rini"),
                            QStringLiteral("--data"), m_dir->path()})
                     .code,
                 0);
        QCOMPARE(demo(QStringLiteral("--patients 10")).code, 73);
        const Run day = demo(QStringLiteral("--day-only"));
        QCOMPARE(day.code, 73);
        QVERIFY(day.err.contains(QStringLiteral("no demo hospital")));
    }
};

QTEST_GUILESS_MAIN(DemoCommandTest)
#include "demo_command_test.moc"
