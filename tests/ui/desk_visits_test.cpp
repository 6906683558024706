// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong at a desk in a day and how it is put right, by keys: a stranger in the emergency
// department, the wrong clinic, the SEP that comes later, a stay from admission to discharge.
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/text_field.h"
#include "common/registration/stay_requests.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

class DeskVisitsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void aStrangerInAFewKeys();
    void theWrongClinicIsPutRight();
    void theSepComesLater();
    void aStayFromTheBedToTheDoor();
    void aNewbornIsNamedAfterTheMother();

  private:
    PatientId patient(int number, const QString& card = {});
    VisitId visit(const PatientId& patient, int clinic, int payer = 0);
    VisitFile file(const VisitId& visit);
    void openVisits();
    void choose(QWidget* form, const char* field, const QString& text);

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<DeskClient> m_client;
    std::unique_ptr<Desk> m_desk;
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

template <Entity E>
E saved(DeskClient& head, const E& row) {
    const auto made = head.submit(SaveMaster<E>{E(), row});
    if (!made) qFatal("%s", failure(made));
    return made->row;
}

}  // namespace

void DeskVisitsTest::initTestCase() {
    m_server = std::make_unique<ServerRig>();
    const auto head = m_server->client(Role::HeadOfRegistration);
    Clinic ward;
    ward.code = s("CEM");
    ward.name = s("Cempaka");
    ward.kind = ClinicKind::Ward;
    ward.careClass = CareClass::Class2;
    ward = saved(*head, ward);
    Bed bed;
    bed.code = s("CEM-01");
    bed.name = s("Kamar 1, bed 1");
    bed.clinicId = ward.id;
    bed.careClass = CareClass::Class3;
    saved(*head, bed);
    Payer nobody;
    nobody.code = s("BLM");
    nobody.name = s("Belum ditentukan");
    nobody.kind = PayerKind::Undetermined;
    saved(*head, nobody);
    m_client = m_server->client(Role::RegistrationClerk);
    m_desk = std::make_unique<Desk>(*m_server);
    QVERIFY(m_desk->signIn());
}

PatientId DeskVisitsTest::patient(int number, const QString& card) {
    RegisterPatient command;
    command.patient = testPatient(number);
    command.patient.card = card;
    const auto made = m_client->submit(command);
    if (!made) qFatal("%s", failure(made));
    return made->id;
}

VisitId DeskVisitsTest::visit(const PatientId& patient, int clinic, int payer) {
    RegisterVisit command;
    command.patientId = patient;
    command.clinicId = m_server->masters().clinics[clinic].id;
    command.doctorId = m_server->masters().doctors[clinic].id;
    command.payerId = m_server->masters().payers[payer].id;
    const auto made = m_client->submit(command);
    if (!made) qFatal("%s", failure(made));
    return made->visit.id;
}

VisitFile DeskVisitsTest::file(const VisitId& visit) {
    const auto file = m_client->ask(GetVisit{visit});
    if (!file) qFatal("%s", failure(file));
    return *file;
}

void DeskVisitsTest::openVisits() {
    m_desk->press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("visits")));
}

void DeskVisitsTest::choose(QWidget* form, const char* field, const QString& text) {
    auto* choice = form->findChild<ChoiceField*>(s(field));
    QVERIFY2(choice != nullptr, field);
    const int row = choice->findTyped(text);
    QVERIFY2(row >= 0, qPrintable(text));
    choice->setCurrentIndex(row);
    Q_EMIT choice->valueChosen(choice->value());
}

void DeskVisitsTest::aStrangerInAFewKeys() {
    m_desk->countAnew();
    m_desk->press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("emergency")));
    m_desk->press(Qt::Key_P);
    m_desk->press(Qt::Key_4);
    m_desk->shoot(s("emergency"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return m_desk->labelText("strangerNumberLabel").contains(s("MRN")); }));
    const int keys = m_desk->presses();
    m_desk->shoot(s("emergency-received"));
    qInfo("an unknown emergency patient: %d key presses", keys);
    QVERIFY2(keys <= 12, "the budget of an unknown emergency patient");
    const auto people = rowsOf(*m_server, Where<PatientDetails>().eq<&PatientDetails::unidentified>(true));
    QCOMPARE(people.size(), 1);
    const auto visits =
        rowsOf(*m_server, Where<Visit>().eq<&Visit::patientId>(PatientId(people.first().id.uuid())));
    QCOMPARE(visits.size(), 1);
    QVERIFY(!visits.first().arrivedAt.isNull() && visits.first().triagedAt.isNull());
    QCOMPARE(people.first().ageBand, AgeBand::To40);

    // He stands on the list of the unfinished, and is triaged at his visit.
    m_desk->window.open(s("unfinished"));
    QVERIFY(m_desk->waitForPage(s("unfinished")));
    auto* table = m_desk->find<DataTable>("unfinishedTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
    m_desk->shoot(s("unfinished"));
    m_desk->press(Qt::Key_Return);
    QVERIFY(m_desk->waitForPage(s("visit")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("triagedButton"); }));
    m_desk->press(Qt::Key_F9);
    QVERIFY(Desk::until([&] { return !file(visits.first().id).visit.triagedAt.isNull(); }));
    QVERIFY(Desk::until([&] { return !m_desk->isEnabled("triagedButton"); }));
}

