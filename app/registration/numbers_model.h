// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of medical record numbers, one a row: who got them, and what of them is used or missing.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/transfer_requests.h"

namespace simrs {

class NumbersModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        NumbersColumn,
        DeviceColumn,
        GivenColumn,
        ByColumn,
        UsedColumn,
        StateColumn,
        UnusedColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setBlocks(const QList<BookedBlock>& blocks, const MasterNames& names);
    void addBlocks(const QList<BookedBlock>& blocks);
    const QList<BookedBlock>& blocks() const { return m_blocks; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "Loket 1", or the server itself.
    static QString deviceWord(const QString& deviceName);

  private:
    QString text(const BookedBlock& block, int column) const;
    QString unusedText(const BookedBlock& block) const;

    QList<BookedBlock> m_blocks;
    MasterNames m_names;
};

}  // namespace simrs
