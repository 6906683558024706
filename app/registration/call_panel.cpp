// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/call_panel.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/chip.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/registration/counter_desk.h"
#include "app/registration/counter_words.h"
#include "app/shell/page.h"

namespace simrs {
namespace {

constexpr QLatin1String placeSetting("counter/panel");
constexpr int numberPx = 56;

}  // namespace

CallPanel::CallPanel(Workbench& workbench, CounterDesk& desk, QWidget* parent)
    : QWidget(parent, Qt::Tool | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus),
      m_workbench(workbench),
      m_desk(desk) {
    setObjectName(QStringLiteral("callPanel"));
    setWindowTitle(tr("Call panel"));
    // A form that is being filled keeps the keyboard.
    setAttribute(Qt::WA_ShowWithoutActivating);
    build();
    m_minutes.setInterval(15'000);
    connect(&m_minutes, &QTimer::timeout, this, &CallPanel::refresh);
    connect(&m_desk, &CounterDesk::changed, this, &CallPanel::refresh);
    connect(&m_workbench.backend(), &Backend::sessionChanged, this, &CallPanel::refresh);
    connect(m_next, &QPushButton::clicked, &m_desk, &CounterDesk::callNext);
    connect(m_again, &QPushButton::clicked, &m_desk, &CounterDesk::callAgain);
    connect(m_serve, &QPushButton::clicked, &m_desk, &CounterDesk::serveOrFinish);
}

void CallPanel::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(14), t.px(10), t.px(14), t.px(12));
    column->setSpacing(t.px(4));
    auto* head = new QHBoxLayout;
    m_place = new ElidingLabel;
    setLabelKind(m_place, LabelKind::Strong);
    m_place->setObjectName(QStringLiteral("panelPlaceLabel"));
    m_chip = new Chip;
    head->addWidget(m_place, 1);
    head->addWidget(m_chip);
    column->addLayout(head);
    m_number = new QLabel;
    m_number->setObjectName(QStringLiteral("panelNumberLabel"));
    m_number->setTextFormat(Qt::PlainText);
    m_number->setAlignment(Qt::AlignCenter);
    QFont large = t.font(TextStep::Value, true);
    large.setPixelSize(t.px(numberPx));
    m_number->setFont(large);
    column->addWidget(m_number);
    m_service = new ElidingLabel;
    m_service->setAlignment(Qt::AlignCenter);
    m_state = makeLabel(LabelKind::Muted, {});
    m_state->setAlignment(Qt::AlignCenter);
    m_waiting = makeLabel(LabelKind::Body, {});
    m_waiting->setObjectName(QStringLiteral("panelWaitingLabel"));
    m_waiting->setAlignment(Qt::AlignCenter);
    m_problem = makeLabel(LabelKind::Error, {});
    m_problem->setObjectName(QStringLiteral("panelProblemLabel"));
    for (QLabel* label : {m_state, m_waiting, m_problem}) label->setWordWrap(true);
    for (QLabel* label : {m_service, m_state, m_waiting, m_problem}) column->addWidget(label);
    column->addSpacing(t.px(4));
    m_next = addButton(QStringLiteral("megaphone"), Qt::CTRL | Qt::Key_F9, "callNextButton", true);
    m_again = addButton(QStringLiteral("refresh"), Qt::CTRL | Qt::Key_F10, "callAgainButton", false);
    m_serve = addButton(QStringLiteral("user-check"), Qt::CTRL | Qt::Key_F11, "serveButton", false);
    m_next->setText(tr("Call next (Ctrl+F9)"));
    m_again->setText(tr("Call again (Ctrl+F10)"));
    setFixedWidth(t.px(316));
}

