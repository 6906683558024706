// SPDX-License-Identifier: GPL-3.0-or-later
// The board of the desk: who came in each hour, who waits, how long it takes, by clinic. Live, for today.
#pragma once

#include <QTimer>
#include <memory>

#include "app/client/backend.h"
#include "app/registration/clinic_figures_model.h"
#include "app/shell/page.h"
#include "common/registration/counter_requests.h"

class QHBoxLayout;
class QLabel;

namespace simrs {

class BarChart;
class DataTable;
class NoticeStrip;

class DeskBoardPage final : public Page {
    Q_OBJECT
  public:
    explicit DeskBoardPage(Workbench& workbench, QWidget* parent = nullptr);
    ~DeskBoardPage() override;

    QString title() const override { return tr("Desk board"); }
    void enter(const QVariant& argument) override;

  protected:
    /// A board that nobody sees is not asked for.
    void hideEvent(QHideEvent* event) override;

  private:
    /// One figure with what it says and what is beside it.
    struct Figure {
        QLabel* value;
        QLabel* note;
    };

    void build();
    Figure addFigure(QHBoxLayout* row, const QString& title, const char* name);
    void follow();
    void tick();
    void take(const Result<BoardFigures>& board);
    void refresh();
    void showChart();

    Figure m_waiting, m_wait, m_atDesk, m_served, m_visits;
    BarChart* m_chart;
    DataTable* m_clinics;
    ClinicFiguresModel m_model;
    NoticeStrip* m_notice;
    QLabel* m_age;

    std::unique_ptr<LiveQuery> m_live;
    QTimer m_minutes;  // how long somebody waits, and whether a new day has begun
    QDate m_day;
    BoardFigures m_board;
};

}  // namespace simrs
