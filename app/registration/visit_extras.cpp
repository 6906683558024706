// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_extras.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/entity_form.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/theme.h"
#include "app/registration/visit_words.h"

namespace simrs {

VisitExtras::VisitExtras(QWidget* parent)
    : QWidget(parent),
      m_notice(new NoticeStrip),
      m_form(new EntityForm(entityType<VisitDetails>(), FormPlan{.wide = true})) {
    setObjectName(QStringLiteral("visitExtras"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    column->addWidget(m_notice);
    column->addWidget(m_form);
    connect(m_form, &EntityForm::edited, this, [this] {
        showWarnings();
        Q_EMIT edited();
    });
}

void VisitExtras::begin(const PatientFile& file, const Masters& masters, QDate today) {
    m_file = file;
    m_masters = masters;
    m_today = today;
    m_form->setReferences(visitReferences(masters));
    m_form->setToday(today);
    const VisitDetails nothing;
    m_form->setObject(&nothing);
    showWarnings();
}

void VisitExtras::setChoice(Arrival arrival, const PayerId& payer, const ClinicId& clinic, VisitType type) {
    m_arrival = arrival;
    m_payer = payer;
    m_clinic = clinic;
    m_type = type;
    showWarnings();
}

VisitDetails VisitExtras::details() const {
    VisitDetails typed = *static_cast<const VisitDetails*>(m_form->typed().get());
    tidyVisitDetails(typed);
    return typed;
}

bool VisitExtras::fits() {
    if (!m_form->check()) return false;
    const Status checked = checkVisitDetails(details(), m_today);
    return checked || !m_form->showError(checked.error());
}

bool VisitExtras::showError(const Error& error) { return m_form->showError(error); }

QWidget* VisitExtras::strip() const { return m_notice; }

FormGrid* VisitExtras::grid() const { return m_form->grid(); }

QList<VisitWarning> VisitExtras::detailWarnings() const {
    return visitWarnings(details(), m_arrival, payerKind(), m_today);
}

/// The key of its field; empty where none lacks.
QString VisitExtras::lackingLetter() const {
    const QList<VisitWarning> found = detailWarnings();
    if (found.contains(VisitWarning::ReferralLacks)) return QStringLiteral("referral_number");
    if (found.contains(VisitWarning::ControlLetterLacks)) return QStringLiteral("control_letter");
    return {};
}

/// The letter is in the clerk's other hand, under the scanner: no walk through the fields before it.
void VisitExtras::focusLetter() {
    const QString letter = lackingLetter();
    if (letter.isEmpty() || grid()->field(letter)->hasFocus()) return m_form->focusFirst();
    grid()->focusField(letter);
}

PayerKind VisitExtras::payerKind() const {
    for (const Payer& payer : m_masters.payers)
        if (payer.id == m_payer) return payer.kind;
    return PayerKind::SelfPay;
}

/// Dead, still in a ward, a second visit today: told, not refused (hospital-practice 1.4, 4).
QStringList VisitExtras::personWarnings() const {
    QStringList words;
    if (m_file.details.diedOn.isValid())
        words.append(tr("The patient is noted as deceased on %1").arg(dateWords(m_file.details.diedOn)));
    for (const Stay& stay : m_file.stays)
        if (stay.discharge == Discharge::StillHere)
            words.append(
                tr("The patient still lies in a ward: %1").arg(stayLine(stay, MasterNames(&m_masters))));
    const auto isJkn = [this](const PayerId& id) {
        return std::any_of(m_masters.payers.begin(), m_masters.payers.end(), [&id](const Payer& payer) {
            return payer.id == id && payer.kind == PayerKind::Jkn;
        });
    };
    for (const Visit& visit : m_file.visits) {
        if (visit.state != VisitState::Registered || visit.serviceDate != m_today) continue;
        const QString there = MasterNames(&m_masters).clinic(visit.clinicId);
        if (visit.clinicId == m_clinic)
            words.append(tr("Registered at %1 today already").arg(there));
        else if (payerKind() == PayerKind::Jkn && isJkn(visit.payerId) && m_type == VisitType::Outpatient &&
                 visit.type == VisitType::Outpatient)
            words.append(tr("A second JKN visit today, after %1").arg(there));
    }
    return words;
}

QStringList VisitExtras::warnings() const {
    QStringList words = personWarnings();
    if (m_payer.isNull()) return words;
    const VisitDetails typed = details();
    for (const VisitWarning warning : detailWarnings()) {
        // That the SEP follows is usual at the desk; it stands on its own list.
        if (warning != VisitWarning::SepLacks && warning != VisitWarning::MembershipNotChecked)
            words.append(warningWords(warning, typed));
    }
    return words;
}

void VisitExtras::showWarnings() {
    const QStringList words = warnings();
    if (words.isEmpty()) return m_notice->clear();
    m_notice->setNotice(ChipKind::Warning, words.join(QStringLiteral(" · ")));
}

}  // namespace simrs
