// SPDX-License-Identifier: GPL-3.0-or-later
// The bad line does what it says: without faults bytes pass unchanged, and each fault shows at the ends.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <thread>

#include "common/base/random.h"
#include "tests/support/fault_proxy.h"

namespace simrs::test {
namespace {

/// Sends back what comes, and keeps what each connection has said.
class Echo {
  public:
    Echo() {
        if (!m_server.listen(QHostAddress::LocalHost)) qFatal("the echo cannot listen");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                const auto number = said.size();
                said.append(QByteArray());
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, number] {
                    const QByteArray bytes = socket->readAll();
                    said[number] += bytes;
                    socket->write(bytes);
                });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                    ++ended;
                    socket->deleteLater();
                });
            }
        });
    }
    quint16 port() const { return m_server.serverPort(); }

    QList<QByteArray> said;
    int ended = 0;

  private:
    QTcpServer m_server;
};

/// One connection, read by a thread that waits for nothing else: the lengths in which bytes arrive.
class Arrivals {
  public:
    explicit Arrivals(int bytes) {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(m_listener, 1) != 0 ||
            ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            qFatal("cannot listen");
        port = ntohs(address.sin_port);
        m_thread = std::thread([this, bytes] { read(bytes); });
    }
    /// All of it, in pieces.
    QList<QByteArray> wait() {
        m_thread.join();
        return m_pieces;
    }

    quint16 port = 0;

  private:
    void read(qsizetype bytes) {
        const int fd = ::accept(m_listener, nullptr, nullptr);
        while (bytes > 0) {
            QByteArray piece(16'384, Qt::Uninitialized);
            const auto got = ::recv(fd, piece.data(), static_cast<std::size_t>(piece.size()), 0);
            if (got <= 0) break;
            piece.truncate(got);
            m_pieces.append(piece);
            bytes -= got;
        }
        ::close(fd);
        ::close(m_listener);
    }
    int m_listener = -1;
    QList<QByteArray> m_pieces;
    std::thread m_thread;
};

struct Caller {
    QTcpSocket socket;
    QByteArray heard;

    explicit Caller(quint16 port) {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { heard += socket.readAll(); });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    bool isConnected() const { return socket.state() == QAbstractSocket::ConnectedState; }
};

QByteArray text(int size) {
    SeededRandom random(7);
    return random.bytes(size);
}

}  // namespace

class FaultProxyTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void passesEverythingUnchanged() {
        Echo echo;
        FaultProxy line(echo.port(), 1);
        const QByteArray bytes = text(3'000'000);
        Caller one(line.port());
        Caller other(line.port());
        one.socket.write(bytes);
        other.socket.write("short");
        QTRY_COMPARE_WITH_TIMEOUT(one.heard.size(), bytes.size(), 20'000);
        QVERIFY(one.heard == bytes);
        QTRY_COMPARE(other.heard, QByteArray("short"));
        QCOMPARE(line.counts().connections, 2);
        QCOMPARE(line.counts().flips, 0);
        one.socket.disconnectFromHost();
        QTRY_COMPARE(echo.ended, 1);  // An end passes as an end.
        QVERIFY(other.isConnected());
    }

