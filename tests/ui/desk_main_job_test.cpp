// SPDX-License-Identifier: GPL-3.0-or-later
// The main job by keys alone, through the real window, the real connection and a real server: find or
// register the patient, register the visit, hand over the number; the counter beside it sees the visit.
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/search_field.h"
#include "tests/ui/desk.h"

namespace simrs {

using namespace test;

class DeskMainJobTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aReturningPatientFromTheScan();
    void aClinicOfSeveralDoctors();
    void aReturningPatientByEnterAlone();
    void aNewPatientOnlyAfterASearch();
    void severalPeopleOfOneName();
    void keysAreNotLostOnTheWay();
    void theKeyMeansWhatIsTyped();
    void twiceAtOneClinic();
    void anEmergencyGetsNoNumber();
    void aCancelledVisitShowsEverywhere();

  private:
    static qint64 register1(DeskClient& client, int number, bool visited);
};

/// A patient of the hospital; `visited`: with a visit paid by himself, cancelled or not does not matter here.
qint64 DeskMainJobTest::register1(DeskClient& client, int number, bool visited) {
    RegisterPatient patient;
    patient.patient = testPatient(number);
    const auto made = client.submit(patient);
    if (!made) qFatal("%s", qPrintable(errorName(made.error().code)));
    if (visited) {
        RegisterVisit visit;
        visit.patientId = made->id;
        visit.clinicId = client.masters().clinics[0].id;
        visit.doctorId = client.masters().doctors[0].id;
        visit.payerId = client.masters().payers[0].id;
        if (const auto result = client.submit(visit); !result)
            qFatal("%s", qPrintable(errorName(result.error().code)));
    }
    return made->mrn;
}

void DeskMainJobTest::aReturningPatientFromTheScan() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const qint64 mrn = register1(*client, 1, true);
    Desk desk(server);
    Desk other(server, Role::HeadOfRegistration);
    QVERIFY(other.signIn());
    other.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(other.waitForPage(QStringLiteral("visits")));
    QVERIFY(Desk::until([&] { return other.find<DataTable>("visitsTable")->model()->rowCount() == 1; }));

    desk.activate();
    QVERIFY(desk.signIn());
    QCOMPARE(desk.page(), QStringLiteral("search"));
    desk.shoot(QStringLiteral("search-idle"));
    desk.scan(mrnFromNumber(mrn, 8));
    desk.countAnew();
    QVERIFY(desk.waitForPage(QStringLiteral("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.shoot(QStringLiteral("patient"));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(QStringLiteral("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    QVERIFY2(!desk.find<ChoiceField>("clinicField")->value().isValid(), "nobody has chosen a clinic yet");
    QCOMPARE(desk.find<ChoiceField>("payerField")->currentText(), QStringLiteral("Umum"));
    desk.type(QStringLiteral("3"));
    QCOMPARE(desk.find<ChoiceField>("clinicField")->currentText(), QStringLiteral("Poli 3"));
    QCOMPARE(desk.find<ChoiceField>("doctorField")->currentText(), QStringLiteral("dr. Uji 3, Sp.PD"));
    desk.shoot(QStringLiteral("visit-form"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !desk.labelText("ticketNumberLabel").isEmpty(); }));
    const int toTheTicket = desk.presses();
    QCOMPARE(desk.labelText("ticketNumberLabel"), QStringLiteral("D-001"));
    desk.shoot(QStringLiteral("ticket"));
    desk.press(Qt::Key_Return);
    QDir tickets(desk.folder.filePath(QStringLiteral("tickets")));
    QVERIFY(Desk::until([&] {
        tickets.refresh();
        return tickets.entryList({QStringLiteral("D-001_*.pdf")}).size() == 1;
    }));
    qInfo("returning general patient: %d key presses from the scan to the ticket, %d with the print",
          toTheTicket, desk.presses());
    QVERIFY2(toTheTicket <= 8, "the budget of a returning general patient");
    QVERIFY(desk.presses() <= 8);

    QVERIFY(Desk::until([&] { return other.find<DataTable>("visitsTable")->model()->rowCount() == 2; }));
    QCOMPARE(other.find<DataTable>("visitsTable")->model()->index(0, 0).data().toString(),
             QStringLiteral("D-001"));
    other.shoot(QStringLiteral("visits"));
    // Enter again is the next patient, ready for the next scan.
    QVERIFY(Desk::until(
        [&] { return desk.find<QPushButton>("registerButton")->text().contains(QStringLiteral("Next")); }));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.waitForPage(QStringLiteral("search")));
    QVERIFY(desk.find<SearchField>("searchField")->hasFocus());
}

