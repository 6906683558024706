// SPDX-License-Identifier: GPL-3.0-or-later
// A node's sequencer: numbers what is written, called or not; hears other nodes; tells how long rows wait;
// comes back with the database; and leaves nothing behind when it stops. And the server has one.
#include <QTcpSocket>
#include <QTest>
#include <atomic>

#include "server/exec/sequencer.h"
#include "tests/server/server_rig.h"
#include "tests/support/feed_writers.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class SequencerNodeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("node")));
        m_store = std::make_unique<Store>(m_config, StoreForm::Server, services());
        QVERIFY(m_store->migrate(FeedWriters::entities()));
    }

    void itNumbersWhenCalledAndWhenNot() {
        Sequencer sequencer(m_config, services());
        QVERIFY(sequencer.start());
        QVERIFY(write());
        sequencer.wake();
        QTRY_COMPARE(sequencer.figures().head, 1);
        QVERIFY(write());
        QTRY_COMPARE(sequencer.figures().head, 2);
        QCOMPARE(sequencer.figures().passes, 2);
        QCOMPARE(sequencer.figures().waitingMs, 0);
        QVERIFY(!m_store->feedState()->unnumbered);
    }

    void aNodeHearsWhatAnotherHasNumbered() {
        std::atomic<qint64> toldOne{0};
        std::atomic<qint64> toldTwo{0};
        Sequencer one(m_config, services(), [&](const FeedHead& head) { toldOne = head.seq; });
        Sequencer two(m_config, services(), [&](const FeedHead& head) { toldTwo = head.seq; });
        QVERIFY(one.start() && two.start());
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(write());
            (i % 2 == 0 ? one : two).wake();
            QTRY_COMPARE(toldOne.load(), i);
            QTRY_COMPARE(toldTwo.load(), i);
        }
        QVERIFY(one.figures().passes + two.figures().passes >= 20);
    }

    void itTellsHowLongRowsWait() {
        Sequencer sequencer(m_config, services());
        QVERIFY(sequencer.start());
        const auto other = Database::open(m_config);
        QVERIFY(other);
        (*other)->begin();
        (*other)->query(QStringLiteral("SELECT seq FROM feed_head FOR UPDATE"), {}, [](const Row&) {});
        QVERIFY(write());
        sequencer.wake();
        QTRY_VERIFY(sequencer.figures().waitingMs >= 300);
        QCOMPARE(sequencer.figures().head, 0);
        (*other)->rollback();
        QTRY_COMPARE(sequencer.figures().head, 1);
        QTRY_COMPARE(sequencer.figures().waitingMs, 0);
    }

    void itComesBackWithTheDatabase() {
        Sequencer sequencer(m_config, services());
        QVERIFY(sequencer.start());
        const auto other = Database::open(m_config);
        QVERIFY(other);
        for (int i = 1; i <= 3; ++i) {
            (*other)->query(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                           "datname = current_database() AND pid <> pg_backend_pid()"),
                            {}, [](const Row&) {});
            QVERIFY(write());
            QTRY_COMPARE(sequencer.figures().head, i);
        }
    }

    void aStopLeavesNothingUnnumbered() {
        for (int i = 0; i < 10; ++i) {
            Sequencer sequencer(m_config, services());
            QVERIFY(sequencer.start());
            QVERIFY(write());
            sequencer.stop();
            QVERIFY(!m_store->feedState()->unnumbered);
            sequencer.wake();
            sequencer.stop();
        }
        Sequencer neverStarted(m_config, services());
        neverStarted.wake();
    }

    void aServerNumbersAndTellsFigures() {
        ServerRig rig(testDatabaseUrl(QStringLiteral("node_server")));
        const auto store = rig.store();
        QTRY_VERIFY(store->feedState() && !store->feedState()->unnumbered);
        const qint64 head = store->feedState()->head.seq;
        QVERIFY(head > 0);
        QTRY_VERIFY(metrics(rig).contains("\nsimrs_feed_head " + QByteArray::number(head) + '\n'));
        QVERIFY(metrics(rig).contains("\nsimrs_feed_waiting_seconds 0\n"));
    }

  private:
    Store::Services services() { return {m_clock, m_random, nullptr}; }
    bool write() {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        context.request = QStringLiteral("test");
        return m_store
            ->write(context,
                    [](WishTx& tx) -> Status {
                        tx.insert(Counted{tx.newId<Counted>(), 1, 0, {}});
                        return {};
                    })
            .has_value();
    }
    static QByteArray metrics(const ServerRig& rig) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), rig.httpPort());
        if (!socket.waitForConnected()) return {};
        socket.write("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(5'000)) answer += socket.readAll();
        return answer;
    }

    DatabaseConfig m_config;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(SequencerNodeTest)
#include "sequencer_node_test.moc"
