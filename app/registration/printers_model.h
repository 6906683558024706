// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of this computer and the printers they go to, one row each.
#pragma once

#include <QAbstractTableModel>
#include <array>

#include "app/registration/paper_printer.h"

namespace simrs {

class PrintersModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { PaperColumn, LanguageColumn, TargetColumn, ColumnCount };

    explicit PrintersModel(const Workbench& workbench, QObject* parent = nullptr);

    /// Reads the settings again.
    void read();
    PaperKind kind(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(int row, int column) const;

    const Workbench& m_workbench;
    std::array<PrinterChoice, std::size(kPaperKinds)> m_choices;
};

/// "PDF file", "Receipt printer (ESC/POS)".
QString languageWord(PrintLanguage language);

}  // namespace simrs
