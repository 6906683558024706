// SPDX-License-Identifier: GPL-3.0-or-later
// All patients into a file, with the reason for which they leave the house.
#pragma once

#include "app/registration/export_run.h"
#include "app/shell/page.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace simrs {

class ActionBar;
class FormGrid;
class NoticeStrip;
class PathField;
class TextField;

class ExportPage final : public Page {
    Q_OBJECT
  public:
    explicit ExportPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Export patients"); }
    void enter(const QVariant& argument) override;

  private:
    QWidget* buildForm();
    void buildActions(QVBoxLayout* column);
    bool check();
    void begin();
    void showRun();
    void ended();
    void escape();

    ExportRun m_run;
    FormGrid* m_form;
    PathField* m_path;
    TextField* m_reason;
    NoticeStrip* m_notice;
    QLabel* m_state;
    QProgressBar* m_bar;
    ActionBar* m_actions;
    QPushButton *m_back = nullptr, *m_start = nullptr;
};

}  // namespace simrs
