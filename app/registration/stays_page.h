// SPDX-License-Identifier: GPL-3.0-or-later
// Who lies in the wards: admitted, moved, discharged here. Live.
#pragma once

#include <QSortFilterProxyModel>
#include <memory>

#include "app/client/backend.h"
#include "app/registration/stays_model.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class Card;
class ChoiceField;
class DataTable;
class NoticeStrip;
class SearchField;

class StaysPage final : public Page {
    Q_OBJECT
  public:
    explicit StaysPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;

  protected:
    void hideEvent(QHideEvent* event) override;

  private:
    void build();
    QWidget* buildFilters();
    void fillWards();
    void subscribe();
    void take(const Result<StayList>& list);
    void offerActions();
    void openVisit();
    void move();
    void discharge();
    void ended(const Status& status);
    const StayLine* chosen() const;

    NoticeStrip* m_notice;
    ChoiceField* m_ward;
    SearchField* m_filter;
    QLabel* m_age;
    Card* m_card;
    DataTable* m_table;
    StaysModel m_model;
    QSortFilterProxyModel m_proxy;
    ActionBar* m_bar;
    QPushButton *m_move = nullptr, *m_discharge = nullptr;
    ClinicId m_wardId;
    std::unique_ptr<LiveQuery> m_live;
};

}  // namespace simrs
