// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's figures by clinic, one a row.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/counter_requests.h"

namespace simrs {

class ClinicFiguresModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { ClinicColumn, VisitsColumn, LinkedColumn, WaitColumn, DeskColumn, ColumnCount };

    explicit ClinicFiguresModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setClinics(const QList<BoardClinic>& clinics, const MasterNames& names);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const BoardClinic& clinic, int column) const;

    QList<BoardClinic> m_clinics;
    MasterNames m_names;
};

}  // namespace simrs
