// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/counter_queue_page.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/dialogs.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/theme.h"
#include "app/registration/call_panel.h"
#include "app/registration/counter_place_form.h"
#include "app/registration/counter_words.h"

namespace simrs {

CounterQueuePage::CounterQueuePage(Workbench& bench, QWidget* parent)
    : Page(bench, parent), m_desk(bench, this) {
    setObjectName(QStringLiteral("counterQueuePage"));
    build();
    m_panel = new CallPanel(bench, m_desk, this);
    m_minutes.setInterval(15'000);
    Backend& backend = workbench().backend();
    connect(&m_minutes, &QTimer::timeout, this,
            [this] { m_model.setNow(workbench().backend().serverNow()); });
    connect(&m_desk, &CounterDesk::changed, this, &CounterQueuePage::refresh);
    connect(&backend, &Backend::mastersChanged, this, &CounterQueuePage::refresh);
    connect(&backend, &Backend::statusChanged, this, [this](const ConnectionStatus& status) {
        m_age->setText(
            status.state == OnlineState::Online
                ? tr("Live")
                : tr("Not connected: as of %1").arg(MasterNames(workbench().backend()).time(status.since)));
    });
    connect(m_table, &DataTable::currentRowChanged, this, &CounterQueuePage::offerActions);
    connect(m_table, &DataTable::rowActivated, this, &CounterQueuePage::callChosen);
    connect(m_notice, &NoticeStrip::action, this, &CounterQueuePage::choosePlace);
}

void CounterQueuePage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    content->addWidget(buildHead());
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    auto* card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Counter queue"));
    m_table->setObjectName(QStringLiteral("counterQueueTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{84}, {150, 3}, {140}, {96, 1}, {70}, {104}, {60, 0, true}, {104}, {90}});
    m_table->setEmptyText(QStringLiteral("ticket"), tr("Nobody has taken a number today"),
                          tr("Numbers appear here the moment the dispenser gives them."));
    card->body()->addWidget(m_table);
    content->addWidget(card, 1);
    column->addLayout(content, 1);
    buildActions();
    column->addWidget(m_bar);
}

QWidget* CounterQueuePage::buildHead() {
    const Theme& t = theme();
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(t.px(12));
    m_place = makeLabel(LabelKind::Section, {});
    m_place->setObjectName(QStringLiteral("placeLabel"));
    m_services = new ElidingLabel;
    setLabelKind(m_services, LabelKind::Muted);
    m_waiting = new Chip;
    m_waiting->setObjectName(QStringLiteral("waitingChip"));
    m_atCounter = new Chip;
    m_served = new Chip;
    m_skipped = new Chip;
    m_age = makeLabel(LabelKind::Hint, tr("Live"));
    m_age->setObjectName(QStringLiteral("ageLabel"));
    row->addWidget(m_place);
    row->addWidget(m_services, 1);
    for (Chip* chip : {m_waiting, m_atCounter, m_served, m_skipped}) row->addWidget(chip);
    row->addWidget(m_age);
    return head;
}

void CounterQueuePage::buildActions() {
    m_bar = new ActionBar;
    m_skip =
        m_bar->addSecondary(tr("Nobody came"), QStringLiteral("user-x"), QKeySequence(Qt::ALT | Qt::Key_F8));
    auto* place = m_bar->addSecondary(tr("This counter… (F4)"), QStringLiteral("map-pin"));
    m_openPanel = m_bar->addSecondary(tr("Call panel (F7)"), QStringLiteral("megaphone"));
    auto* call = m_bar->setPrimary(tr("Call this number"), QStringLiteral("ticket"));
    m_skip->setObjectName(QStringLiteral("skipButton"));
    place->setObjectName(QStringLiteral("placeButton"));
    m_openPanel->setObjectName(QStringLiteral("openPanelButton"));
    call->setObjectName(QStringLiteral("callChosenButton"));
    bindKey(place, Qt::Key_F4);
    bindKey(m_openPanel, Qt::Key_F7);
    m_bar->setHints(
        tr("Enter call this number · F7 call panel · Alt+F8 nobody came · in the order of the calls"));
    connect(m_skip, &QPushButton::clicked, &m_desk, &CounterDesk::skip);
    connect(place, &QPushButton::clicked, this, &CounterQueuePage::choosePlace);
    connect(m_openPanel, &QPushButton::clicked, this, [this] { m_panel->open(); });
    connect(call, &QPushButton::clicked, this, &CounterQueuePage::callChosen);
}

void CounterQueuePage::enter(const QVariant&) {
    m_desk.watch(this, true);
    m_minutes.start();
    m_table->setLoading(m_desk.queue() == nullptr);
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

void CounterQueuePage::hideEvent(QHideEvent* event) {
    m_desk.watch(this, false);
    m_minutes.stop();
    Page::hideEvent(event);
}

/// The chosen number stays chosen, wherever it stands now.
void CounterQueuePage::refresh() {
    const CounterTicket* at = chosen();
    const CounterTicketId kept = at == nullptr ? CounterTicketId() : at->id;
    showPlace();
    if (const CounterQueue* queue = m_desk.queue()) {
        m_table->setLoading(false);
        const int scrolled = m_table->verticalScrollBar()->value();
        m_model.setQueue(*queue, MasterNames(workbench().backend()), workbench().backend().serverNow());
        const int row = m_model.rowOf(kept);
        m_table->setCurrentRow(row >= 0 ? row : m_model.rowCount() > 0 ? 0 : -1);
        m_table->verticalScrollBar()->setValue(scrolled);
        showCounts(*queue);
    }
    if (!m_desk.problem().isEmpty()) m_table->setLoading(false);
    if (m_desk.counter().isEmpty())
        m_notice->setNotice(ChipKind::Info, tr("Say which counter this computer is; then it can call."),
                            tr("This counter…"));
    else
        m_notice->setNotice(ChipKind::Warning, m_desk.problem());
    offerActions();
}

void CounterQueuePage::showPlace() {
    const Masters* masters = workbench().backend().masters();
    QStringList names;
    for (const CounterServiceId& id : m_desk.services()) names.append(serviceName(masters, id));
    m_place->setText(m_desk.counter().isEmpty() ? tr("No counter chosen") : m_desk.counter());
    m_services->setText(m_desk.counter().isEmpty() ? QString()
                        : names.isEmpty()          ? tr("calls all services")
                                                   : tr("calls %1").arg(names.join(QStringLiteral(", "))));
}

void CounterQueuePage::showCounts(const CounterQueue& queue) {
    const auto show = [this](Chip* chip, CounterState state, qint64 count) {
        ChipText text = counterChip(state);
        text.text = tr("%1 %2", "state and how many").arg(text.text).arg(count);
        chip->setChip(text);
    };
    show(m_waiting, CounterState::Waiting, queue.waiting.size());
    show(m_atCounter, CounterState::Serving, queue.atCounter.size());
    show(m_served, CounterState::Served, queue.served);
    show(m_skipped, CounterState::Skipped, queue.skipped);
}

const CounterTicket* CounterQueuePage::chosen() const { return m_model.ticket(m_table->currentRow()); }

void CounterQueuePage::offerActions() {
    const CounterTicket* ticket = chosen();
    const bool ready = !m_desk.counter().isEmpty() && !m_desk.isBusy();
    const bool isHere =
        ticket != nullptr && m_desk.current() != nullptr && m_desk.current()->id == ticket->id;
    const bool canCall =
        ticket != nullptr && ticket->state != CounterState::Served && (isHere || !isAtCounter(*ticket));
    m_bar->primary()->setEnabled(ready && canCall);
    m_skip->setEnabled(ready && m_desk.current() != nullptr && m_desk.current()->visitId.isNull());
    m_bar->setStatus(m_desk.isBusy() ? tr("Calling…") : QString());
}

void CounterQueuePage::callChosen() {
    if (m_bar->primary()->isEnabled()) m_desk.call(chosen()->id);
}

void CounterQueuePage::choosePlace() {
    const Masters* masters = workbench().backend().masters();
    auto* form = new CounterPlaceForm(m_desk.counter(), m_desk.services(),
                                      masters == nullptr ? QList<CounterService>() : masters->services);
    Question question;
    question.title = tr("Which counter is this?");
    question.text = tr("Kept on this computer. People are called to it by this name.");
    question.actionVerb = tr("Keep");
    QString counter;
    QList<CounterServiceId> services;
    const auto accept = [&] {
        counter = form->counter();
        services = form->services();
        return form->check();
    };
    if (workbench().dialogs().edit(this, question, form, accept)) m_desk.setPlace(counter, services);
}

}  // namespace simrs
