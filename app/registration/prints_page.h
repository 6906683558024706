// SPDX-License-Identifier: GPL-3.0-or-later
// The print queue of this computer: what waits, what went wrong and why; try again or take out. Nothing of it
// ever stands in the way of other work.
#pragma once

#include "app/registration/prints_model.h"
#include "app/shell/page.h"

class QPushButton;

namespace simrs {

class ActionBar;
class DataTable;

class PrintsPage final : public Page {
    Q_OBJECT
  public:
    explicit PrintsPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Print queue"); }
    void enter(const QVariant& argument) override;

  private:
    void build();
    void showJobs();
    void offerActions();
    void retry();
    void remove();

    PrintsModel m_model;
    DataTable* m_table;
    ActionBar* m_bar;
    QPushButton *m_remove = nullptr, *m_forget = nullptr;
};

}  // namespace simrs
