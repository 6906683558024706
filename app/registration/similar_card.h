// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the form of a new patient: who in the hospital is like the one being typed, and why. Asks by itself,
// a moment after the last change.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/client/backend.h"
#include "app/registration/hits_model.h"

class QLabel;
class QPushButton;

namespace simrs {

class Card;
class DataTable;

class SimilarCard final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int pauseMs = 250;

    explicit SimilarCard(Backend& backend, QWidget* parent = nullptr);

    /// Who is being typed; `self` is the file that is corrected, and left out.
    void setDraft(const Patient& draft, const PatientId& self = {});
    const QList<PatientHit>& hits() const { return m_model.hits(); }

  Q_SIGNALS:
    void changed();
    /// "This patient", Enter or double click.
    void chosen(const simrs::PatientHit& hit);

  private:
    void ask();
    void take(const Result<FoundPatients>& result);
    bool canCompare() const;
    void showFound();
    void choose(int row);
    void showWho(int row);

    Backend& m_backend;
    Card* m_card;
    DataTable* m_table;
    QLabel* m_who;
    HitsModel m_model;
    QPushButton* m_use;
    QTimer m_pause;
    FindSimilar m_query;
    Cancel m_question;
    QList<PatientHit> m_found;
    bool m_failed = false;
};

}  // namespace simrs
