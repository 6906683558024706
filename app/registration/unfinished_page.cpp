// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/unfinished_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/notice_strip.h"
#include "app/kit/theme.h"
#include "app/registration/visit_words.h"

namespace simrs {

UnfinishedPage::UnfinishedPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("unfinishedPage"));
    build();
    connect(m_notice, &NoticeStrip::action, this, &UnfinishedPage::load);
    connect(m_lack, &ChoiceField::valueChosen, this, &UnfinishedPage::showVisits);
    connect(m_table, &DataTable::rowActivated, this, &UnfinishedPage::openVisit);
}

void UnfinishedPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    m_lack = new ChoiceField;
    m_lack->setObjectName(QStringLiteral("lackFilter"));
    m_lack->setAccessibleName(tr("What is missing"));
    m_lack->addChoice(tr("Everything that is missing"), 0);
    for (const auto lack : {VisitLack::Sep, VisitLack::Payer, VisitLack::Identity, VisitLack::Triage})
        m_lack->addChoice(lackChip(lack).text, static_cast<int>(lack));
    m_lack->setValue(0);
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_lack, 1);
    filters->addStretch(2);
    content->addLayout(filters);
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    m_card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Visits that lack something"));
    m_table->setObjectName(QStringLiteral("unfinishedTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{230, 2}, {120}, {124}, {104}, {160, 4}, {130, 3}, {100, 2}});
    m_table->setEmptyText(
        QStringLiteral("circle-check"), tr("Nothing is missing"),
        tr("Visits of the last %n days that lack a SEP, a payer or a name stand here.", nullptr, daysShown));
    m_card->body()->addWidget(m_table);
    content->addWidget(m_card, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    auto* again = m_bar->addSecondary(tr("Read again (F5)"), QStringLiteral("refresh"));
    auto* patient = m_bar->addSecondary(tr("Identify patient (F3)"), QStringLiteral("pencil"));
    auto* open = m_bar->setPrimary(tr("Open visit"), QStringLiteral("clipboard"));
    again->setObjectName(QStringLiteral("readAgainButton"));
    patient->setObjectName(QStringLiteral("identifyButton"));
    open->setObjectName(QStringLiteral("openVisitButton"));
    bindKey(again, Qt::Key_F5);
    bindKey(patient, Qt::Key_F3);
    m_bar->setHints(tr("Enter open visit · F3 correct the patient · F5 read again · the oldest first"));
    column->addWidget(m_bar);
    connect(open, &QPushButton::clicked, this, &UnfinishedPage::openVisit);
    connect(again, &QPushButton::clicked, this, &UnfinishedPage::load);
    connect(patient, &QPushButton::clicked, this, &UnfinishedPage::openPatient);
}

QString UnfinishedPage::title() const { return tr("Unfinished visits"); }

void UnfinishedPage::enter(const QVariant&) {
    load();
    m_table->setFocus(Qt::OtherFocusReason);
}

void UnfinishedPage::load() {
    m_question.cancel();
    m_table->setLoading(m_model.rowCount() == 0);
    m_question =
        workbench().backend().ask(ListUnfinished{workbench().backend().today(), daysShown}, this,
                                  [this](const Result<UnfinishedVisits>& visits) { loaded(visits); });
}

void UnfinishedPage::loaded(const Result<UnfinishedVisits>& visits) {
    m_table->setLoading(false);
    if (!visits) return m_notice->setNotice(ChipKind::Warning, errorText(visits.error()), tr("Try again"));
    m_notice->clear();
    m_visits = visits->visits;
    showVisits();
    if (visits->more)
        m_notice->setNotice(ChipKind::Info, tr("There are more than can be shown: finish the oldest first."));
}

void UnfinishedPage::showVisits() {
    const UnfinishedVisit* before = m_model.visit(m_table->currentRow());
    const VisitId kept = before == nullptr ? VisitId() : before->line.visit.id;
    const int lack = m_lack->value().toInt();
    m_model.setVisits(m_visits, lack == 0 ? std::nullopt : std::optional(static_cast<VisitLack>(lack)),
                      MasterNames(workbench().backend()), workbench().backend().serverNow());
    if (m_model.rowCount() > 0) m_table->setCurrentRow(std::max(m_model.rowOf(kept), 0));
    m_card->setTitle(tr("%n visits · as of %1", nullptr, m_model.rowCount())
                         .arg(MasterNames(workbench().backend()).time(workbench().backend().serverNow())));
    m_bar->primary()->setEnabled(m_model.rowCount() > 0);
}

void UnfinishedPage::openVisit() {
    if (const UnfinishedVisit* visit = m_model.visit(m_table->currentRow()))
        workbench().open(QStringLiteral("visit"), QVariant::fromValue(visit->line.visit.id));
}

void UnfinishedPage::openPatient() {
    if (const UnfinishedVisit* visit = m_model.visit(m_table->currentRow()))
        workbench().open(QStringLiteral("patient-form"), QVariant::fromValue(visit->line.patientId));
}

}  // namespace simrs
