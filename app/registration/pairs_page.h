// SPDX-License-Identifier: GPL-3.0-or-later
// Files that may be one person's: the list, the two side by side, and the two answers. Whoever merges says
// which value the file that stays is to have; whoever does not is never asked about the two again.
#pragma once

#include "app/client/backend.h"
#include "app/registration/compare_model.h"
#include "app/registration/pair_choice.h"
#include "app/registration/pairs_model.h"
#include "app/shell/page.h"

class QPushButton;

namespace simrs {

class ActionBar;
class Card;
class DataTable;
class NoticeStrip;

/// Takes a PairChoice: those two stand first and are compared, until they are one file or two people.
class PairsPage final : public Page {
    Q_OBJECT
  public:
    explicit PairsPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Duplicate files"); }
    void enter(const QVariant& argument) override;

  private:
    void build();
    QWidget* buildList();
    QWidget* buildCompare();
    void load();
    void loaded(const Result<PatientPairs>& pairs);
    void compare();
    void took(const Result<PatientFile>& file, bool stays);
    void settled();
    PatientPair chosenPair() const;
    void swapSides();
    void showCompared();
    void merge();
    void merged(const Result<MergePatients::Reply>& reply, const EditPatient& edit);
    void tellApart();
    void offerActions();
    void complain(const Error& error);

    PairsModel m_pairs;
    CompareModel m_compared;
    NoticeStrip* m_notice;
    DataTable *m_list, *m_fields;
    Card* m_compareCard;
    ActionBar* m_bar;
    QPushButton *m_apart = nullptr, *m_swap = nullptr;
    Cancel m_question, m_staysQuestion, m_givenUpQuestion;
    std::optional<PairChoice> m_choice;
    PatientId m_one, m_other;  // Whose files are compared.
    PatientFile m_stays, m_givenUp;
    bool m_hasStays = false, m_hasGivenUp = false;
    bool m_busy = false;  // An answer is on its way to the server.
};

}  // namespace simrs
