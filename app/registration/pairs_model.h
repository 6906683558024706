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
    /// Who the two are, where the list did not say.
    void tell(const Patient& one, const Patient& other);
    /// Null outside the list.
    const PatientPair* pair(int row) const;
    /// Of these two files, in any order; −1 where they are not in the list.
    int rowOf(const PatientId& one, const PatientId& other) const;

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
