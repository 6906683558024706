// SPDX-License-Identifier: GPL-3.0-or-later
// Layout, Tab order, Enter as "next field", and the errors.
#include "app/kit/form_grid.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <algorithm>

#include "app/kit/form_slot.h"
#include "app/kit/label.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"

namespace simrs {

FormGrid::FormGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    const Theme& t = theme();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(t.px(12));
    m_grid->setVerticalSpacing(t.px(5));
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
        m_grid->setColumnMinimumWidth(column, 1);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void FormGrid::addSection(const QString& title) {
    endRow();
    auto* heading = makeLabel(LabelKind::Section, title, this);
    heading->setContentsMargins(0, m_row == 0 ? 0 : theme().px(2), 0, theme().px(2));
    m_grid->addWidget(heading, m_row++, 0, 1, columns);
}

void FormGrid::addField(const QString& key, const QString& label, QWidget* field, int span, Need need) {
    Q_ASSERT_X(!m_slots.contains(key), "FormGrid::addField", "two fields of one key");
    auto* slot = new FormSlot(label, field, need == Need::Required, this);
    m_slots.insert(key, slot);
    m_order.append(key);
    place(slot, span);
    if (m_lastField != nullptr) setTabOrder(m_lastField, field);
    m_lastField = field;
    watch(field);
    for (auto* child : field->findChildren<QWidget*>())
        if (child->focusPolicy() != Qt::NoFocus) watch(child);
}

void FormGrid::place(QWidget* cell, int span) {
    const int width = std::clamp(span, 1, columns);
    if (m_column + width > columns) endRow();
    m_grid->addWidget(cell, m_row, m_column, 1, width);
    m_column += width;
    if (m_column >= columns) endRow();
}

void FormGrid::endRow() {
    if (m_column == 0) return;
    m_column = 0;
    ++m_row;
}

void FormGrid::addGap(int span) {
    m_column += std::clamp(span, 1, columns);
    if (m_column >= columns) endRow();
}

QWidget* FormGrid::field(const QString& key) const {
    return slot(key) == nullptr ? nullptr : slot(key)->field();
}

QString FormGrid::label(const QString& key) const {
    return slot(key) == nullptr ? QString() : slot(key)->label();
}

void FormGrid::setLabel(const QString& key, const QString& label) {
    if (auto* at = slot(key)) at->setLabel(label);
}

void FormGrid::setNeed(const QString& key, Need need) {
    if (auto* at = slot(key)) at->setRequired(need == Need::Required);
}

void FormGrid::setFieldShown(const QString& key, bool shown) {
    auto* at = slot(key);
    if (at == nullptr) return;
    QSizePolicy policy = at->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    at->setSizePolicy(policy);
    at->setVisible(shown);
}

void FormGrid::setHint(const QString& key, const QString& text) {
    if (auto* at = slot(key)) at->setHint(text);
}

void FormGrid::setError(const QString& key, const QString& text) {
    auto* at = slot(key);
    if (at == nullptr || at->error() == text) return;
    at->setError(text);
    Q_EMIT errorsChanged();
}

void FormGrid::clearError(const QString& key) { setError(key, {}); }

void FormGrid::clearErrors() {
    for (const QString& key : m_order) clearError(key);
}

QString FormGrid::errorText(const QString& key) const {
    return slot(key) == nullptr ? QString() : slot(key)->error();
}

QList<FieldError> FormGrid::errors() const {
    QList<FieldError> found;
    for (const QString& key : m_order)
        if (!slot(key)->error().isEmpty()) found.append({key, slot(key)->error()});
    return found;
}

int FormGrid::showErrors(const QList<FieldError>& errors) {
    clearErrors();
    for (const FieldError& error : errors) setError(error.key, error.text);
    tellTooLong();
    focusFirstError();
    return static_cast<int>(this->errors().size());
}

/// What was pasted is never cut: half a telephone number would be kept as if it were one.
void FormGrid::tellTooLong() {
    for (const QString& key : m_order) {
        const auto* line = qobject_cast<TextField*>(field(key));
        if (line != nullptr && line->isTooLong() && errorText(key).isEmpty())
            setError(key, tr("At most %n character(s)", nullptr, line->atMost()));
    }
}

void FormGrid::focusFirstError() {
    const QList<FieldError> found = errors();
    if (!found.isEmpty()) focusField(found.first().key);
}

void FormGrid::focusField(const QString& key) {
    if (auto* at = field(key)) at->setFocus(Qt::TabFocusReason);
}

QString FormGrid::keyOf(QObject* widget) const {
    for (const QString& key : m_order) {
        auto* at = slot(key)->field();
        if (at == widget || at->isAncestorOf(qobject_cast<QWidget*>(widget))) return key;
    }
    return {};
}

void FormGrid::watch(QWidget* widget) { widget->installEventFilter(this); }

bool FormGrid::enterPressed(QWidget* at) {
    if (qobject_cast<QPlainTextEdit*>(at) != nullptr || qobject_cast<QPushButton*>(at) != nullptr)
        return false;
    if (auto* combo = qobject_cast<QComboBox*>(at); combo != nullptr && combo->view()->isVisible())
        return false;
    const QString key = keyOf(at);
    if (key.isEmpty()) return false;
    auto next = std::find(m_order.cbegin(), m_order.cend(), key);
    while (++next != m_order.cend()) {
        QWidget* field = slot(*next)->field();
        if (!field->isEnabled() || field->isHidden() || slot(*next)->isHidden()) continue;
        field->setFocus(Qt::TabFocusReason);
        return true;
    }
    QMetaObject::invokeMethod(this, &FormGrid::finished, Qt::QueuedConnection);
    return false;  // the last field still gets its Enter
}

bool FormGrid::eventFilter(QObject* watched, QEvent* event) {
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr) return false;
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (enter && !(press->modifiers() & ~Qt::KeypadModifier)) return enterPressed(widget);
    } else if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason) return false;
        const QString key = keyOf(widget);
        QMetaObject::invokeMethod(  // after the field itself has taken what was typed
            this,
            [this, key] {
                const QWidget* now = QApplication::focusWidget();
                const QWidget* left = field(key);
                if (left != nullptr && left != now && !left->isAncestorOf(now)) Q_EMIT fieldLeft(key);
            },
            Qt::QueuedConnection);
    }
    return false;
}

}  // namespace simrs
