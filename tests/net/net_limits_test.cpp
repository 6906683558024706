// SPDX-License-Identifier: GPL-3.0-or-later
// The listening side as bad, broken and slow peers meet it: each is counted, told why where that can be, and
// gone in time; the others do not notice.
#include <sys/socket.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTest>

#include "tests/net/net_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

/// The memory that this process holds now, in bytes.
qint64 residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').at(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

NetConfig hasty() {
    NetConfig config;
    config.handshakeMs = 200;
    config.greetingMs = 200;
    config.loginMs = 300;
    config.idleMs = 200;
    config.closeMs = 200;
    return config;
}

}  // namespace

class NetLimitsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void oldTlsIsRefused();
    void plainTextIsRefused();
    void silentHandshakeEnds();
    void silentGreetingEnds();
    void pingsDoNotProlongTheLogin();
    void idleEnds();
    void halfSentFrameEnds();
    void dripDoesNotProlong();
    void wrongState_data();
    void wrongState();
    void malformed_data();
    void malformed();
    void oversized();
    void reasonArrivesThroughALotOfInput();
    void deafPeerIsCutWhenClosing();
    void tooManyQueuedFrames();
    void tooManyQueuedBytes();
    void stuckWriteEnds();
    void throwingSession();
    void overTheLimit();
    void rudePeersHarmNobody();
};

void NetLimitsTest::oldTlsIsRefused() {
    NetRig rig;
    TlsOptions options = rig.options();
    options.oldTls = true;
    TlsClient client;
    QCOMPARE(client.connect(options).error().code, ErrorCode::NotConnected);
    QTRY_COMPARE(rig.server->counters().handshakesFailed, 1u);
    QCOMPARE(rig.sessions.load(), 0);
    QVERIFY(rig.active());
}

void NetLimitsTest::plainTextIsRefused() {
    NetRig rig;
    const QByteArray frame = encodeFrame(FrameKind::Hello, "hello");
    for (const QByteArray& text : {QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), frame}) {
        const int plain = connectPlain(rig.port);
        QCOMPARE(::send(plain, text.constData(), static_cast<std::size_t>(text.size()), MSG_NOSIGNAL),
                 text.size());
        QVERIFY(awaitPlainEnd(plain, 5000) || text == frame);
        ::close(plain);
    }
    QTRY_COMPARE(rig.server->counters().handshakesFailed, 2u);
    QCOMPARE(rig.sessions.load(), 0);
}

void NetLimitsTest::silentHandshakeEnds() {
    NetRig rig(hasty());
    QElapsedTimer timer;
    timer.start();
    const int plain = connectPlain(rig.port);
    QVERIFY(awaitPlainEnd(plain, 5000));
    QVERIFY(timer.elapsed() >= 190 && timer.elapsed() < 2000);
    ::close(plain);
    QCOMPARE(rig.server->counters().timeouts, 1u);
    QTRY_COMPARE(rig.server->counters().open, 0u);
}

void NetLimitsTest::silentGreetingEnds() {
    NetRig rig(hasty());
    auto client = rig.connected();
    QCOMPARE(*client->receive(2000), (Frame{FrameKind::GoAway, "TimedOut"}));
    QVERIFY(client->awaitEnd(2000));
    QCOMPARE(rig.server->counters().timeouts, 1u);
}

void NetLimitsTest::pingsDoNotProlongTheLogin() {
    NetRig rig(hasty());
    auto client = rig.greeted();
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        if (!client->send(FrameKind::Ping)) break;
        const auto frame = client->receive(2000);
        if (!frame || frame->kind == FrameKind::GoAway) break;
        QVERIFY(timer.elapsed() < 2000);
        QTest::qWait(20);
    }
    QVERIFY(timer.elapsed() >= 250);
    QCOMPARE(rig.server->counters().timeouts, 1u);
}

void NetLimitsTest::idleEnds() {
    NetRig rig(hasty());
    auto client = rig.active();
    for (int i = 0; i < 6; ++i) {
        QTest::qWait(100);
        QVERIFY(client->send(FrameKind::Ping));
        QCOMPARE(client->receive()->kind, FrameKind::Pong);
    }
    QCOMPARE(*client->receive(2000), (Frame{FrameKind::GoAway, "TimedOut"}));
    QVERIFY(client->awaitEnd(2000));
    QVERIFY(client->endedOrderly());
    client->close();
    QTRY_COMPARE(rig.closed.load(), 1);
}

void NetLimitsTest::halfSentFrameEnds() {
    NetRig rig(hasty());
    auto client = rig.active();
    QVERIFY(client->sendRaw(encodeFrame(FrameKind::Request, QByteArray(1000, 'x')).first(500)));
    QCOMPARE(*client->receive(2000), (Frame{FrameKind::GoAway, "TimedOut"}));
    QVERIFY(client->awaitEnd(2000));
}

