// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/bell_button.h"

#include <QPainter>

#include "app/kit/icon.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

BellButton::BellButton(QWidget* parent) : QToolButton(parent) {
    const Theme& t = theme();
    setIcon(simrs::icon(QStringLiteral("bell")));
    setIconSize({t.px(18), t.px(18)});
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedSize(t.px(34), t.px(32));
    setUnread(0);
}

void BellButton::setUnread(int unread) {
    m_unread = unread;
    const QString name = unread > 0 ? tr("Messages, %n new", nullptr, unread) : tr("Messages");
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void BellButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    if (m_unread == 0) return;
    const Theme& t = theme();
    QPainter painter(this);
    const QString count = m_unread > 9 ? QStringLiteral("9+") : QString::number(m_unread);
    QFont font = t.font(TextStep::Small, true);
    font.setPixelSize(t.px(10));
    const int high = t.px(15);
    const int wide = std::max(high, QFontMetrics(font).horizontalAdvance(count) + t.px(7));
    const QRect mark(width() - wide, 0, wide, high);
    paintRounded(painter, mark, high / 2.0, t.accent, {}, 0);
    painter.setFont(font);
    painter.setPen(t.onAccent);
    painter.drawText(mark, Qt::AlignCenter, count);
}

}  // namespace simrs
