// SPDX-License-Identifier: GPL-3.0-or-later
// The health and metrics server: its answers, its limits and its deadline.
#include "server/net/http_server.h"

#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>
#include <QTest>
#include <stdexcept>

using namespace simrs;

namespace {

qint64 residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').at(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

HttpRoutes routes() {
    return {{"/livez",
             [] {
                 return HttpAnswer{200, "{\"alive\":true}\n", "application/json"};
             }},
            {"/readyz",
             [] {
                 return HttpAnswer{503, "no\n"};
             }},
            {"/throws", []() -> HttpAnswer { throw std::runtime_error("as asked"); }}};
}

struct Peer {
    explicit Peer(quint16 port) {
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        socket.waitForConnected(5000);
    }
    /// Everything until the server closes, or what came within the time.
    QByteArray exchange(const QByteArray& text, int timeoutMs = 5000) {
        socket.write(text);
        socket.flush();
        return untilEnd(timeoutMs);
    }
    QByteArray untilEnd(int timeoutMs) {
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(timeoutMs)) {
        }
        return socket.readAll();
    }
    QByteArray untilText(const QByteArray& wanted) {
        QByteArray got;
        while (!got.contains(wanted) && socket.waitForReadyRead(5000)) got += socket.readAll();
        return got;
    }
    bool ended() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
};

QByteArray get(const QByteArray& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
}

}  // namespace

class HttpServerTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void answersRoutes();
    void refuses_data();
    void refuses();
    void keepsAlive();
    void hugeHeader();
    void hugeBody();
    void halfRequestEnds();
    void dripDoesNotProlong();
    void idleConnectionEnds();
    void tooManyConnections();
    void stopCutsWhatIsOpen();
    void badAddress();

  private:
    void start(HttpConfig config);

    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
};

void HttpServerTest::init() { start(HttpConfig()); }

void HttpServerTest::start(HttpConfig config) {
    m_server = std::make_unique<HttpServer>(config, routes());
    const auto port = m_server->start();
    QVERIFY(port.has_value());
    m_port = *port;
}

void HttpServerTest::answersRoutes() {
    const QByteArray live = Peer(m_port).exchange(get("/livez"));
    QVERIFY(live.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(live.contains("Content-Type: application/json\r\n"));
    QVERIFY(live.contains("Content-Length: 15\r\n"));
    QVERIFY(live.endsWith("\r\n\r\n{\"alive\":true}\n"));
    QVERIFY(Peer(m_port).exchange(get("/livez?verbose=1")).startsWith("HTTP/1.1 200"));
    const QByteArray ready = Peer(m_port).exchange(get("/readyz"));
    QVERIFY(ready.startsWith("HTTP/1.1 503"));
    QVERIFY(ready.endsWith("\r\n\r\nno\n"));
}

void HttpServerTest::refuses_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("unknown path") << get("/nope") << QByteArray("404");
    QTest::newRow("longer path") << get("/livez/") << QByteArray("404");
    QTest::newRow("dots") << get("/../livez") << QByteArray("404");
    QTest::newRow("post") << QByteArray(
                                 "POST /livez HTTP/1.1\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx")
                          << QByteArray("405");
    QTest::newRow("head") << QByteArray("HEAD /livez HTTP/1.1\r\nConnection: close\r\n\r\n")
                          << QByteArray("405");
    QTest::newRow("not http") << QByteArray("hello there\r\n\r\n") << QByteArray("400");
    QTest::newRow("tls") << QByteArray("\x16\x03\x01\x00\xa5\x01\x00\x00", 8) << QByteArray("400");
    QTest::newRow("bad length") << QByteArray("GET /livez HTTP/1.1\r\nContent-Length: -4\r\n\r\n")
                                << QByteArray("400");
    QTest::newRow("two lengths")
        << QByteArray("GET /livez HTTP/1.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd")
        << QByteArray("400");
    QTest::newRow("body") << QByteArray("POST /livez HTTP/1.1\r\nContent-Length: 1025\r\n\r\n")
                          << QByteArray("400");
    QTest::newRow("chunk") << QByteArray("POST /livez HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") +
                                  "7d0\r\n" + QByteArray(2000, 'x')
                           << QByteArray("400");
    QTest::newRow("throws") << get("/throws") << QByteArray("500");
}

void HttpServerTest::refuses() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    Peer peer(m_port);
    const QByteArray answer = peer.exchange(request);
    QCOMPARE(answer.left(12), "HTTP/1.1 " + status);
    QVERIFY(peer.ended());
    QVERIFY(status != "405" || answer.contains("Allow: GET\r\n"));
    QVERIFY(!request.startsWith("HEAD") || answer.endsWith("\r\n\r\n"));
    QVERIFY(Peer(m_port).exchange(get("/livez")).startsWith("HTTP/1.1 200"));
}

