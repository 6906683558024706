// SPDX-License-Identifier: GPL-3.0-or-later
// Patients from another system's list: the file, which column holds what, what the first rows become, and the
// import itself with everything that was not taken and why. It goes on while the person works elsewhere.
#pragma once

#include <optional>

#include "app/registration/import_models.h"
#include "app/shell/page.h"

class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace simrs {

class ActionBar;
class ChoiceField;
class DataTable;
class FormGrid;
class ImportMapping;
class ImportProgress;
class NoticeStrip;
class PathField;
class RadioRow;

class ImportPage final : public Page {
    Q_OBJECT
  public:
    explicit ImportPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Import patients"); }
    /// Takes a QString: the path of a list. Nothing: the list that was open stays.
    void enter(const QVariant& argument) override;

  private:
    enum Tab { ColumnsTab, RowsTab, RunTab };

    void build();
    QWidget* buildFile();
    QWidget* buildRows();
    QWidget* buildRun();
    void buildActions(QVBoxLayout* column);
    void nextTab();
    void openFile(const std::optional<CsvForm>& form);
    void opened(const Result<ImportList>& list, bool isNew);
    void reopen();
    void preview();
    void previewed(const ImportPiece& piece);
    void run();
    void showRun();
    void ended();
    void showTold();
    void saveTold();
    void writeTold(const QString& path, bool leftOut);
    void offerActions();
    bool isOpen() const { return !m_list.header.isEmpty(); }
    const QList<ImportTold>& shownTold() const;

    ImportRun m_run;
    ImportPreviewModel m_rows;
    ImportToldModel m_told;
    ImportList m_list;
    PathField* m_path;
    ChoiceField *m_encoding, *m_separator;
    FormGrid* m_file;
    NoticeStrip* m_notice;
    QTabWidget* m_tabs;
    ImportMapping* m_mapping;
    DataTable *m_rowsTable, *m_toldTable;
    ImportProgress* m_progress;
    RadioRow* m_which;
    ActionBar* m_bar;
    QPushButton *m_stop = nullptr, *m_save = nullptr, *m_export = nullptr;
    int m_asked = 0;  // What an earlier file or mapping gave comes too late.
    bool m_saving = false;
};

}  // namespace simrs
