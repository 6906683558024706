// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_morning.h"

#include <QCheckBox>
#include <QLineEdit>

#include "app/kit/choice_field.h"
#include "app/kit/date_field.h"

namespace simrs::test {
namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

template <Entity E>
E saved(DeskClient& head, const E& row) {
    const auto made = head.submit(SaveMaster<E>{E(), row});
    if (!made) qFatal("%s", failure(made));
    return made->row;
}

}  // namespace

DeskMorning::DeskMorning() : m_server(std::make_unique<ServerRig>()) {
    const auto head = m_server->client(Role::HeadOfRegistration);
    m_ward.code = s("CEM");
    m_ward.name = s("Cempaka");
    m_ward.kind = ClinicKind::Ward;
    m_ward = saved(*head, m_ward);
    m_other.code = s("DAH");
    m_other.name = s("Dahlia");
    m_other.kind = ClinicKind::Ward;
    m_other = saved(*head, m_other);
    m_bed.code = s("CEM-01");
    m_bed.name = s("Kamar 1, bed 1");
    m_bed.clinicId = m_ward.id;
    m_bed.careClass = CareClass::Class3;
    m_bed = saved(*head, m_bed);
    Payer nobody;
    nobody.code = s("BLM");
    nobody.name = s("Belum ditentukan");
    nobody.kind = PayerKind::Undetermined;
    saved(*head, nobody);
    m_client = m_server->client(Role::RegistrationClerk);
    m_desk = std::make_unique<Desk>(*m_server);
}

PatientId DeskMorning::known(const Patient& patient, const PatientDetails& details) {
    RegisterPatient command;
    command.patient = patient;
    command.details = details;
    const auto made = m_client->submit(command);
    if (!made) qFatal("%s", failure(made));
    return made->id;
}

VisitId DeskMorning::visited(const PatientId& patient, int at, int payer, const VisitDetails& details) {
    RegisterVisit command;
    command.patientId = patient;
    command.clinicId = clinic(at).id;
    command.doctorId = m_server->masters().doctors[at].id;
    command.payerId = m_server->masters().payers[payer].id;
    command.details = details;
    const auto made = m_client->submit(command);
    if (!made) qFatal("%s", failure(made));
    return made->visit.id;
}

VisitFile DeskMorning::file(const VisitId& visit) {
    const auto file = m_client->ask(GetVisit{visit});
    if (!file) qFatal("%s", failure(file));
    return *file;
}

PatientFile DeskMorning::file(const PatientId& patient) {
    const auto file = m_client->ask(GetPatient{patient});
    if (!file) qFatal("%s", failure(file));
    return *file;
}

void DeskMorning::toSearch() {
    m_desk->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("search")));
    m_desk->find<QLineEdit>("searchField")->clear();
}

void DeskMorning::openFile(const QString& scanned) {
    toSearch();
    m_desk->scan(scanned);
    QVERIFY2(m_desk->waitForPage(s("patient")), qPrintable(scanned));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("registerVisitButton"); }));
}

void DeskMorning::toVisitForm() {
    m_desk->press(Qt::Key_F6);
    QVERIFY(m_desk->waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("registerButton"); }));
}

void DeskMorning::chooseClinic(int number, const QString& payer) {
    choose("clinicField", s("Poli %1").arg(number));
    choose("payerField", payer);
}

QString DeskMorning::registerIt() {
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    const bool given = Desk::until([&] { return !m_desk->labelText("ticketNumberLabel").isEmpty(); });
    ++people;
    return given ? m_desk->labelText("ticketNumberLabel") : QString();
}

void DeskMorning::openVisit(const VisitId& visit) {
    m_desk->window.open(s("visit"), QVariant::fromValue(visit));
    QVERIFY(m_desk->waitForPage(s("visit")));
    const QString number =
        registrationNumber(file(visit).visit.serviceDate, file(visit).visit.registrationNumber);
    QVERIFY(Desk::until([&] { return m_desk->labelText("registrationNumberFact") == number; }));
}

void DeskMorning::newForm(const QString& name) {
    toSearch();
    newPatientForm(*m_desk, name, {});
}

void DeskMorning::fill(const char* field, const QString& text) {
    auto* line = m_desk->find<QLineEdit>(field);
    line->setFocus();
    line->selectAll();
    m_desk->type(text);
    m_desk->press(Qt::Key_Tab);
}

void DeskMorning::choose(const char* field, const QString& letters) {
    auto* choice = m_desk->find<ChoiceField>(field);
    const int row = choice->findTyped(letters);
    QVERIFY2(row >= 0, qPrintable(letters));
    choice->setFocus();
    m_desk->type(letters);
    QCOMPARE(choice->currentIndex(), row);
}

void DeskMorning::tick(const char* field) {
    m_desk->find<QCheckBox>(field)->setFocus();
    m_desk->press(Qt::Key_Space);
}

PatientId DeskMorning::saveNew(const QString& name) {
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    if (!m_desk->waitForPage(s("patient"))) qFatal("%s was not saved", qPrintable(name));
    ++people;
    QList<Patient> made = rowsOf(*m_server, Where<Patient>().eq<&Patient::name>(name));
    if (made.isEmpty()) qFatal("no file of %s", qPrintable(name));
    std::sort(made.begin(), made.end(), [](const Patient& a, const Patient& b) { return a.mrn > b.mrn; });
    return made.first().id;
}

void DeskMorning::answerForm(const QList<std::pair<const char*, QString>>& answers) {
    m_desk->dialogs.willAnswer({true, {}});
    m_desk->dialogs.onEdit = [answers](QWidget* form) {
        for (const auto& [name, text] : answers) {
            if (auto* choice = form->findChild<ChoiceField*>(s(name))) {
                const int row = choice->findTyped(text);
                QVERIFY2(row >= 0, qPrintable(text));
                choice->setCurrentIndex(row);
                Q_EMIT choice->valueChosen(choice->value());
            } else if (auto* date = form->findChild<DateField*>(s(name))) {
                date->setDate(QDate::fromString(text, s("ddMMyyyy")));
            } else if (auto* line = form->findChild<QLineEdit*>(s(name))) {
                line->setText(text);
            } else {
                qFatal("no %s in the form", name);
            }
        }
    };
}

}  // namespace simrs::test
