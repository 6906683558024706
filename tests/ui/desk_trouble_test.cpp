// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong at a counter: two clerks with one NIK, a clinic that closes while the form is open, a payer
// that needs a card, a folder for the papers that is gone.
#include <QLineEdit>

#include "app/kit/choice_field.h"
#include "app/kit/form_grid.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

class DeskTroubleTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoClerksOneNik();
    void theClinicClosesMeanwhile();
    void thePayerNeedsACard();
    void theFolderOfTheTicketsIsGone();
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

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
    const QString nik = knownPatient(*client, 21);
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
    const QString nik = knownPatient(*client, 22);
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

void DeskTroubleTest::theFolderOfTheTicketsIsGone() {
    ServerRig server;
    const auto client = server.client(Role::RegistrationClerk);
    const QString nik = knownPatient(*client, 25);
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
