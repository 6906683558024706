// SPDX-License-Identifier: GPL-3.0-or-later
// Visits that lack something, one a row; what is urgent is said first.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/visit_requests.h"

namespace simrs {

class UnfinishedModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        LackColumn,
        DueColumn,
        NumberColumn,
        MrnColumn,
        NameColumn,
        ClinicColumn,
        PayerColumn,
        ColumnCount
    };

    explicit UnfinishedModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Only those that lack `lack`; all of them without one.
    void setVisits(const QList<UnfinishedVisit>& visits, std::optional<VisitLack> lack,
                   const MasterNames& names, Instant now);
    /// Null outside the list.
    const UnfinishedVisit* visit(int row) const;
    int rowOf(const VisitId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const UnfinishedVisit& visit, int column) const;
    QString dueText(Instant due) const;

    QList<UnfinishedVisit> m_visits;
    MasterNames m_names;
    Instant m_now;
};

}  // namespace simrs
