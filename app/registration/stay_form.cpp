// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/stay_form.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/choice_field.h"
#include "app/kit/form_grid.h"
#include "app/kit/text_field.h"
#include "app/registration/visit_words.h"
#include "common/base/text.h"

namespace simrs {
namespace {

namespace keys {
const QString ward = QStringLiteral("ward_id");
const QString bed = QStringLiteral("bed_id");
const QString leader = QStringLiteral("leader_id");
const QString given = QStringLiteral("given");
const QString entitled = QStringLiteral("entitled");
const QString payer = QStringLiteral("payer_id");
const QString reason = QStringLiteral("reason");
}  // namespace keys

template <class Id>
Id idOf(const ChoiceField* field) {
    return Id(Uuid::fromString(field->value().toString()));
}

CareClass classOf(const ChoiceField* field) { return static_cast<CareClass>(field->value().toInt()); }

QList<Choice> careClasses() {
    QList<Choice> choices;
    for (int at = 1; at < enumCount(CareClass()); ++at)
        choices.append({careClassWord(static_cast<CareClass>(at)), at});
    return choices;
}

}  // namespace

StayForm::StayForm(const Masters& masters, const Stay* moved)
    : m_masters(masters),
      m_moved(moved == nullptr ? std::nullopt : std::optional(*moved)),
      m_grid(new FormGrid) {
    build();
    fillChoices();
    connect(m_ward, &ChoiceField::valueChosen, this, &StayForm::wardChosen);
    connect(m_bed, &ChoiceField::valueChosen, this, [this] {
        // The bed's class is what is given there; it may be changed (a patient put up for want of a bed).
        for (const Bed& bed : m_masters.beds)
            if (bed.id == idOf<BedId>(m_bed) && bed.careClass != CareClass::None)
                m_given->setValue(static_cast<int>(bed.careClass));
    });
}

void StayForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    const auto choice = [this](const QString& key, const QString& label, Need need, const char* name) {
        auto* field = new ChoiceField;
        field->setObjectName(QString::fromLatin1(name));
        m_grid->addField(key, label, field, 3, need);
        return field;
    };
    m_ward = choice(keys::ward, tr("Ward"), Need::Required, "wardField");
    m_bed = choice(keys::bed, tr("Bed"), Need::Optional, "bedField");
    m_leader = choice(keys::leader, tr("Attending doctor (DPJP)"), Need::Required, "leaderField");
    m_given = choice(keys::given, tr("Class given"), Need::Required, "givenField");
    if (!m_moved) {
        m_entitled = choice(keys::entitled, tr("Class entitled"), Need::Optional, "entitledField");
        m_payer = choice(keys::payer, tr("Payer"), Need::Required, "stayPayerField");
        return;
    }
    m_reason = new TextField;
    m_reason->setAtMost(limits::kReasonChars);
    m_reason->setObjectName(QStringLiteral("stayReasonField"));
    m_grid->addField(keys::reason, tr("Reason"), m_reason, FormGrid::columns, Need::Required);
}

void StayForm::fillChoices() {
    for (const Clinic& clinic : m_masters.clinics)
        if (clinic.kind == ClinicKind::Ward && clinic.active)
            m_ward->addChoice(clinic.name, clinic.id.toString());
    const bool anyLeads = std::any_of(m_masters.doctors.begin(), m_masters.doctors.end(),
                                      [](const Doctor& doctor) { return doctor.leadsStays; });
    for (const Doctor& doctor : m_masters.doctors)
        if (doctor.active && (doctor.leadsStays || !anyLeads))
            m_leader->addChoice(doctor.name, doctor.id.toString());
    m_given->setChoices(careClasses());
    m_ward->setValue({});
    if (m_entitled != nullptr) m_entitled->setChoices(careClasses());
    if (m_payer != nullptr)
        for (const Payer& payer : m_masters.payers)
            if (payer.active) m_payer->addChoice(payer.name, payer.id.toString());
    for (ChoiceField* field : {m_leader, m_given, m_entitled, m_payer})
        if (field != nullptr) field->setValue({});
    if (m_moved) {
        m_ward->setValue(m_moved->wardId.toString());
        m_leader->setValue(m_moved->leaderId.toString());
    }
    wardChosen();
    if (!m_moved) return;
    m_bed->setValue(m_moved->bedId.toString());
    m_given->setValue(static_cast<int>(m_moved->given));
}

void StayForm::wardChosen() {
    QList<Choice> beds{{tr("No particular bed"), Uuid().toString()}};
    const ClinicId ward = idOf<ClinicId>(m_ward);
    for (const Bed& bed : m_masters.beds)
        if (bed.active && bed.clinicId == ward) beds.append({bed.name, bed.id.toString()});
    m_bed->setChoices(beds);
    m_bed->setValue(Uuid().toString());
    const Clinic* row = findClinic(m_masters, ward);
    if (row != nullptr && row->careClass != CareClass::None)
        m_given->setValue(static_cast<int>(row->careClass));
}

void StayForm::propose(CareClass entitled, const PayerId& payer) {
    if (m_entitled != nullptr && entitled != CareClass::None)
        m_entitled->setValue(static_cast<int>(entitled));
    if (m_payer != nullptr) m_payer->setValue(payer.toString());
}

void StayForm::fill(AdmitPatient& command) const {
    command.wardId = idOf<ClinicId>(m_ward);
    command.bedId = idOf<BedId>(m_bed);
    command.leaderId = idOf<DoctorId>(m_leader);
    command.given = classOf(m_given);
    command.entitled = classOf(m_entitled);
    command.payerId = idOf<PayerId>(m_payer);
}

void StayForm::fill(MoveStay& command) const {
    command.wardId = idOf<ClinicId>(m_ward);
    command.bedId = idOf<BedId>(m_bed);
    command.leaderId = idOf<DoctorId>(m_leader);
    command.given = classOf(m_given);
    command.reason = cleanLine(m_reason->text());
}

bool StayForm::fits() {
    QList<FieldError> problems;
    if (!m_ward->value().isValid()) problems.append({keys::ward, tr("Choose the ward")});
    if (!m_leader->value().isValid()) problems.append({keys::leader, tr("Choose the attending doctor")});
    if (!m_given->value().isValid()) problems.append({keys::given, tr("Choose the class")});
    if (m_payer != nullptr && !m_payer->value().isValid())
        problems.append({keys::payer, tr("Choose who pays")});
    if (m_reason != nullptr && cleanLine(m_reason->text()).isEmpty())
        problems.append({keys::reason, tr("Say why")});
    return m_grid->showErrors(problems) == 0;
}

}  // namespace simrs
