// SPDX-License-Identifier: GPL-3.0-or-later
// Sixteen writers and two sequencers, which are processes and are killed with SIGKILL again and again: who
// follows the feed misses nothing, gets nothing twice, no transaction in parts and no version after a later
// one. The same checks find what a cursor over the order of insertion loses. 50 kills with
// SIMRS_CAMPAIGN=full, 10 otherwise.
#include <signal.h>
#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QThread>
#include <map>

#include "tests/support/feed_reader.h"
#include "tests/support/feed_writers.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

constexpr int kWriters = 16;
constexpr int kShared = 20;

bool full() { return qEnvironmentVariable("SIMRS_CAMPAIGN") == QLatin1String("full"); }

class SequencerProcess {
  public:
    explicit SequencerProcess(QString url) : m_url(std::move(url)) { start(); }
    void kill() {
        ::kill(static_cast<pid_t>(m_process->processId()), SIGKILL);
        m_process->waitForFinished();
    }
    void start() {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedChannels);
        m_process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/campaign_sequencer"),
                         {m_url});
        if (!m_process->waitForStarted()) qFatal("campaign_sequencer does not start");
    }
    bool stop() {
        m_process->closeWriteChannel();
        return m_process->waitForFinished(30'000) && m_process->exitStatus() == QProcess::NormalExit &&
               m_process->exitCode() == 0;
    }

  private:
    QString m_url;
    std::unique_ptr<QProcess> m_process;
};

}  // namespace

class SequencerTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void killedSequencersLoseNothing() {
        const int kills = full() ? 50 : 10;
        const QString url = testDatabaseUrl(QStringLiteral("sequencer"));
        const DatabaseConfig config = *parseDatabaseUrl(url);
        FeedWriters writers(config, kWriters, kShared);
        FeedReader everything(config, writers.services(), FeedReader::Cursor::Sequenced,
                              FeedWriters::allScopes(), 1);
        FeedReader oneUnit(config, writers.services(), FeedReader::Cursor::Sequenced,
                           {FeedWriters::allScopes().first()}, 2);
        std::array<SequencerProcess, 2> sequencers{SequencerProcess(url), SequencerProcess(url)};
        everything.start();
        oneUnit.start();
        writers.start();
        SeededRandom random(static_cast<std::uint64_t>(kills));
        for (int i = 0; i < kills; ++i) {
            QThread::msleep(static_cast<unsigned long>(100 + random.below(200)));
            SequencerProcess& victim = sequencers[random.below(2)];
            victim.kill();
            // Now and then the other one is alone for a while, or nobody is there.
            if (random.below(3) == 0) QThread::msleep(static_cast<unsigned long>(random.below(100)));
            victim.start();
        }
        QThread::msleep(200);
        writers.stop();
        everything.finish();
        oneUnit.finish();
        for (SequencerProcess& sequencer : sequencers) QVERIFY(sequencer.stop());

        QCOMPARE(writers.failures(), 0);
        for (const FeedReader* reader : {&everything, &oneUnit}) {
            const FeedFaults faults = reader->judge();
            qInfo("%s", qPrintable(faults.text()));
            QVERIFY(faults.rows > kills);
            QVERIFY2(faults.sum() == 0, qPrintable(faults.text()));
        }
        whatWasAcknowledgedIsThere(config, writers);
        if (QTest::currentTestFailed()) return;
        qInfo("%d writers, 2 sequencers, %d kills, %lld transactions: %s", kWriters, kills,
              static_cast<long long>(writers.commits()), qPrintable(everything.judge().text()));
    }

    /// What the checks are worth: a cursor over `number` is told apart from the sequencer by them.
    void aCursorOverTheOrderOfInsertionLoses() {
        const DatabaseConfig config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("naive")));
        FeedWriters writers(config, kWriters, kShared);
        FeedReader reader(config, writers.services(), FeedReader::Cursor::Naive, FeedWriters::allScopes(), 3);
        reader.start();
        writers.start();
        QThread::msleep(full() ? 10'000 : 3'000);
        writers.stop();
        reader.finish();
        const FeedFaults faults = reader.judge();
        qInfo("cursor over the order of insertion: %s", qPrintable(faults.text()));
        QVERIFY2(faults.lost > 0, "the checks find nothing");
        QVERIFY2(faults.split > 0, "the checks find no split transaction");
    }

  private:
    static void whatWasAcknowledgedIsThere(const DatabaseConfig& config, const FeedWriters& writers) {
        std::map<Uuid, int> rows;
        const auto db = Database::open(config);
        QVERIFY(db);
        (*db)->query(QStringLiteral("SELECT tx, count(*) FROM feed WHERE seq IS NOT NULL GROUP BY tx"), {},
                     [&](const Row& row) {
                         rows[Uuid::fromBytes(row.value(0).toByteArray())] = row.value(1).toInt();
                     });
        for (const auto& [tx, count] : writers.acknowledged()) {
            const auto found = rows.find(tx);
            QVERIFY2(found != rows.end(), "an acknowledged transaction is not in the feed");
            QCOMPARE(found->second, count);
        }
        // Besides them, the one that made the shared rows.
        QCOMPARE(static_cast<qint64>(rows.size()), writers.commits() + 1);
        // The last version that the feed tells of each row is the row's.
        (*db)->query(
            QStringLiteral(
                "SELECT count(*) FROM counted c LEFT JOIN (SELECT id, max(version) AS told FROM feed "
                "GROUP BY id) f ON f.id = c.id WHERE f.told IS NULL OR f.told <> c.row_version"),
            {}, [](const Row& row) { QCOMPARE(row.value(0).toLongLong(), 0); });
    }
};

QTEST_GUILESS_MAIN(SequencerTest)
#include "sequencer_test.moc"
