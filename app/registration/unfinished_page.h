// SPDX-License-Identifier: GPL-3.0-or-later
// What is still to be done about the visits of the last days: SEP menyusul, undetermined payers, patients
// nobody has identified.
#pragma once

#include "app/client/backend.h"
#include "app/registration/unfinished_model.h"
#include "app/shell/page.h"

namespace simrs {

class ActionBar;
class Card;
class ChoiceField;
class DataTable;
class NoticeStrip;

class UnfinishedPage final : public Page {
    Q_OBJECT
  public:
    static constexpr int daysShown = 7;

    explicit UnfinishedPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;

  private:
    void build();
    void load();
    void loaded(const Result<UnfinishedVisits>& visits);
    void showVisits();
    void openVisit();
    void openPatient();

    NoticeStrip* m_notice;
    ChoiceField* m_lack;
    Card* m_card;
    DataTable* m_table;
    UnfinishedModel m_model;
    ActionBar* m_bar;
    QList<UnfinishedVisit> m_visits;
    Cancel m_question;
};

}  // namespace simrs
