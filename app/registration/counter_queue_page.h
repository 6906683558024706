// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's queue: who waits, who is called where, who was served, with times; which counter this
// computer is; and the way to the call panel.
#pragma once

#include <QTimer>

#include "app/registration/counter_desk.h"
#include "app/registration/counter_queue_model.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class CallPanel;
class Chip;
class DataTable;
class NoticeStrip;

class CounterQueuePage final : public Page {
    Q_OBJECT
  public:
    explicit CounterQueuePage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Counter queue"); }
    void enter(const QVariant& argument) override;

  protected:
    /// A list that nobody sees is not asked for.
    void hideEvent(QHideEvent* event) override;

  private:
    void build();
    QWidget* buildHead();
    void buildActions();
    void refresh();
    void showPlace();
    void showCounts(const CounterQueue& queue);
    void offerActions();
    void choosePlace();
    void callChosen();
    const CounterTicket* chosen() const;

    CounterDesk m_desk;
    CounterQueueModel m_model;
    QLabel *m_place, *m_services, *m_age;
    Chip *m_waiting, *m_atCounter, *m_served, *m_skipped;
    NoticeStrip* m_notice;
    DataTable* m_table;
    ActionBar* m_bar;
    QPushButton *m_skip = nullptr, *m_openPanel = nullptr;
    CallPanel* m_panel;
    QTimer m_minutes;  // how long everybody waits
};

}  // namespace simrs
