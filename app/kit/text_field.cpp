// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/text_field.h"

#include <QAction>
#include <QKeyEvent>

#include "app/kit/icon.h"
#include "app/kit/theme.h"
#include "common/base/text.h"

namespace simrs {

TextField::TextField(TextInput input, QWidget* parent) : QLineEdit(parent), m_input(input) {
    setMaxLength(250);
    if (input == TextInput::Password) {
        setEchoMode(QLineEdit::Password);
        auto* show = addAction(icon(QStringLiteral("eye"), IconTone::Muted), QLineEdit::TrailingPosition);
        show->setToolTip(tr("Show password"));
        connect(show, &QAction::triggered, this, [this, show] {
            const bool hidden = echoMode() == QLineEdit::Password;
            setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
            show->setIcon(icon(hidden ? QStringLiteral("eye-off") : QStringLiteral("eye"), IconTone::Muted));
            show->setToolTip(hidden ? tr("Hide password") : tr("Show password"));
        });
    }
}

void TextField::setLongest(int characters) {
    // Pasted numbers come with dots, dashes and spaces, which do not count.
    setMaxLength(m_input == TextInput::Digits ? characters * 2 : characters);
}

void TextField::setAtMost(int characters) {
    setMaxLength(kMostTyped);
    m_atMost = characters;
}

bool TextField::isTooLong() const {
    return (m_input == TextInput::Digits ? digits() : cleanLine(text())).size() > m_atMost;
}

QString TextField::digits() const {
    QString only;
    for (const QChar c : text())
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) only += c;
    return only;
}

QSize TextField::sizeHint() const {
    const QSize usual = QLineEdit::sizeHint();
    return {theme().px(120), usual.height()};
}

void TextField::keyPressEvent(QKeyEvent* event) {
    const bool letter = event->text().size() == 1 && event->text().at(0).isLetter() &&
                        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (m_input == TextInput::Digits && letter) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace simrs
