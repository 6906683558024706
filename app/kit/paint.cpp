// SPDX-License-Identifier: GPL-3.0-or-later
// Strokes are drawn half a line width inside their rectangle, so that they stay crisp and nothing is cut off.
#include "app/kit/paint.h"

#include <QPainter>

#include "app/kit/theme.h"

namespace simrs {

void paintRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line,
                  qreal lineWidth) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(lineWidth > 0 ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    const qreal in = lineWidth / 2;
    painter.drawRoundedRect(rect.adjusted(in, in, -in, -in), radius - in, radius - in);
    painter.restore();
}

void paintField(QPainter& painter, const QRectF& rect, const FieldLook& look) {
    const Theme& t = theme();
    const QColor fill = look.enabled && !look.readOnly ? t.surface : t.sunken;
    QColor line = look.enabled ? t.border : t.divider;
    qreal width = 1;
    if (look.invalid && look.enabled) {
        line = t.danger;
        width = 2;
    } else if (look.focus) {
        line = t.accent;
        width = 2;
    } else if (look.hover && look.enabled) {
        line = t.muted;
    }
    paintRounded(painter, rect, t.px(5), fill, line, width);
    if (look.invalid && look.focus) {  // both states must be seen: the ring goes inside the danger border
        QColor ring = t.accent;
        paintRounded(painter, rect.adjusted(2, 2, -2, -2), t.px(4), QColor(), ring, 1);
    }
}

void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius) {
    paintRounded(painter, rect, radius, QColor(), theme().accent, 2);
}

}  // namespace simrs
