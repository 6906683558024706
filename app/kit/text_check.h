// SPDX-License-Identifier: GPL-3.0-or-later
// Looks over a window for what a person would stumble on: words cut off, widgets on top of each other, fields
// without a name, and a Tab order other than the reading order. For tests and screen pictures.
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace simrs {

enum class TextFault { Clipped, Overlapping, Nameless, TabOrder };

struct TextFinding {
    TextFault fault;
    QString where;  // class names from the root down, with object names
    QString what;   // the text, or the two widgets

    QString line() const;
};

/// Walks the visible widgets below `root`, which must be shown and laid out. Empty when all is well.
/// A widget with the dynamic property "mayElide" set to true may cut its text; an ElidingLabel may too, by
/// design, but not when it shows an error.
QList<TextFinding> checkTexts(const QWidget& root);

}  // namespace simrs
