// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a day, live. Rows never move under the cursor: what is new comes in above, and what the
// person looks at stays where it is.
#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/client/backend.h"
#include "app/registration/visits_model.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class Chip;
class ChoiceField;
class DataTable;
class DateField;
class NoticeStrip;
class SearchField;

class VisitsPage final : public Page {
    Q_OBJECT
  public:
    static constexpr int mostShown = 1000;

    explicit VisitsPage(Workbench& workbench, QWidget* parent = nullptr);
    ~VisitsPage() override;

    QString title() const override;
    void enter(const QVariant& argument) override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// A list that nobody sees is not asked for.
    void hideEvent(QHideEvent* event) override;

  private:
    void build();
    QWidget* buildFilters();
    void fillClinics();
    void followToday();
    void subscribe();
    void take(const Result<VisitList>& list);
    void show(const VisitList& list);
    void showNotHeld();
    void showCounts();
    void filter(const QString& text);
    void offerActions();
    void openRow(int row);
    void showTicket();
    void cancelVisitOfRow();
    bool mouseRests() const;
    const VisitLine* chosen() const;

    ChoiceField* m_clinic;
    DateField* m_date;
    SearchField* m_filter;
    Chip *m_registered, *m_cancelled;
    QLabel* m_age;
    QPushButton* m_news;
    NoticeStrip* m_notice;
    DataTable* m_table;
    VisitsModel m_model;
    QSortFilterProxyModel m_proxy;
    ActionBar* m_bar;
    QPushButton *m_ticket = nullptr, *m_papers = nullptr, *m_visit = nullptr, *m_cancel = nullptr;

    std::unique_ptr<LiveQuery> m_live;
    QTimer m_midnight;                  // looks once a minute whether a new day has begun
    ListVisits m_query;                 // what is asked now
    std::optional<ListVisits> m_shown;  // whose answer stands in the table
    QDate m_day;
    ClinicId m_clinicId;
    bool m_followsToday = true;
    bool m_answered = false;
    std::optional<VisitList> m_held;  // while the mouse rests on a list too short to be kept still
};

}  // namespace simrs
