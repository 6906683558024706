// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL, again and again, while counters work: once a counter, which comes back on its profile, once the
// server, which comes back on its database. Nothing lost, doubled, diverged or stuck. 1,000 rounds of each
// with SIMRS_CAMPAIGN=full, 20 otherwise, half of them on each engine.
#include <QTest>
#include <QThread>

#include "tests/campaign/fleet.h"
#include "tests/support/test_postgres.h"

namespace simrs::test {
namespace {

constexpr int kSettleMs = 30'000;
/// So many kills, then all is joined and looked at.
constexpr int kRoundsOfOne = 10;
/// So many, then another hospital: this one gets too large for quick checks.
constexpr int kRoundsOfHospital = 50;

}  // namespace

class ProcessKillTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsLost_data() {
        QTest::addColumn<bool>("server");
        QTest::addColumn<bool>("postgres");
        QTest::newRow("counters, sqlite") << false << false;
        QTest::newRow("counters, postgres") << false << true;
        QTest::newRow("server, sqlite") << true << false;
        QTest::newRow("server, postgres") << true << true;
    }

    void nothingIsLost() {
        QFETCH(bool, server);
        QFETCH(bool, postgres);
        const int rounds = campaignSize(500, 10);
        std::unique_ptr<Fleet> fleet;
        qint64 acts = 0;
        qint64 told = 0;
        for (int round = 0; round < rounds; ++round) {
            if (round % kRoundsOfHospital == 0) {
                acts += std::exchange(told, 0);
                fleet.reset();
                fleet =
                    std::make_unique<Fleet>(postgres ? testDatabaseUrl(QStringLiteral("kills")) : QString(),
                                            3, static_cast<std::uint64_t>(round) + (server ? 7 : 3));
                fleet->order("work 15");
            }
            QThread::msleep(static_cast<unsigned long>(60 + fleet->random().below(server ? 500 : 300)));
            if (server) {
                killServer(*fleet);
            } else {
                killCounter(*fleet);
            }
            if ((round + 1) % kRoundsOfOne != 0 && round + 1 != rounds) continue;
            const Verdict verdict = fleet->settle(kSettleMs);
            QVERIFY2(verdict.isClean(), qPrintable(QStringLiteral("round %1: ").arg(round) + verdict.text()));
            QVERIFY(verdict.told > told);
            told = verdict.told;
            fleet->order("work 15");
        }
        qInfo("%d kills of %s, %lld acts: 0 lost, 0 doubled, 0 diverged, 0 stuck", rounds,
              server ? "the server" : "a counter", static_cast<long long>(acts + told));
    }

  private:
    static void killServer(Fleet& fleet) {
        fleet.killServer();
        // Sometimes it stays away for longer than anybody waits.
        if (fleet.random().below(4) == 0)
            QThread::msleep(static_cast<unsigned long>(fleet.random().below(900)));
        QVERIFY2(fleet.startServer(), "the server did not start");
    }

    static void killCounter(Fleet& fleet) {
        const int victim = static_cast<int>(fleet.random().below(static_cast<std::uint64_t>(fleet.size())));
        fleet.killCounter(victim);
        fleet.startCounter(victim);
        fleet.order(victim, "work 15");
    }
};

}  // namespace simrs::test

QTEST_GUILESS_MAIN(simrs::test::ProcessKillTest)
#include "process_kill_test.moc"
