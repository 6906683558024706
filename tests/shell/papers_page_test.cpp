// SPDX-License-Identifier: GPL-3.0-or-later
// A paper is an original only where that is known: while the answers are on their way nothing comes out, and
// what nobody can say is a copy. Whoever asked for a paper has it in his name, also when he has gone.
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "app/registration/papers_page.h"
#include "tests/paper/fake_printer.h"
#include "tests/shell/shell_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

void write(const QString& path, const QString& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
    file.write(text.toUtf8());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// The words of a printed PDF.
QString wordsOf(const QString& file) {
    QProcess poppler;
    poppler.start(s("pdftotext"), {s("-layout"), file, s("-")});
    if (!poppler.waitForFinished(20'000) || poppler.exitCode() != 0) qFatal("pdftotext");
    return QString::fromUtf8(poppler.readAllStandardOutput());
}

/// A desk with a label printer before the papers of one patient.
struct PapersDesk {
    explicit PapersDesk(const QString& printer, const QString& language = QStringLiteral("zpl")) {
        if (!rig.work()) qFatal("no desk");
        workbench = std::make_unique<TestWorkbench>(*rig.backend);
        workbench->settings[s("printer/label/language")] = language;
        workbench->settings[s("printer/label/target")] = printer;
        page = std::make_unique<PapersPage>(*workbench);
    }
    /// `printed`: how often the label was printed before; nothing: the server cannot say.
    void answers(const std::optional<int>& printed, int afterMs = 0) {
        rig.server.set([printed, afterMs](FakeServer::Behaviour& b) {
            b.answer = [printed, afterMs](qint64 type, const QByteArray&) -> Result<QByteArray> {
                PatientFile file;
                file.patient.id = samplePatient();
                file.patient.mrn = 12;
                file.patient.name = s("Siti Rahmawati");
                if (type == GetPatient::info.type) return encode(file);
                if (type != PapersPrinted::info.type || !printed) return fail(ErrorCode::UnknownRequest);
                QThread::msleep(static_cast<unsigned long>(afterMs));
                PrintedPapers papers;
                papers.whole = true;
                PrintedPaper label;
                label.id = PrintedPaperId(Uuid::named("label"));
                label.patientId = samplePatient();
                papers.papers = QList<PrintedPaper>(*printed, label);
                return encode(papers);
            };
        });
    }
    void open() { page->enter(QVariant::fromValue(samplePatient())); }
    /// Enter in the list: the label stands first.
    void print() { QTest::keyClick(page->findChild<QTableView*>(s("papersTable")), Qt::Key_Return); }
    bool isReady() const { return page->findChild<QPushButton*>(s("printPaperButton"))->isEnabled(); }
    QString notice() const { return page->findChild<QLabel*>(s("noticeLabel"))->text(); }
    QList<CommandMessage> notes() const {
        QList<CommandMessage> found;
        for (const CommandMessage& one : rig.server.executed())
            if (one.type == NotePrint::info.type) found.append(one);
        return found;
    }

    BackendRig rig;
    std::unique_ptr<TestWorkbench> workbench;
    std::unique_ptr<PapersPage> page;
};

}  // namespace

class PapersPageTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theKeyWaitsForTheAnswers() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        PapersDesk desk(printer.address());
        desk.answers(1, 400);
        desk.open();
        desk.print();
        QVERIFY(desk.workbench->queue.jobs().isEmpty());
        QVERIFY(!desk.isReady());
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(printer.papers.size(), 1);
        QTRY_VERIFY(printer.papers.first().endsWith("^XZ\n"));
        QVERIFY2(printer.papers.first().contains("COPY"), "printed once before");
    }
    void theFirstIsTheOriginal() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        PapersDesk desk(printer.address());
        desk.answers(0);
        desk.open();
        QTRY_VERIFY(desk.isReady());
        desk.print();
        QTRY_COMPARE(printer.papers.size(), 1);
        QTRY_VERIFY(printer.papers.first().endsWith("^XZ\n"));
        QVERIFY(!printer.papers.first().contains("COPY"));
        QTRY_COMPARE(desk.notes().size(), 1);
    }
    void whatNobodyCanSayIsACopy() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        PapersDesk desk(printer.address());
        desk.answers({});
        desk.open();
        QTRY_VERIFY(desk.isReady());
        QVERIFY2(desk.notice().contains(s("marked as copies")), qPrintable(desk.notice()));
        desk.print();
        QTRY_COMPARE(printer.papers.size(), 1);
        QTRY_VERIFY(printer.papers.first().contains("COPY"));
    }
    /// The spooler hung in the middle: the second print is another paper, and noted as one.
    void aRetryOfWhatMayBeOutIsNotedAgain() {
        QTemporaryDir folder;
        const QString paper = folder.filePath(s("paper.pdf")), hangs = folder.filePath(s("hangs"));
        write(folder.filePath(s("lp")),
              s("#!/bin/sh\n[ -e %1 ] && exec sleep 100\ncat > %2\n").arg(hangs, paper));
        write(hangs, {});
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toLocal8Bit() + ':' + path);
        PapersDesk desk(s("Laser"), s("system"));
        desk.answers(0);
        desk.open();
        QTRY_VERIFY(desk.isReady());
        desk.print();
        PrintQueue& queue = desk.workbench->queue;
        QTRY_VERIFY(!queue.jobs().isEmpty() && queue.jobs().first().state == PrintJob::State::Failed);
        QVERIFY(mayBeOut(queue.jobs().first().problem));
        QTRY_COMPARE(desk.notes().size(), 1);
        QVERIFY(QFile::remove(hangs));
        queue.retry(queue.jobs().first().id);
        QTRY_COMPARE(queue.open(), 0);
        qputenv("PATH", path);
        QTRY_COMPARE(desk.notes().size(), 2);
        QVERIFY(wordsOf(paper).contains(s("COPY")));
    }
    /// It comes out while nobody is signed in: the note is his who asked for it, and is not lost.
    void whoHasGoneIsStillTheAuthor() {
        quint16 port = 0;
        {
            const FakePrinter gone(FakePrinter::Manner::Prints);
            port = gone.target().address.port;
        }
        PapersDesk desk(s("127.0.0.1:%1").arg(port));
        desk.answers(0);
        desk.open();
        QTRY_VERIFY(desk.isReady());
        desk.print();
        PrintQueue& queue = desk.workbench->queue;
        QTRY_VERIFY(!queue.jobs().isEmpty() && queue.jobs().first().state == PrintJob::State::Failed);
        QVERIFY(desk.notes().isEmpty());
        const Uuid author = desk.rig.backend->session()->user.uuid();
        desk.rig.backend->logOut();
        QTRY_VERIFY(desk.rig.backend->session() == nullptr);
        FakePrinter back(FakePrinter::Manner::Prints, port);
        queue.retry(queue.jobs().first().id);
        QTRY_COMPARE(queue.open(), 0);
        QVERIFY(desk.rig.logIn() == ErrorCode::None);
        QTRY_COMPARE(desk.notes().size(), 1);
        QCOMPARE(desk.notes().first().actor, author);
    }
};

QTEST_MAIN(PapersPageTest)
#include "papers_page_test.moc"
