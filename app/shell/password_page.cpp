// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/password_page.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/card.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/shell/password_form.h"

namespace simrs {

PasswordPage::PasswordPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("passwordPage"));
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    auto* card = new Card(tr("Your password"));
    card->setSubtitle(tr("It is yours alone: everything done with it stands under your name."));
    card->setMaximumWidth(t.px(460));
    m_problem = makeLabel(LabelKind::Error, {});
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_form = new PasswordForm(workbench.backend());
    card->body()->addWidget(m_problem);
    card->body()->addWidget(m_form);
    content->addWidget(card);
    content->addStretch(1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    m_bar->setHints(tr("Enter next field · Ctrl+S save · Esc back"));
    auto* back = m_bar->addSecondary(tr("Back (Esc)"), {}, QKeySequence(Qt::Key_Escape));
    back->setObjectName(QStringLiteral("backButton"));
    auto* save = m_bar->setPrimary(tr("Change password (Ctrl+S)"), QStringLiteral("check"),
                                   QKeySequence(Qt::CTRL | Qt::Key_S));
    save->setObjectName(QStringLiteral("savePasswordButton"));
    m_bar->followErrors(m_form->grid());
    column->addWidget(m_bar);

    connect(back, &QPushButton::clicked, this, [this] { this->workbench().back(); });
    connect(save, &QPushButton::clicked, m_form, &PasswordForm::submit);
    connect(m_form, &PasswordForm::busyChanged, this, [this, save](bool busy) {
        save->setEnabled(!busy);
        m_bar->setStatus(busy ? tr("Saving…") : QString());
        m_problem->hide();
    });
    connect(m_form, &PasswordForm::failed, this, [this](const QString& text) {
        m_problem->setText(text);
        m_problem->show();
    });
    connect(m_form, &PasswordForm::changed, this, [this] {
        this->workbench().toast(tr("Your password was changed"));
        this->workbench().back();
    });
}

QString PasswordPage::title() const { return tr("Change password"); }

void PasswordPage::enter(const QVariant&) {
    m_problem->hide();
    m_form->begin();
}

bool PasswordPage::isDirty() const { return m_form->isDirty(); }

void PasswordPage::discard() { m_form->begin(); }

}  // namespace simrs