QPushButton* CallPanel::addButton(const QString& icon, const QKeySequence& key, const char* name,
                                  bool primary) {
    auto* button = makeButton(primary ? ButtonKind::Primary : ButtonKind::Secondary, {}, icon, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    QShortcut* shortcut = bindKey(button, key);
    shortcut->setContext(Qt::ApplicationShortcut);
    shortcut->setAutoRepeat(false);  // a key that is held calls one number, not ten
    layout()->addWidget(button);
    return button;
}

void CallPanel::open() {
    refresh();
    adjustSize();
    move(place());
    setVisible(true);
    raise();
}

/// Never outside every screen: one may have been unplugged.
QPoint CallPanel::place() const {
    const QStringList kept = m_workbench.setting(placeSetting).toString().split(QLatin1Char(','));
    const QPoint at(kept.value(0).toInt(), kept.value(1).toInt());
    if (kept.size() == 2 && QGuiApplication::screenAt(at) != nullptr) return at;
    const QRect main = parentWidget()->window()->geometry();
    return main.topRight() + QPoint(-width() - theme().px(24), theme().px(64));
}

void CallPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_desk.watch(this, true);
    m_minutes.start();
}

void CallPanel::hideEvent(QHideEvent* event) {
    m_workbench.setSetting(placeSetting, QStringLiteral("%1,%2").arg(x()).arg(y()));
    m_desk.watch(this, false);
    m_minutes.stop();
    QWidget::hideEvent(event);
}

void CallPanel::refresh() {
    const CounterTicket* now = m_desk.current();
    const bool ready =
        !m_desk.counter().isEmpty() && !m_desk.isBusy() && m_workbench.backend().session() != nullptr;
    m_place->setText(m_desk.counter().isEmpty() ? tr("No counter chosen") : m_desk.counter());
    showCurrent();
    showWaiting();
    m_problem->setText(m_desk.counter().isEmpty() ? tr("Say on the queue's page which counter this is.")
                                                  : m_desk.problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
    const bool served = now != nullptr && now->state == CounterState::Serving;
    m_serve->setText(served ? tr("Done (Ctrl+F11)") : tr("Is here (Ctrl+F11)"));
    m_next->setEnabled(ready);
    m_again->setEnabled(ready && now != nullptr && !served);
    m_serve->setEnabled(ready && now != nullptr);
    if (isVisible()) adjustSize();
}

void CallPanel::showCurrent() {
    const CounterTicket* now = m_desk.current();
    m_number->setText(now == nullptr ? QStringLiteral("–") : counterNumber(*now));
    m_number->setAccessibleName(now == nullptr ? tr("Nobody is called")
                                               : tr("Counter number %1").arg(counterNumber(*now)));
    QPalette ink = m_number->palette();
    ink.setColor(QPalette::WindowText, now == nullptr ? theme().muted : theme().accent);
    m_number->setPalette(ink);
    m_chip->setChip(now == nullptr ? ChipText() : counterChip(now->state));
    m_chip->setVisible(now != nullptr);
    if (now == nullptr) {
        m_service->clear();
        return m_state->setText(tr("Nobody is called"));
    }
    const Instant moment = m_workbench.backend().serverNow();
    m_service->setText(serviceName(m_workbench.backend().masters(), now->serviceId));
    if (now->state == CounterState::Called)
        return m_state->setText(tr("Called %1×, waited %2")
                                    .arg(now->calls)
                                    .arg(spanText(secondsBetween(now->takenAt, now->calledAt))));
    const QString here = tr("Here for %1").arg(spanText(secondsBetween(now->servedAt, moment)));
    m_state->setText(now->visitId.isNull() ? here : here + QStringLiteral(" · ") + tr("registered"));
}

void CallPanel::showWaiting() {
    const QList<CounterTicket> waiting = m_desk.waiting();
    if (m_desk.queue() == nullptr) return m_waiting->setText(tr("Loading…"));
    if (waiting.isEmpty()) return m_waiting->setText(tr("Nobody waits"));
    Instant since = waiting.first().takenAt;
    for (const CounterTicket& ticket : waiting) since = std::min(since, ticket.takenAt);
    m_waiting->setText(tr("%n wait(s), the longest for %1", nullptr, static_cast<int>(waiting.size()))
                           .arg(spanText(secondsBetween(since, m_workbench.backend().serverNow()))));
}

void CallPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
}

}  // namespace simrs
