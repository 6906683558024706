// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/patient_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/kit/button.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

QString grouped(const QString& digits) {
    QString spaced;
    for (int at = 0; at < digits.size(); ++at) {
        if (at > 0 && at % 4 == 0) spaced += QLatin1Char(' ');
        spaced += digits.at(at);
    }
    return spaced;
}

/// A text that gives way to its neighbours; the whole of it is its tool tip then.
QLabel* makeYielding(LabelKind kind) {
    auto* label = new ElidingLabel;
    setLabelKind(label, kind);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    return label;
}

}  // namespace

QString maskedNik(const QString& nik) {
    const auto shown = nik.size() > 4 ? 4 : 0;
    QString hidden(nik.size() - shown, QChar(0x2022));
    return grouped(hidden + nik.right(shown));
}

PatientBanner::PatientBanner(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    setFixedHeight(t.px(60) + 1);
    setAccessibleName(tr("Patient"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(t.px(20), 0, t.px(16), 1);
    m_row->setSpacing(t.px(22));

    auto* who = new QVBoxLayout;
    who->setSpacing(t.px(1));
    m_name = makeLabel(LabelKind::Name, {});
    m_person = makeYielding(LabelKind::Hint);
    who->addStretch(1);
    who->addWidget(m_name);
    who->addWidget(m_person);
    who->addStretch(1);
    m_row->addLayout(who);

    m_mrn = addFact(tr("MRN"), makeLabel(LabelKind::Strong, {}));
    m_eye = makeIconButton(QStringLiteral("eye"), tr("Show the whole NIK (is recorded)"));
    m_eye->setFixedSize(t.px(20), t.px(20));
    m_eye->setIconSize({t.px(14), t.px(14)});
    connect(m_eye, &QToolButton::clicked, this, &PatientBanner::nikRevealRequested);
    m_nik = addFact(tr("NIK"), makeLabel(LabelKind::Strong, {}), m_eye);
    // Where room lacks, these words are shortened; never the name, a number or what warns.
    m_payer = addFact(tr("Payer"), makeYielding(LabelKind::Strong));
    m_visit = addFact(tr("Visit"), makeYielding(LabelKind::Strong));
    m_visitFact = m_visit->parentWidget();

    m_row->addStretch(1);
    m_chips = new QWidget;
    auto* chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(t.px(8));
    m_row->addWidget(m_chips);
    setPatient({});
}

QLabel* PatientBanner::addFact(const QString& title, QLabel* value, QWidget* extra) {
    const Theme& t = theme();
    auto* fact = new QWidget;
    auto* column = new QVBoxLayout(fact);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(1));
    auto* line = new QHBoxLayout;
    line->setSpacing(t.px(4));
    line->addWidget(value);
    if (extra != nullptr) line->addWidget(extra);
    line->addStretch(1);
    column->addStretch(1);
    column->addWidget(makeLabel(LabelKind::Hint, title));
    column->addLayout(line);
    column->addStretch(1);
    m_row->addWidget(fact);
    return value;
}

void PatientBanner::setPatient(const BannerText& patient) {
    m_patient = patient;
    const QString unknown = tr("not known");
    const auto known = [&unknown](const QString& text) { return text.trimmed().isEmpty() ? unknown : text; };
    m_name->setText(patient.name.trimmed().isEmpty() ? tr("Name not known")
                    : patient.title.isEmpty()
                        ? patient.name
                        : tr("%1 (%2)", "name (title)").arg(patient.name, patient.title));
    const QString sex = patient.sex.isEmpty() ? tr("sex not known") : patient.sex;
    const QString born = patient.birthDate.isEmpty() ? tr("birth date not known") : patient.birthDate;
    QStringList person{sex};
    if (!patient.age.isEmpty()) person << patient.age;
    person << born;
    m_person->setText(person.join(QStringLiteral(" · ")));
    m_mrn->setText(known(patient.mrn));
    m_nik->setText(patient.nik.isEmpty() ? unknown : maskedNik(patient.nik));
    m_eye->setVisible(!patient.nik.isEmpty());
    m_payer->setText(known(patient.payer));
    m_visit->setText(patient.visit);
    m_visitFact->setVisible(!patient.visit.isEmpty());
    showChips();
    update();
}

void PatientBanner::revealNik() {
    if (m_patient.nik.isEmpty()) return;
    m_nik->setText(grouped(m_patient.nik));
    m_eye->hide();
}

void PatientBanner::setEdge(int colour) {
    m_edge = colour;
    update();
}

ChipText PatientBanner::allergyChip(BannerAllergy state, const QString& text) {
    switch (state) {
        case BannerAllergy::Known:
            return {ChipKind::Danger, tr("ALLERGY: %1").arg(text), {}};
        case BannerAllergy::NoneKnown:
            return {ChipKind::Neutral, tr("No known allergies"), QStringLiteral("circle-check")};
        case BannerAllergy::NotAsked:
            return {ChipKind::Warning, tr("Allergies: not asked yet"), QStringLiteral("circle-help")};
        case BannerAllergy::Unavailable:
            return {
                ChipKind::Warning,
                text.isEmpty() ? tr("Allergies: unavailable") : tr("Allergies: unavailable, %1").arg(text),
                QStringLiteral("wifi-off")};
    }
    return {};
}

void PatientBanner::showChips() {
    const auto old = m_chips->findChildren<Chip*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(old);
    if (m_patient.deceased)
        m_chips->layout()->addWidget(
            new Chip({ChipKind::Neutral, tr("DECEASED"), QStringLiteral("octagon-alert")}));
    m_chips->layout()->addWidget(new Chip(allergyChip(m_patient.allergy, m_patient.allergyText)));
    for (const ChipText& chip : m_patient.chips) m_chips->layout()->addWidget(new Chip(chip));
}

void PatientBanner::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), m_patient.deceased ? t.neutralSoft : t.surface);
    if (m_patient.deceased) {
        QColor line = t.border;
        line.setAlpha(70);
        painter.fillRect(rect(), QBrush(line, Qt::BDiagPattern));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.divider);
    if (m_edge >= 0)
        painter.fillRect(QRect(0, 0, t.px(4), height()),
                         t.chart[static_cast<std::size_t>(m_edge) % t.chart.size()]);
}

}  // namespace simrs
