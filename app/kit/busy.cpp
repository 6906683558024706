// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/busy.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "app/kit/button.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {
constexpr int turnMs = 50;
constexpr int turnDegrees = 24;
}  // namespace

Spinner::Spinner(QWidget* parent) : QWidget(parent) {
    setFixedSize(sizeHint());
    m_turn.setInterval(turnMs);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + turnDegrees) % 360;
        update();
    });
}

QSize Spinner::sizeHint() const { return {theme().px(18), theme().px(18)}; }

void Spinner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(theme().divider, 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(theme().accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_angle * 16, 100 * 16);
}

void Spinner::showEvent(QShowEvent*) { m_turn.start(); }
void Spinner::hideEvent(QHideEvent*) { m_turn.stop(); }

InlineProgress::InlineProgress(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    m_text = makeLabel(LabelKind::Muted, {});
    m_cancel = makeButton(ButtonKind::Quiet, tr("Cancel"));
    row->addWidget(new Spinner(this));
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    row->addStretch(1);
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(BusyOverlay::delayMs);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &InlineProgress::cancelled);
}

void InlineProgress::start(const QString& text, bool canCancel) {
    m_text->setText(text);
    m_cancel->setVisible(canCancel);
    m_delay.start();
}

void InlineProgress::stop() {
    m_delay.stop();
    hide();
}

BusyOverlay::BusyOverlay(QWidget* area) : QWidget(area), m_area(area) {
    const Theme& t = theme();
    area->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Busy"));
    auto* all = new QHBoxLayout(this);
    m_box = new QWidget;
    auto* row = new QHBoxLayout(m_box);
    row->setContentsMargins(t.px(20), t.px(14), t.px(20), t.px(14));
    row->setSpacing(t.px(12));
    m_text = makeLabel(LabelKind::Strong, {});
    m_cancel = makeButton(ButtonKind::Secondary, tr("Cancel"));
    row->addWidget(new Spinner(m_box));
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    all->addWidget(m_box, 0, Qt::AlignCenter);
    m_box->hide();
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_box->show();
        update();
    });
    connect(m_cancel, &QPushButton::clicked, this, &BusyOverlay::cancelled);
}

void BusyOverlay::start(const QString& text, bool canCancel) {
    m_text->setText(text);
    m_cancel->setVisible(canCancel);
    if (!isVisible()) m_focusBefore = m_area->window()->focusWidget();
    setGeometry(m_area->rect());
    show();
    raise();
    setFocus();
    m_delay.start();
}

void BusyOverlay::stop() {
    m_delay.stop();
    m_box->hide();
    const bool hadFocus = hasFocus() || m_cancel->hasFocus();
    hide();
    if (hadFocus && m_focusBefore != nullptr) m_focusBefore->setFocus();
}

void BusyOverlay::paintEvent(QPaintEvent*) {
    if (m_box->isHidden()) return;
    const Theme& t = theme();
    QPainter painter(this);
    QColor veil = t.window;
    veil.setAlpha(200);
    painter.fillRect(rect(), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.divider);
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), t.px(8), t.px(8));
}

void BusyOverlay::keyPressEvent(QKeyEvent* event) {
    event->accept();  // keys must not reach the page below
    if (event->key() == Qt::Key_Escape && !m_cancel->isHidden()) Q_EMIT cancelled();
}

bool BusyOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_area && event->type() == QEvent::Resize) setGeometry(m_area->rect());
    return false;
}

}  // namespace simrs
