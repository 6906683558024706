// SPDX-License-Identifier: GPL-3.0-or-later
// Enter walks from clinic to arrival; the type stands before the clinic and is changed rarely, so work begins
// at the clinic.
#include "app/registration/visit_form.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/choice_field.h"
#include "app/kit/date_text.h"
#include "app/kit/error_text.h"
#include "app/kit/radio_row.h"
#include "app/registration/desk_words.h"
#include "app/registration/licence_words.h"
#include "app/registration/master_names.h"
#include "app/registration/patient_lines.h"
#include "app/registration/visit_extras.h"

namespace simrs {
namespace {

namespace keys {
const QString type = QStringLiteral("type");
const QString clinic = QStringLiteral("clinic_id");
const QString doctor = QStringLiteral("doctor_id");
const QString session = QStringLiteral("session");
const QString payer = QStringLiteral("payer_id");
const QString arrival = QStringLiteral("arrival");
}  // namespace keys

QVariant number(auto value) { return static_cast<int>(value); }

template <class Id>
Id idOf(const ChoiceField* field) {
    return Id(Uuid::fromString(field->value().toString()));
}

}  // namespace

VisitForm::VisitForm(QWidget* parent) : QWidget(parent), m_grid(new FormGrid) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    m_type = new RadioRow;
    m_type->setObjectName(QStringLiteral("typeRow"));
    for (const auto type : {VisitType::Outpatient, VisitType::Emergency})
        m_type->addChoice(visitTypeWord(type), number(type));
    m_grid->addField(keys::type, tr("Type of visit"), m_type, 3, Need::Required);
    m_session = new RadioRow;
    m_session->setObjectName(QStringLiteral("sessionRow"));
    for (const auto session : {PracticeSession::Morning, PracticeSession::Afternoon})
        m_session->addChoice(sessionWord(session), number(session));
    const auto choice = [this](const QString& key, const QString& label, int span, Need need,
                               const char* name) {
        auto* field = new ChoiceField;
        field->setObjectName(QString::fromLatin1(name));
        m_grid->addField(key, label, field, span, need);
        return field;
    };
    m_grid->endRow();
    m_clinic = choice(keys::clinic, tr("Clinic"), 3, Need::Required, "clinicField");
    m_doctor = choice(keys::doctor, tr("Doctor"), 3, Need::Required, "doctorField");
    m_grid->addField(keys::session, tr("Session"), m_session, 2, Need::Required);
    m_payer = choice(keys::payer, tr("Payer"), 2, Need::Required, "payerField");
    m_arrival = choice(keys::arrival, tr("How the patient came"), 2, Need::Required, "arrivalField");
    for (int at = 0; at < enumCount(Arrival()); ++at)
        m_arrival->addChoice(arrivalWord(static_cast<Arrival>(at)), at);
    // Made last: Tab goes from the six fields to the details.
    m_extras = new VisitExtras;
    column->addWidget(m_extras);
    column->addStretch(1);
    followChoices();
}

void VisitForm::followChoices() {
    const auto touched = [this] {
        m_touched = true;
        showHints();
        Q_EMIT edited();
    };
    connect(m_type, &RadioRow::valueChosen, this, [this, touched] {
        fillClinics();
        clinicChosen();
        touched();
    });
    connect(m_clinic, &ChoiceField::valueChosen, this, [this, touched] {
        m_clinicWhy = ProposalReason::None;
        m_grid->clearError(keys::clinic);
        clinicChosen();
        touched();
    });
    connect(m_doctor, &ChoiceField::valueChosen, this, [this, touched] {
        m_doctorWhy = ProposalReason::None;
        m_grid->clearError(keys::doctor);
        touched();
    });
    connect(m_payer, &ChoiceField::valueChosen, this, [this, touched] {
        m_payerWhy = ProposalReason::None;
        m_grid->clearError(keys::payer);
        touched();
    });
    connect(m_session, &RadioRow::valueChosen, this, [this, touched] {
        m_sessionChosen = true;
        touched();
    });
    connect(m_arrival, &ChoiceField::valueChosen, this, touched);
    connect(m_extras, &VisitExtras::edited, this, [this] { m_touched = true; });
}

void VisitForm::begin(const PatientFile& file, const Masters& masters, QDate today, int minuteOfDay) {
    m_file = file;
    m_masters = masters;
    m_today = today;
    m_minuteOfDay = minuteOfDay;
    m_sessionChosen = false;
    m_touched = false;
    m_extras->begin(file, masters, today);
    m_type->setValue(number(VisitType::Outpatient));
    for (ChoiceField* field : {m_clinic, m_doctor, m_payer, m_arrival}) field->setValue({});
    fillClinics();
    fillPayers();
    propose();
    m_grid->clearErrors();
    showHints();
}

