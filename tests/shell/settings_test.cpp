// SPDX-License-Identifier: GPL-3.0-or-later
// Settings survive the program, broken files do not stop it, and the first contact's texts are read as meant.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/server_form.h"
#include "app/shell/settings.h"

using namespace simrs;

class SettingsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void areThereAfterARestart() {
        const QTemporaryDir folder;
        {
            Settings first(folder.path());
            QSignalSpy told(&first, &Settings::changed);
            first.setValue(settings::scale, 115);
            first.setValue(settings::scale, 115);
            first.setValue(settings::language, QStringLiteral("en"));
            QCOMPARE(told.size(), 2);
        }
        const Settings second(folder.path());
        QCOMPARE(second.value(settings::scale).toInt(), 115);
        QCOMPARE(second.value(settings::language).toString(), QStringLiteral("en"));
        QCOMPARE(second.value(QStringLiteral("no/such"), 7).toInt(), 7);
    }

    void aBrokenFileCountsAsEmpty() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("settings.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"look/scale\": 1");
        file.close();
        Settings settings(folder.path());
        QCOMPARE(settings.value(settings::scale, 100).toInt(), 100);
    }

    void serverAddresses_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("name") << QStringLiteral(" simrs.rsud.local ") << QStringLiteral("simrs.rsud.local")
                              << 7310;
        QTest::newRow("port") << QStringLiteral("10.0.0.5:7311") << QStringLiteral("10.0.0.5") << 7311;
        QTest::newRow("IPv6") << QStringLiteral("[::1]:7311") << QStringLiteral("::1") << 7311;
        QTest::newRow("nothing") << QString() << QString() << 7310;
        QTest::newRow("no port") << QStringLiteral("rsud:") << QString() << 7310;
        QTest::newRow("port 0") << QStringLiteral("rsud:0") << QString() << 7310;
        QTest::newRow("too large") << QStringLiteral("rsud:70000") << QString() << 7310;
        QTest::newRow("path") << QStringLiteral("rsud/simrs") << QString() << 7310;
        QTest::newRow("person") << QStringLiteral("ani@rsud") << QString() << 7310;
    }

    void serverAddresses() {
        QFETCH(QString, typed);
        QFETCH(QString, host);
        QFETCH(int, port);
        const PinnedServer server = readServerAddress(typed);
        QCOMPARE(server.host, host);
        if (!host.isEmpty()) QCOMPARE(int(server.port), port);
    }

    void aFingerprintIsReadInLines() {
        QStringList pairs;
        for (int at = 0; at < 32; ++at) pairs.append(QStringLiteral("%1").arg(at, 2, 16, QLatin1Char('0')));
        const QStringList lines = fingerprintLines(pairs.join(QLatin1Char(':'))).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.last(), QStringLiteral("18 19 1a 1b 1c 1d 1e 1f"));
    }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
