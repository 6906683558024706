// SPDX-License-Identifier: GPL-3.0-or-later
// A small window that stays on top of everything, with the three keys of the counter: the next one, the same
// one again, here and done. Its keys act in every window of the program while it is open.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace simrs {

class Chip;
class CounterDesk;
class Workbench;

class CallPanel final : public QWidget {
    Q_OBJECT
  public:
    /// Closed to begin with. The desk outlives it.
    CallPanel(Workbench& workbench, CounterDesk& desk, QWidget* parent);

    /// Where it was when it was closed last; else at the right of the window.
    void open();

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void build();
    QPushButton* addButton(const QString& icon, const QKeySequence& key, const char* name, bool primary);
    void refresh();
    QPoint place() const;
    void showCurrent();
    void showWaiting();

    Workbench& m_workbench;
    CounterDesk& m_desk;
    QLabel *m_place, *m_number, *m_service, *m_state, *m_waiting, *m_problem;
    Chip* m_chip;
    QPushButton *m_next, *m_again, *m_serve;
    QTimer m_minutes;  // how long somebody waits
};

}  // namespace simrs
