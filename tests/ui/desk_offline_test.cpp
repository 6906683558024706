// SPDX-License-Identifier: GPL-3.0-or-later
// A server that goes away and comes back while somebody works: nothing typed is lost, what was kept is sent,
// the reserved number is printed.
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/date_field.h"
#include "common/core/ticket_range.h"
#include "common/registration/paper_requests.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

class DeskOfflineTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theServerGoesWhileSomebodyTypes();
    void theServerGoesWhileAVisitIsRegistered();
    void theReservedNumberIsPrinted();
    void takenBackBeforeItWasSent();
    void strangersWithoutTheServer();
    void aListThatIsNotHeldSaysSo();
    void whatWasSeenStays();
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// On the open form: the server goes away, the first clinic and the payer are chosen, and it is saved.
bool visitTypedAway(Desk& desk, ServerRig& server) {
    server.stop();
    if (!Desk::until([&] { return desk.backend.status().state == OnlineState::Offline; })) return false;
    desk.type(s("1"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("u"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    return true;
}

QSet<QString> namesOf(ServerRig& server) {
    QSet<QString> names;
    for (const Patient& row : rowsOf(server, Where<Patient>())) names.insert(row.name);
    return names;
}

}  // namespace

void DeskOfflineTest::theServerGoesWhileSomebodyTypes() {
    ServerRig server;
    Desk desk(server);
    QVERIFY(desk.signIn());
    const QString nik = s("3273015203858888");
    newPatientForm(desk, s("sumarni"), nik);
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state != OnlineState::Online; }));
    desk.find<QLineEdit>("addressField")->setFocus();
    desk.type(s("Jl. Anggrek 4"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("kept on this computer")); }));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.shoot(s("patient-form-offline"));
    QVERIFY(desk.labelText("noticeLabel").contains(s("number for papers is 00-00-00-01")));
    QCOMPARE(desk.find<QLineEdit>("addressField")->text(), s("Jl. Anggrek 4"));
    QCOMPARE(desk.backend.status().waiting, 1);
    server.start();
    desk.meet(server);
    QVERIFY(desk.waitForPage(s("patient")));
    const auto rows = rowsOf(server, Where<Patient>().eq<&Patient::nik>(nik));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().address, s("Jl. Anggrek 4"));
    QCOMPARE(desk.backend.status().waiting, 0);
}

void DeskOfflineTest::theServerGoesWhileAVisitIsRegistered() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = knownPatient(*client, 23);
    Desk desk(server);
    QVERIFY(desk.signIn());
    // Four letters, today and tomorrow: a visit without the server gets a number of its own range.
    QVERIFY(Desk::until([&] { return rowsOf(server, Where<TicketRange>()).size() == 8; }));
    visitFormOf(desk, nik);
    QVERIFY(visitTypedAway(desk, server));
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("kept on this computer")); }));
    desk.shoot(s("visit-form-offline"));
    QVERIFY(desk.labelText("ticketNumberLabel").isEmpty());
    server.start();
    desk.meet(server);
    Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("B-501"); });
    QCOMPARE(desk.labelText("ticketNumberLabel"), s("B-501"));
    QCOMPARE(rowsOf(server, Where<Visit>()).size(), 1);
    // The search says that it waits for the server, and goes on by itself.
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state != OnlineState::Online; }));
    desk.press(Qt::Key_F2);
    desk.type(s("siti 1985"));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.waitForPage(s("search")));
    auto* table = desk.find<DataTable>("hitsTable");
    const auto says = [&](const QString& words) {
        for (const QLabel* label : table->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    };
    QVERIFY(Desk::until([&] { return says(s("waits for the server")); }));
    desk.shoot(s("search-offline"));
    server.start();
    desk.meet(server);
    QVERIFY(Desk::until([&] { return table->model()->rowCount() >= 1; }));
}

void DeskOfflineTest::theReservedNumberIsPrinted() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = knownPatient(*client, 26);
    Desk desk(server);
    QVERIFY(desk.signIn());
    // Four letters, today and tomorrow.
    QVERIFY(Desk::until([&] { return rowsOf(server, Where<TicketRange>()).size() == 8; }));
    visitFormOf(desk, nik);
    QVERIFY(visitTypedAway(desk, server));
    const auto primary = [&] { return desk.find<QPushButton>("registerButton")->text(); };
    QVERIFY(Desk::until([&] { return primary().contains(s("reserved number B-501")); }));
    desk.shoot(s("visit-form-reserved-number"));
    desk.press(Qt::Key_Return);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("B-501"); }));
    QVERIFY(desk.labelText("noticeLabel").contains(s("B-501 is valid")));
    const QDir tickets(desk.folder.filePath(s("tickets")));
    QVERIFY(Desk::until([&] { return tickets.entryList({s("B-501_*.pdf")}).size() == 1; }));
    desk.shoot(s("reserved-number-printed"));
    QCOMPARE(desk.backend.status().waiting, 2);
    server.start();
    desk.meet(server);
    QVERIFY(Desk::until([&] { return desk.backend.status().waiting == 0; }));
    QCOMPARE(rowsOf(server, Where<Visit>()).size(), 1);
    const auto given = rowsOf(server, Where<Ticket>());
    QVERIFY(!given.isEmpty());
    for (const Ticket& ticket : given)
        QCOMPARE(ticket.cancelled, ticket.number != std::optional<qint64>(501));
    // The late answer of the registration says another number, and is not shown.
    QCOMPARE(desk.labelText("ticketNumberLabel"), s("B-501"));
    desk.press(Qt::Key_F2);
    desk.scan(s("B-501"));
    QVERIFY(desk.waitForPage(s("patient")));
}

