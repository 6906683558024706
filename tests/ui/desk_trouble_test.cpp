// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong at a counter: two clerks with one NIK, a clinic that closes while the form is open, a payer
// that needs a card, a server that goes away and comes back while somebody types.
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/form_grid.h"
#include "common/core/ticket_range.h"
#include "tests/ui/desk.h"

namespace simrs {

using namespace test;

class DeskTroubleTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoClerksOneNik();
    void theClinicClosesMeanwhile();
    void thePayerNeedsACard();
    void theServerGoesWhileSomebodyTypes();
    void theServerGoesWhileAVisitIsRegistered();
    void theReservedNumberIsPrinted();
    void takenBackBeforeItWasSent();
    void theFolderOfTheTicketsIsGone();

  private:
    static void newPatientForm(Desk& desk, const QString& name, const QString& nik);
    static void visitFormOf(Desk& desk, const QString& scanned);
    static QString known(DeskClient& client, int number);
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

void DeskTroubleTest::newPatientForm(Desk& desk, const QString& name, const QString& nik) {
    desk.type(name);
    QVERIFY(Desk::until([&] { return desk.isEnabled("newPatientButton"); }));
    desk.press(Qt::Key_F4);
    QVERIFY(desk.waitForPage(s("patient-form")));
    desk.type(nik);
}

void DeskTroubleTest::visitFormOf(Desk& desk, const QString& scanned) {
    desk.scan(scanned);
    QVERIFY(desk.waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
}

QString DeskTroubleTest::known(DeskClient& client, int number) {
    RegisterPatient patient;
    patient.patient = testPatient(number);
    if (!client.submit(patient)) qFatal("no patient");
    return patient.patient.nik;
}

void DeskTroubleTest::twoClerksOneNik() {
    ServerRig server;
    Desk first(server);
    QVERIFY(first.signIn());
    Desk second(server, Role::HeadOfRegistration);
    QVERIFY(second.signIn());
    const QString nik = s("3273015203859999");
    first.activate();
    newPatientForm(first, s("hartati"), nik);
    second.activate();
    newPatientForm(second, s("hartatik"), nik);
    first.activate();
    first.press(Qt::Key_S, Qt::ControlModifier);
    second.activate();
    second.press(Qt::Key_S, Qt::ControlModifier);
    const auto form = [](const Desk& desk) {
        return desk.window.findChild<QWidget*>(s("patientFormPage"))->findChild<FormGrid*>();
    };
    QVERIFY(Desk::until([&] {
        return (first.page() == s("patient")) != (second.page() == s("patient")) &&
               (!form(first)->errors().isEmpty() || !form(second)->errors().isEmpty());
    }));
    Desk& loser = first.page() == s("patient") ? second : first;
    loser.activate();
    QCOMPARE(loser.find<QLineEdit>("nikField")->text(), nik);
    QVERIFY(!loser.find<QLineEdit>("nameField")->text().isEmpty());
    QVERIFY2(loser.labelText("noticeLabel").contains(s("already has this NIK")),
             qPrintable(loser.labelText("noticeLabel")));
    loser.shoot(s("patient-form-nik-taken"));
    QCOMPARE(rowsOf(server, Where<Patient>().eq<&Patient::nik>(nik)).size(), 1);
    loser.find<QWidget>("noticeButton")->setFocus();
    loser.press(Qt::Key_Space);
    QVERIFY(loser.waitForPage(s("visit-form")));
}

void DeskTroubleTest::theClinicClosesMeanwhile() {
    ServerRig server;
    const auto client = server.client(Role::HeadOfRegistration);
    const QString nik = known(*client, 21);
    Desk desk(server);
    QVERIFY(desk.signIn());
    visitFormOf(desk, nik);
    desk.type(s("2"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("u"));
    SaveMaster<Clinic> close;
    close.base = server.masters().clinics[1];
    close.row = close.base;
    close.row.active = false;
    QVERIFY(client->submit(close));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    auto* grid = desk.window.findChild<QWidget*>(s("visitFormPage"))->findChild<FormGrid*>();
    QVERIFY(Desk::until([&] { return !grid->errorText(s("clinic_id")).isEmpty(); }));
    desk.shoot(s("visit-form-clinic-closed"));
    QCOMPARE(desk.find<ChoiceField>("payerField")->currentText(), s("Umum"));
    QVERIFY(rowsOf(server, Where<Visit>()).isEmpty());
    QVERIFY(Desk::until([&] { return desk.find<ChoiceField>("clinicField")->findText(s("Poli 2")) < 0; }));
    desk.find<QWidget>("clinicField")->setFocus();
    QTest::qWait(1300);  // letters closer together than 1.2 s are one word
    desk.type(s("1"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("B-001"); }));
}

void DeskTroubleTest::thePayerNeedsACard() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = known(*client, 22);
    Desk desk(server);
    QVERIFY(desk.signIn());
    visitFormOf(desk, nik);
    desk.type(s("4"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("j"));
    QVERIFY(desk.labelText("noticeLabel").contains(s("card number")));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(rowsOf(server, Where<Visit>()).isEmpty());
    desk.press(Qt::Key_F3);
    QVERIFY(desk.waitForPage(s("patient-form")));
    auto* card = desk.find<QLineEdit>("cardField");
    QVERIFY(Desk::until(
        [&] { return card->isEnabled() && !desk.find<QLineEdit>("nikField")->text().isEmpty(); }));
    card->setFocus();
    desk.type(s("0009991234567"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(desk.waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    QCOMPARE(desk.find<ChoiceField>("clinicField")->currentText(), s("Poli 4"));
    QCOMPARE(desk.find<ChoiceField>("payerField")->currentText(), s("JKN"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("E-001"); }));
}

void DeskTroubleTest::theServerGoesWhileSomebodyTypes() {
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

void DeskTroubleTest::theServerGoesWhileAVisitIsRegistered() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = known(*client, 23);
    Desk desk(server);
    QVERIFY(desk.signIn());
    visitFormOf(desk, nik);
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state != OnlineState::Online; }));
    desk.type(s("1"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("u"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("kept on this computer")); }));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.shoot(s("visit-form-offline"));
    QVERIFY(desk.labelText("ticketNumberLabel").isEmpty());
    server.start();
    desk.meet(server);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("B-001"); }));
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

