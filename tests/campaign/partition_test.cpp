// SPDX-License-Identifier: GPL-3.0-or-later
// Real counters and a real server over a line that is cut, slow, torn to pieces, one-way, reset or false, and
// then is whole again: nothing lost, doubled, diverged or stuck. 300 runs with SIMRS_CAMPAIGN=full, 20
// otherwise.
#include <QTest>
#include <QThread>
#include <algorithm>
#include <optional>

#include "tests/campaign/fleet.h"
#include "tests/support/test_postgres.h"

namespace simrs::test {
namespace {

constexpr int kCounters = 3;
constexpr int kSettleMs = 15'000;
/// A hospital gets too large for quick checks: so many runs, then another one.
constexpr int kRunsOfOne = 20;
/// Of work, before somebody must have registered a visit.
constexpr int kStretches = 10;

/// One or two faults at a time; each alone is likely enough to be met alone.
LineFaults drawFaults(Random& random) {
    LineFaults faults;
    const auto one = [&] {
        switch (random.below(10)) {
            case 0:
            case 1:
                faults.cut = true;
                break;
            case 2:
                faults.tiny = true;
                break;
            case 3:
                faults.split = true;
                break;
            case 4:
                faults.stallPercent = 20;
                faults.stallMs = 700;
                break;
            case 5:
                faults.swallowUp = true;
                break;
            case 6:
                faults.swallowDown = true;
                break;
            case 7:
                faults.resetPercent = 5;
                break;
            case 8:
                faults.duplicatePercent = 70;
                faults.resetPercent = std::max(faults.resetPercent, 3);
                break;
            default:
                faults.flipsPerMillion = 300;
                break;
        }
    };
    one();
    if (random.below(2) == 0) one();
    return faults;
}

/// Where a done visit stands among the server's commands.
std::optional<qsizetype> someVisit(const ServerRecord& record) {
    const auto isVisit = [](const LoggedCommand& command) {
        return command.error == 0 && command.request == QLatin1String("register_visit");
    };
    const auto found = std::find_if(record.commands.cbegin(), record.commands.cend(), isVisit);
    if (found == record.commands.cend()) return {};
    return std::distance(record.commands.cbegin(), found);
}

}  // namespace

class PartitionTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsLostOverABadLine() {
        const int runs = campaignSize(300, 20);
        std::unique_ptr<Fleet> fleet;
        qint64 acts = 0;
        qint64 faults = 0;
        qint64 slowestMs = 0;
        for (int run = 0; run < runs; ++run) {
            if (run % kRunsOfOne == 0) {
                if (fleet) acts += told;
                fleet.reset();
                const bool postgres = run / kRunsOfOne % 2 == 1;
                fleet = std::make_unique<Fleet>(
                    postgres ? testDatabaseUrl(QStringLiteral("partition")) : QString(), kCounters,
                    static_cast<std::uint64_t>(run) + 1);
            }
            fleet->order("work 25");
            QThread::msleep(static_cast<unsigned long>(150 + fleet->random().below(300)));
            faults += makeTrouble(*fleet);
            const Verdict verdict = fleet->settle(kSettleMs);
            QVERIFY2(verdict.isClean(), qPrintable(QStringLiteral("run %1: ").arg(run) + verdict.text()));
            told = verdict.told;
            slowestMs = std::max(slowestMs, fleet->settledMs());
        }
        acts += told;
        QVERIFY(acts > runs);
        qInfo(
            "%d runs, %lld faults, %lld acts: 0 lost, 0 doubled, 0 diverged, 0 stuck; at rest after at most "
            "%lld ms",
            runs, static_cast<long long>(faults), static_cast<long long>(acts),
            static_cast<long long>(slowestMs));
    }

    /// The same histories against a server that lost a command, did one twice, holds another value.
    void theChecksWouldNotice() {
        Fleet fleet({}, 2, 99);
        // On a busy machine a counter may not get as far as a visit in one stretch.
        for (int stretch = 0; stretch < kStretches && !someVisit(fleet.record()); ++stretch) {
            fleet.order("work 10");
            QThread::msleep(1'500);
            QVERIFY2(fleet.settle(kSettleMs).isClean(), "not even clean");
        }
        QVERIFY2(someVisit(fleet.record()), "nobody has registered a visit");
        const auto done = [](ServerRecord& record) -> LoggedCommand& {
            return record.commands[*someVisit(record)];
        };
        const auto with = [&](auto change) { return fleet.judgeAgainst(change); };
        QVERIFY(!with([&](ServerRecord& r) { r.commands.removeAt(*someVisit(r)); }).lost.isEmpty());
        QVERIFY(!with([&](ServerRecord& r) { done(r).error = 119; }).lost.isEmpty());
        QVERIFY(!with([&](ServerRecord& r) { done(r).effects = 2; }).doubled.isEmpty());
        QVERIFY(!with([&](ServerRecord& r) { done(r).reply = "x"; }).diverged.isEmpty());
        QVERIFY(!with([](ServerRecord& r) { r.numbers.append(r.numbers.first()); }).doubled.isEmpty());
        QVERIFY(!with([](ServerRecord& r) { r.numbers.clear(); }).lost.isEmpty());
        // What the computers hold was looked at, too.
        QVERIFY(!with([](ServerRecord& r) {
                     for (auto it = r.answers.begin(); it != r.answers.end(); ++it) {
                         if (it.key().startsWith(kHeldView)) *it = "x";
                     }
                 }).diverged.isEmpty());
        QVERIFY(!fleet.judgeAgainst([](ServerRecord& r) { r.first.clear(); }).diverged.isEmpty());
    }

  private:
    /// Some faults one after the other, 1 to 3 s in all, then a whole line. How many there were.
    static int makeTrouble(Fleet& fleet) {
        const int stretches = 1 + static_cast<int>(fleet.random().below(3));
        for (int i = 0; i < stretches; ++i) {
            fleet.line().setFaults(drawFaults(fleet.random()));
            QThread::msleep(static_cast<unsigned long>(300 + fleet.random().below(700)));
            if (fleet.random().below(3) == 0) {
                fleet.line().heal();
                QThread::msleep(static_cast<unsigned long>(fleet.random().below(300)));
            }
            if (fleet.random().below(4) == 0) fleet.line().resetAll();
        }
        fleet.line().heal();
        return stretches;
    }

    qint64 told = 0;  // Of the hospital that runs.
};

}  // namespace simrs::test

QTEST_GUILESS_MAIN(simrs::test::PartitionTest)
#include "partition_test.moc"