void DeskVisitsTest::theWrongClinicIsPutRight() {
    const PatientId who = patient(1);
    const VisitId wrong = visit(who, 0);
    openVisits();
    m_desk->find<QLineEdit>("filterField")->clear();
    auto* table = m_desk->find<DataTable>("visitsTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 2; }));
    table->setCurrentRow(0);
    table->setFocus();
    m_desk->press(Qt::Key_F7);
    QVERIFY(m_desk->waitForPage(s("visit")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("moveVisitButton"); }));
    m_desk->shoot(s("visit"));
    m_desk->dialogs.onEdit = [this](QWidget* form) {
        choose(form, "movedClinicField", s("Poli 2"));
        form->findChild<QLineEdit*>(s("movedReasonField"))->setText(s("salah poli"));
    };
    m_desk->dialogs.willAnswer({true, {}});
    m_desk->press(Qt::Key_F7);
    QVERIFY(Desk::until([&] { return file(wrong).changes.size() == 1; }));
    m_desk->dialogs.onEdit = {};
    const VisitFile moved = file(wrong);
    QCOMPARE(moved.visit.clinicId, m_server->masters().clinics[1].id);
    QCOMPARE(moved.changes.first().reason, s("salah poli"));
    QCOMPARE(moved.tickets.size(), 2);
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("moveVisitButton"); }));
    m_desk->shoot(s("visit-moved"));
}

void DeskVisitsTest::theSepComesLater() {
    const VisitId jkn = visit(patient(2, s("0009990000021")), 0, 1);
    m_desk->window.open(s("visit"), QVariant::fromValue(jkn));
    QVERIFY(m_desk->waitForPage(s("visit")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("moveVisitButton"); }));
    auto* sep = m_desk->find<QLineEdit>("sepField");
    sep->setFocus();
    m_desk->type(s("0137U0501126V00051"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QVERIFY2(file(jkn).details.sep.isEmpty(), "one digit is missing: refused at the desk");
    m_desk->shoot(s("visit-sep-wrong"));
    m_desk->type(s("4"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return file(jkn).details.sep == s("0137U0501126V000514"); }));
}

void DeskVisitsTest::aStayFromTheBedToTheDoor() {
    const PatientId who = patient(3);
    m_desk->window.open(s("patient"), QVariant::fromValue(who));
    QVERIFY(m_desk->waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("admitButton"); }));
    m_desk->dialogs.onEdit = [this](QWidget* form) {
        choose(form, "wardField", s("Cempaka"));
        choose(form, "bedField", s("Kamar 1"));
        choose(form, "leaderField", s("dr. Uji 1"));
        choose(form, "stayPayerField", s("Umum"));
    };
    m_desk->dialogs.willAnswer({true, {}});
    m_desk->press(Qt::Key_F8);
    QVERIFY(
        Desk::until([&] { return !rowsOf(*m_server, Where<Stay>().eq<&Stay::patientId>(who)).isEmpty(); }));
    m_desk->dialogs.onEdit = {};
    const Stay stay = rowsOf(*m_server, Where<Stay>().eq<&Stay::patientId>(who)).first();
    QVERIFY2(stay.given == CareClass::Class3, "the bed's class, not the ward's");
    m_desk->press(Qt::Key_0, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("stays")));
    auto* table = m_desk->find<DataTable>("staysTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
    m_desk->shoot(s("stays"));
    m_desk->dialogs.onEdit = [this](QWidget* form) { choose(form, "dischargeField", s("Died")); };
    m_desk->dialogs.willAnswer({true, {}});
    m_desk->press(Qt::Key_F9);
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 0; }));
    m_desk->dialogs.onEdit = {};
    QCOMPARE(file(stay.id).stays.first().discharge, Discharge::DiedBefore48h);
}

void DeskVisitsTest::aNewbornIsNamedAfterTheMother() {
    const PatientId mother = patient(4);
    const Patient her = rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(mother)).first();
    m_desk->window.open(s("patient"), QVariant::fromValue(mother));
    QVERIFY(m_desk->waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("newbornButton"); }));
    m_desk->press(Qt::Key_F9);
    QVERIFY(m_desk->waitForPage(s("patient-form")));
    QVERIFY(Desk::until([&] { return m_desk->find<QLineEdit>("nameField")->text().contains(her.name); }));
    m_desk->type(s("L"));
    m_desk->shoot(s("newborn"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_desk->waitForPage(s("patient")));
    const auto babies = rowsOf(*m_server, Where<PatientDetails>().eq<&PatientDetails::motherId>(mother));
    QCOMPARE(babies.size(), 1);
    QVERIFY(babies.first().bornHere);
    const Patient baby =
        rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(PatientId(babies.first().id.uuid()))).first();
    QCOMPARE(baby.name, s("Ny. ") + her.name);
    QCOMPARE(baby.sapaan, Sapaan::Bayi);
    QCOMPARE(baby.noNikReason, NoNikReason::Newborn);
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskVisitsTest)
#include "desk_visits_test.moc"
