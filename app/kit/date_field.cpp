// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed is rewritten as dd/MM/yyyy when the field is left; unreadable text stays as it is for
// correction.
#include "app/kit/date_field.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QRegularExpression>

#include "app/kit/theme.h"

namespace simrs {

DateField::DateField(QDate today, DateSense sense, QWidget* parent)
    : QLineEdit(parent), m_today(today), m_sense(sense) {
    setPlaceholderText(tr("ddmmyyyy"));
    setMaxLength(30);
    // A date that is complete while typing is known at once, so that ages and lists can follow.
    connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) {
        const auto read = readDate(typed, m_today, m_sense);
        const bool full = typed.count(QRegularExpression(QStringLiteral("[0-9]"))) >= 8;
        if ((read && full) || typed.trimmed().isEmpty()) set(read.value_or(QDate()));
    });
}

void DateField::setDate(QDate date) {
    setText(dateFigures(date));
    set(date);
}

bool DateField::isUnreadable() const {
    const QString typed = text().trimmed();
    return !typed.isEmpty() && !readDate(typed, m_today, m_sense);
}

QSize DateField::sizeHint() const { return {theme().px(120), QLineEdit::sizeHint().height()}; }

void DateField::focusOutEvent(QFocusEvent* event) {
    take();
    QLineEdit::focusOutEvent(event);
}

void DateField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) take();
    QLineEdit::keyPressEvent(event);
}

void DateField::take() {
    const auto read = readDate(text(), m_today, m_sense);
    if (read) setText(dateFigures(*read));
    set(read.value_or(QDate()));
}

void DateField::set(QDate date) {
    if (date == m_date) return;
    m_date = date;
    Q_EMIT dateChanged(date);
}

}  // namespace simrs
