// SPDX-License-Identifier: GPL-3.0-or-later
// The radius is always half the painted height: a written radius would be wrong at another scale.
#include "app/kit/chip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "app/kit/icon.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

QFont fontOf(const ChipText& chip, QFont font) {
    font.setBold(chip.kind == ChipKind::Danger || font.bold());
    return font;
}

}  // namespace

ToneColours softColours(ChipKind kind) {
    const Theme& t = theme();
    switch (kind) {
        case ChipKind::Ok:
            return {t.okSoft, t.ok};
        case ChipKind::Info:
            return {t.infoSoft, t.info};
        case ChipKind::Warning:
            return {t.warningSoft, t.warning};
        case ChipKind::Danger:
            return {t.dangerSoft, t.danger};
        case ChipKind::Neutral:
            break;
    }
    return {t.neutralSoft, t.muted};
}

QString chipIcon(const ChipText& chip) {
    if (!chip.icon.isEmpty()) return chip.icon;
    switch (chip.kind) {
        case ChipKind::Ok:
            return QStringLiteral("circle-check");
        case ChipKind::Info:
            return QStringLiteral("info");
        case ChipKind::Warning:
            return QStringLiteral("triangle-alert");
        case ChipKind::Danger:
            return QStringLiteral("octagon-alert");
        case ChipKind::Neutral:
            return QStringLiteral("circle");
    }
    return {};
}

QSize chipSize(const ChipText& chip, const QFont& font) {
    const Theme& t = theme();
    const QFontMetrics metrics(fontOf(chip, font));
    return {t.px(8) + t.px(14) + t.px(5) + metrics.horizontalAdvance(chip.text) + 1 + t.px(10), t.px(22)};
}

void paintChip(QPainter& painter, const QRect& rect, const ChipText& chip, const QFont& font) {
    if (chip.isEmpty()) return;
    const Theme& t = theme();
    const ToneColours colours =
        chip.kind == ChipKind::Danger ? ToneColours{t.danger, t.onDanger} : softColours(chip.kind);
    const QFont used = fontOf(chip, font);
    const QFontMetrics metrics(used);
    paintRounded(painter, rect, rect.height() / 2.0, colours.ground, QColor(), 0);
    const int edge = t.px(14);
    const QRect mark(rect.x() + t.px(8), rect.y() + (rect.height() - edge) / 2, edge, edge);
    paintIcon(painter, mark, chipIcon(chip), colours.ink);
    const int left = mark.right() + 1 + t.px(5);
    const QRect word(left, rect.y(), rect.right() + 1 - t.px(10) - left + 1, rect.height());
    painter.save();
    painter.setFont(used);
    painter.setPen(colours.ink);
    painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(chip.text, Qt::ElideRight, word.width()));
    painter.restore();
}

Chip::Chip(ChipText chip, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setChip(chip);
}

void Chip::setChip(const ChipText& chip) {
    m_chip = chip;
    setAccessibleName(chip.text);
    updateGeometry();
    update();
}

void Chip::setClickable(bool clickable) {
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize Chip::sizeHint() const { return chipSize(m_chip, font()); }

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintChip(painter, rect(), m_chip, font());
    if (hasFocus()) paintRounded(painter, rect(), rect().height() / 2.0, QColor(), theme().text, 2);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT clicked();
}

void Chip::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (m_clickable && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter))
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

void Chip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) updateGeometry();
    QWidget::changeEvent(event);
}

}  // namespace simrs
