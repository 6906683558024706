// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/password_form.h"

#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/text_field.h"
#include "common/base/limits.h"

namespace simrs {
namespace {

const QString currentKey = QStringLiteral("current");
const QString wantedKey = QStringLiteral("wanted");
const QString againKey = QStringLiteral("again");

TextField* passwordField(const QString& name) {
    auto* field = new TextField(TextInput::Password);
    field->setObjectName(name);
    field->setLongest(limits::kPasswordMax);
    return field;
}

}  // namespace

PasswordForm::PasswordForm(Backend& backend, QWidget* parent) : QWidget(parent), m_backend(backend) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_grid = new FormGrid;
    m_current = passwordField(QStringLiteral("currentPasswordField"));
    m_wanted = passwordField(QStringLiteral("newPasswordField"));
    m_again = passwordField(QStringLiteral("repeatPasswordField"));
    m_grid->addField(currentKey, tr("Present password"), m_current, FormGrid::columns, Need::Required);
    m_grid->addField(wantedKey, tr("New password"), m_wanted, FormGrid::columns, Need::Required);
    m_grid->addField(againKey, tr("New password again"), m_again, FormGrid::columns, Need::Required);
    m_grid->setHint(wantedKey, tr("At least %n character(s)", nullptr, limits::kPasswordMin));
    column->addWidget(m_grid);
    connect(m_grid, &FormGrid::finished, this, &PasswordForm::submit);
    for (TextField* field : {m_current, m_wanted, m_again})
        connect(field, &QLineEdit::textEdited, this, [this, field] {
            for (const QString& key : {currentKey, wantedKey, againKey})
                if (m_grid->field(key) == field) m_grid->clearError(key);
        });
}

void PasswordForm::begin(const QString& current) {
    m_known = current;
    for (TextField* field : {m_current, m_wanted, m_again}) field->clear();
    m_grid->clearErrors();
    m_current->parentWidget()->setVisible(current.isEmpty());
    (current.isEmpty() ? m_current : m_wanted)->setFocus(Qt::TabFocusReason);
}

bool PasswordForm::isDirty() const { return !m_wanted->text().isEmpty() || !m_again->text().isEmpty(); }

bool PasswordForm::check() {
    QList<FieldError> errors;
    if (m_known.isEmpty() && m_current->text().isEmpty())
        errors.append({currentKey, tr("Type your present password")});
    if (m_wanted->text().size() < limits::kPasswordMin)
        errors.append(
            {wantedKey,
             errorText({ErrorCode::PasswordTooShort, {QString::number(limits::kPasswordMin)}, {}})});
    else if (m_wanted->text() != m_again->text())
        errors.append({againKey, tr("The two new passwords differ")});
    return m_grid->showErrors(errors) == 0;
}

void PasswordForm::submit() {
    if (!isEnabled() || !check()) return;
    setEnabled(false);
    Q_EMIT busyChanged(true);
    const QString current = m_known.isEmpty() ? m_current->text() : m_known;
    m_backend.changePassword(current, m_wanted->text(), this, [this](const Result<Done>& done) {
        setEnabled(true);
        Q_EMIT busyChanged(false);
        if (!done) return refused(done.error());
        begin();
        Q_EMIT changed();
    });
}

void PasswordForm::refused(const Error& error) {
    switch (error.code) {
        case ErrorCode::LoginRefused:
            if (m_known.isEmpty()) {
                m_grid->showErrors({{currentKey, tr("This is not your present password")}});
                return;
            }
            break;
        case ErrorCode::PasswordTooShort:
        case ErrorCode::PasswordTooCommon:
        case ErrorCode::FieldTooLong:
            m_grid->showErrors({{wantedKey, errorText(error)}});
            return;
        default:
            break;
    }
    Q_EMIT failed(errorText(error));
}

}  // namespace simrs
