// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/desk_board_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "app/kit/bar_chart.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/date_text.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/theme.h"
#include "app/registration/counter_words.h"

namespace simrs {
namespace {

constexpr qint64 firstHour = 6;
constexpr qint64 lastHour = 13;

}  // namespace

DeskBoardPage::DeskBoardPage(Workbench& bench, QWidget* parent) : Page(bench, parent) {
    setObjectName(QStringLiteral("deskBoardPage"));
    build();
    m_minutes.setInterval(15'000);
    connect(&m_minutes, &QTimer::timeout, this, &DeskBoardPage::tick);
    Backend& backend = workbench().backend();
    connect(&backend, &Backend::mastersChanged, this, &DeskBoardPage::refresh);
    connect(&backend, &Backend::statusChanged, this, [this](const ConnectionStatus& status) {
        m_age->setText(
            status.state == OnlineState::Online
                ? tr("Live")
                : tr("Not connected: as of %1").arg(MasterNames(workbench().backend()).time(status.since)));
    });
}

DeskBoardPage::~DeskBoardPage() = default;

void DeskBoardPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    column->setSpacing(t.px(14));
    m_notice = new NoticeStrip;
    column->addWidget(m_notice);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(t.px(14));
    m_waiting = addFigure(figures, tr("Waiting now"), "waitingFigure");
    m_wait = addFigure(figures, tr("Average waiting time"), "waitFigure");
    m_atDesk = addFigure(figures, tr("Average at the counter"), "atDeskFigure");
    m_served = addFigure(figures, tr("Served today"), "servedFigure");
    m_visits = addFigure(figures, tr("Visits today"), "visitsFigure");
    column->addLayout(figures);
    auto* chart = new Card(tr("Arrivals by hour"));
    m_age = makeLabel(LabelKind::Hint, tr("Live"));
    chart->addHeaderWidget(m_age);
    m_chart = new BarChart(tr("Arrivals by hour"));
    m_chart->setObjectName(QStringLiteral("arrivalsChart"));
    m_chart->setEmptyText(tr("Nobody has come yet today."));
    chart->body()->addWidget(m_chart, 1);
    column->addWidget(chart, 4);
    auto* clinics = new Card(tr("By clinic"), CardBody::Flush);
    m_clinics = new DataTable(tr("Figures by clinic"));
    m_clinics->setObjectName(QStringLiteral("clinicFiguresTable"));
    m_clinics->setModel(&m_model);
    m_clinics->setColumns({{200, 1}, {80, 0, true}, {120, 0, true}, {120, 0, true}, {120, 0, true}});
    m_clinics->setEmptyText(QStringLiteral("chart-bar"), tr("No visits yet"),
                            tr("A clinic appears here with its first visit of the day."));
    clinics->body()->addWidget(m_clinics);
    column->addWidget(clinics, 3);
}

DeskBoardPage::Figure DeskBoardPage::addFigure(QHBoxLayout* row, const QString& title, const char* name) {
    auto* card = new Card;
    auto* head = makeLabel(LabelKind::Field, title);
    head->setWordWrap(true);
    Figure figure{makeLabel(LabelKind::Value, QStringLiteral("–")), new ElidingLabel};
    figure.value->setObjectName(QString::fromLatin1(name));
    setLabelKind(figure.note, LabelKind::Hint);
    card->body()->setSpacing(theme().px(2));
    card->body()->addWidget(head);
    card->body()->addWidget(figure.value);
    card->body()->addWidget(figure.note);
    row->addWidget(card, 1);
    return figure;
}

void DeskBoardPage::enter(const QVariant&) {
    if (!m_live) follow();
    m_minutes.start();
    m_clinics->setFocus(Qt::OtherFocusReason);
}

void DeskBoardPage::hideEvent(QHideEvent* event) {
    m_live.reset();
    m_minutes.stop();
    Page::hideEvent(event);
}

void DeskBoardPage::follow() {
    m_day = workbench().backend().today();
    m_clinics->setLoading(m_board.clinics.isEmpty());
    m_live = workbench().backend().subscribe(DeskBoard{m_day}, this,
                                             [this](const Result<BoardFigures>& board) { take(board); });
}

void DeskBoardPage::tick() {
    if (m_day == workbench().backend().today()) return refresh();
    m_board = {};
    follow();
}

void DeskBoardPage::take(const Result<BoardFigures>& board) {
    m_clinics->setLoading(false);
    if (!board) return m_notice->setNotice(ChipKind::Warning, errorText(board.error()));
    m_notice->clear();
    m_board = *board;
    refresh();
}

void DeskBoardPage::refresh() {
    const auto count = [](qint64 value) { return QString::number(value); };
    m_waiting.value->setText(count(m_board.waiting));
    const Instant now = workbench().backend().serverNow();
    m_waiting.note->setText(
        m_board.waitingSince.isNull()
            ? tr("nobody waits")
            : tr("the longest for %1").arg(spanText(secondsBetween(m_board.waitingSince, now))));
    m_wait.value->setText(spanText(m_board.wait));
    m_wait.note->setText(tr("the last calls: %1").arg(spanText(m_board.recentWait)));
    m_atDesk.value->setText(spanText(m_board.atDesk));
    m_atDesk.note->setText(tr("%n at the counters now", nullptr, static_cast<int>(m_board.atCounter)));
    m_served.value->setText(count(m_board.served));
    m_served.note->setText(tr("nobody came: %1").arg(m_board.skipped));
    m_visits.value->setText(count(m_board.visits));
    m_visits.note->setText(dateWords(m_day));
    showChart();
    m_model.setClinics(m_board.clinics, MasterNames(workbench().backend()));
}

/// At least the morning, so that the chart keeps its shape while the day goes on.
void DeskBoardPage::showChart() {
    std::map<qint64, BoardHour> hours;
    for (const BoardHour& hour : m_board.hours) hours[hour.hour] = hour;
    const qint64 from = hours.empty() ? 0 : std::min(firstHour, hours.begin()->first);
    const qint64 to = hours.empty() ? -1 : std::max(lastHour, hours.rbegin()->first);
    for (qint64 hour = from; hour <= to; ++hour) hours[hour].hour = hour;
    QStringList places;
    BarSeries tickets{tr("Counter numbers taken"), {}};
    BarSeries visits{tr("Visits registered"), {}};
    for (const auto& [at, hour] : hours) {
        places.append(minuteText(static_cast<int>(at) * 60));
        tickets.values.append(hour.tickets);
        visits.values.append(hour.visits);
    }
    m_chart->setBars(places, {tickets, visits});
}

}  // namespace simrs
