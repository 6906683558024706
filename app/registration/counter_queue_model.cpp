// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/counter_queue_model.h"

#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/counter_words.h"

namespace simrs {

void CounterQueueModel::setQueue(const CounterQueue& queue, const MasterNames& names, Instant now) {
    beginResetModel();
    m_tickets = queue.atCounter + queue.waiting + queue.ended;
    m_names = names;
    m_now = now;
    endResetModel();
}

void CounterQueueModel::setNow(Instant now) {
    m_now = now;
    if (m_tickets.isEmpty()) return;
    Q_EMIT dataChanged(index(0, WaitedColumn), index(rowCount() - 1, DeskColumn));
}

const CounterTicket* CounterQueueModel::ticket(int row) const {
    return row >= 0 && row < m_tickets.size() ? &m_tickets.at(row) : nullptr;
}

int CounterQueueModel::rowOf(const CounterTicketId& id) const {
    for (int row = 0; row < m_tickets.size(); ++row)
        if (m_tickets.at(row).id == id) return row;
    return -1;
}

int CounterQueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_tickets.size());
}

int CounterQueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString CounterQueueModel::waited(const CounterTicket& ticket) const {
    const Instant until = ticket.calledAt.isNull() ? m_now : ticket.calledAt;
    return spanText(secondsBetween(ticket.takenAt, until));
}

QString CounterQueueModel::atDesk(const CounterTicket& ticket) const {
    if (ticket.servedAt.isNull()) return {};
    return spanText(secondsBetween(ticket.servedAt, ticket.doneAt.isNull() ? m_now : ticket.doneAt));
}

QString CounterQueueModel::text(const CounterTicket& ticket, int column) const {
    switch (column) {
        case NumberColumn:
            return counterNumber(ticket);
        case ServiceColumn:
            return serviceName(&m_names.masters(), ticket.serviceId);
        case StateColumn:
            return counterChip(ticket.state).text;
        case CounterColumn:
            return ticket.counter;
        case TakenColumn:
            return m_names.time(ticket.takenAt);
        case WaitedColumn:
            return waited(ticket);
        case CallsColumn:
            return ticket.calls == 0 ? QString() : QString::number(ticket.calls);
        case DeskColumn:
            return atDesk(ticket);
        case VisitColumn:
            return ticket.visitId.isNull() ? QString() : tr("Registered");
        default:
            return {};
    }
}

QVariant CounterQueueModel::data(const QModelIndex& index, int role) const {
    const CounterTicket* at = index.isValid() ? ticket(index.row()) : nullptr;
    if (at == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*at, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(*at, index.column()));
        case ChipRole:
            return index.column() == StateColumn ? QVariant::fromValue(counterChip(at->state)) : QVariant();
        case StrongRole:
            return index.column() == NumberColumn;
        case MutedRole:
            return at->state == CounterState::Served || at->state == CounterState::Skipped;
        default:
            return {};
    }
}

QVariant CounterQueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case NumberColumn:
            return tr("Number");
        case ServiceColumn:
            return tr("Service");
        case StateColumn:
            return tr("State");
        case CounterColumn:
            return tr("Counter");
        case TakenColumn:
            return tr("Taken at");
        case WaitedColumn:
            return tr("Waiting time");
        case CallsColumn:
            return tr("Calls");
        case DeskColumn:
            return tr("At the counter");
        case VisitColumn:
            return tr("Visit");
        default:
            return {};
    }
}

}  // namespace simrs
