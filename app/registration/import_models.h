// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of an import: the first rows with what becomes of them, and what was not taken.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/import_list.h"
#include "app/registration/import_run.h"

namespace simrs {

class ImportPreviewModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        LineColumn,
        StateColumn,
        NumberColumn,
        NameColumn,
        SexColumn,
        BornColumn,
        NikColumn,
        WordsColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(const QList<ImportLine>& lines);
    /// Rows that would be refused.
    int refused() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    static QString text(const ImportLine& line, int column);

    QList<ImportLine> m_lines;
};

/// One line for each reason. Follows a list that only grows at its end.
class ImportToldModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { LineColumn, FieldColumn, ValueColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows this list from now on; it outlives the model's use of it. Null: none.
    void setTold(const QList<ImportTold>* told);
    /// The list may be longer than before.
    void grow();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The titles, and the words of one line under them: as shown, and as written to a file.
    static QStringList titles();
    static QStringList words(const ImportTold& told);

  private:
    const QList<ImportTold>* m_told = nullptr;
    int m_shown = 0;
};

}  // namespace simrs
