// SPDX-License-Identifier: GPL-3.0-or-later
// Printers that work, are off, hang, vanish or talk without end; folders that cannot be written; spoolers
// that refuse or hang. The event loop goes on all the while.
#include "app/kit/print_queue.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/kit/print_words.h"
#include "tests/paper/fake_printer.h"

using namespace simrs;
using namespace simrs::test;

namespace {

PrintQueueTimes quick() {
    PrintQueueTimes times;
    times.printer.connectMs = 300;
    times.printer.stallMs = 400;
    times.printer.spoolMs = 600;
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

PrintOrder order(const QString& title, const PrinterTarget& target, const QByteArray& bytes,
                 const QString& printer = kTicket) {
    return {title, printer, target, bytes};
}

PrinterTarget nobody() {
    const FakePrinter gone(FakePrinter::Manner::Prints);
    return gone.target();
}

PrinterTarget file(const QString& path) { return {PrinterTarget::Way::File, path, {}}; }

PrinterTarget spooler(const QString& name) { return {PrinterTarget::Way::Spooler, name, {}}; }

QByteArray contentOf(const QString& path) {
    QFile read(path);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

}  // namespace

class PrintQueueTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void printsInOrder() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        PrintQueue queue(quick());
        for (int i = 0; i < 20; ++i)
            queue.add(order(QString::number(i), printer.target(), QByteArray::number(i)));
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
        queue.add(order(QStringLiteral("long"), dead.target(), QByteArray(40'000'000, 'x'),
                        QStringLiteral("label")));
        queue.add(order(QStringLiteral("short"), printer.target(), "short"));
        QTRY_COMPARE(printer.papers.size(), 1);
        QCOMPARE(queue.jobs().at(0).state, PrintJob::State::Sending);
    }
    void aPrinterThatIsOffIsTriedAgain() {
        const PrinterTarget target = nobody();
        PrintQueue queue(quick());
        const quint64 id = queue.add(order(QStringLiteral("A-1"), target, "one"));
        QTRY_VERIFY(queue.jobs().first().tries >= 2);
        FakePrinter back(FakePrinter::Manner::Prints, target.address.port);
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Done);
        QCOMPARE(queue.jobs().first().id, id);
        QTRY_COMPARE(back.papers, QByteArrayList({"one"}));
    }
    void afterSomeTriesAPersonIsAsked() {
        PrintQueue queue(quick());
        QSignalSpy failed(&queue, &PrintQueue::jobFailed);
        const PrinterTarget target = nobody();
        const quint64 id = queue.add(order(QStringLiteral("A-1"), target, "one"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(queue.jobs().first().problem, PrintProblem::Unreachable);
        QCOMPARE(queue.jobs().first().tries, 3);
        QVERIFY(!printProblemText(queue.jobs().first().problem).isEmpty());
        FakePrinter back(FakePrinter::Manner::Prints, target.address.port);
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
        QTest::newRow("answers rubbish and hangs")
            << static_cast<int>(FakePrinter::Manner::AnswersOnly) << static_cast<int>(PrintProblem::Stalled);
    }
    void whatMayBeHalfPrintedWaitsForAPerson() {
        QFETCH(int, manner);
        QFETCH(int, problem);
        FakePrinter printer(static_cast<FakePrinter::Manner>(manner));
        PrintQueue queue(quick());
        const Pulse pulse;
        queue.add(order(QStringLiteral("long"), printer.target(), QByteArray(40'000'000, 'x')));
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(static_cast<int>(queue.jobs().first().problem), problem);
        QVERIFY(mayBeOut(queue.jobs().first().problem));
        QCOMPARE(queue.jobs().first().tries, 1);
        queue.remove(queue.jobs().first().id);
        QCOMPARE(queue.open(), 0);
        // The desk went on while the printer was waited for.
        if (problem == static_cast<int>(PrintProblem::Stalled)) QVERIFY(pulse.beats() > 3);
    }
    /// Some of it may lie in the tray: the second one says what it is.
    void aRetryOfWhatMayBeOutIsACopy() {
        PrintQueue queue(quick());
        auto hangs = std::make_unique<FakePrinter>(FakePrinter::Manner::NeverReads);
        const PrinterTarget target = hangs->target();
        PrintOrder asked = order(QStringLiteral("A-1"), target, QByteArray(40'000'000, 'x'));
        asked.copy = [] { return QByteArray("copy"); };
        const quint64 id = queue.add(asked);
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QVERIFY(mayBeOut(queue.jobs().first().problem));
        hangs.reset();
        FakePrinter back(FakePrinter::Manner::Prints, target.address.port);
        queue.retry(id);
        QTRY_COMPARE(queue.open(), 0);
        QTRY_COMPARE(back.papers, QByteArrayList({"copy"}));
    }
    void aRetryOfWhatNeverCameIsTheOriginal() {
        const PrinterTarget target = nobody();
        PrintQueue queue(quick());
        PrintOrder asked = order(QStringLiteral("A-1"), target, "original");
        asked.copy = [] { return QByteArray("copy"); };
        const quint64 id = queue.add(asked);
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        FakePrinter back(FakePrinter::Manner::Prints, target.address.port);
        queue.retry(id);
        QTRY_COMPARE(back.papers, QByteArrayList({"original"}));
    }
    void rubbishIsNotListenedTo() {
        FakePrinter printer(FakePrinter::Manner::Talks);
        PrintQueue queue(quick());
        queue.add(order(QStringLiteral("A-1"), printer.target(), "one"));
        QTRY_COMPARE(queue.open(), 0);
        QTRY_COMPARE(printer.papers, QByteArrayList({"one"}));
    }
    void anAddressThatIsNoneFails() {
        PrintQueueTimes once = quick();
        once.againMs.clear();
        PrintQueue queue(once);
        queue.add(order(QStringLiteral("A-1"), {PrinterTarget::Way::Network, {}, {QString(), 9100}}, "one"));
        queue.add(order(QStringLiteral("A-2"),
                        {PrinterTarget::Way::Network, {}, {QStringLiteral("256.1.1.1"), 0}}, "two"));
        QTRY_COMPARE(queue.jobs().last().state, PrintJob::State::Failed);
    }
    void isGivenUpWithTheWindow() {
        FakePrinter printer(FakePrinter::Manner::NeverReads);
        QTemporaryDir folder;
        {
            PrintQueue queue(quick());
            queue.add(order(QStringLiteral("long"), printer.target(), QByteArray(40'000'000, 'x')));
            queue.add(order(QStringLiteral("file"), file(folder.filePath(QStringLiteral("a.pdf"))), "a",
                            QStringLiteral("PDF")));
            QTRY_COMPARE(printer.calls, 1);
        }
        // Nothing of them speaks up any more.
        QTRY_COMPARE(contentOf(folder.filePath(QStringLiteral("a.pdf"))), QByteArray("a"));
    }

    void whoeverAskedIsToldOfEveryTry() {
        const PrinterTarget target = nobody();
        PrintQueue queue(quick());
        QList<PrintJob> told;
        PrintOrder asked = order(QStringLiteral("A-1"), target, "one");
        asked.told = [&](const PrintJob& job) {
            told.append(job);
            // Whoever is told may do anything with the queue.
            if (job.state == PrintJob::State::Failed) queue.remove(job.id);
        };
        const quint64 id = queue.add(asked);
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told[0].state, PrintJob::State::Waiting);
        QCOMPARE(told[2].state, PrintJob::State::Failed);
        QVERIFY(queue.find(id) == nullptr);
        QTRY_COMPARE(queue.open(), 0);
    }
    void onlySoManyThatAreDoneAreKept() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        PrintQueue queue(quick());
        const quint64 first = queue.add(order(QStringLiteral("first"), printer.target(), "x"));
        for (int i = 0; i < PrintQueue::mostDone + 10; ++i)
            queue.add(order(QString::number(i), printer.target(), "x"));
        QTRY_COMPARE(queue.open(), 0);
        QCOMPARE(queue.jobs().size(), PrintQueue::mostDone);
        QVERIFY(queue.find(first) == nullptr);
    }

    // ---- files and the spooler
    void aFileIsWrittenAndItsFolderMade() {
        QTemporaryDir folder;
        PrintQueue queue(quick());
        const QString path = folder.filePath(QStringLiteral("new/paper.pdf"));
        queue.add(order(QStringLiteral("A-1"), file(path), "%PDF"));
        QTRY_COMPARE(queue.open(), 0);
        QCOMPARE(contentOf(path), QByteArray("%PDF"));
    }
    void aFolderThatCannotBeIsTold() {
        PrintQueue queue(quick());
        queue.add(order(QStringLiteral("A-1"), file(QStringLiteral("/proc/no/such/paper.pdf")), "%PDF"));
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(queue.jobs().first().problem, PrintProblem::NotWritten);
    }
    void theSpoolerGetsThePaper() {
        QTemporaryDir folder;
        PrintQueueTimes times = quick();
        times.printer.spooler =
            script(folder, "echo \"$@\" > \"$(dirname \"$0\")/args\"\ncat > \"$(dirname \"$0\")/paper\"\n");
        PrintQueue queue(times);
        queue.add(order(QStringLiteral("Label Ny. Siti"), spooler(QStringLiteral("Laser_Loket")), "%PDF-1"));
        QTRY_COMPARE(queue.open(), 0);
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("paper"))), QByteArray("%PDF-1"));
        const QByteArray arguments = contentOf(folder.filePath(QStringLiteral("args")));
        QVERIFY(arguments.contains("-d Laser_Loket"));
        // Others see the spooler's list.
        QVERIFY(!arguments.contains("Siti"));
    }
    void aSpoolerThatRefusesIsTold_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("no such printer") << QStringLiteral("cat > /dev/null; exit 1\n");
        QTest::newRow("does not read") << QStringLiteral("exit 1\n");
        QTest::newRow("is killed") << QStringLiteral("kill -9 $$\n");
        QTest::newRow("is not there") << QString();
    }
    void aSpoolerThatRefusesIsTold() {
        QFETCH(QString, text);
        QTemporaryDir folder;
        PrintQueueTimes times = quick();
        times.printer.spooler = text.isEmpty() ? folder.filePath(QStringLiteral("none"))
                                               : script(folder, text.toUtf8().constData());
        PrintQueue queue(times);
        queue.add(order(QStringLiteral("A-1"), spooler(QStringLiteral("x")), QByteArray(200'000, 'x')));
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(queue.jobs().first().problem, PrintProblem::Refused);
    }
    void aSpoolerThatHangsHoldsUpNobody() {
        QTemporaryDir folder;
        PrintQueueTimes times = quick();
        times.printer.spooler = script(folder, "exec sleep 100\n");
        PrintQueue queue(times);
        FakePrinter printer(FakePrinter::Manner::Prints);
        const Pulse pulse;
        queue.add(order(QStringLiteral("A-1"), spooler(QStringLiteral("x")), QByteArray(2'000'000, 'x'),
                        QStringLiteral("laser")));
        queue.add(order(QStringLiteral("A-2"), printer.target(), "two"));
        QTRY_COMPARE(printer.papers, QByteArrayList({"two"}));
        QTRY_COMPARE(queue.jobs().first().state, PrintJob::State::Failed);
        QCOMPARE(queue.jobs().first().problem, PrintProblem::Stalled);
        QVERIFY(pulse.beats() > 3);
        // The one behind it is given to a new process.
        queue.remove(queue.jobs().first().id);
        queue.add(order(QStringLiteral("A-3"), file(folder.filePath(QStringLiteral("a.pdf"))), "a",
                        QStringLiteral("laser")));
        QTRY_COMPARE(queue.open(), 0);
    }

  private:
    static QString script(const QTemporaryDir& folder, const char* text) {
        const QString path = folder.filePath(QStringLiteral("lp"));
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly)) qFatal("no script");
        made.write(QByteArray("#!/bin/sh\n") + text);
        made.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
};

QTEST_GUILESS_MAIN(PrintQueueTest)
#include "print_queue_test.moc"
