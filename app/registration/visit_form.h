// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a visit, with their proposals. Knows the masters and the patient's file, no server.
#pragma once

#include <QWidget>

#include "app/kit/form_grid.h"
#include "app/registration/visit_proposal.h"

namespace simrs {

class ChoiceField;
class RadioRow;
class VisitExtras;

class VisitForm final : public QWidget {
    Q_OBJECT
  public:
    explicit VisitForm(QWidget* parent = nullptr);

    FormGrid* grid() const { return m_grid; }
    VisitExtras* extras() const { return m_extras; }
    /// Clears all choices and proposes anew. `minuteOfDay` in the hospital's zone.
    void begin(const PatientFile& file, const Masters& masters, QDate today, int minuteOfDay);
    /// The patient's file was read again (a card number was added); choices stay.
    void setFile(const PatientFile& file);
    /// Clinics, doctors and payers changed while the form is open: choices stay; one that is gone is said to
    /// be.
    void setMasters(const Masters& masters);
    const PatientFile& file() const { return m_file; }

    RegisterVisit command() const;
    QList<FieldError> problems() const;
    /// Whether a person has chosen something here.
    bool isTouched() const { return m_touched; }
    /// The chosen payer wants a card number that the patient has not.
    bool lacksCard() const;
    /// Keeps what was registered as the habit of this desk.
    void remember(const Visit& visit);
    /// Where the work begins: the first field without an answer, else the clinic.
    void focusFirst();
    static QString fieldOf(const Error& error);

  Q_SIGNALS:
    void edited();

  private:
    void followChoices();
    void fillClinics();
    void fillDoctors();
    void fillPayers();
    void clinicChosen();
    void propose();
    void showHints();
    void tellExtras();
    bool needsDoctor() const;
    QString clinicHint() const;
    QString licenceLine() const;
    VisitType type() const;
    ClinicId clinic() const;
    const Clinic* clinicRow() const;
    const Payer* payerRow() const;

    FormGrid* m_grid;
    VisitExtras* m_extras;
    RadioRow *m_type, *m_session;
    ChoiceField *m_clinic, *m_doctor, *m_payer, *m_arrival;
    PatientFile m_file;
    Masters m_masters;
    QDate m_today;
    int m_minuteOfDay = 0;
    DeskHabits m_habits;
    ProposalReason m_clinicWhy = ProposalReason::None;
    ProposalReason m_doctorWhy = ProposalReason::None;
    ProposalReason m_payerWhy = ProposalReason::None;
    bool m_sessionChosen = false;
    bool m_touched = false;
};

}  // namespace simrs
