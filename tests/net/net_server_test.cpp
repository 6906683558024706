// SPDX-License-Identifier: GPL-3.0-or-later
// The listening side as well-behaved clients meet it: frames, many of them, resumption, drain and stop.
#include "server/net/net_server.h"

#include <unistd.h>

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <array>
#include <thread>

#include "tests/net/net_rig.h"

using namespace simrs;
using namespace simrs::test;

class NetServerTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void greetsAndEchoes();
    void wrongPinIsNoticed();
    void manyFramesInOneWrite();
    void largeFrames();
    void twoHundredAtOnce();
    void resumesSessions();
    void newCertificatesForNewConnections();
    void sendFromManyThreads();
    void backPressure();
    void closeSendsWhatIsQueued();
    void answersAfterHalfClose();
    void drain();
    void drainWaitsForAnswers();
    void stopEndsEverySession();
    void postsRunOnTheIoThread();
    void handlesOutliveTheServer();
    void badAddresses();
};

void NetServerTest::greetsAndEchoes() {
    NetRig rig;
    auto client = rig.active();
    QVERIFY(client);
    QVERIFY(client->send(FrameKind::Request, "some request"));
    QCOMPARE(*client->receive(), (Frame{FrameKind::Reply, "some request"}));
    QVERIFY(client->send(FrameKind::Ping, "p"));
    QCOMPARE(*client->receive(), (Frame{FrameKind::Pong, "p"}));
    const NetCounters counters = rig.server->counters();
    QCOMPARE(counters.accepted, 1u);
    QCOMPARE(counters.open, 1u);
    QCOMPARE(counters.framesIn, 4u);
    QCOMPARE(counters.bytesIn, std::uint64_t(4 * 5 + 5 + 5 + 12 + 1));
    client->close();
    QTRY_COMPARE(rig.closed.load(), 1);
    QTRY_COMPARE(rig.server->counters().open, 0u);
    QCOMPARE(rig.offThread.load(), 0);
}

void NetServerTest::wrongPinIsNoticed() {
    NetRig rig;
    NetRig other;
    TlsOptions options = rig.options();
    options.pin = other.certificates->fingerprint();
    TlsClient client;
    QCOMPARE(client.connect(options).error().code, ErrorCode::PinMismatch);
}

void NetServerTest::manyFramesInOneWrite() {
    NetRig rig;
    auto client = rig.active();
    QByteArray stream;
    for (int i = 0; i < 200; ++i) stream += encodeFrame(FrameKind::Request, QByteArray::number(i));
    QVERIFY(client->sendRaw(stream));
    for (int i = 0; i < 200; ++i) QCOMPARE(client->receive()->payload, QByteArray::number(i));
    // And one frame in many writes.
    for (const char byte : encodeFrame(FrameKind::Request, "drip"))
        QVERIFY(client->sendRaw(QByteArrayView(&byte, 1)));
    QCOMPARE(client->receive()->payload, QByteArray("drip"));
}

void NetServerTest::largeFrames() {
    NetRig rig;
    auto client = rig.active();
    SeededRandom random(3);
    const QByteArray payload = random.bytes(limits::kFrameActiveBytes - 1);
    QVERIFY(client->send(FrameKind::Request, payload));
    QCOMPARE(client->receive()->payload, payload);
    QVERIFY(client->send(FrameKind::Request, "flood 3 8000000"));
    for (int i = 0; i < 3; ++i) QCOMPARE(client->receive()->payload.size(), qsizetype(8'000'000));
}

void NetServerTest::twoHundredAtOnce() {
    NetRig rig;
    std::atomic<int> failed{0};
    std::vector<std::thread> threads;
    QSemaphore ready;
    QSemaphore go;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            std::vector<std::unique_ptr<TlsClient>> clients;
            for (int i = 0; i < 25; ++i) clients.push_back(rig.active());
            ready.release();
            go.acquire();
            for (int round = 0; round < 5; ++round) {
                const QByteArray what = QByteArray::number(t * 1000 + round);
                for (const auto& client : clients)
                    failed += !client || !client->send(FrameKind::Request, what);
                for (const auto& client : clients) failed += !client || client->receive()->payload != what;
            }
        });
    }
    ready.acquire(8);
    const std::uint64_t open = rig.server->counters().open;
    go.release(8);
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(open, 200u);
    QCOMPARE(failed.load(), 0);
    QTRY_COMPARE(rig.server->counters().open, 0u);
    QCOMPARE(rig.closed.load(), 200);
}

