// SPDX-License-Identifier: GPL-3.0-or-later
// Names of clinics, doctors and payers for the ids that rows carry, from what the client holds.
#pragma once

#include <QString>

#include "common/registration/master_requests.h"
#include "common/registration/visit.h"

namespace simrs {

class Backend;

const Clinic* findClinic(const Masters& masters, const ClinicId& id);
const Doctor* findDoctor(const Masters& masters, const DoctorId& id);
const Payer* findPayer(const Masters& masters, const PayerId& id);

/// A copy taken for one list or one text; unknown ids read "…", no id reads "–".
class MasterNames {
  public:
    MasterNames() = default;
    explicit MasterNames(const Masters* masters);
    explicit MasterNames(const Backend& backend);

    const Masters& masters() const { return m_masters; }
    QString clinic(const ClinicId& id) const;
    QString doctor(const DoctorId& id) const;
    QString payer(const PayerId& id) const;
    /// "00-12-34-56".
    QString mrn(qint64 number) const;
    /// 13:05 in the hospital's zone; empty for no moment.
    QString time(Instant at) const;
    /// "05 Mei 2026" in the hospital's zone; empty for no moment.
    QString day(Instant at) const;

  private:
    Masters m_masters;
};

}  // namespace simrs
