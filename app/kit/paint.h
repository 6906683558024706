// SPDX-License-Identifier: GPL-3.0-or-later
// The few shapes that all painted controls share.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace simrs {

/// What the frame of a field shows. Exactly one of the borders is drawn: invalid, then focus, then hover,
/// then plain.
struct FieldLook {
    bool enabled = true;
    bool focus = false;
    bool invalid = false;
    bool hover = false;
    bool readOnly = false;
};

/// Fills and outlines a rounded rectangle whose stroke lies wholly inside `rect`. Width 0 draws no line.
void paintRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line,
                  qreal lineWidth);
void paintField(QPainter& painter, const QRectF& rect, const FieldLook& look);
/// The keyboard focus ring: 2 px of accent inside `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius);

}  // namespace simrs