void NetServerTest::resumesSessions() {
    NetRig rig;
    auto first = rig.active();
    QVERIFY(!first->resumed());
    TlsOptions options = rig.options();
    options.session = first->session();
    QVERIFY(!options.session.isEmpty());
    first->close();
    auto second = rig.active(options);
    QVERIFY(second && second->resumed());
    QCOMPARE(rig.server->counters().handshakesResumed, 1u);
}

void NetServerTest::newCertificatesForNewConnections() {
    NetRig rig;
    auto old = rig.active();
    QTemporaryDir folder;
    const auto other = Certificates::open(folder.path(), {}, rig.clock, rig.random);
    QVERIFY(rig.server->useCertificates(*other));
    TlsOptions options = rig.options();
    options.pin = other->fingerprint();
    QVERIFY(rig.active(options));
    QVERIFY(old->send(FrameKind::Request, "still here"));
    QCOMPARE(old->receive()->payload, QByteArray("still here"));
}

void NetServerTest::sendFromManyThreads() {
    NetConfig config;
    config.maxSendFrames = 100'000;
    NetRig rig(config);
    auto client = rig.active();
    QVERIFY(client->send(FrameKind::Request, "hold"));
    QTRY_COMPARE(rig.held(), 1);
    const std::shared_ptr<Connection> connection = rig.takeHeld();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&connection, t] {
            for (int i = 0; i < 500; ++i) {
                connection->send(FrameKind::Changed, QByteArray::number(t) + ' ' + QByteArray::number(i));
            }
        });
    }
    // Each thread's frames come whole and in its order.
    std::array<int, 4> next{};
    for (int i = 0; i < 2000; ++i) {
        const auto frame = client->receive();
        QVERIFY(frame.has_value());
        const QList<QByteArray> words = frame->payload.split(' ');
        QCOMPARE(words.at(1).toInt(), next[words.at(0).toUInt()]++);
    }
    for (std::thread& thread : threads) thread.join();
}

void NetServerTest::backPressure() {
    NetConfig config;
    config.maxInFlight = 5;
    config.idleMs = 300;
    NetRig rig(config);
    auto client = rig.active();
    for (int i = 0; i < 12; ++i) QVERIFY(client->send(FrameKind::Request, "hold"));
    QTRY_COMPARE(rig.held(), 5);
    // Longer than the idle time: that the server is late is not held against the client.
    QTest::qWait(500);
    QCOMPARE(rig.held(), 5);
    rig.releaseHeld();
    QTRY_COMPARE(rig.held(), 5);
    rig.releaseHeld();
    QTRY_COMPARE(rig.held(), 2);
    rig.releaseHeld();
    for (int i = 0; i < 12; ++i) QCOMPARE(client->receive()->payload, QByteArray("released"));
    QCOMPARE(rig.server->counters().timeouts, 0u);
}

void NetServerTest::closeSendsWhatIsQueued() {
    NetRig rig;
    auto client = rig.active();
    QVERIFY(client->send(FrameKind::Request, "bye"));
    for (const char* word : {"one", "two", "three"}) QCOMPARE(client->receive()->payload, QByteArray(word));
    QCOMPARE(client->receive().error().code, ErrorCode::NotConnected);
    QVERIFY(client->endedOrderly());
    client->close();
    QTRY_COMPARE(rig.closed.load(), 1);
}

