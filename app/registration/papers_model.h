// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of a patient as rows: the key that prints each, where it goes, and whether it was printed
// before.
#pragma once

#include <QAbstractTableModel>

#include "app/kit/chip.h"
#include "common/registration/printed_paper.h"

namespace simrs {

struct PaperRow {
    PaperKind kind = PaperKind::Label;
    QString key;      ///< "F3"
    QString printer;  ///< Where it goes on this computer.
    ChipText printed;
    bool possible = true;  ///< False: what it is about is not there.
    bool operator==(const PaperRow&) const = default;
};

class PapersModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { KeyColumn, PaperColumn, PrinterColumn, PrintedColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Always the same papers in the same order.
    void setRows(const QList<PaperRow>& rows);
    /// Null outside the list.
    const PaperRow* row(int at) const;
    int rowOf(PaperKind kind) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    static QString text(const PaperRow& row, int column);
    QList<PaperRow> m_rows;
};

}  // namespace simrs
