// SPDX-License-Identifier: GPL-3.0-or-later
// What has no result yet and what was refused, in words, behind the connection chip. Nothing leaves this list
// by itself but what was done.
#pragma once

#include <QAbstractTableModel>

#include "app/client/connection_status.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class Card;
class DataTable;

/// Columns: time, what, state (a chip), words.
class PendingModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;

    void setCommands(const PendingList& commands, const QString& zone);
    /// Null for no such row.
    const PendingCommand* command(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    PendingList m_commands;
    QString m_zone;
};

class PendingPage final : public Page {
    Q_OBJECT
  public:
    explicit PendingPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;

  private:
    void build();
    QWidget* damageCard();
    void fill();
    void showConnection();
    static QString cacheText(const ConnectionStatus& status);
    void offerActions();
    void acknowledge();
    void withdraw();
    void startNewDevice();

    QLabel* m_state;
    Card* m_block;
    QLabel* m_blockText;
    Card* m_damage;
    QLabel* m_damageText;
    QLabel* m_detail;
    DataTable* m_table;
    PendingModel m_model;
    ActionBar* m_bar;
    QPushButton *m_seen = nullptr, *m_withdraw = nullptr;
};

}  // namespace simrs
