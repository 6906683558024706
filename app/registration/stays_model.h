// SPDX-License-Identifier: GPL-3.0-or-later
// Patients who lie in wards, one a row.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/stay_requests.h"

namespace simrs {

class StaysModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        WardColumn,
        BedColumn,
        ClassColumn,
        MrnColumn,
        NameColumn,
        PersonColumn,
        LeaderColumn,
        PayerColumn,
        SinceColumn,
        DaysColumn,
        ColumnCount
    };
    enum Role { SearchRole = Qt::UserRole + 0x5400 };

    explicit StaysModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setLines(const QList<StayLine>& lines, const MasterNames& names, QDate today);
    /// Null outside the list.
    const StayLine* line(int row) const;
    int rowOf(const VisitId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const StayLine& line, int column) const;
    /// Days of care: the day of admission counts (sensus harian).
    qint64 days(const StayLine& line) const;

    QList<StayLine> m_lines;
    MasterNames m_names;
    QDate m_today;
};

}  // namespace simrs
