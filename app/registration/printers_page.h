// SPDX-License-Identifier: GPL-3.0-or-later
// Which printer each paper goes to on this computer. Every choice takes effect at once; a test print shows
// whether it works.
#pragma once

#include "app/registration/master_names.h"
#include "app/registration/printers_model.h"
#include "app/shell/page.h"

namespace simrs {

class ActionBar;
class Card;
class ChoiceField;
class DataTable;
class FormGrid;
class NoticeStrip;
class RadioRow;
class TextField;

class PrintersPage final : public Page {
    Q_OBJECT
  public:
    explicit PrintersPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Printers of this computer"); }
    void enter(const QVariant& argument) override;

  private:
    void build();
    QWidget* buildForm();
    void showChoice();
    void showLanguage();
    void changeLanguage();
    void take();
    void testPrint();
    PaperKind kind() const;
    PrinterChoice typed() const;

    PrintersModel m_model;
    DataTable* m_table;
    Card* m_card;
    FormGrid* m_grid;
    ChoiceField* m_language;
    TextField* m_target;
    RadioRow* m_roll;
    NoticeStrip* m_notice;
    ActionBar* m_bar;
};

/// What a test print says: nobody's data.
paper::Paper samplePaper(PaperKind kind, const MasterNames& names, QDate today, TicketWidth roll);

}  // namespace simrs
