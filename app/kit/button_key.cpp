// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/button_key.h"

#include <QAbstractButton>
#include <QShortcut>

namespace simrs {

QShortcut* bindKey(QAbstractButton* button, const QKeySequence& key) {
    auto* shortcut = new QShortcut(key, button);
    QObject::connect(shortcut, &QShortcut::activated, button, [button] { button->click(); });
    return shortcut;
}

}  // namespace simrs