void NetServerTest::answersAfterHalfClose() {
    NetRig rig;
    auto client = rig.active();
    QVERIFY(client->send(FrameKind::Request, "flood 20 100000"));
    client->halfClose();
    for (int i = 0; i < 20; ++i) QCOMPARE(client->receive()->payload.size(), qsizetype(100'000));
    QCOMPARE(client->receive().error().code, ErrorCode::NotConnected);
    QVERIFY(client->endedOrderly());
    QTRY_COMPARE(rig.closed.load(), 1);
}

void NetServerTest::drain() {
    NetRig rig;
    auto one = rig.active();
    auto two = rig.greeted();
    rig.server->beginDrain();
    for (TlsClient* client : {one.get(), two.get()}) {
        QCOMPARE(*client->receive(), (Frame{FrameKind::GoAway, "None"}));
        QVERIFY(client->awaitEnd());
        QVERIFY(client->endedOrderly());
        client->close();
    }
    QTRY_COMPARE(rig.server->counters().open, 0u);
    QVERIFY(!rig.connected());
}

void NetServerTest::drainWaitsForAnswers() {
    NetRig rig;
    auto client = rig.active();
    QVERIFY(client->send(FrameKind::Request, "hold"));
    QVERIFY(client->send(FrameKind::Request, "hold"));
    QTRY_COMPARE(rig.held(), 2);
    rig.server->beginDrain();
    QCOMPARE(client->receive()->kind, FrameKind::GoAway);
    // What is asked after GoAway is not taken any more.
    QVERIFY(client->send(FrameKind::Request, "hold"));
    QCOMPARE(client->receive(200).error().code, ErrorCode::TimedOut);
    QCOMPARE(rig.held(), 2);
    rig.releaseHeld();
    QCOMPARE(client->receive()->payload, QByteArray("released"));
    QCOMPARE(client->receive()->payload, QByteArray("released"));
    QVERIFY(client->awaitEnd());
}

void NetServerTest::stopEndsEverySession() {
    NetConfig config;
    config.closeMs = 300;
    NetRig rig(config);
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 20; ++i) clients.push_back(rig.active());
    const int silent = connectPlain(rig.port);
    QTRY_COMPARE(rig.server->counters().open, 21u);
    QElapsedTimer timer;
    timer.start();
    // The clients do not read, so that each has to be waited for.
    rig.server->stop();
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(rig.closed.load(), 20);
    QCOMPARE(rig.server->counters().open, 0u);
    ::close(silent);
    for (const auto& client : clients) QVERIFY(client->awaitEnd());
}

void NetServerTest::postsRunOnTheIoThread() {
    NetRig rig;
    QSemaphore done;
    std::thread::id posted;
    std::thread::id timed;
    rig.server->post([&] {
        posted = std::this_thread::get_id();
        rig.server->postAfter(30, [&] {
            timed = std::this_thread::get_id();
            done.release();
        });
    });
    rig.server->post([] { throw std::runtime_error("must not end the thread"); });
    std::atomic<bool> late{false};
    rig.server->postAfter(60'000, [&] { late = true; });
    QVERIFY(done.tryAcquire(1, 5000));
    QCOMPARE(posted, timed);
    QVERIFY(posted != std::this_thread::get_id());
    rig.server->stop();
    rig.server->post([&] { late = true; });
    rig.server->postAfter(0, [&] { late = true; });
    QVERIFY(!late);
}

void NetServerTest::handlesOutliveTheServer() {
    std::shared_ptr<Connection> kept;
    {
        NetRig rig;
        auto client = rig.active();
        QVERIFY(client->send(FrameKind::Request, "hold"));
        QTRY_COMPARE(rig.held(), 1);
        kept = rig.takeHeld();
        QCOMPARE(kept->peerAddress(), QStringLiteral("127.0.0.1"));
        QCOMPARE(kept->number(), quint64(1));
    }
    kept->send(FrameKind::Reply, "nobody is there");
    kept->requestDone();
    kept->close();
    kept->drain();
    kept->cut();
}

void NetServerTest::badAddresses() {
    NetRig rig;
    for (const auto& [address, port] : {std::pair{QStringLiteral("not an address"), quint16(0)},
                                        std::pair{QStringLiteral("203.0.113.1"), quint16(0)},
                                        std::pair{QStringLiteral("127.0.0.1"), rig.port}}) {
        NetConfig config;
        config.address = address;
        config.port = port;
        NetServer server(config, *rig.certificates, [](const auto&) { return nullptr; });
        QCOMPARE(server.start().error().code, ErrorCode::ConfigInvalid);
    }
}

QTEST_GUILESS_MAIN(NetServerTest)
#include "net_server_test.moc"
