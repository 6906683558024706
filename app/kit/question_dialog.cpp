// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/question_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "app/kit/button.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"

namespace simrs {

QuestionDialog::QuestionDialog(const Question& question, QWidget* parent) : QDialog(parent) {
    const Theme& t = theme();
    setWindowTitle(question.title);
    setModal(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_column = new QVBoxLayout;
    m_column->setContentsMargins(t.px(20), t.px(18), t.px(20), t.px(18));
    m_column->setSpacing(t.px(8));
    auto* title = makeLabel(LabelKind::Title, question.title);
    title->setWordWrap(true);
    m_column->addWidget(title);
    if (!question.text.isEmpty()) {
        auto* text = makeLabel(LabelKind::Body, question.text);
        text->setWordWrap(true);
        m_column->addWidget(text);
    }
    all->addLayout(m_column, 1);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(t.px(20), t.px(10), t.px(20), t.px(10));
    foot->setSpacing(t.px(8));
    foot->addStretch(1);
    m_back = makeButton(ButtonKind::Secondary, question.backVerb.isEmpty() ? tr("Back") : question.backVerb);
    m_action = makeButton(question.dangerous ? ButtonKind::Danger : ButtonKind::Primary, question.actionVerb);
    foot->addWidget(m_back);
    foot->addWidget(m_action);
    all->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &QuestionDialog::accept);
    m_action->setAutoDefault(false);
    m_action->setDefault(!question.dangerous);
    m_back->setAutoDefault(question.dangerous);
    m_back->setDefault(question.dangerous);
    if (question.dangerous) m_back->setFocus();
    setMinimumWidth(t.px(420));
}

void QuestionDialog::setContent(QWidget* content) {
    m_column->addSpacing(theme().px(4));
    m_column->addWidget(content, 1);
    content->setFocus();
}

void QuestionDialog::accept() {
    if (m_accept && !m_accept()) return;
    QDialog::accept();
}

void QuestionDialog::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const int foot = t.px(50);
    painter.fillRect(QRect(0, height() - foot, width(), foot), t.sunken);
    painter.fillRect(QRect(0, height() - foot, width(), 1), t.divider);
}

}  // namespace simrs
