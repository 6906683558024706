// SPDX-License-Identifier: GPL-3.0-or-later
// The demo hospital's day at any time of any day: never empty, nothing in the future, the same again from the
// same seed and on the other engine.
#include <QSet>
#include <QTest>

#include "tests/cli/demo_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class DemoDayTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sameSeedSameHospital() {
        const Instant now = demoTime(2026, 5, 5, 11);
        const DemoRows first = DemoRig(now, kFewPatients).rows();
        QVERIFY(DemoRig(now, kFewPatients).rows() == first);
        QVERIFY(!(DemoRig(now, kFewPatients, 8).rows() == first));
    }

    void sameOnBothEngines() {
        const Instant now = demoTime(2026, 5, 5, 11);
        const auto config = parseDatabaseUrl(testDatabaseUrl(QStringLiteral("demo")));
        QVERIFY(config.has_value());
        QVERIFY(DemoRig(now, 300).rows() == DemoRig(now, 300, 7, true, *config).rows());
    }

    void aDayAtAnyTime_data() {
        QTest::addColumn<Instant>("now");
        QTest::addColumn<int>("fewest");
        QTest::newRow("Tuesday morning") << demoTime(2026, 5, 5, 8) << 3;
        QTest::newRow("Tuesday noon") << demoTime(2026, 5, 5, 13) << 20;
        QTest::newRow("night, as at ten") << demoTime(2026, 5, 5, 23) << 12;
        QTest::newRow("before dawn, as at ten") << demoTime(2026, 5, 5, 3) << 12;
        QTest::newRow("just after midnight") << demoTime(2026, 5, 5, 0, 1) << 12;
        QTest::newRow("Sunday") << demoTime(2026, 5, 3, 11) << 12;
    }
    void aDayAtAnyTime() {
        QFETCH(Instant, now);
        QFETCH(int, fewest);
        DemoRig rig(now, kFewPatients);
        QCOMPARE(rig.report().day, dayIn(QStringLiteral("Asia/Jakarta"), now));
        const qint64 today = rig.report().visitsToday;
        QVERIFY2(today >= fewest, qPrintable(QString::number(today)));
        const DemoRows all = rig.rows();
        for (const Visit& visit : all.visits) {
            QVERIFY(visit.serviceDate <= rig.report().day);
            QVERIFY(visit.registeredAt <= now && visit.cancelledAt <= now);
        }
        for (const Patient& patient : all.patients) QVERIFY(patient.registeredAt <= now);
    }

    void nightIsShownAsAtTen() {
        const qint64 ten = DemoRig(demoTime(2026, 5, 5, 10), kFewPatients).report().visitsToday;
        const qint64 night = DemoRig(demoTime(2026, 5, 5, 22), kFewPatients).report().visitsToday;
        QVERIFY(qAbs(ten - night) <= ten / 10 + 1);
    }

    void noVisits() {
        DemoRig rig(demoTime(2026, 5, 5, 11), 200, 1, false);
        QCOMPARE(rig.report().visits, 0);
        QCOMPARE(rig.rows().patients.size(), 200);
        QVERIFY(rig.rows().visits.isEmpty());
    }

    void oneDayMore() {
        DemoRig rig(demoTime(2026, 5, 5, 11), kFewPatients);
        const DemoRows before = rig.rows();
        DemoOptions options;
        options.now = demoTime(2026, 5, 7, 11);
        const auto report = refreshDemoDay(rig.store(), options);
        QVERIFY(report.has_value());
        QVERIFY(report->visitsToday > 12);
        const DemoRows after = rig.rows();
        QCOMPARE(after.patients.size(), before.patients.size());
        QCOMPARE(after.visits.size(), before.visits.size() + report->visits);
        QSet<qint64> numbers;
        for (const Visit& visit : after.visits) {
            QVERIFY(!numbers.contains(visit.registrationNumber));
            numbers.insert(visit.registrationNumber);
            QVERIFY(visit.registeredAt <= options.now);
        }
        const auto again = refreshDemoDay(rig.store(), options);
        QVERIFY(again && again->visits == 0);
    }
};

QTEST_GUILESS_MAIN(DemoDayTest)
#include "demo_day_test.moc"
