// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/service_button.h"

#include <QPainter>
#include <QShortcut>

#include "app/kit/chip.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {
namespace {

constexpr int tall = 48;
constexpr int tallest = 96;
constexpr int namePx = 20;
constexpr int letterPx = 26;

QFont fontOf(int px) {
    QFont font = theme().font(TextStep::Title, true);
    font.setPixelSize(theme().px(px));
    return font;
}

}  // namespace

ServiceButton::ServiceButton(const CounterService& service, int key, QWidget* parent)
    : QPushButton(service.name, parent),
      m_service(service.id),
      m_letter(service.letter),
      m_key(key),
      m_first(service.first) {
    setObjectName(QStringLiteral("service%1Button").arg(key));
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMaximumHeight(theme().px(tallest));
    setAccessibleName(m_first ? tr("%1: %2, goes first").arg(key).arg(service.name)
                              : tr("%1: %2").arg(key).arg(service.name));
    // One press, one number: a key that is held or leaned on must not empty the roll.
    auto* shortcut = new QShortcut(QKeySequence(Qt::Key_0 + key), this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [this] { click(); });
}

QSize ServiceButton::sizeHint() const { return {theme().px(420), theme().px(tall)}; }

void ServiceButton::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (underMouse() || isDown());
    paintRounded(painter, rect(), t.px(8),
                 !isEnabled() ? t.sunken
                 : lit        ? t.accentSoft
                              : t.surface,
                 t.border, 1);
    const int pad = t.px(14);
    const int edge = t.px(36);
    const QRect plate(pad, (height() - edge) / 2, edge, edge);
    paintPlate(painter, plate);
    QRect text = rect().adjusted(plate.right() + pad, 0, -pad, 0);
    painter.setFont(fontOf(letterPx));
    painter.setPen(isEnabled() ? t.accent : t.disabledText);
    const int letterWidth = painter.fontMetrics().horizontalAdvance(m_letter);
    painter.drawText(text, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), m_letter);
    text.setRight(text.right() - letterWidth - pad);
    if (m_first) {
        const ChipText chip{ChipKind::Info, tr("Goes first"), QStringLiteral("arrow-up")};
        const QSize size = chipSize(chip, t.font(TextStep::Small));
        paintChip(painter, {QPoint(text.right() - size.width(), (height() - size.height()) / 2), size}, chip,
                  t.font(TextStep::Small));
        text.setRight(text.right() - size.width() - pad);
    }
    painter.setFont(fontOf(namePx));
    painter.setPen(isEnabled() ? t.text : t.disabledText);
    painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap),
                     this->text());
    if (hasFocus()) paintFocusRing(painter, rect(), t.px(8));
}

/// The digit as it stands on the keyboard.
void ServiceButton::paintPlate(QPainter& painter, const QRect& plate) const {
    const Theme& t = theme();
    paintRounded(painter, plate, t.px(6), isEnabled() ? t.accent : t.disabledText, QColor(), 0);
    painter.setFont(fontOf(namePx));
    painter.setPen(t.onAccent);
    painter.drawText(plate, Qt::AlignCenter, QString::number(m_key));
}

}  // namespace simrs
