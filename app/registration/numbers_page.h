// SPDX-License-Identifier: GPL-3.0-or-later
// The book of medical record numbers: which block went to which computer, what of it is used, what is
// missing, and what has become of one number.
#pragma once

#include "app/client/backend.h"
#include "app/registration/numbers_model.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace simrs {

class ActionBar;
class Card;
class DataTable;
class NoticeStrip;
class SearchField;

class NumbersPage final : public Page {
    Q_OBJECT
  public:
    explicit NumbersPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Book of MRNs"); }
    /// Takes a QString: a number to look for.
    void enter(const QVariant& argument) override;

  private:
    void build();
    void buildActions(QVBoxLayout* column);
    void search(const QString& typed);
    void ask(qint64 before);
    void answered(const Result<NumberPage>& page, bool isMore);
    void showStory(const NumberPage& page);
    static QString storyText(const NumberPage& page, const MasterNames& names);
    void offerActions();

    NumbersModel m_model;
    SearchField* m_search;
    NoticeStrip* m_notice;
    Card* m_card;
    QLabel* m_story;
    DataTable* m_table;
    ActionBar* m_bar;
    QPushButton* m_open = nullptr;
    Cancel m_question;
    qint64 m_number = 0;  // Looked for; 0: the whole book.
    PatientId m_patient;  // Whose it is.
    bool m_more = false;
};

}  // namespace simrs
