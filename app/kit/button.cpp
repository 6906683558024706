// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/button.h"

#include "app/kit/icon.h"
#include "app/kit/kit_style.h"
#include "app/kit/theme.h"

namespace simrs {

QPushButton* makeButton(ButtonKind kind, const QString& text, const QString& iconName, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    IconTone tone = IconTone::Text;
    if (kind == ButtonKind::Primary) {
        button->setProperty(buttonKindProperty, QStringLiteral("primary"));
        tone = IconTone::OnAccent;
    } else if (kind == ButtonKind::Danger) {
        button->setProperty(buttonKindProperty, QStringLiteral("danger"));
        tone = IconTone::OnDanger;
    } else if (kind == ButtonKind::Quiet) {
        button->setProperty(buttonKindProperty, QStringLiteral("quiet"));
        tone = IconTone::Accent;
    }
    if (kind == ButtonKind::Primary || kind == ButtonKind::Danger) {
        QFont bold = button->font();
        bold.setBold(true);
        button->setFont(bold);
    }
    if (!iconName.isEmpty()) button->setIcon(icon(iconName, tone));
    button->setAutoDefault(kind == ButtonKind::Primary);
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFixedSize(theme().px(30), theme().px(30));
    button->setIconSize({theme().px(18), theme().px(18)});
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

}  // namespace simrs
