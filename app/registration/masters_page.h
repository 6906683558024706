// SPDX-License-Identifier: GPL-3.0-or-later
// Master data: one generic page for clinics, doctors and payers, made from their field tables. Rows are
// switched off, never deleted: visits refer to them.
#pragma once

#include "app/shell/page.h"

class QPushButton;
class QTabWidget;

namespace simrs {

class ActionBar;
class MasterTab;

class MastersPage final : public Page {
    Q_OBJECT
  public:
    explicit MastersPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    /// Takes a QString: the table whose tab comes to the front ("doctor"). Nothing: the one that was in
    /// front.
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  private:
    MasterTab* current() const;
    void changeTab(int index);
    void escape();
    void offerActions();

    QTabWidget* m_tabs;
    QList<MasterTab*> m_masters;
    ActionBar* m_bar;
    QPushButton *m_new = nullptr, *m_back = nullptr;
};

}  // namespace simrs