void VisitForm::propose() {
    const auto clinic = proposedClinic(m_file, m_masters, m_today);
    m_clinicWhy = clinic.why;
    if (!clinic.id.isNull()) m_clinic->setValue(clinic.id.toString());
    clinicChosen();
    const auto payer = proposedPayer(m_file, m_masters, m_habits);
    m_payerWhy = payer.why;
    if (!payer.id.isNull()) m_payer->setValue(payer.id.toString());
    m_session->setValue(number(sessionAt(m_minuteOfDay, m_masters.hospital)));
    m_arrival->setValue(number(clinic.id.isNull() ? Arrival::WalkIn : Arrival::Control));
}

void VisitForm::setFile(const PatientFile& file) {
    m_file = file;
    if (!lacksCard()) m_grid->clearError(keys::payer);
    showHints();
}

void VisitForm::setMasters(const Masters& masters) {
    if (masters == m_masters) return;
    const auto nameOf = [](const ChoiceField* field) { return field->currentText(); };
    const QString clinic = nameOf(m_clinic), doctor = nameOf(m_doctor), payer = nameOf(m_payer);
    m_masters = masters;
    fillClinics();
    fillDoctors();
    fillPayers();
    const auto gone = [this](const QString& key, const ChoiceField* field, const QString& before) {
        if (!before.isEmpty() && !field->value().isValid())
            m_grid->setError(key, tr("%1 is not available any more").arg(before));
    };
    gone(keys::clinic, m_clinic, clinic);
    if (!clinic.isEmpty() && m_clinic->value().isValid()) gone(keys::doctor, m_doctor, doctor);
    gone(keys::payer, m_payer, payer);
    if (!m_doctor->value().isValid()) m_doctorWhy = ProposalReason::None;
    if (!m_clinic->value().isValid()) m_clinicWhy = ProposalReason::None;
    showHints();
}

void VisitForm::fillClinics() {
    QList<Choice> choices;
    const ClinicKind kind = type() == VisitType::Emergency ? ClinicKind::Emergency : ClinicKind::Outpatient;
    for (const Clinic& clinic : m_masters.clinics)
        if (clinic.active && clinic.kind == kind) choices.append({clinic.name, clinic.id.toString()});
    m_clinic->setChoices(choices);
    // There is one emergency department in most hospitals; the clerk has already chosen the type.
    if (kind == ClinicKind::Emergency && choices.size() == 1) m_clinic->setValue(choices.first().value);
}

void VisitForm::fillDoctors() {
    QList<Choice> choices;
    if (!needsDoctor() && clinicRow() != nullptr)
        choices.append({tr("No particular doctor"), Uuid().toString()});
    for (const Doctor& doctor : doctorsOf(m_masters, clinic()))
        choices.append({doctor.name, doctor.id.toString()});
    m_doctor->setChoices(choices);
}

void VisitForm::fillPayers() {
    QList<Choice> choices;
    for (const Payer& payer : m_masters.payers)
        if (payer.active) choices.append({payer.name, payer.id.toString()});
    m_payer->setChoices(choices);
}

void VisitForm::clinicChosen() {
    fillDoctors();
    m_grid->setNeed(keys::doctor, needsDoctor() ? Need::Required : Need::Optional);
    m_grid->setFieldShown(keys::session, type() == VisitType::Outpatient);
    const auto doctor = proposedDoctor(m_file, m_masters, m_today, clinic(), m_habits);
    m_doctorWhy = doctor.why;
    if (!doctor.id.isNull()) {
        m_doctor->setValue(doctor.id.toString());
    } else {
        m_doctor->setValue(needsDoctor() || clinicRow() == nullptr ? QVariant()
                                                                   : QVariant(Uuid().toString()));
    }
}

bool VisitForm::needsDoctor() const {
    const Clinic* row = clinicRow();
    return type() == VisitType::Outpatient &&
           (row == nullptr || row->ticketSeries == TicketSeries::DoctorAndSession);
}

VisitType VisitForm::type() const { return static_cast<VisitType>(m_type->value().toInt()); }
ClinicId VisitForm::clinic() const { return idOf<ClinicId>(m_clinic); }
const Clinic* VisitForm::clinicRow() const { return findClinic(m_masters, clinic()); }
const Payer* VisitForm::payerRow() const { return findPayer(m_masters, idOf<PayerId>(m_payer)); }

bool VisitForm::lacksCard() const {
    const Payer* payer = payerRow();
    return payer != nullptr && payer->needsCard && m_file.patient.card.isEmpty();
}

/// A doctor without a licence may not treat (UU 17/2023); who works at the desk sees it, the management
/// decides.
QString VisitForm::licenceLine() const {
    const auto doctor = idOf<DoctorId>(m_doctor);
    for (const Doctor& one : m_masters.doctors) {
        if (one.id != doctor) continue;
        for (const LicenceWarning& warning : licenceWarnings(one, m_today))
            if (warning.state == LicenceState::Expired) return licenceChip(warning).text;
    }
    return {};
}

