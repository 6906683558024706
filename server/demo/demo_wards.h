// SPDX-License-Identifier: GPL-3.0-or-later
// Where the demo's patients lie: a free bed in a ward that takes such people, and who leads the treatment.
#pragma once

#include <QHash>
#include <QList>
#include <optional>

#include "common/registration/hospital_lists.h"
#include "server/demo/day_shape.h"
#include "server/demo/seed_files.h"

namespace simrs {

class Random;

class DemoWards {
  public:
    struct Place {
        Bed bed;
        DoctorId leader;
    };
    DemoWards(const SeedMasters& masters, Random& random);

    /// A bed is given once. Nothing where the wards for such a patient are full.
    std::optional<Place> place(const PatientTraits& patient, int year);

  private:
    std::optional<Place> in(const char* ward, const char* clinic);

    QHash<QString, QList<Bed>> m_free;          ///< by code of the ward
    QHash<QString, QList<DoctorId>> m_leaders;  ///< by code of their clinic
    Random& m_random;
};

}  // namespace simrs