void DeskOfflineTest::takenBackBeforeItWasSent() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = knownPatient(*client, 24);
    Desk desk(server);
    QVERIFY(desk.signIn());
    visitFormOf(desk, nik);
    QVERIFY(visitTypedAway(desk, server));
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("kept on this computer")); }));
    desk.find<QWidget>("noticeButton")->setFocus();
    desk.press(Qt::Key_Space);
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("Taken back")); }));
    QCOMPARE(desk.find<ChoiceField>("clinicField")->currentText(), s("Poli 1"));
    QCOMPARE(desk.backend.status().waiting, 0);
    server.start();
    desk.meet(server);
    QVERIFY(Desk::until([&] { return desk.backend.status().state == OnlineState::Online; }));
    QVERIFY(rowsOf(server, Where<Visit>()).isEmpty());
}

/// Care goes on: each gets a number and a wristband, and the next one is taken in at once.
void DeskOfflineTest::strangersWithoutTheServer() {
    ServerRig server;
    Desk desk(server);
    QVERIFY(desk.signIn());
    QVERIFY(Desk::until([&] { return rowsOf(server, Where<TicketRange>()).size() == 8; }));
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state == OnlineState::Offline; }));
    const QDir papers(desk.folder.filePath(s("tickets")));
    QStringList numbers;
    for (const Qt::Key sex : {Qt::Key_L, Qt::Key_P}) {
        desk.press(Qt::Key_G, Qt::AltModifier);
        QVERIFY(desk.waitForPage(s("emergency")));
        QVERIFY(desk.labelText("strangerNumberLabel").isEmpty());
        desk.press(sex);
        desk.press(Qt::Key_4);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until(
            [&] { return desk.labelText("strangerNumberLabel").contains(s("kept on this computer")); }));
        QVERIFY(desk.labelText("strangerNumberLabel").contains(s("MRN 00-00-00-")));
        QVERIFY(desk.labelText("noticeLabel").contains(s("wristband")));
        desk.shoot(s("emergency-kept"));
        numbers.append(desk.labelText("strangerNumberLabel").section(u' ', 1, 1));
        desk.press(Qt::Key_Return);
        QVERIFY(desk.waitForPage(s("papers")));
        QVERIFY2(Desk::until([&] { return desk.isEnabled("printPaperButton"); }),
                 qPrintable(desk.labelText("noticeLabel")));
        desk.press(Qt::Key_F4);
        QVERIFY(
            Desk::until([&] { return papers.entryList({s("wristband_*.pdf")}).size() == numbers.size(); }));
        desk.shoot(s("emergency-kept-papers"));
    }
    QVERIFY(numbers[0] != numbers[1]);
    // One without his papers, who is left for the next at once.
    desk.press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("emergency")));
    desk.press(Qt::Key_L);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !desk.labelText("strangerNumberLabel").isEmpty(); }));
    desk.press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("strangerNumberLabel").isEmpty(); }));
    server.start();
    desk.meet(server);
    QVERIFY(Desk::until([&] { return desk.backend.status().waiting == 0; }));
    const auto people = rowsOf(server, Where<PatientDetails>().eq<&PatientDetails::unidentified>(true));
    QCOMPARE(people.size(), 3);
    QCOMPARE(rowsOf(server, Where<Visit>()).size(), 3);
    for (const Patient& row : rowsOf(server, Where<Patient>())) numbers.removeOne(mrnDisplay(row.mrn, 8));
    QCOMPARE(namesOf(server).size(), 3);
    QVERIFY2(numbers.isEmpty(), "what stands on the wristbands is what the server has");
    const auto bands = rowsOf(server, Where<PrintedPaper>());
    QCOMPARE(bands.size(), 2);
    for (const PrintedPaper& band : bands) {
        QCOMPARE(band.paper, PaperKind::Wristband);
        QVERIFY(!band.visitId.isNull());
    }
}

/// It does not look as if it were coming, and it comes by itself.
void DeskOfflineTest::aListThatIsNotHeldSaysSo() {
    ServerRig server;
    Desk desk(server);
    QVERIFY(desk.signIn());
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state == OnlineState::Offline; }));
    desk.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("visits")));
    QVERIFY(Desk::until([&] { return !desk.find<DataTable>("visitsTable")->isLoading(); }));
    QCOMPARE(desk.labelText("ageLabel"), s("Not connected"));
    server.start();
    desk.meet(server);
    QVERIFY(Desk::until([&] { return desk.labelText("ageLabel") == s("Live"); }));
}

/// Whoever comes back to the list finds the rows he has seen, with their age; those of another day are gone.
void DeskOfflineTest::whatWasSeenStays() {
    ServerRig server;
    const auto clerk = server.client(Role::RegistrationClerk);
    RegisterPatient person;
    person.patient = testPatient(1);
    RegisterVisit visit;
    const auto made = clerk->submit(person);
    QVERIFY(made);
    visit.patientId = made->id;
    visit.clinicId = server.masters().clinics[0].id;
    visit.doctorId = server.masters().doctors[0].id;
    visit.payerId = server.masters().payers[0].id;
    QVERIFY(clerk->submit(visit));
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("visits")));
    const auto rows = [&] { return desk.find<DataTable>("visitsTable")->model()->rowCount(); };
    QVERIFY(Desk::until([&] { return rows() == 1; }));
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state == OnlineState::Offline; }));
    desk.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("search")));
    desk.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("visits")));
    QCOMPARE(rows(), 1);
    QVERIFY(desk.labelText("ageLabel").startsWith(s("Not connected: as of")));
    desk.find<DateField>("dayField")->setFocus();
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(s("01/11/2026"));
    desk.press(Qt::Key_Return);
    QVERIFY(Desk::until([&] { return rows() == 0; }));
    QCOMPARE(desk.labelText("ageLabel"), s("Not connected"));
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskOfflineTest)
#include "desk_offline_test.moc"