void HttpServerTest::keepsAlive() {
    Peer peer(m_port);
    for (int i = 0; i < 3; ++i) {
        peer.socket.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(peer.untilText("true}\n").startsWith("HTTP/1.1 200"));
    }
    QVERIFY(peer.exchange(get("/livez")).startsWith("HTTP/1.1 200"));
    QVERIFY(peer.ended());
}

void HttpServerTest::hugeHeader() {
    Peer peer(m_port);
    const qint64 before = residentBytes();
    peer.socket.write("GET /livez HTTP/1.1\r\nX: ");
    const QByteArray chunk(16 * 1024, 'x');
    for (int i = 0; i < 128 && !peer.ended(); ++i) {
        peer.socket.write(chunk);
        peer.socket.waitForBytesWritten(1000);
    }
    const QByteArray answer = peer.untilEnd(3000);
    QVERIFY(peer.ended());
    QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"));
    QVERIFY(residentBytes() - before < 16 * 1024 * 1024);
    QVERIFY(Peer(m_port).exchange(get("/livez")).startsWith("HTTP/1.1 200"));
    // Just over the limit there is time to say why.
    const QByteArray large = "GET /livez HTTP/1.1\r\nX: " + QByteArray(9000, 'x') + "\r\n\r\n";
    QVERIFY(Peer(m_port).exchange(large).startsWith("HTTP/1.1 400"));
}

void HttpServerTest::hugeBody() {
    Peer peer(m_port);
    const qint64 before = residentBytes();
    QElapsedTimer timer;
    timer.start();
    peer.socket.write("POST /livez HTTP/1.1\r\nContent-Length: 52428800\r\n\r\n");
    const QByteArray chunk(64 * 1024, 'x');
    int sent = 0;
    for (; sent < 800 && !peer.ended(); ++sent) {
        peer.socket.write(chunk);
        peer.socket.waitForBytesWritten(1000);
    }
    peer.untilEnd(3000);
    QVERIFY(peer.ended());
    QVERIFY(sent < 800);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(residentBytes() - before < 16 * 1024 * 1024);
}

void HttpServerTest::halfRequestEnds() {
    HttpConfig config;
    config.deadlineMs = 300;
    start(config);
    Peer peer(m_port);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(peer.exchange("GET /livez HT"), QByteArray());
    QVERIFY(peer.ended());
    QVERIFY(timer.elapsed() >= 250 && timer.elapsed() < 3000);
}

void HttpServerTest::dripDoesNotProlong() {
    HttpConfig config;
    config.deadlineMs = 300;
    start(config);
    Peer peer(m_port);
    QElapsedTimer timer;
    timer.start();
    while (!peer.ended() && timer.elapsed() < 3000) {
        peer.socket.write("x");
        peer.socket.waitForBytesWritten(50);
        peer.socket.waitForReadyRead(30);
    }
    QVERIFY(timer.elapsed() < 2000);
}

void HttpServerTest::idleConnectionEnds() {
    HttpConfig config;
    config.deadlineMs = 300;
    start(config);
    Peer peer(m_port);
    peer.socket.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(peer.untilText("true}\n").startsWith("HTTP/1.1 200"));
    peer.untilEnd(3000);
    QVERIFY(peer.ended());
}

void HttpServerTest::tooManyConnections() {
    HttpConfig config;
    config.maxConnections = 2;
    start(config);
    Peer one(m_port);
    Peer two(m_port);
    Peer three(m_port);
    QCOMPARE(three.exchange(get("/livez")), QByteArray());
    QVERIFY(one.exchange(get("/livez")).startsWith("HTTP/1.1 200"));
}

void HttpServerTest::stopCutsWhatIsOpen() {
    Peer peer(m_port);
    peer.socket.write("GET /li");
    peer.socket.waitForBytesWritten(1000);
    QElapsedTimer timer;
    timer.start();
    m_server.reset();
    QVERIFY(timer.elapsed() < 1000);
    peer.untilEnd(2000);
    QVERIFY(peer.ended());
}

void HttpServerTest::badAddress() {
    HttpConfig config;
    config.port = m_port;
    QCOMPARE(HttpServer(config, routes()).start().error().code, ErrorCode::ConfigInvalid);
    config.address = QStringLiteral("nowhere");
    QCOMPARE(HttpServer(config, routes()).start().error().code, ErrorCode::ConfigInvalid);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
