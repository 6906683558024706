// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_moving.h"

#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/choice_field.h"
#include "app/kit/date_field.h"
#include "app/kit/dialogs.h"
#include "app/kit/form_grid.h"
#include "app/kit/radio_row.h"
#include "app/kit/text_field.h"
#include "app/registration/desk_words.h"
#include "app/registration/visit_moving_form.h"
#include "app/registration/visit_proposal.h"
#include "common/base/text.h"

namespace simrs {
namespace {

namespace keys {
const QString clinic = QStringLiteral("clinic_id");
const QString doctor = QStringLiteral("doctor_id");
const QString session = QStringLiteral("session");
const QString payer = QStringLiteral("payer_id");
const QString day = QStringLiteral("service_date");
const QString reason = QStringLiteral("reason");
}  // namespace keys

template <class Id>
Id idOf(const ChoiceField* field) {
    return Id(Uuid::fromString(field->value().toString()));
}

}  // namespace

VisitMovingForm::VisitMovingForm(const Visit& visit, const Masters& masters, QDate today)
    : m_visit(visit), m_masters(masters), m_today(today), m_grid(new FormGrid) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    const auto choice = [this](const QString& key, const QString& label, int span, const char* name) {
        auto* field = new ChoiceField;
        field->setObjectName(QString::fromLatin1(name));
        m_grid->addField(key, label, field, span, Need::Required);
        return field;
    };
    m_clinic = choice(keys::clinic, tr("Clinic"), 3, "movedClinicField");
    m_doctor = choice(keys::doctor, tr("Doctor"), 3, "movedDoctorField");
    m_session = new RadioRow;
    m_session->setObjectName(QStringLiteral("movedSessionRow"));
    for (const auto session : {PracticeSession::Morning, PracticeSession::Afternoon})
        m_session->addChoice(sessionWord(session), static_cast<int>(session));
    m_grid->addField(keys::session, tr("Session"), m_session, 2, Need::Required);
    m_day = new DateField(today);
    m_day->setObjectName(QStringLiteral("movedDayField"));
    m_grid->addField(keys::day, tr("Day"), m_day, 2, Need::Required);
    m_payer = choice(keys::payer, tr("Payer"), 2, "movedPayerField");
    m_reason = new TextField;
    m_reason->setAtMost(limits::kReasonChars);
    m_reason->setObjectName(QStringLiteral("movedReasonField"));
    m_grid->addField(keys::reason, tr("Reason"), m_reason, FormGrid::columns, Need::Required);
    fill();
    connect(m_clinic, &ChoiceField::valueChosen, this, &VisitMovingForm::clinicChosen);
}

void VisitMovingForm::fill() {
    const ClinicKind kind =
        m_visit.type == VisitType::Emergency ? ClinicKind::Emergency : ClinicKind::Outpatient;
    for (const Clinic& clinic : m_masters.clinics)
        if ((clinic.active && clinic.kind == kind) || clinic.id == m_visit.clinicId)
            m_clinic->addChoice(clinic.name, clinic.id.toString());
    for (const Payer& payer : m_masters.payers)
        if (payer.active || payer.id == m_visit.payerId) m_payer->addChoice(payer.name, payer.id.toString());
    m_clinic->setValue(m_visit.clinicId.toString());
    clinicChosen();
    m_doctor->setValue(m_visit.doctorId.toString());
    m_session->setValue(static_cast<int>(m_visit.session));
    m_grid->setFieldShown(keys::session, kind == ClinicKind::Outpatient);
    m_day->setDate(m_visit.serviceDate);
    m_payer->setValue(m_visit.payerId.toString());
}

void VisitMovingForm::clinicChosen() {
    const ClinicId clinic = idOf<ClinicId>(m_clinic);
    const Clinic* row = findClinic(m_masters, clinic);
    QList<Choice> doctors;
    m_needsDoctor = m_visit.type == VisitType::Outpatient &&
                    (row == nullptr || row->ticketSeries == TicketSeries::DoctorAndSession);
    if (!m_needsDoctor) doctors.append({tr("No particular doctor"), Uuid().toString()});
    for (const Doctor& doctor : doctorsOf(m_masters, clinic))
        doctors.append({doctor.name, doctor.id.toString()});
    m_doctor->setChoices(doctors);
    if (doctors.size() == 1) m_doctor->setValue(doctors.first().value);
}

MoveVisit VisitMovingForm::command() const {
    MoveVisit command;
    command.visitId = m_visit.id;
    command.base = m_visit;
    command.clinicId = idOf<ClinicId>(m_clinic);
    command.doctorId = idOf<DoctorId>(m_doctor);
    command.session = static_cast<PracticeSession>(m_session->value().toInt());
    command.payerId = idOf<PayerId>(m_payer);
    command.serviceDate = m_day->date();
    command.reason = cleanLine(m_reason->text());
    return command;
}

bool VisitMovingForm::fits() {
    QList<FieldError> problems;
    if (!m_clinic->value().isValid()) problems.append({keys::clinic, tr("Choose the clinic")});
    if (m_needsDoctor && idOf<DoctorId>(m_doctor).isNull())
        problems.append({keys::doctor, tr("Choose the doctor")});
    if (m_day->isUnreadable() || !m_day->date().isValid())
        problems.append({keys::day, tr("Type the day")});
    else if (m_day->date() != m_visit.serviceDate && m_day->date() < m_today)
        problems.append({keys::day, tr("This day is over")});
    if (!m_payer->value().isValid()) problems.append({keys::payer, tr("Choose who pays")});
    if (cleanLine(m_reason->text()).isEmpty()) problems.append({keys::reason, tr("Say why")});
    const MoveVisit wanted = command();
    const bool same = wanted.clinicId == m_visit.clinicId && wanted.doctorId == m_visit.doctorId &&
                      wanted.session == m_visit.session && wanted.payerId == m_visit.payerId &&
                      wanted.serviceDate == m_visit.serviceDate;
    if (problems.isEmpty() && same) problems.append({keys::clinic, tr("Nothing is other than before")});
    return m_grid->showErrors(problems) == 0;
}

void moveVisit(Workbench& workbench, QWidget* parent, const VisitPaper& paper,
               std::function<void(const Result<VisitMade>&)> then) {
    Backend& backend = workbench.backend();
    if (backend.masters() == nullptr) return then(fail(ErrorCode::NotConnected));
    auto* form = new VisitMovingForm(paper.visit, *backend.masters(), backend.today());
    Question question;
    question.title = VisitMovingForm::tr("Move this visit");
    question.text = paper.patientName + QLatin1Char('\n') + visitLine(paper.visit, MasterNames(backend));
    if (!paper.ticket.id.isNull())
        question.text += QLatin1Char('\n') + VisitMovingForm::tr(
                                                 "Queue number %1 is shown as moved and never given again, "
                                                 "unless only the payer changes.")
                                                 .arg(ticketLine(paper.ticket));
    question.actionVerb = VisitMovingForm::tr("Move visit");
    MoveVisit command;
    const auto accept = [form, &command] {
        if (!form->fits()) return false;
        command = form->command();
        return true;
    };
    if (!workbench.dialogs().edit(parent, question, form, accept)) return;
    backend.submit(command, parent, [then = std::move(then)](const Result<VisitMade>& made) { then(made); });
}

}  // namespace simrs
