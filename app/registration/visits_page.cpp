// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visits_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/date_field.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"
#include "app/registration/desk_words.h"
#include "app/registration/ticket_printer.h"
#include "app/registration/visit_cancelling.h"

namespace simrs {
namespace {

QList<VisitColumn> dayColumns() {
    return {VisitColumn::Ticket, VisitColumn::Time,      VisitColumn::Mrn,
            VisitColumn::Name,   VisitColumn::SexAndAge, VisitColumn::Clinic,
            VisitColumn::Doctor, VisitColumn::Payer,     VisitColumn::State};
}

}  // namespace

VisitsPage::VisitsPage(Workbench& bench, QWidget* parent) : Page(bench, parent), m_model(dayColumns()) {
    setObjectName(QStringLiteral("visitsPage"));
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterRole(VisitsModel::SearchRole);
    m_proxy.setFilterKeyColumn(0);
    build();
    Backend& backend = workbench().backend();
    connect(&backend, &Backend::mastersChanged, this, &VisitsPage::fillClinics);
    connect(&backend, &Backend::statusChanged, this, [this](const ConnectionStatus& status) {
        m_age->setText(
            status.state == OnlineState::Online
                ? tr("Live")
                : tr("Not connected: as of %1").arg(MasterNames(workbench().backend()).time(status.since)));
        if (status.state == OnlineState::Offline && !m_answered) showNotHeld();
    });
    connect(&m_midnight, &QTimer::timeout, this, &VisitsPage::followToday);
    connect(m_clinic, &ChoiceField::valueChosen, this, [this](const QVariant& value) {
        m_clinicId = ClinicId(Uuid::fromString(value.toString()));
        subscribe();
    });
    connect(m_date, &DateField::dateChanged, this, [this](QDate day) {
        if (!day.isValid() || day == m_day) return;
        m_day = day;
        m_followsToday = day == workbench().backend().today();
        subscribe();
    });
    connect(m_filter, &SearchField::searched, this, &VisitsPage::filter);
    connect(m_filter, &SearchField::leftDownwards, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_filter, &SearchField::submitted, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_table, &DataTable::rowActivated, this, &VisitsPage::openRow);
    connect(m_table, &DataTable::currentRowChanged, this, &VisitsPage::offerActions);
    connect(m_news, &QPushButton::clicked, this, [this] {
        if (m_held) show(*std::exchange(m_held, std::nullopt));
        m_table->verticalScrollBar()->setValue(0);
        m_news->hide();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && !m_held) m_news->hide();
    });
}

VisitsPage::~VisitsPage() = default;

