// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a visit below its six main fields: payer's letters, accident, who came along; and what
// the clerk should know before he saves. Nothing here holds up a registration but what cannot be true.
#pragma once

#include <QWidget>

#include "common/registration/requests.h"

namespace simrs {

class EntityForm;
class FormGrid;
class NoticeStrip;

class VisitExtras final : public QWidget {
    Q_OBJECT
  public:
    explicit VisitExtras(QWidget* parent = nullptr);

    /// Empties all fields for this patient.
    void begin(const PatientFile& file, const Masters& masters, QDate today);
    /// What was chosen above, for the warnings.
    void setChoice(Arrival arrival, const PayerId& payer, const ClinicId& clinic, VisitType type);
    /// As typed, tidied by the common rules.
    VisitDetails details() const;
    /// False while something typed cannot be: it is shown under its field.
    bool fits();
    bool showError(const Error& error);
    FormGrid* grid() const;
    /// To the number of the letter that this payer wants and that lacks; else, and when it is there already,
    /// to the first field.
    void focusLetter();
    /// In words; for tests and for the strip.
    QStringList warnings() const;
    /// The warnings as they are shown; the page puts it where it never scrolls away.
    QWidget* strip() const;

  Q_SIGNALS:
    void edited();

  private:
    QStringList personWarnings() const;
    QList<VisitWarning> detailWarnings() const;
    QString lackingLetter() const;
    void showWarnings();
    PayerKind payerKind() const;

    NoticeStrip* m_notice;
    EntityForm* m_form;
    PatientFile m_file;
    Masters m_masters;
    QDate m_today;
    Arrival m_arrival = Arrival::WalkIn;
    PayerId m_payer;
    ClinicId m_clinic;
    VisitType m_type = VisitType::Outpatient;
};

}  // namespace simrs
