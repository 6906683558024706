// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a move: where the visit stands, to be changed, and the reason. Knows the masters, no server.
#pragma once

#include <QWidget>

#include "app/registration/master_names.h"
#include "common/registration/visit_requests.h"

namespace simrs {

class ChoiceField;
class DateField;
class FormGrid;
class RadioRow;
class TextField;

class VisitMovingForm final : public QWidget {
    Q_OBJECT
  public:
    VisitMovingForm(const Visit& visit, const Masters& masters, QDate today);

    MoveVisit command() const;
    /// False while something is missing: it is shown under its field.
    bool fits();

  private:
    void fill();
    void clinicChosen();

    Visit m_visit;
    Masters m_masters;
    QDate m_today;
    FormGrid* m_grid;
    ChoiceField *m_clinic, *m_doctor, *m_payer;
    RadioRow* m_session;
    DateField* m_day;
    TextField* m_reason;
    bool m_needsDoctor = false;
};

}  // namespace simrs
