// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of buttons that act at once.
#pragma once

#include <QKeySequence>

class QAbstractButton;
class QShortcut;

namespace simrs {

/// Clicks the button while it is shown and enabled. A button's own shortcut first looks pressed for 100 ms,
/// and what a quick clerk types in that time would go astray. The button owns the shortcut.
QShortcut* bindKey(QAbstractButton* button, const QKeySequence& key);

}  // namespace simrs
