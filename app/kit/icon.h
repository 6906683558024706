// SPDX-License-Identifier: GPL-3.0-or-later
// Our stroke icons, painted in a colour of the theme at the moment they are shown, so one file serves both
// themes and every state of a control.
#pragma once

#include <QIcon>
#include <QRectF>
#include <QString>

class QColor;
class QPainter;

namespace simrs {

/// Which token an icon takes in its normal state. Disabled always takes the disabled text colour.
enum class IconTone { Text, Muted, Accent, OnAccent, OnDanger, Danger, Warning, Ok, Info, Side, SideActive };

/// The icon resources/icons/<name>.svg. An unknown name gives a null icon (and fails tests/kit/icon_test).
QIcon icon(const QString& name, IconTone tone = IconTone::Text);
bool iconExists(const QString& name);
/// The colour a tone has in the present theme.
QColor toneColour(IconTone tone);
/// Paints an icon square into `rect` in exactly this colour.
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour);

}  // namespace simrs
