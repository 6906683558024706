// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of files that wait for somebody to look, one a row.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/pair_requests.h"

namespace simrs {

class PairsModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { OneColumn, OtherColumn, WhyColumn, SinceColumn, ColumnCount };

    explicit PairsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setPairs(const QList<PatientPair>& pairs, const MasterNames& names);
    /// Null outside the list.
    const PatientPair* pair(int row) const;
    int rowOf(const CaseItemId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const PatientPair& pair, int column) const;

    QList<PatientPair> m_pairs;
    MasterNames m_names;
};

}  // namespace simrs