/// Where several doctors practise, the clerk names one: by a letter of the name, behind "dr.".
void DeskMainJobTest::aClinicOfSeveralDoctors() {
    ServerRig server;
    const auto head = server.client(Role::HeadOfRegistration);
    for (const char* name : {"dr. Wibisono Adi, Sp.PD", "dr. Zulaikha Pratama, Sp.PD"}) {
        SaveMaster<Doctor> save;
        save.row.code = QString::fromLatin1(name).mid(4, 4);
        save.row.name = QString::fromLatin1(name);
        save.row.clinicId = head->masters().clinics[2].id;
        if (const auto saved = head->submit(save); !saved)
            qFatal("%s", qPrintable(errorName(saved.error().code)));
    }
    const auto client = server.client(Role::RegistrationClerk);
    const qint64 mrn = register1(*client, 31, true);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.scan(mrnFromNumber(mrn, 8));
    desk.countAnew();
    QVERIFY(desk.waitForPage(QStringLiteral("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.type(QStringLiteral("3"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("z"));
    QCOMPARE(desk.find<ChoiceField>("doctorField")->currentText(),
             QStringLiteral("dr. Zulaikha Pratama, Sp.PD"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !desk.labelText("ticketNumberLabel").isEmpty(); }));
    qInfo("a clinic of three doctors: %d key presses from the scan to the ticket", desk.presses());
    QVERIFY(desk.presses() <= 8);
}

void DeskMainJobTest::aReturningPatientByEnterAlone() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    register1(*client, 2, true);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.scan(testPatient(2).nik);
    desk.countAnew();
    QVERIFY(desk.waitForPage(QStringLiteral("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(QStringLiteral("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.type(QStringLiteral("2"));
    // Clinic, doctor, session, payer, arrival: each is passed by Enter, the last one registers.
    for (int field = 0; field < 5; ++field) desk.press(Qt::Key_Return);
    QVERIFY(Desk::until([&] { return !desk.labelText("ticketNumberLabel").isEmpty(); }));
    qInfo("the same by Enter alone: %d key presses", desk.presses());
    QVERIFY2(desk.presses() <= 7,
             "eight, with one more letter for a clinic whose first letter is not enough");
}

void DeskMainJobTest::aNewPatientOnlyAfterASearch() {
    ServerRig server;
    Desk desk(server);
    QVERIFY(desk.signIn());
    QVERIFY(!desk.isEnabled("newPatientButton"));
    desk.press(Qt::Key_F4);
    QCOMPARE(desk.page(), QStringLiteral("search"));
    desk.type(QStringLiteral("rahmawati"));
    QVERIFY(Desk::until([&] { return desk.isEnabled("newPatientButton"); }));
    desk.shoot(QStringLiteral("search-none"));
    desk.countAnew();
    desk.press(Qt::Key_F4);
    QVERIFY(desk.waitForPage(QStringLiteral("patient-form")));
    QCOMPARE(desk.find<QLineEdit>("nameField")->text(), QStringLiteral("Rahmawati"));
    QVERIFY(desk.find<QLineEdit>("nikField")->hasFocus());
    desk.type(QStringLiteral("3273015203854321"));  // fills the birth date and the sex
    QCOMPARE(desk.find<QLineEdit>("birthDateField")->text(), QStringLiteral("12/03/1985"));
    QCOMPARE(desk.find<ChoiceField>("sexField")->currentText(), QStringLiteral("Female"));
    QCOMPARE(desk.find<ChoiceField>("sapaanField")->currentText(), QStringLiteral("Ny."));
    desk.shoot(QStringLiteral("patient-form"));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(QStringLiteral("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.type(QStringLiteral("1"));
    for (int field = 0; field < 3; ++field) desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("u"));  // who pays is asked of somebody new
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == QStringLiteral("B-001"); }));
    qInfo("new patient with NIK, name already searched: %d key presses to the ticket, 16 of them the NIK",
          desk.presses());
}

void DeskMainJobTest::severalPeopleOfOneName() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    register1(*client, 11, false);
    register1(*client, 12, false);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.type(QStringLiteral("1985 siti"));
    desk.press(Qt::Key_Return);
    auto* table = desk.find<DataTable>("hitsTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 3; }));
    desk.shoot(QStringLiteral("search"));
    QCOMPARE(desk.page(), QStringLiteral("search"));
    QVERIFY2(table->hasFocus(), "Enter leads into the list, it opens nobody's file");
    const int why = table->model()->columnCount() - 1;
    QVERIFY(!table->model()->index(0, why).data().toString().isEmpty());
    desk.press(Qt::Key_Down);
    const QString name = table->model()->index(1, 1).data().toString();
    desk.press(Qt::Key_Return);
    QVERIFY(desk.waitForPage(QStringLiteral("patient")));
    QVERIFY(Desk::until([&] { return desk.window.windowTitle().contains(name); }));
    // Back, and Ctrl+Enter registers a visit of the row straight away.
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.waitForPage(QStringLiteral("search")));
    QVERIFY(
        Desk::until([&] { return table->model()->rowCount() == 3 && desk.isEnabled("newPatientButton"); }));
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.waitForPage(QStringLiteral("visit-form")));
}

