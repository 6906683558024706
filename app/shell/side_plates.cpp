// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/side_plates.h"

#include <QPainter>

#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/paint.h"
#include "app/kit/portrait.h"
#include "app/kit/theme.h"

namespace simrs {

BrandMark::BrandMark(QWidget* parent) : QWidget(parent) { setFixedHeight(theme().px(46)); }

void BrandMark::setHospital(const QString& name) {
    m_hospital = name;
    setToolTip(plainToolTip(name));
    update();
}

void BrandMark::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    update();
}

void BrandMark::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    const int edge = t.px(20);
    const int left = m_collapsed ? (width() - edge) / 2 : t.px(16);
    paintIcon(painter, QRect(left, (height() - edge) / 2, edge, edge), QStringLiteral("hospital"),
              t.sideActiveText);
    if (m_collapsed) return;
    const int x = left + edge + t.px(9);
    const int room = width() - x - t.px(8);
    painter.setFont(t.font(TextStep::Small));
    painter.setPen(t.sideText);
    const bool named = !m_hospital.isEmpty();
    if (named) painter.drawText(QRect(x, t.px(5), room, t.px(17)), Qt::AlignVCenter, QStringLiteral("SIMRS"));
    const QFont bold = t.font(TextStep::Body, true);
    painter.setFont(bold);
    painter.setPen(t.sideActiveText);
    const QString name = named ? m_hospital : QStringLiteral("SIMRS");
    painter.drawText(named ? QRect(x, t.px(21), room, t.px(19)) : QRect(x, 0, room, height()),
                     Qt::AlignVCenter, QFontMetrics(bold).elidedText(name, Qt::ElideRight, room));
}

UserPlate::UserPlate(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UserPlate::setUser(const QString& name, const QString& role) {
    setText(name);
    m_role = role;
    setAccessibleName(tr("Signed in: %1, %2").arg(name, role));
    setToolTip(plainToolTip(name + QLatin1Char('\n') + role));
    update();
}

void UserPlate::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    update();
}

QSize UserPlate::sizeHint() const { return {theme().px(184), theme().px(48)}; }

void UserPlate::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    if (underMouse()) paintRounded(painter, rect(), t.px(6), t.sideHover, {}, 0);
    const int edge = t.px(30);
    const QRect mark(m_collapsed ? (width() - edge) / 2 : t.px(8), (height() - edge) / 2, edge, edge);
    paintRounded(painter, mark, edge / 2.0, t.sideActive, {}, 0);
    painter.setFont(t.font(TextStep::Small, true));
    painter.setPen(t.sideActiveText);
    painter.drawText(mark, Qt::AlignCenter, initialsOf(text()));
    if (!m_collapsed) {
        const int x = mark.right() + t.px(9);
        const int room = width() - x - t.px(6);
        const QFont body = t.font(TextStep::Body);
        const QFont small = t.font(TextStep::Small);
        painter.setFont(body);
        // Degrees give way before the name does.
        const bool whole = QFontMetrics(body).horizontalAdvance(text()) <= room;
        const QString shown = whole ? text() : text().section(QLatin1Char(','), 0, 0);
        painter.drawText(QRect(x, t.px(5), room, t.px(20)), Qt::AlignVCenter,
                         QFontMetrics(body).elidedText(shown, Qt::ElideRight, room));
        painter.setFont(small);
        painter.setPen(t.sideText);
        painter.drawText(QRect(x, t.px(24), room, t.px(18)), Qt::AlignVCenter,
                         QFontMetrics(small).elidedText(m_role, Qt::ElideRight, room));
    }
    if (hasFocus()) paintRounded(painter, rect(), t.px(6), {}, t.sideActiveText, 2);
}

}  // namespace simrs
