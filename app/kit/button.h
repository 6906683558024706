// SPDX-License-Identifier: GPL-3.0-or-later
// The four buttons there are. One primary button per page; danger buttons are never the default button.
#pragma once

#include <QPushButton>
#include <QToolButton>

namespace simrs {

enum class ButtonKind { Secondary, Primary, Danger, Quiet };

/// `iconName` is a file of resources/icons, or empty. Only Primary may become the default of a dialog.
QPushButton* makeButton(ButtonKind kind, const QString& text, const QString& iconName = {},
                        QWidget* parent = nullptr);
/// A 30-px button of an icon alone; `name` is its tool tip and its accessible name.
QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);

}  // namespace simrs
