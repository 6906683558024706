// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's queue as rows: who is at a counter, who waits in the order of the calls, who has been served.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/counter_requests.h"

namespace simrs {

class CounterQueueModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        NumberColumn,
        ServiceColumn,
        StateColumn,
        CounterColumn,
        TakenColumn,
        WaitedColumn,
        CallsColumn,
        DeskColumn,
        VisitColumn,
        ColumnCount
    };

    explicit CounterQueueModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setQueue(const CounterQueue& queue, const MasterNames& names, Instant now);
    /// Time goes on, the rows do not.
    void setNow(Instant now);
    /// Null outside the list.
    const CounterTicket* ticket(int row) const;
    int rowOf(const CounterTicketId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const CounterTicket& ticket, int column) const;
    QString waited(const CounterTicket& ticket) const;
    QString atDesk(const CounterTicket& ticket) const;

    QList<CounterTicket> m_tickets;
    MasterNames m_names;
    Instant m_now;
};

}  // namespace simrs