QString VisitForm::clinicHint() const {
    const Clinic* row = clinicRow();
    if (row == nullptr) return tr("Type the first letters");
    if (m_clinicWhy == ProposalReason::ControlVisit) {
        if (const Visit* control = controlVisit(m_file, m_masters, m_today))
            return tr("Proposed: control visit of %1").arg(dateWords(control->serviceDate));
    }
    const QString hours = minuteText(static_cast<int>(row->opensMinute)) + QChar(0x2013) +
                          minuteText(static_cast<int>(row->closesMinute));
    const bool open = m_minuteOfDay >= row->opensMinute && m_minuteOfDay < row->closesMinute;
    if (row->kind == ClinicKind::Emergency) return {};
    return open ? tr("Open %1").arg(hours) : tr("Check: open only %1").arg(hours);
}

void VisitForm::showHints() {
    const auto why = [](ProposalReason reason) {
        switch (reason) {
            case ProposalReason::ControlVisit:
                return tr("Proposed: as at the control visit");
            case ProposalReason::LastVisit:
                return tr("Proposed: as at the last visit");
            case ProposalReason::OnlyOne:
                return tr("The only doctor here");
            case ProposalReason::Habit:
                return tr("Proposed: your last choice");
            case ProposalReason::None:
                break;
        }
        return QString();
    };
    m_grid->setHint(keys::clinic, clinicHint());
    const QString licence = licenceLine();
    m_grid->setHint(keys::doctor, licence.isEmpty() ? why(m_doctorWhy) : licence);
    m_grid->setHint(keys::payer, lacksCard() ? tr("Needs the card number") : why(m_payerWhy));
    m_grid->setHint(
        keys::session,
        m_sessionChosen ? QString() : tr("By the time: %1").arg(minuteText(static_cast<int>(m_minuteOfDay))));
    m_grid->setHint(keys::type, type() == VisitType::Emergency ? tr("Without a queue number") : QString());
    tellExtras();
}

void VisitForm::tellExtras() {
    m_extras->setChoice(static_cast<Arrival>(m_arrival->value().toInt()), idOf<PayerId>(m_payer), clinic(),
                        type());
}

RegisterVisit VisitForm::command() const {
    RegisterVisit command;
    command.patientId = m_file.patient.id;
    command.type = type();
    command.clinicId = clinic();
    command.doctorId = idOf<DoctorId>(m_doctor);
    command.session = static_cast<PracticeSession>(m_session->value().toInt());
    command.payerId = idOf<PayerId>(m_payer);
    command.arrival = static_cast<Arrival>(m_arrival->value().toInt());
    command.details = m_extras->details();
    // A colleague sent the patient on: the same letter and the same bill.
    const Visit* today =
        newestVisit(m_file, [this](const Visit& visit) { return visit.serviceDate == m_today; });
    if (command.arrival == Arrival::InternalReferral && today != nullptr)
        command.episodeId = today->episodeId;
    return command;
}

QList<FieldError> VisitForm::problems() const {
    QList<FieldError> found;
    if (clinicRow() == nullptr) found.append({keys::clinic, tr("Choose the clinic")});
    if (clinicRow() != nullptr && needsDoctor() && !m_doctor->value().isValid())
        found.append({keys::doctor,
                      m_doctor->count() == 0 ? tr("No doctor practises here now") : tr("Choose the doctor")});
    if (type() == VisitType::Outpatient && !m_session->value().isValid())
        found.append({keys::session, tr("Choose the session")});
    if (payerRow() == nullptr) found.append({keys::payer, tr("Choose who pays")});
    if (lacksCard()) found.append({keys::payer, tr("Needs the patient's card number (F3)")});
    if (!m_arrival->value().isValid()) found.append({keys::arrival, tr("Choose how the patient came")});
    return found;
}

void VisitForm::remember(const Visit& visit) {
    m_habits.payer = visit.payerId;
    if (!visit.doctorId.isNull()) m_habits.doctors.insert(visit.clinicId, visit.doctorId);
}

void VisitForm::focusFirst() { m_grid->focusField(keys::clinic); }

QString VisitForm::fieldOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::ClinicUnknown:
        case ErrorCode::ClinicClosed:
            return keys::clinic;
        case ErrorCode::DoctorUnknown:
        case ErrorCode::DoctorInactive:
        case ErrorCode::DoctorElsewhere:
            return keys::doctor;
        case ErrorCode::PayerUnknown:
        case ErrorCode::PayerInactive:
        case ErrorCode::PayerNeedsCard:
            return keys::payer;
        case ErrorCode::VisitTypeInvalid:
            return keys::type;
        default:
            return {};
    }
}

}  // namespace simrs
