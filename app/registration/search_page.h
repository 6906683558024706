// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a patient: one box for whatever the person at the counter brings. A new patient can be made only
// once a search was answered.
#pragma once

#include <QTimer>

#include "app/client/backend.h"
#include "app/registration/hits_model.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class DataTable;
class SearchField;

/// Takes a QString: what to search for at once, as if it had been scanned. Nothing: the box is ready for the
/// next.
class SearchPage final : public Page {
    Q_OBJECT
  public:
    static constexpr int pauseMs = 120;  // without a key before the question goes out
    static constexpr int skeletonAfterMs = 150;

    explicit SearchPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    enum class State { Idle, Asking, Answered, Offline, Failed };
    /// What the person wants done with the answer that is still on its way.
    enum class Intent { None, Open, RegisterVisit, NewPatient };

    void build();
    void askTyped();
    void ask(const QString& text);
    void answered(const QString& text, const Result<FoundPatients>& result);
    void showFound(const QString& text, const FoundPatients& found);
    void showError(const Error& error);
    void submit(const QString& text);
    void carryOut(Intent intent);
    void openRow(int row);
    void registerVisit();
    void newPatient();
    void emptyAction();
    void showState(State state);
    void offerActions();
    const PatientHit* chosen() const;

    SearchField* m_box;
    QLabel* m_count;
    DataTable* m_table;
    HitsModel m_model;
    ActionBar* m_bar;
    QPushButton* m_newPatient = nullptr;
    QPushButton* m_open = nullptr;
    QTimer m_pause;
    QTimer m_skeleton;

    State m_state = State::Idle;
    Intent m_intent = Intent::None;
    Cancel m_question;
    QString m_text;      // the last question
    QString m_answered;  // the question that what is shown belongs to
};

}  // namespace simrs