void NetLimitsTest::dripDoesNotProlong() {
    NetRig rig(hasty());
    auto client = rig.active();
    QElapsedTimer timer;
    timer.start();
    const QByteArray request = encodeFrame(FrameKind::Request, QByteArray(1000, 'x'));
    qsizetype sent = 0;
    for (;;) {
        const Result<Frame> frame = client->receive(30);
        if (frame || frame.error().code != ErrorCode::TimedOut) break;
        if (!client->sendRaw(QByteArrayView(request).sliced(sent++, 1))) break;
        QVERIFY(timer.elapsed() < 3000);
    }
    QVERIFY(client->awaitEnd(2000));
    QCOMPARE(rig.server->counters().timeouts, 1u);
}

void NetLimitsTest::wrongState_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kind");
    const QList<ConnectionState> states{ConnectionState::New, ConnectionState::Greeted,
                                        ConnectionState::Active};
    for (const ConnectionState state : states) {
        for (int kind = 1; kind <= 12; ++kind) {
            if (allowedFromClient(state, static_cast<FrameKind>(kind))) continue;
            QTest::addRow("state %d kind %d", int(state), kind) << int(state) << kind;
        }
    }
}

void NetLimitsTest::wrongState() {
    QFETCH(int, state);
    QFETCH(int, kind);
    static NetRig rig;
    const std::uint64_t before = rig.server->counters().wrongState;
    auto client = state == 0 ? rig.connected() : state == 1 ? rig.greeted() : rig.active();
    QVERIFY(client->send(static_cast<FrameKind>(kind), "x"));
    QCOMPARE(*client->receive(), (Frame{FrameKind::GoAway, "WrongState"}));
    QVERIFY(client->awaitEnd());
    QVERIFY(client->endedOrderly());
    QCOMPARE(rig.server->counters().wrongState, before + 1);
}

void NetLimitsTest::malformed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no kind") << QByteArray(4, '\0');
    QTest::newRow("kind 0") << QByteArray("\0\0\0\1\0", 5);
    QTest::newRow("kind 15") << QByteArray("\0\0\0\5\17", 5);
    QTest::newRow("kind 255") << QByteArray("\0\0\0\1\377", 5);
}

void NetLimitsTest::malformed() {
    QFETCH(QByteArray, bytes);
    NetRig rig;
    auto client = rig.active();
    // A good frame before it is still answered.
    QVERIFY(client->sendRaw(encodeFrame(FrameKind::Request, "good") + bytes));
    QCOMPARE(client->receive()->payload, QByteArray("good"));
    QCOMPARE(*client->receive(), (Frame{FrameKind::GoAway, "MalformedFrame"}));
    QVERIFY(client->awaitEnd());
    QCOMPARE(rig.server->counters().malformed, 1u);
}

void NetLimitsTest::oversized() {
    NetRig rig;
    const QByteArray greeting = encodeFrame(FrameKind::Hello, QByteArray(limits::kFrameNewBytes, 'x'));
    auto fresh = rig.connected();
    QVERIFY(fresh->sendRaw(greeting));
    QCOMPARE(*fresh->receive(), (Frame{FrameKind::GoAway, "FrameTooLarge"}));
    auto greeted = rig.greeted();
    QVERIFY(greeted->send(FrameKind::Request, QByteArray(limits::kFrameGreetedBytes, 'x')));
    QCOMPARE(*greeted->receive(), (Frame{FrameKind::GoAway, "FrameTooLarge"}));
    auto active = rig.active();
    QVERIFY(active->sendRaw(QByteArray("\x7f\xff\xff\xff\3", 5)));
    QCOMPARE(*active->receive(), (Frame{FrameKind::GoAway, "FrameTooLarge"}));
    for (TlsClient* client : {fresh.get(), greeted.get(), active.get()}) QVERIFY(client->awaitEnd());
    QCOMPARE(rig.server->counters().tooLarge, 3u);
}

void NetLimitsTest::reasonArrivesThroughALotOfInput() {
    NetRig rig;
    auto client = rig.active();
    QVERIFY(client->sendRaw(QByteArray("\x40\x00\x00\x00\3", 5)));
    const qint64 before = residentBytes();
    const QByteArray chunk(16 * 1024, 'x');
    qint64 sent = 0;
    while (sent < 64 * 1024 * 1024 && client->sendRaw(chunk)) sent += chunk.size();
    QVERIFY(residentBytes() - before < 8 * 1024 * 1024);
    QCOMPARE(*client->receive(), (Frame{FrameKind::GoAway, "FrameTooLarge"}));
    QVERIFY(client->awaitEnd());
}

