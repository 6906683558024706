// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an admission and of a move: ward, bed, class, DPJP. Knows the masters, no server.
#pragma once

#include <QWidget>

#include "app/registration/master_names.h"
#include "common/registration/stay_requests.h"

namespace simrs {

class ChoiceField;
class FormGrid;
class TextField;

class StayForm final : public QWidget {
    Q_OBJECT
  public:
    /// `moved`: the stay to be moved; null for an admission.
    StayForm(const Masters& masters, const Stay* moved);

    /// The fields of an admission.
    void fill(AdmitPatient& command) const;
    void fill(MoveStay& command) const;
    /// What the patient is entitled to and who pays, as far as that is known.
    void propose(CareClass entitled, const PayerId& payer);
    /// False while something is missing: it is shown under its field.
    bool fits();

  private:
    void build();
    void fillChoices();
    void wardChosen();

    Masters m_masters;
    std::optional<Stay> m_moved;
    FormGrid* m_grid;
    ChoiceField *m_ward, *m_bed, *m_leader, *m_given, *m_entitled = nullptr, *m_payer = nullptr;
    TextField* m_reason = nullptr;
};

}  // namespace simrs
