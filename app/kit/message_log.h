// SPDX-License-Identifier: GPL-3.0-or-later
// What the program told the person, so that a message that has gone can be read again. Newest first, in
// memory only.
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include "app/kit/chip.h"

namespace simrs {

class Clock;

struct LoggedMessage {
    QString time;  // 13:05, in the hospital's zone
    ChipKind kind = ChipKind::Info;
    QString text;
};

/// Columns: time, kind (a chip), text. Keeps the last 500.
class MessageLogModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    static constexpr int longest = 500;

    /// Both must outlive the model; `zone` is the hospital's ("Asia/Jakarta").
    MessageLogModel(const Clock& clock, QString zone, QObject* parent = nullptr);

    void add(ChipKind kind, const QString& text);
    const QList<LoggedMessage>& messages() const { return m_messages; }
    /// Messages added since the log was last read.
    int unread() const { return m_unread; }
    void markRead();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  Q_SIGNALS:
    void unreadChanged(int unread);

  private:
    const Clock& m_clock;
    QString m_zone;
    QList<LoggedMessage> m_messages;
    int m_unread = 0;
};

}  // namespace simrs
