// SPDX-License-Identifier: GPL-3.0-or-later
// Real counters in a network of their own whose cable is pulled while they work: packets simply stop, nobody
// is told. Run by root, with SIMRS_CAMPAIGN=full when the build is configured.
#include <QTest>
#include <QThread>

#include "tests/campaign/cable.h"
#include "tests/campaign/fleet.h"
#include "tests/support/test_postgres.h"

namespace simrs::test {
namespace {

constexpr int kCounters = 3;
constexpr int kSettleMs = 20'000;
constexpr int kRunsOfOne = 20;

}  // namespace

class CableTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsLostWhenTheCableIsPulled() {
        const int runs = campaignSize(60, 4);
        Cable cable;
        std::unique_ptr<Fleet> fleet;
        qint64 pulled = 0;
        qint64 acts = 0;
        qint64 told = 0;
        for (int run = 0; run < runs; ++run) {
            if (run % kRunsOfOne == 0) {
                acts += told;
                fleet.reset();
                const bool postgres = run / kRunsOfOne % 2 == 1;
                fleet =
                    std::make_unique<Fleet>(postgres ? testDatabaseUrl(QStringLiteral("cable")) : QString(),
                                            kCounters, static_cast<std::uint64_t>(run) + 1, &cable);
            }
            fleet->order("work 25");
            const int times = 1 + static_cast<int>(fleet->random().below(3));
            for (int i = 0; i < times; ++i) {
                QThread::msleep(static_cast<unsigned long>(100 + fleet->random().below(400)));
                cable.pull();
                QThread::msleep(static_cast<unsigned long>(200 + fleet->random().below(2'500)));
                cable.plugIn();
                ++pulled;
            }
            const Verdict verdict = fleet->settle(kSettleMs);
            QVERIFY2(verdict.isClean(), qPrintable(QStringLiteral("run %1: ").arg(run) + verdict.text()));
            told = verdict.told;
        }
        acts += told;
        QVERIFY(acts > runs);
        qInfo("%d runs, the cable pulled %lld times, %lld acts: 0 lost, 0 doubled, 0 diverged, 0 stuck", runs,
              static_cast<long long>(pulled), static_cast<long long>(acts));
    }
};

}  // namespace simrs::test

QTEST_GUILESS_MAIN(simrs::test::CableTest)
#include "cable_test.moc"