void DeskTroubleTest::theReservedNumberIsPrinted() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = known(*client, 26);
    Desk desk(server);
    QVERIFY(desk.signIn());
    // Four letters, today and tomorrow.
    QVERIFY(Desk::until([&] { return rowsOf(server, Where<TicketRange>()).size() == 8; }));
    visitFormOf(desk, nik);
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state != OnlineState::Online; }));
    desk.type(s("1"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("u"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
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

void DeskTroubleTest::takenBackBeforeItWasSent() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = known(*client, 24);
    Desk desk(server);
    QVERIFY(desk.signIn());
    visitFormOf(desk, nik);
    server.stop();
    QVERIFY(Desk::until([&] { return desk.backend.status().state != OnlineState::Online; }));
    desk.type(s("1"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("u"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
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

void DeskTroubleTest::theFolderOfTheTicketsIsGone() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = known(*client, 25);
    Desk desk(server);
    desk.settings.setValue(s("ticket/folder"), s("/proc/no/such/folder"));
    QVERIFY(desk.signIn());
    visitFormOf(desk, nik);
    desk.type(s("1"));
    desk.find<QWidget>("payerField")->setFocus();
    desk.type(s("u"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("B-001"); }));
    desk.press(Qt::Key_Return);
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("not printed")); }));
    desk.shoot(s("ticket-not-printed"));
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskTroubleTest)
#include "desk_trouble_test.moc"
