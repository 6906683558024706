// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/similar_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/registration/desk_words.h"
#include "app/registration/patient_lines.h"
#include "common/registration/patient_text.h"

namespace simrs {

SimilarCard::SimilarCard(Backend& backend, QWidget* parent)
    : QWidget(parent),
      m_backend(backend),
      m_card(new Card(tr("Maybe already known"), CardBody::Flush)),
      m_model({HitColumn::Mrn, HitColumn::Name, HitColumn::BirthDate, HitColumn::Why}) {
    const Theme& t = theme();
    setObjectName(QStringLiteral("similarCard"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_card);
    m_card->setSubtitle(tr("Check before a new MRN is made."));
    m_table = new DataTable(tr("Similar patients"));
    m_table->setObjectName(QStringLiteral("similarTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{98}, {120, 3}, {92}, {96, 2}});
    m_card->body()->addWidget(m_table, 1);
    m_who = makeLabel(LabelKind::Body, {});
    m_who->setObjectName(QStringLiteral("similarPersonLabel"));
    m_who->setWordWrap(true);
    m_who->setContentsMargins(t.px(16), t.px(8), t.px(16), 0);
    m_card->body()->addWidget(m_who);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(t.px(14), t.px(6), t.px(14), t.px(8));
    m_use = makeButton(ButtonKind::Secondary, tr("It is this patient (F7)"), QStringLiteral("user-check"));
    m_use->setObjectName(QStringLiteral("useRecordButton"));
    bindKey(m_use, Qt::Key_F7);
    foot->addWidget(m_use);
    foot->addStretch(1);
    m_card->body()->addLayout(foot);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SimilarCard::ask);
    connect(m_table, &DataTable::rowActivated, this, &SimilarCard::choose);
    connect(m_table, &DataTable::currentRowChanged, this, &SimilarCard::showWho);
    connect(m_use, &QPushButton::clicked, this, [this] { choose(m_table->currentRow()); });
    showFound();
}

void SimilarCard::setDraft(const Patient& draft, const PatientId& self) {
    if (draft == m_query.draft && self == m_query.self) return;
    m_query.draft = draft;
    m_query.self = self;
    m_pause.start();
}

/// A sex, a mother or an address alone finds nobody.
bool SimilarCard::canCompare() const {
    constexpr qsizetype kShortestName = 3;
    const Patient& draft = m_query.draft;
    return !draft.nik.isEmpty() || !draft.card.isEmpty() || !draft.phone.isEmpty() ||
           draft.name.size() >= kShortestName;
}

void SimilarCard::ask() {
    m_question.cancel();
    m_failed = false;
    if (!canCompare()) return take(FoundPatients());
    m_question = m_backend.ask(m_query, this, [this](const Result<FoundPatients>& result) { take(result); });
}

void SimilarCard::take(const Result<FoundPatients>& result) {
    m_failed = !result;
    m_found = result ? result->hits : QList<PatientHit>();
    showFound();
}

void SimilarCard::showFound() {
    const PatientHit* before = m_model.hit(m_table->currentRow());
    const PatientId kept = before == nullptr ? PatientId() : before->patient.id;
    m_model.setHits(m_found, MasterNames(m_backend), m_backend.today(), {});
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.rowCount() == 1 || m_model.hit(row)->patient.id == kept) m_table->setCurrentRow(row);
    showWho(m_table->currentRow());
    const auto count = static_cast<int>(m_found.size());
    const auto likely = static_cast<int>(
        std::count_if(m_found.cbegin(), m_found.cend(), [](const PatientHit& hit) { return hit.likely; }));
    ChipText chip;
    if (likely > 0)
        chip = {ChipKind::Danger, tr("%n probably the same", nullptr, likely), {}};
    else if (count > 0)
        chip = {ChipKind::Warning, tr("%n similar", nullptr, count), {}};
    m_card->setHeaderChip(chip);
    Q_EMIT changed();
    if (m_failed) {
        m_table->setEmptyText(QStringLiteral("wifi-off"), tr("Not compared"),
                              tr("The server does not answer; the patient may already be known."));
    } else if (!canCompare()) {
        m_table->setEmptyText(QStringLiteral("users"), tr("Nothing to compare yet"),
                              tr("Fills while you type the name, birth date, NIK, card or phone."));
    } else {
        m_table->setEmptyText(QStringLiteral("circle-check"), tr("Nobody similar"),
                              tr("Compared by NIK, card, phone, birth date and name."));
    }
}

/// In whole, what tells two people of one name apart; the list shortens it.
void SimilarCard::showWho(int row) {
    const PatientHit* hit = m_model.hit(row);
    m_use->setEnabled(hit != nullptr);
    m_who->setVisible(hit != nullptr);
    if (hit == nullptr) return;
    const Patient& patient = hit->patient;
    QStringList lines{addressedName(patient.sapaan, patient.name),
                      sexWord(patient.sex) + QStringLiteral(" · ") + birthLine(patient, m_backend.today())};
    if (!patient.motherName.isEmpty()) lines.append(tr("Mother: %1").arg(patient.motherName));
    if (!patient.address.isEmpty()) lines.append(patient.address);
    if (!patient.phone.isEmpty()) lines.append(patient.phone);
    if (!hit->evidence.isEmpty()) lines.append(evidenceWords(hit->evidence));
    m_who->setText(lines.join(QLatin1Char('\n')));
}

void SimilarCard::choose(int row) {
    const PatientHit* hit = m_model.hit(row);
    if (hit == nullptr) return;
    // A copy: the next answer may come while the person is asked about this one.
    const PatientHit choice = *hit;
    Q_EMIT chosen(choice);
}

}  // namespace simrs
