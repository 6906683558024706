// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL stops as in a crash, in the middle of commits, and comes back, while counters work: nothing
// lost, doubled, diverged or stuck. 60 rounds with SIMRS_CAMPAIGN=full, 5 otherwise.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "tests/campaign/fleet.h"

namespace simrs::test {
namespace {

constexpr int kSettleMs = 30'000;
/// So many stops, then all is joined and looked at.
constexpr int kRoundsOfOne = 5;

/// A cluster of this test's own, since others may be using the shared one.
class Cluster {
  public:
    Cluster() {
        if (!run({QStringLiteral("start"), m_folder.path(), QStringLiteral("--holder"),
                  QString::number(QCoreApplication::applicationPid())}))
            qFatal("PostgreSQL does not start");
    }
    ~Cluster() {
        run({QStringLiteral("stop"), m_folder.path(), QStringLiteral("--holder"),
             QString::number(QCoreApplication::applicationPid())});
    }
    bool crash() { return run({QStringLiteral("crash"), m_folder.path()}); }
    QString url() {
        run({QStringLiteral("url"), m_folder.path()});
        return QString::fromLatin1(m_said.trimmed());
    }

  private:
    bool run(const QStringList& arguments) {
        QProcess script;
        script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        script.start(QStringLiteral(QT_TESTCASE_SOURCEDIR "/support/postgres.sh"), arguments);
        if (!script.waitForFinished(120'000)) return false;
        m_said = script.readAllStandardOutput();
        return script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0;
    }
    QTemporaryDir m_folder;
    QByteArray m_said;
};

}  // namespace

class PostgresStopTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsLostWhenTheDatabaseCrashes() {
        const int rounds = campaignSize(60, 5);
        Cluster cluster;
        Fleet fleet(cluster.url(), 4, 11);
        const QByteArray work = "work 8";
        fleet.order(work);
        qint64 told = 0;
        for (int round = 0; round < rounds; ++round) {
            QThread::msleep(static_cast<unsigned long>(300 + fleet.random().below(700)));
            QVERIFY2(cluster.crash(), "PostgreSQL did not come back");
            if ((round + 1) % kRoundsOfOne != 0 && round + 1 != rounds) continue;
            const Verdict verdict = fleet.settle(kSettleMs);
            QVERIFY2(verdict.isClean(), qPrintable(QStringLiteral("round %1: ").arg(round) + verdict.text()));
            QVERIFY(verdict.told > told);
            told = verdict.told;
            fleet.order(work);
        }
        qInfo("%d crashes of PostgreSQL, %lld acts: 0 lost, 0 doubled, 0 diverged, 0 stuck", rounds,
              static_cast<long long>(told));
    }
};

}  // namespace simrs::test

QTEST_GUILESS_MAIN(simrs::test::PostgresStopTest)
#include "postgres_stop_test.moc"