void NetLimitsTest::deafPeerIsCutWhenClosing() {
    NetRig rig(hasty());
    TlsOptions options = rig.options();
    options.receiveBuffer = 4096;
    auto client = rig.active(options);
    QVERIFY(client->send(FrameKind::Request, "flood 100 100000"));
    QVERIFY(client->send(FrameKind::Hello, "wrong state"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.closed.load(), 1, 2000);
    QCOMPARE(rig.server->counters().wrongState, 1u);
}

void NetLimitsTest::tooManyQueuedFrames() {
    NetRig rig;
    TlsOptions options = rig.options();
    options.receiveBuffer = 4096;
    auto client = rig.active(options);
    QVERIFY(client->send(FrameKind::Request, "flood 400 2000"));
    QTRY_COMPARE(rig.closed.load(), 1);
    QCOMPARE(rig.server->counters().slowReaders, 1u);
    QVERIFY(client->awaitEnd());
    QVERIFY(!client->endedOrderly());
}

void NetLimitsTest::tooManyQueuedBytes() {
    NetConfig config;
    config.maxSendBytes = 1'000'000;
    NetRig rig(config);
    TlsOptions options = rig.options();
    options.receiveBuffer = 4096;
    auto client = rig.active(options);
    // One frame may be larger than that.
    QVERIFY(client->send(FrameKind::Request, "flood 1 6000000"));
    QCOMPARE(client->receive()->payload.size(), qsizetype(6'000'000));
    QVERIFY(client->send(FrameKind::Request, "flood 20 600000"));
    QTRY_COMPARE(rig.closed.load(), 1);
    QCOMPARE(rig.server->counters().slowReaders, 1u);
}

void NetLimitsTest::stuckWriteEnds() {
    NetConfig config;
    config.idleMs = 400;
    NetRig rig(config);
    TlsOptions options = rig.options();
    options.receiveBuffer = 4096;
    auto client = rig.active(options);
    QVERIFY(client->send(FrameKind::Request, "flood 50 200000"));
    // It keeps talking, but it does not read.
    QElapsedTimer timer;
    timer.start();
    while (rig.closed == 0 && timer.elapsed() < 5000) {
        if (!client->send(FrameKind::Ping)) break;
        QTest::qWait(50);
    }
    QTRY_COMPARE(rig.closed.load(), 1);
    QCOMPARE(rig.server->counters().slowReaders, 1u);
    QCOMPARE(rig.server->counters().timeouts, 0u);
}

void NetLimitsTest::throwingSession() {
    NetRig rig;
    auto client = rig.active();
    QVERIFY(client->send(FrameKind::Request, "throw"));
    QCOMPARE(*client->receive(), (Frame{FrameKind::GoAway, "Internal"}));
    QVERIFY(client->awaitEnd());
    QVERIFY(rig.active());
}

void NetLimitsTest::overTheLimit() {
    NetConfig config;
    config.maxConnections = 3;
    NetRig rig(config);
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 3; ++i) clients.push_back(rig.active());
    QVERIFY(!rig.connected());
    QCOMPARE(rig.server->counters().refusedOverLimit, 1u);
    QVERIFY(clients[0]->send(FrameKind::Request, "still here"));
    QCOMPARE(clients[0]->receive()->payload, QByteArray("still here"));
    clients.pop_back();
    QTRY_COMPARE(rig.server->counters().open, 2u);
    QVERIFY(rig.active());
}

void NetLimitsTest::rudePeersHarmNobody() {
    NetConfig config;
    config.closeMs = 200;
    NetRig rig(config);
    auto good = rig.active();
    SeededRandom random(11);
    for (int i = 0; i < 150; ++i) {
        const auto manner = random.below(5);
        auto client = manner == 0 ? rig.connected() : rig.active();
        QVERIFY(client);
        if (manner == 1) client->sendRaw(random.bytes(static_cast<int>(1 + random.below(3000))));
        if (manner == 2) client->send(FrameKind::Request, "flood 60 50000");
        if (manner == 3) client->send(FrameKind::Request, "hold");
        if (manner == 4) client->halfClose();
        client->close();
        if (i % 30 == 0) rig.releaseHeld();
        QVERIFY(good->send(FrameKind::Request, QByteArray::number(i)));
        QCOMPARE(good->receive()->payload, QByteArray::number(i));
    }
    QTRY_COMPARE(rig.server->counters().open, 1u);
    rig.releaseHeld();
    QVERIFY(good->send(FrameKind::Request, "end"));
    QCOMPARE(good->receive()->payload, QByteArray("end"));
    QCOMPARE(rig.closed.load(), 150);
    QCOMPARE(rig.offThread.load(), 0);
}

QTEST_GUILESS_MAIN(NetLimitsTest)
#include "net_limits_test.moc"