    void cutsIntoPieces_data() {
        QTest::addColumn<bool>("tiny");
        QTest::newRow("one byte each") << true;
        QTest::newRow("random lengths") << false;
    }
    void cutsIntoPieces() {
        QFETCH(bool, tiny);
        const QByteArray bytes = text(4'000);
        Arrivals arrivals(static_cast<int>(bytes.size()));
        FaultProxy line(arrivals.port, 2);
        LineFaults faults;
        (tiny ? faults.tiny : faults.split) = true;
        line.setFaults(faults);
        Caller caller(line.port());
        caller.socket.write(bytes);
        QVERIFY(caller.socket.waitForBytesWritten(5'000));
        const QList<QByteArray> pieces = arrivals.wait();
        QCOMPARE(pieces.join(), bytes);
        QVERIFY2(pieces.size() > 2, qPrintable(QString::number(pieces.size())));
    }

    void holdsBackAndFlips() {
        Echo echo;
        FaultProxy line(echo.port(), 3);
        LineFaults faults;
        faults.stallPercent = 100;
        faults.stallMs = 100;
        faults.flipsPerMillion = 10'000;
        line.setFaults(faults);
        Caller caller(line.port());
        const QByteArray bytes = text(10'000);
        caller.socket.write(bytes);
        QTRY_COMPARE_WITH_TIMEOUT(caller.heard.size(), bytes.size(), 20'000);
        QVERIFY(caller.heard != bytes);
        QVERIFY(line.counts().stalls > 0);
        QVERIFY(line.counts().flips > 0);
    }

    void resets() {
        Echo echo;
        FaultProxy line(echo.port(), 4);
        Caller caller(line.port());
        caller.socket.write("a");
        QTRY_COMPARE(caller.heard, QByteArray("a"));
        line.resetAll();
        QTRY_VERIFY(!caller.isConnected());
        QCOMPARE(caller.socket.error(), QAbstractSocket::RemoteHostClosedError);
        QTRY_COMPARE(echo.ended, 1);
        LineFaults faults;
        faults.resetPercent = 100;
        line.setFaults(faults);
        Caller next(line.port());
        QTRY_VERIFY(next.isConnected());
        next.socket.write("b");
        QTRY_VERIFY(!next.isConnected());
        QVERIFY(next.heard.isEmpty());
        QTRY_COMPARE(line.counts().resets, 2);
    }

    void swallowsOneWay() {
        Echo echo;
        FaultProxy line(echo.port(), 5);
        Caller caller(line.port());
        caller.socket.write("a");
        QTRY_COMPARE(caller.heard, QByteArray("a"));
        LineFaults faults;
        faults.swallowDown = true;
        line.setFaults(faults);
        caller.socket.write("b");
        QTRY_COMPARE(echo.said.first(), QByteArray("ab"));
        QTRY_COMPARE(line.counts().swallowed, 1);
        QVERIFY(caller.isConnected());
        QCOMPARE(caller.heard, QByteArray("a"));
        line.heal();
        QTRY_VERIFY(!caller.isConnected());  // It has lost a byte.
    }

    void cutsTheLineAndGoesOn() {
        Echo echo;
        FaultProxy line(echo.port(), 6);
        Caller caller(line.port());
        caller.socket.write("a");
        QTRY_COMPARE(caller.heard, QByteArray("a"));
        LineFaults faults;
        faults.cut = true;
        line.setFaults(faults);
        QTest::qWait(50);
        caller.socket.write("b");
        Caller late(line.port());
        late.socket.write("c");
        QTest::qWait(300);
        QCOMPARE(echo.said, QList<QByteArray>{"a"});
        line.heal();
        QTRY_COMPARE(caller.heard, QByteArray("ab"));
        QTRY_COMPARE(late.heard, QByteArray("c"));
    }

    void doublesConnections() {
        Echo echo;
        FaultProxy line(echo.port(), 7);
        LineFaults faults;
        faults.duplicatePercent = 100;
        line.setFaults(faults);
        Caller caller(line.port());
        caller.socket.write("twice");
        QTRY_COMPARE(caller.heard, QByteArray("twice"));
        QTRY_COMPARE(echo.said, (QList<QByteArray>{"twice", "twice"}));
        QCOMPARE(line.counts().duplicates, 1);
        QCOMPARE(caller.heard, QByteArray("twice"));
    }

    void keepsToItsBandwidth() {
        Echo echo;
        FaultProxy line(echo.port(), 8);
        LineFaults faults;
        faults.bytesPerSecond = 1'250'000;
        line.setFaults(faults);
        Caller caller(line.port());
        const QByteArray bytes = text(500'000);
        QElapsedTimer watch;
        watch.start();
        caller.socket.write(bytes);
        QTRY_COMPARE_WITH_TIMEOUT(caller.heard.size(), bytes.size(), 20'000);
        // Both ways run at once: 0.4 s of line time, less what the buffer lets through at first.
        QVERIFY2(watch.elapsed() >= 350, qPrintable(QString::number(watch.elapsed())));
        QVERIFY(caller.heard == bytes);
    }

    void changesItsServer() {
        Echo first;
        Echo second;
        FaultProxy line(first.port(), 9);
        line.setTarget(second.port());
        Caller caller(line.port());
        caller.socket.write("x");
        QTRY_COMPARE(second.said, QList<QByteArray>{"x"});
        QVERIFY(first.said.isEmpty());
    }

    void tellsWhenNobodyIsThere() {
        quint16 nobody = 0;
        {
            const Echo gone;
            nobody = gone.port();
        }
        FaultProxy line(nobody, 10);
        Caller caller(line.port());
        QTRY_COMPARE(caller.socket.error(), QAbstractSocket::RemoteHostClosedError);
        QVERIFY(!caller.isConnected());
    }
};

}  // namespace simrs::test

QTEST_GUILESS_MAIN(simrs::test::FaultProxyTest)
#include "fault_proxy_test.moc"
