// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/dialogs.h"

#include <QPushButton>
#include <memory>

#include "app/kit/form_grid.h"
#include "app/kit/question_dialog.h"
#include "app/kit/text_field.h"

namespace simrs {

bool WindowDialogs::confirm(QWidget* parent, const Question& question) {
    QuestionDialog dialog(question, parent);
    return dialog.exec() == QDialog::Accepted;
}

std::optional<QString> WindowDialogs::askReason(QWidget* parent, const Question& question,
                                                const QString& label) {
    QuestionDialog dialog(question, parent);
    auto* form = new FormGrid;
    auto* reason = new TextField;
    const QString key = QStringLiteral("reason");
    form->addField(key, label, reason, FormGrid::columns, Need::Required);
    dialog.setContent(form);
    dialog.action()->setEnabled(false);
    QObject::connect(reason, &QLineEdit::textChanged, &dialog, [&dialog](const QString& typed) {
        dialog.action()->setEnabled(!typed.trimmed().isEmpty());
    });
    reason->setFocus();
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    return reason->text().trimmed();
}

bool WindowDialogs::edit(QWidget* parent, const Question& question, QWidget* content,
                         const std::function<bool()>& accept) {
    QuestionDialog dialog(question, parent);
    dialog.setContent(content);
    dialog.setAccept(accept);
    return dialog.exec() == QDialog::Accepted;
}

ScriptedDialogs::Answer ScriptedDialogs::next(const Question& question) {
    m_asked.append(question);
    return m_answers.isEmpty() ? Answer{} : m_answers.takeFirst();
}

bool ScriptedDialogs::confirm(QWidget*, const Question& question) { return next(question).yes; }

std::optional<QString> ScriptedDialogs::askReason(QWidget*, const Question& question, const QString&) {
    const Answer answer = next(question);
    if (!answer.yes || answer.reason.trimmed().isEmpty()) return std::nullopt;
    return answer.reason.trimmed();
}

bool ScriptedDialogs::edit(QWidget*, const Question& question, QWidget* content,
                           const std::function<bool()>& accept) {
    const std::unique_ptr<QWidget> owned(content);
    const Answer answer = next(question);
    if (!answer.yes) return false;
    if (onEdit) onEdit(content);
    const bool accepted = !accept || accept();
    if (!accepted && onRefused) onRefused(content);
    return accepted;
}

}  // namespace simrs
