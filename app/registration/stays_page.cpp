// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/stays_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"
#include "app/registration/stay_actions.h"
#include "common/registration/patient_text.h"

namespace simrs {

StaysPage::StaysPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("staysPage"));
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterRole(StaysModel::SearchRole);
    m_proxy.setFilterKeyColumn(0);
    build();
    connect(&workbench.backend(), &Backend::mastersChanged, this, &StaysPage::fillWards);
    connect(&workbench.backend(), &Backend::statusChanged, this, [this](const ConnectionStatus& status) {
        m_age->setText(status.state == OnlineState::Online
                           ? tr("Live")
                           : tr("Not connected: as of %1")
                                 .arg(MasterNames(this->workbench().backend()).time(status.since)));
    });
    connect(m_ward, &ChoiceField::valueChosen, this, [this](const QVariant& value) {
        m_wardId = ClinicId(Uuid::fromString(value.toString()));
        subscribe();
    });
    connect(m_filter, &SearchField::searched, this, [this](const QString& text) {
        m_proxy.setFilterRegularExpression(
            QRegularExpression(QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption));
        offerActions();
    });
    const auto toTable = [this] { m_table->setFocus(Qt::TabFocusReason); };
    connect(m_filter, &SearchField::leftDownwards, this, toTable);
    connect(m_filter, &SearchField::submitted, this, toTable);
    connect(m_table, &DataTable::rowActivated, this, &StaysPage::openVisit);
    connect(m_table, &DataTable::currentRowChanged, this, &StaysPage::offerActions);
}

void StaysPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    content->addWidget(buildFilters());
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    m_card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Patients in wards"));
    m_table->setObjectName(QStringLiteral("staysTable"));
    m_table->setModel(&m_proxy);
    m_table->setColumns(
        {{100, 2}, {112, 1}, {64}, {92}, {150, 4}, {110}, {130, 3}, {104, 1}, {92}, {50, 0, true}});
    m_table->setEmptyText(QStringLiteral("building"), tr("Nobody lies here"),
                          tr("A patient is admitted from his visit or his file (F8)."));
    m_card->body()->addWidget(m_table);
    content->addWidget(m_card, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    m_discharge = m_bar->addSecondary(tr("Discharge… (F9)"), QStringLiteral("arrow-right"));
    m_move = m_bar->addSecondary(tr("Move… (F7)"), QStringLiteral("refresh"));
    auto* open = m_bar->setPrimary(tr("Open visit"), QStringLiteral("clipboard"));
    m_discharge->setObjectName(QStringLiteral("dischargeButton"));
    m_move->setObjectName(QStringLiteral("moveStayButton"));
    open->setObjectName(QStringLiteral("openVisitButton"));
    bindKey(m_discharge, Qt::Key_F9);
    bindKey(m_move, Qt::Key_F7);
    m_bar->setHints(tr("Enter open visit · F7 move · F9 discharge · by ward and bed"));
    column->addWidget(m_bar);
    connect(open, &QPushButton::clicked, this, &StaysPage::openVisit);
    connect(m_move, &QPushButton::clicked, this, &StaysPage::move);
    connect(m_discharge, &QPushButton::clicked, this, &StaysPage::discharge);
}

QWidget* StaysPage::buildFilters() {
    auto* filters = new QWidget;
    auto* row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(12));
    m_ward = new ChoiceField;
    m_ward->setObjectName(QStringLiteral("wardFilter"));
    m_ward->setAccessibleName(tr("Ward"));
    m_ward->setMinimumWidth(theme().px(210));
    m_filter = new SearchField(tr("Filter: name, MRN, bed, doctor"));
    m_filter->setObjectName(QStringLiteral("staysFilterField"));
    row->addWidget(m_ward, 2);
    row->addWidget(m_filter, 3);
    row->addStretch(2);
    m_age = makeLabel(LabelKind::Hint, tr("Live"));
    m_age->setObjectName(QStringLiteral("ageLabel"));
    row->addWidget(m_age);
    return filters;
}

QString StaysPage::title() const { return tr("Patients in wards"); }

void StaysPage::enter(const QVariant&) {
    m_notice->clear();
    fillWards();
    if (!m_live) subscribe();
    m_table->setFocus(Qt::OtherFocusReason);
}

void StaysPage::hideEvent(QHideEvent* event) {
    m_live.reset();
    Page::hideEvent(event);
}

void StaysPage::fillWards() {
    QList<Choice> choices{{tr("All wards"), Uuid().toString()}};
    if (const Masters* masters = workbench().backend().masters())
        for (const Clinic& clinic : masters->clinics)
            if (clinic.kind == ClinicKind::Ward) choices.append({clinic.name, clinic.id.toString()});
    m_ward->setChoices(choices);
    m_ward->setValue(m_wardId.toString());
}

void StaysPage::subscribe() {
    m_table->setLoading(m_model.rowCount() == 0);
    m_live = workbench().backend().subscribe(ListStays{m_wardId}, this,
                                             [this](const Result<StayList>& list) { take(list); });
}

void StaysPage::take(const Result<StayList>& list) {
    m_table->setLoading(false);
    if (!list) return m_notice->setNotice(ChipKind::Warning, errorText(list.error()));
    m_notice->clear();
    const StayLine* line = chosen();
    const VisitId kept = line == nullptr ? VisitId() : line->stay.id;
    m_model.setLines(list->lines, MasterNames(workbench().backend()), workbench().backend().today());
    const int row = m_proxy.mapFromSource(m_model.index(std::max(m_model.rowOf(kept), 0), 0)).row();
    if (m_proxy.rowCount() > 0) m_table->setCurrentRow(std::max(row, 0));
    m_card->setTitle(tr("%n patients lie here", nullptr, static_cast<int>(list->lines.size())));
    if (list->more)
        m_notice->setNotice(ChipKind::Info, tr("There are more than can be shown: choose a ward."));
    offerActions();
}

const StayLine* StaysPage::chosen() const {
    const int row = m_table->currentRow();
    return row < 0 ? nullptr : m_model.line(m_proxy.mapToSource(m_proxy.index(row, 0)).row());
}

void StaysPage::offerActions() {
    const bool may = chosen() != nullptr && workbench().backend().may(Permission::CorrectVisit);
    m_bar->primary()->setEnabled(chosen() != nullptr);
    m_move->setEnabled(may);
    m_discharge->setEnabled(may);
}

void StaysPage::openVisit() {
    if (const StayLine* line = chosen())
        workbench().open(QStringLiteral("visit"), QVariant::fromValue(line->stay.id));
}

void StaysPage::move() {
    const StayLine* line = chosen();
    if (line == nullptr) return;
    moveStay(workbench(), this, addressedName(line->sapaan, line->patientName), line->stay,
             [this](const Status& status) { ended(status); });
}

void StaysPage::discharge() {
    const StayLine* line = chosen();
    if (line == nullptr) return;
    dischargePatient(workbench(), this, addressedName(line->sapaan, line->patientName), line->stay,
                     [this](const Status& status) { ended(status); });
}

void StaysPage::ended(const Status& status) {
    if (status) return m_notice->clear();
    m_notice->setNotice(ChipKind::Warning, status.error().code == ErrorCode::TimedOut
                                               ? tr("No answer yet: it is kept and sent by itself.")
                                               : errorText(status.error()));
}

}  // namespace simrs
