// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/message_log.h"

#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "common/base/clock.h"

namespace simrs {

MessageLogModel::MessageLogModel(const Clock& clock, QString zone, QObject* parent)
    : QAbstractTableModel(parent), m_clock(clock), m_zone(std::move(zone)) {}

void MessageLogModel::add(ChipKind kind, const QString& text) {
    if (m_messages.size() >= longest) {
        beginRemoveRows({}, longest - 1, static_cast<int>(m_messages.size()) - 1);
        m_messages.resize(longest - 1);
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_messages.prepend({minuteText(minuteOfDayIn(m_zone, m_clock.now())), kind, text});
    endInsertRows();
    Q_EMIT unreadChanged(++m_unread);
}

void MessageLogModel::markRead() {
    m_unread = 0;
    Q_EMIT unreadChanged(0);
}

int MessageLogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int MessageLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 3; }

QVariant MessageLogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const LoggedMessage& message = m_messages.at(index.row());
    if (role == ChipRole && index.column() == 1) {
        switch (message.kind) {
            case ChipKind::Ok:
                return QVariant::fromValue(ChipText{message.kind, tr("Done"), {}});
            case ChipKind::Info:
                return QVariant::fromValue(ChipText{message.kind, tr("Note"), {}});
            case ChipKind::Warning:
                return QVariant::fromValue(ChipText{message.kind, tr("Warning"), {}});
            case ChipKind::Danger:
                return QVariant::fromValue(ChipText{message.kind, tr("Error"), {}});
            case ChipKind::Neutral:
                return QVariant::fromValue(ChipText{message.kind, tr("Note"), {}});
        }
    }
    if (role == Qt::ToolTipRole && index.column() == 2) return plainToolTip(message.text);
    if (role != Qt::DisplayRole) return {};
    if (index.column() == 0) return message.time;
    return index.column() == 2 ? message.text : QString();
}

QVariant MessageLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case 0:
            return tr("Time");
        case 1:
            return tr("Kind");
        default:
            return tr("Message");
    }
}

}  // namespace simrs
