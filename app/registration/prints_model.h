// SPDX-License-Identifier: GPL-3.0-or-later
// The print queue as rows, the oldest first. A row that stays keeps its place.
#pragma once

#include <QAbstractTableModel>

#include "app/kit/print_queue.h"

namespace simrs {

class PrintsModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { PaperColumn, PrinterColumn, StateColumn, TriesColumn, ProblemColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setJobs(const QList<PrintJob>& jobs);
    /// Null outside the list.
    const PrintJob* job(int row) const;
    int rowOf(quint64 id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    static QString text(const PrintJob& job, int column);
    QList<PrintJob> m_jobs;
};

}  // namespace simrs