void VisitsPage::build() {
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
    auto* card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Visits of the day"));
    m_table->setObjectName(QStringLiteral("visitsTable"));
    m_table->setModel(&m_proxy);
    m_table->setColumns({{72}, {58}, {104}, {150, 4}, {96}, {120, 2}, {140, 3}, {84, 1}, {116}});
    m_table->viewport()->installEventFilter(this);
    card->body()->addWidget(m_table);
    content->addWidget(card, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    m_cancel = m_bar->addSecondary(tr("Cancel visit… (Alt+F8)"), QStringLiteral("circle-x"),
                                   QKeySequence(Qt::ALT | Qt::Key_F8));
    m_ticket = m_bar->addSecondary(tr("Ticket (Ctrl+P)"), QStringLiteral("printer"));
    m_papers = m_bar->addSecondary(tr("Papers (F12)"), QStringLiteral("file-text"));
    m_visit = m_bar->addSecondary(tr("Visit (F7)"), QStringLiteral("clipboard"));
    auto* open = m_bar->setPrimary(tr("Open file"), QStringLiteral("id-card"));
    m_cancel->setObjectName(QStringLiteral("cancelVisitButton"));
    m_ticket->setObjectName(QStringLiteral("ticketButton"));
    m_papers->setObjectName(QStringLiteral("papersButton"));
    m_visit->setObjectName(QStringLiteral("openVisitButton"));
    open->setObjectName(QStringLiteral("openFileButton"));
    m_bar->setHints(tr("Enter open file · newest on top"));
    column->addWidget(m_bar);
    bindKey(m_ticket, Qt::CTRL | Qt::Key_P);
    bindKey(m_papers, Qt::Key_F12);
    bindKey(m_visit, Qt::Key_F7);
    connect(m_papers, &QPushButton::clicked, this, [this] {
        if (const VisitLine* line = chosen())
            workbench().open(QStringLiteral("papers"), QVariant::fromValue(line->visit.id));
    });
    connect(m_visit, &QPushButton::clicked, this, [this] {
        if (const VisitLine* line = chosen())
            workbench().open(QStringLiteral("visit"), QVariant::fromValue(line->visit.id));
    });
    connect(open, &QPushButton::clicked, this, [this] { openRow(m_table->currentRow()); });
    connect(m_ticket, &QPushButton::clicked, this, &VisitsPage::showTicket);
    connect(m_cancel, &QPushButton::clicked, this, &VisitsPage::cancelVisitOfRow);
}

QWidget* VisitsPage::buildFilters() {
    const Theme& t = theme();
    auto* filters = new QWidget;
    auto* row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(t.px(12));
    m_date = new DateField(workbench().backend().today());
    m_date->setObjectName(QStringLiteral("dayField"));
    m_date->setAccessibleName(tr("Day"));
    m_date->setFixedWidth(t.px(110));
    m_clinic = new ChoiceField;
    m_clinic->setObjectName(QStringLiteral("clinicField"));
    m_clinic->setAccessibleName(tr("Clinic"));
    m_clinic->setMinimumWidth(t.px(210));
    m_filter = new SearchField(tr("Filter: name, MRN, ticket, doctor"));
    m_filter->setObjectName(QStringLiteral("filterField"));
    m_registered = new Chip;
    m_cancelled = new Chip;
    m_age = makeLabel(LabelKind::Hint, tr("Live"));
    m_age->setObjectName(QStringLiteral("ageLabel"));
    m_news = makeButton(ButtonKind::Quiet, {}, QStringLiteral("arrow-up"));
    m_news->setObjectName(QStringLiteral("newsButton"));
    m_news->hide();
    row->addWidget(m_date);
    row->addWidget(m_clinic, 2);
    row->addWidget(m_filter, 3);
    row->addStretch(1);
    row->addWidget(m_news);
    row->addWidget(m_registered);
    row->addWidget(m_cancelled);
    row->addWidget(m_age);
    return filters;
}

QString VisitsPage::title() const {
    return m_followsToday ? tr("Visits today") : tr("Visits of %1").arg(dateWords(m_day));
}

void VisitsPage::enter(const QVariant&) {
    fillClinics();
    followToday();
    if (!m_live) subscribe();
    m_midnight.start(60'000);
    m_table->setFocus(Qt::OtherFocusReason);
}

void VisitsPage::hideEvent(QHideEvent* event) {
    m_live.reset();
    m_midnight.stop();
    Page::hideEvent(event);
}

void VisitsPage::followToday() {
    const QDate today = workbench().backend().today();
    m_date->setToday(today);
    if (!m_followsToday || m_day == today) return;
    m_day = today;
    m_date->setDate(today);
    subscribe();
}

void VisitsPage::fillClinics() {
    QList<Choice> choices{{tr("All clinics"), Uuid().toString()}};
    if (const Masters* masters = workbench().backend().masters())
        for (const Clinic& clinic : masters->clinics) choices.append({clinic.name, clinic.id.toString()});
    m_clinic->setChoices(choices);
    m_clinic->setValue(m_clinicId.toString());
}

void VisitsPage::subscribe() {
    m_held.reset();
    m_answered = false;
    m_news->hide();
    m_table->setLoading(m_model.lines().isEmpty());
    m_query.serviceDate = m_day;
    m_query.clinicId = m_clinicId;
    m_query.limit = mostShown;
    m_live =
        workbench().backend().subscribe(m_query, this, [this](const Result<VisitList>& list) { take(list); });
    if (workbench().backend().status().state == OnlineState::Offline) showNotHeld();
    Q_EMIT changed();
}

void VisitsPage::take(const Result<VisitList>& list) {
    m_table->setLoading(false);
    if (!list) return m_notice->setNotice(ChipKind::Warning, errorText(list.error()));
    m_notice->clear();
    if (m_answered && mouseRests()) {
        m_held = *list;
        m_news->setText(tr("New visits: show"));
        m_news->show();
        return;
    }
    show(*list);
}

/// Without the server only a computer that holds the clinic answers, and then at once: no grey rows that look
/// like waiting, no rows of another day, and no age. What was answered before stays, with its age.
void VisitsPage::showNotHeld() {
    if (m_shown == m_query) return;
    m_table->setLoading(false);
    m_shown.reset();
    m_model.setLines({}, MasterNames(workbench().backend()), m_day);
    showCounts();
    m_age->setText(tr("Not connected"));
    m_table->setEmptyText(
        QStringLiteral("wifi-off"), tr("This list is not kept on this computer"),
        tr("It comes back by itself with the connection. What you register is kept and sent later."));
    offerActions();
}

/// Whether new rows on top would slip a row away from under the mouse: scrolling cannot hold a short list
/// still.
bool VisitsPage::mouseRests() const {
    return m_table->viewport()->underMouse() && m_table->verticalScrollBar()->maximum() == 0;
}

void VisitsPage::show(const VisitList& list) {
    QScrollBar* scroll = m_table->verticalScrollBar();
    const bool still =
        m_answered && (m_table->hasFocus() || m_table->viewport()->underMouse() || scroll->value() > 0);
    const int before = m_proxy.rowCount();
    const QModelIndex anchor = m_table->indexAt({0, 0});
    const QPersistentModelIndex top(anchor);
    const int topAt = anchor.isValid() ? m_table->rowViewportPosition(anchor.row()) : 0;
    m_shown = m_query;
    m_model.setLines(list.lines, MasterNames(workbench().backend()), m_day);
    if (still && top.isValid()) {
        const int moved = m_table->rowViewportPosition(top.row()) - topAt;
        scroll->setValue(scroll->value() + moved);
    }
    const int fresh = m_proxy.rowCount() - before;
    const bool hidden = still && fresh > 0 && scroll->value() > 0;
    if (hidden) m_news->setText(tr("%n new above", nullptr, fresh));
    m_news->setVisible(hidden);
    m_answered = true;
    m_table->setEmptyText(QStringLiteral("calendar-check"),
                          m_model.lines().isEmpty() ? tr("No visits yet") : tr("No visit fits the filter"),
                          m_model.lines().isEmpty() ? tr("Visits appear here the moment they are registered.")
                                                    : tr("Esc in the filter shows all again."));
    if (list.more)
        m_notice->setNotice(
            ChipKind::Info,
            tr("The newest %1 are shown. Choose a clinic to see all of its visits.").arg(list.lines.size()));
    showCounts();
    offerActions();
}

void VisitsPage::showCounts() {
    const auto chip = [this](VisitState state) {
        ChipText text = visitChip(state);
        text.text = tr("%1 %2", "state and how many").arg(text.text).arg(m_model.count(state));
        return text;
    };
    m_registered->setChip(chip(VisitState::Registered));
    m_cancelled->setChip(chip(VisitState::Cancelled));
}

void VisitsPage::filter(const QString& text) {
    m_proxy.setFilterRegularExpression(
        QRegularExpression(QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption));
    offerActions();
}

const VisitLine* VisitsPage::chosen() const {
    const int row = m_table->currentRow();
    return row < 0 ? nullptr : m_model.line(m_proxy.mapToSource(m_proxy.index(row, 0)).row());
}

void VisitsPage::offerActions() {
    const Backend& backend = workbench().backend();
    const VisitLine* line = chosen();
    m_bar->primary()->setEnabled(line != nullptr && backend.may(Permission::ViewPatient));
    m_papers->setEnabled(line != nullptr && backend.may(Permission::ViewPatient));
    m_visit->setEnabled(line != nullptr);
    m_ticket->setEnabled(line != nullptr && !line->ticket.id.isNull() && !line->ticket.cancelled);
    m_cancel->setEnabled(line != nullptr && line->visit.state != VisitState::Cancelled &&
                         backend.may(Permission::CorrectVisit));
}

void VisitsPage::openRow(int) {
    if (const VisitLine* line = chosen())
        workbench().open(QStringLiteral("patient"), QVariant::fromValue(line->visit.patientId));
}

void VisitsPage::showTicket() {
    const VisitLine* line = chosen();
    if (line == nullptr || line->ticket.id.isNull()) return;
    showTicketCopy(workbench(), this, VisitsModel::paperOf(*line));
}

void VisitsPage::cancelVisitOfRow() {
    const VisitLine* line = chosen();
    if (line == nullptr) return;
    cancelVisit(workbench(), this, VisitsModel::paperOf(*line), [this](const Status& status) {
        if (!status)
            m_notice->setNotice(ChipKind::Warning,
                                status.error().code == ErrorCode::TimedOut
                                    ? tr("No answer yet: the cancelling waits and is sent by itself.")
                                    : errorText(status.error()));
    });
}

bool VisitsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table->viewport() && event->type() == QEvent::Leave && m_held) {
        show(*std::exchange(m_held, std::nullopt));
    }
    return Page::eventFilter(watched, event);
}

}  // namespace simrs
