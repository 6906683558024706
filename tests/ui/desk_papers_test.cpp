// SPDX-License-Identifier: GPL-3.0-or-later
// Papers by keys alone: label, wristband and card, a second one that says it is a copy, a test scan, a
// printer that is off, the printers of a computer; what came out is on the server.
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>

#include "app/kit/chip.h"
#include "app/kit/choice_field.h"
#include "common/registration/paper_requests.h"
#include "common/store/database.h"
#include "tests/paper/fake_printer.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// The words of a printed PDF.
QString wordsOf(const QString& file) {
    QProcess poppler;
    poppler.start(s("pdftotext"), {s("-layout"), file, s("-")});
    if (!poppler.waitForFinished(20'000) || poppler.exitCode() != 0) qFatal("pdftotext");
    return QString::fromUtf8(poppler.readAllStandardOutput());
}

}  // namespace

class DeskPapersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_server = std::make_unique<ServerRig>();
        m_client = m_server->client(Role::RegistrationClerk);
        RegisterPatient patient;
        patient.patient = testPatient(1);
        const auto made = m_client->submit(patient);
        QVERIFY2(made, failure(made));
        m_patient = made->id;
        m_mrn = mrnFromNumber(made->mrn, 8);
        RegisterVisit visit;
        visit.patientId = made->id;
        visit.clinicId = m_client->masters().clinics[0].id;
        visit.doctorId = m_client->masters().doctors[0].id;
        visit.payerId = m_client->masters().payers[0].id;
        const auto registered = m_client->submit(visit);
        QVERIFY2(registered, failure(registered));
        m_visit = registered->visit.id;
        m_desk = std::make_unique<Desk>(*m_server);
        QVERIFY(m_desk->signIn());
    }
    void cleanup() {
        m_desk.reset();
        m_client.reset();
        m_server.reset();
    }

    void aSecondPrintSaysItIsACopy() {
        openPapers();
        m_desk->shoot(s("papers"));
        m_desk->countAnew();
        m_desk->press(Qt::Key_F3);
        m_desk->press(Qt::Key_F4);
        m_desk->press(Qt::Key_F5);
        QCOMPARE(m_desk->presses(), 3);
        QVERIFY(Desk::until([&] { return printed().size() == 3; }));
        for (const PrintedPaper& row : printed()) {
            QCOMPARE(row.copy, 1);
            QCOMPARE(row.patientId, m_patient);
            QCOMPARE(row.visitId, row.paper == PaperKind::Card ? VisitId() : m_visit);
        }
        QCOMPARE(files(s("label_*.pdf")).size(), 1);
        QVERIFY(!wordsOf(files(s("label_*.pdf")).first()).contains(s("COPY")));
        QVERIFY(wordsOf(files(s("wristband_*.pdf")).first()).contains(s("Siti Uji1")));
        m_desk->shoot(s("papers-printed"));
        for (const auto key : {Qt::Key_F3, Qt::Key_F4, Qt::Key_F5}) m_desk->press(key);
        QVERIFY(Desk::until([&] { return printed().size() == 6; }));
        for (const PaperKind kind : {PaperKind::Label, PaperKind::Wristband, PaperKind::Card}) {
            const auto rows = printed();
            QCOMPARE(
                std::count_if(rows.begin(), rows.end(),
                              [&](const PrintedPaper& row) { return row.paper == kind && row.copy == 2; }),
                1);
        }
        for (const char* name : {"label", "wristband", "card"}) {
            const QStringList copies = files(s(name) + s("_*_copy1.pdf"));
            QCOMPARE(copies.size(), 1);
            QVERIFY2(wordsOf(copies.first()).contains(s("COPY")), name);
        }
        m_desk->shoot(s("papers-copy"));
        QCOMPARE(auditRows(), 6);
    }

    /// Another desk knows of it, too.
    void whatAnotherDeskPrintedIsACopyHere() {
        QVERIFY(m_client->submit(NotePrint{m_patient, m_visit, PaperKind::Label}));
        openPapers();
        auto* table = m_desk->find<QTableView>("papersTable");
        QVERIFY(
            Desk::until([&] { return table->model()->index(0, 3).data().toString().startsWith(s("1×")); }));
        m_desk->press(Qt::Key_Return);
        QVERIFY(Desk::until([&] { return files(s("label_*_copy1.pdf")).size() == 1; }));
        QVERIFY(wordsOf(files(s("label_*_copy1.pdf")).first()).contains(s("COPY")));
    }

    void allPapersComeOut() {
        openPapers();
        for (int key = Qt::Key_F3; key <= Qt::Key_F11; ++key) m_desk->press(static_cast<Qt::Key>(key));
        QVERIFY(Desk::until([&] { return printed().size() == 9; }));
        for (const char* name :
             {"label", "wristband", "card", "form", "tracer", "consent", "identity", "admission", "ticket"})
            QVERIFY2(files(s(name) + s("_*.pdf")).size() == 1, name);
        // The first ticket came with the registration.
        QVERIFY(wordsOf(files(s("ticket_*.pdf")).first()).contains(s("COPY")));
        m_desk->shoot(s("papers-all"));
        m_desk->press(Qt::Key_F12);
        QVERIFY(m_desk->waitForPage(s("prints")));
        QCOMPARE(m_desk->find<QTableView>("printsTable")->model()->rowCount(), 9);
        m_desk->shoot(s("print-queue"));
        m_desk->press(Qt::Key_F8);
        QCOMPARE(m_desk->find<QTableView>("printsTable")->model()->rowCount(), 0);
    }

    void theScanOfThePrintIsCompared() {
        openPapers();
        // From the list: a scanner asks nobody where the focus is.
        m_desk->scan(m_mrn);
        QVERIFY(m_desk->find<QLineEdit>("scanField")->hasFocus());
        QCOMPARE(m_desk->find<Chip>("scanVerdict")->chip().kind, ChipKind::Ok);
        m_desk->shoot(s("papers-scan-right"));
        m_desk->scan(s("99999999"));
        QCOMPARE(m_desk->find<Chip>("scanVerdict")->chip().kind, ChipKind::Danger);
        QVERIFY(m_desk->labelText("scanLabel").contains(s("99999999")));
        m_desk->shoot(s("papers-scan-wrong"));
        QVERIFY(printed().isEmpty());
    }

    /// The printer is off: the desk goes on, the job waits in the queue, nothing is noted before it is out.
    void aPrinterThatIsOff() {
        quint16 port = 0;
        {
            const FakePrinter gone(FakePrinter::Manner::Prints);
            port = gone.target().address.port;
        }
        m_desk->settings.setValue(s("printer/label/language"), s("zpl"));
        m_desk->settings.setValue(s("printer/label/target"), s("127.0.0.1:%1").arg(port));
        openPapers();
        m_desk->press(Qt::Key_F3);
        QVERIFY(Desk::until([&] { return m_desk->labelText("noticeLabel").contains(s("does not answer")); }));
        m_desk->shoot(s("papers-printer-off"));
        m_desk->press(Qt::Key_F5);
        QVERIFY(Desk::until([&] { return printed().size() == 1; }));
        QCOMPARE(printed().first().paper, PaperKind::Card);
        m_desk->press(Qt::Key_F12);
        QVERIFY(m_desk->waitForPage(s("prints")));
        auto* jobs = m_desk->find<QTableView>("printsTable");
        QCOMPARE(jobs->model()->rowCount(), 2);
        QVERIFY(jobs->model()->index(0, 4).data().toString().contains(s("does not answer")));
        m_desk->shoot(s("print-queue-off"));
        jobs->setCurrentIndex(jobs->model()->index(0, 0));
        FakePrinter back(FakePrinter::Manner::Prints, port);
        m_desk->press(Qt::Key_F5);
        QVERIFY(
            Desk::until([&] { return back.papers.size() == 1 && back.papers.first().endsWith("^XZ\n"); }));
        QVERIFY(back.papers.first().startsWith("^XA"));
        QVERIFY(back.papers.first().contains("^PQ4^"));
        QVERIFY(!back.papers.first().contains("COPY"));
        QVERIFY(Desk::until([&] { return printed().size() == 2; }));
    }

    /// It takes bytes and never ends, or answers rubbish: other papers and other work go on.
    void aPrinterThatHangs() {
        FakePrinter hangs(FakePrinter::Manner::AnswersOnly);
        m_desk->settings.setValue(s("printer/label/language"), s("escpos"));
        m_desk->settings.setValue(s("printer/label/target"), hangs.address());
        openPapers();
        m_desk->press(Qt::Key_F3);
        m_desk->press(Qt::Key_F5);
        QVERIFY(Desk::until([&] {
            const auto rows = printed();
            return std::any_of(rows.begin(), rows.end(),
                               [](const PrintedPaper& row) { return row.paper == PaperKind::Card; });
        }));
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("search")));
    }

    void thePrintersOfAComputer() {
        FakePrinter printer(FakePrinter::Manner::Prints);
        m_desk->press(Qt::Key_7, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("prints")));
        m_desk->shoot(s("print-queue-empty"));
        m_desk->press(Qt::Key_F9);
        QVERIFY(m_desk->waitForPage(s("printers")));
        m_desk->shoot(s("printers"));
        // The wristband, by keys: down, into the form, a label printer, its address.
        m_desk->press(Qt::Key_Down);
        m_desk->press(Qt::Key_Return);
        m_desk->type(s("label"));
        QCOMPARE(m_desk->find<ChoiceField>("languageField")->currentText(), s("Label printer (ZPL)"));
        m_desk->press(Qt::Key_Return);
        QVERIFY(m_desk->find<QLineEdit>("targetField")->hasFocus());
        m_desk->type(s("not an address"));
        m_desk->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(printer.papers.isEmpty());
        QVERIFY(m_desk->settings.value(s("printer/wristband/language")).toString().isEmpty());
        m_desk->find<QLineEdit>("targetField")->selectAll();
        m_desk->type(printer.address());
        m_desk->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(
            Desk::until([&] { return printer.papers.size() == 1 && printer.papers[0].endsWith("^XZ\n"); }));
        QVERIFY(printer.papers.first().contains("TEST PRINT"));
        QVERIFY(Desk::until([&] { return m_desk->labelText("noticeLabel").contains(s("took the test")); }));
        QCOMPARE(m_desk->settings.value(s("printer/wristband/target")).toString(), printer.address());
        m_desk->shoot(s("printers-zpl"));
        QVERIFY(printed().isEmpty());
    }

    void fromTheListOfVisitsAndAfterARegistration() {
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("visits")));
        auto* visits = m_desk->find<QTableView>("visitsTable");
        QVERIFY(Desk::until([&] { return visits->model()->rowCount() == 1; }));
        m_desk->press(Qt::Key_Down);
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("papersButton"); }));
        m_desk->press(Qt::Key_F12);
        QVERIFY(m_desk->waitForPage(s("papers")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("printPaperButton"); }));
        m_desk->press(Qt::Key_F7);
        QVERIFY(Desk::until([&] { return printed().size() == 1; }));
        QCOMPARE(printed().first().visitId, m_visit);
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("search")));
        visitFormOf(*m_desk, m_mrn);
        m_desk->type(s("2"));
        m_desk->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return !m_desk->labelText("ticketNumberLabel").isEmpty(); }));
        m_desk->press(Qt::Key_F12);
        QVERIFY(m_desk->waitForPage(s("papers")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("printPaperButton"); }));
        m_desk->press(Qt::Key_F3);
        QVERIFY(Desk::until([&] { return printed().size() == 2; }));
        const auto rows = printed();
        QVERIFY(std::any_of(rows.begin(), rows.end(), [&](const PrintedPaper& row) {
            return row.paper == PaperKind::Label && row.visitId != m_visit && !row.visitId.isNull();
        }));
    }

  private:
    void openPapers() {
        m_desk->scan(m_mrn);
        QVERIFY(m_desk->waitForPage(s("patient")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("papersButton"); }));
        m_desk->press(Qt::Key_F12);
        QVERIFY(m_desk->waitForPage(s("papers")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("printPaperButton"); }));
    }
    QList<PrintedPaper> printed() { return rowsOf(*m_server, Where<PrintedPaper>()); }
    QStringList files(const QString& pattern) const {
        const QDir folder(m_desk->folder.filePath(s("tickets")));
        QStringList paths;
        for (const QString& name : folder.entryList({pattern})) paths.append(folder.filePath(name));
        return paths;
    }
    int auditRows() const {
        DatabaseConfig config;
        config.path = m_server->folder() + s("/hospital.db");
        int rows = 0;
        const auto db = Database::open(config);
        (*db)->query(s("SELECT number FROM audit WHERE request = 'note_print'"), {},
                     [&](const Row&) { ++rows; });
        return rows;
    }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<DeskClient> m_client;
    std::unique_ptr<Desk> m_desk;
    PatientId m_patient;
    VisitId m_visit;
    QString m_mrn;
};

}  // namespace simrs

QTEST_MAIN(simrs::DeskPapersTest)
#include "desk_papers_test.moc"
