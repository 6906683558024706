// SPDX-License-Identifier: GPL-3.0-or-later
// Printers that work, are off, hang, vanish or talk without end; the event loop goes on all the while.
#include "app/kit/print_queue.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace simrs;

namespace {

/// A printer on loopback; what it does with a connection is the test's.
class FakePrinter : public QObject {
  public:
    enum class Manner { Prints, NeverReads, HangsUp, Talks };

    explicit FakePrinter(Manner manner, quint16 port = 0) : m_manner(manner) {
        if (!m_server.listen(QHostAddress::LocalHost, port)) qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, &FakePrinter::take);
    }
    PrinterAddress address() const { return {QStringLiteral("127.0.0.1"), m_server.serverPort()}; }
    QByteArrayList papers;

  private:
    void take() {
        QTcpSocket* const socket = m_server.nextPendingConnection();
        socket->setParent(this);
        if (m_manner == Manner::HangsUp) {
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
            return;
        }
        if (m_manner == Manner::NeverReads) return socket->setReadBufferSize(1);
        if (m_manner == Manner::Talks) socket->write(QByteArray(200'000, '\xff'));
        papers.append(QByteArray());
        const qsizetype at = papers.size() - 1;
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, at] { papers[at] += socket->readAll(); });
    }
    QTcpServer m_server;
    Manner m_manner;
};

PrintQueueTimes quick() {
    PrintQueueTimes times;
    times.printer = {300, 400};
    times.againMs = {30, 60};
    return times;
}

/// How often the event loop came round.
class Pulse : public QObject {
  public:
    Pulse() {
        connect(&m_timer, &QTimer::timeout, this, [this] { ++m_beats; });
        m_timer.start(1);
    }
    int beats() const { return m_beats; }

  private:
    QTimer m_timer;
    int m_beats = 0;
};

const QString kTicket = QStringLiteral("ticket");

}  // namespace

class PrintQueueTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void printsInOrder() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        PrintQueue queue(quick());
        for (int i = 0; i < 20; ++i)
            queue.add(QString::number(i), kTicket, printer.address(), QByteArray::number(i));
        QTRY_COMPARE(queue.open(), 0);
        QTRY_COMPARE(printer.papers.size(), 20);
        for (int i = 0; i < 20; ++i) QTRY_COMPARE(printer.papers.at(i), QByteArray::number(i));
        queue.forgetDone();
        QVERIFY(queue.jobs().isEmpty());
    }
    void onePrinterDoesNotHoldUpAnother() {
        FakePrinter dead(FakePrinter::Manner::NeverReads);
        FakePrinter printer(FakePrinter::Manner::Prints);
        PrintQueue queue(quick());
        queue.add(QStringLiteral("long"), QStringLiteral("label"), dead.address(),
                  QByteArray(40'000'000, 'x'));
        queue.add(QStringLiteral("short"), kTicket, printer.address(), "short");
        QTRY_COMPARE(printer.papers.size(), 1);
        QCOMPARE(queue.jobs().at(0).state, PrintJob::State::Sending);
    }
    void aPrinterThatIsOffIsTriedAgain() {
        quint16 port = 0;
        {
            const FakePrinter gone(FakePrinter::Manner::Prints);
            port = gone.address().port;
        }
        PrintQueue queue(quick());
        const quint64 id =
            queue.add(QStringLiteral("A-1"), kTicket, {QStringLiteral("127.0.0.1"), port}, "one");
        QTRY_VERIFY(queue.jobs().first().tries >= 2);
        FakePrinter back(FakePrinter::Manner::Prints, port);
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Done);
        QCOMPARE(queue.jobs().first().id, id);
        QTRY_COMPARE(back.papers, QByteArrayList({"one"}));
    }
    void afterSomeTriesAPersonIsAsked() {
        PrintQueue queue(quick());
        QSignalSpy failed(&queue, &PrintQueue::jobFailed);
        quint16 port = 0;
        {
            const FakePrinter gone(FakePrinter::Manner::Prints);
            port = gone.address().port;
        }
        const quint64 id =
            queue.add(QStringLiteral("A-1"), kTicket, {QStringLiteral("127.0.0.1"), port}, "one");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(queue.jobs().first().problem, PrintProblem::Unreachable);
        QCOMPARE(queue.jobs().first().tries, 3);
        FakePrinter back(FakePrinter::Manner::Prints, port);
        queue.retry(id);
        QTRY_COMPARE(queue.open(), 0);
    }
    void whatMayBeHalfPrintedWaitsForAPerson_data() {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("problem");
        QTest::newRow("hangs") << static_cast<int>(FakePrinter::Manner::NeverReads)
                               << static_cast<int>(PrintProblem::Stalled);
        QTest::newRow("hangs up") << static_cast<int>(FakePrinter::Manner::HangsUp)
                                  << static_cast<int>(PrintProblem::Broken);
    }
    void whatMayBeHalfPrintedWaitsForAPerson() {
        QFETCH(int, manner);
        QFETCH(int, problem);
        FakePrinter printer(static_cast<FakePrinter::Manner>(manner));
        PrintQueue queue(quick());
        const Pulse pulse;
        queue.add(QStringLiteral("long"), kTicket, printer.address(), QByteArray(40'000'000, 'x'));
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(static_cast<int>(queue.jobs().first().problem), problem);
        QCOMPARE(queue.jobs().first().tries, 1);
        queue.remove(queue.jobs().first().id);
        QCOMPARE(queue.open(), 0);
        // The desk went on: waiting for the printer alone would have been one beat.
        QVERIFY(pulse.beats() > 3);
    }
    void rubbishIsNotListenedTo() {
        FakePrinter printer(FakePrinter::Manner::Talks);
        PrintQueue queue(quick());
        queue.add(QStringLiteral("A-1"), kTicket, printer.address(), "one");
        QTRY_COMPARE(queue.open(), 0);
        QTRY_COMPARE(printer.papers, QByteArrayList({"one"}));
    }
    void anAddressThatIsNoneFails() {
        PrintQueueTimes once = quick();
        once.againMs.clear();
        PrintQueue queue(once);
        queue.add(QStringLiteral("A-1"), kTicket, {QString(), 9100}, "one");
        queue.add(QStringLiteral("A-2"), kTicket, {QStringLiteral("256.1.1.1"), 0}, "two");
        QTRY_COMPARE(queue.jobs().last().state, PrintJob::State::Failed);
    }
    void isGivenUpWithTheWindow() {
        FakePrinter printer(FakePrinter::Manner::NeverReads);
        {
            PrintQueue queue(quick());
            queue.add(QStringLiteral("long"), kTicket, printer.address(), QByteArray(40'000'000, 'x'));
            QTest::qWait(50);
        }
        QTest::qWait(500);
    }
};

QTEST_GUILESS_MAIN(PrintQueueTest)
#include "print_queue_test.moc"
