// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own password, from the menu at the foot of the side bar.
#pragma once

#include "app/shell/page.h"

class QLabel;

namespace simrs {

class ActionBar;
class PasswordForm;

class PasswordPage final : public Page {
    Q_OBJECT
  public:
    explicit PasswordPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  private:
    PasswordForm* m_form;
    QLabel* m_problem;
    ActionBar* m_bar;
};

}  // namespace simrs