/// A quick clerk waits for no page: scan, F6, clinic and Ctrl+S at once, then the number.
void DeskMainJobTest::keysAreNotLostOnTheWay() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const qint64 mrn = register1(*client, 13, true);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.scan(mrnFromNumber(mrn, 8));
    desk.countAnew();
    desk.press(Qt::Key_F6);  // the search is still being answered
    QVERIFY(desk.waitForPage(QStringLiteral("visit-form")));
    desk.type(QStringLiteral("4"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == QStringLiteral("E-001"); }));
    QVERIFY(desk.presses() <= 8);
}

/// A number typed over the one that was found, and F6 at once: the new one counts.
void DeskMainJobTest::theKeyMeansWhatIsTyped() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const qint64 first = register1(*client, 21, true);
    const qint64 second = register1(*client, 22, true);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.type(mrnFromNumber(first, 8));
    QVERIFY(Desk::until([&] { return desk.find<DataTable>("hitsTable")->currentRow() == 0; }));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(mrnFromNumber(second, 8));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(QStringLiteral("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.type(QStringLiteral("2"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !desk.labelText("ticketNumberLabel").isEmpty(); }));
    const auto newest = rowsOf(server, Where<Patient>().eq<&Patient::mrn>(second));
    QCOMPARE(newest.size(), 1);
    QCOMPARE(rowsOf(server, Where<Visit>().eq<&Visit::patientId>(newest.first().id)).size(), 2);
}

void DeskMainJobTest::twiceAtOneClinic() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const qint64 mrn = register1(*client, 3, true);
    Desk desk(server);
    QVERIFY(desk.signIn());
    const auto registerAtFirstClinic = [&] {
        desk.press(Qt::Key_F2);
        desk.scan(mrnFromNumber(mrn, 8));
        if (!desk.waitForPage(QStringLiteral("patient"))) return false;
        if (!Desk::until([&] { return desk.isEnabled("registerVisitButton"); })) return false;
        desk.press(Qt::Key_F6);
        if (!Desk::until([&] { return desk.isEnabled("registerButton"); })) return false;
        desk.type(QStringLiteral("1"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        return Desk::until([&] { return !desk.dialogs.asked().isEmpty(); });
    };
    QVERIFY(registerAtFirstClinic());  // answered "keep the first"
    const Question asked = desk.dialogs.asked().last();
    QVERIFY2(asked.text.contains(QStringLiteral("B-001")) && asked.text.contains(QStringLiteral("Poli 1")),
             qPrintable(asked.text));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    QVERIFY(desk.labelText("ticketNumberLabel").isEmpty());
    desk.dialogs.willAnswer({true, {}});
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == QStringLiteral("B-002"); }));
}

void DeskMainJobTest::anEmergencyGetsNoNumber() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const qint64 mrn = register1(*client, 4, true);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.scan(mrnFromNumber(mrn, 8));
    QVERIFY(desk.waitForPage(QStringLiteral("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.press(Qt::Key_Backtab, Qt::ShiftModifier);
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Space);
    QVERIFY(desk.find<ChoiceField>("clinicField")->currentText().contains(QStringLiteral("Gawat Darurat")));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == QStringLiteral("Emergency"); }));
}

void DeskMainJobTest::aCancelledVisitShowsEverywhere() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    register1(*client, 5, true);
    Desk other(server, Role::HeadOfRegistration);
    QVERIFY(other.signIn());
    other.press(Qt::Key_2, Qt::AltModifier);
    Desk desk(server);
    QVERIFY(desk.signIn());
    desk.press(Qt::Key_2, Qt::AltModifier);
    auto* table = desk.find<DataTable>("visitsTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
    table->setCurrentRow(0);
    desk.dialogs.willAnswer({true, QStringLiteral("pasien pulang")});
    QVERIFY(desk.isEnabled("cancelVisitButton"));
    desk.press(Qt::Key_F8, Qt::AltModifier);
    QVERIFY(desk.dialogs.asked().last().dangerous);
    const auto state = [](const Desk& at) {
        auto* model = at.find<DataTable>("visitsTable")->model();
        return model->index(0, model->columnCount() - 1).data().toString();
    };
    QVERIFY(Desk::until([&] { return state(desk) == QStringLiteral("Cancelled"); }));
    QVERIFY(Desk::until([&] { return state(other) == QStringLiteral("Cancelled"); }));
    QVERIFY2(!desk.isEnabled("cancelVisitButton"), "once is enough");
    QVERIFY2(!desk.isEnabled("ticketButton"), "a cancelled number is no place in the queue");
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskMainJobTest)
#include "desk_main_job_test.moc"
