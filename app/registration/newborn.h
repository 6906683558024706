// SPDX-License-Identifier: GPL-3.0-or-later
// A newborn's file as it begins: named after the mother, linked to her, without a NIK yet (KMK 1423/2022).
#pragma once

#include <QMetaType>

#include "common/registration/requests.h"

namespace simrs {

/// What the patient form takes to begin with a newborn.
struct NewbornOf {
    PatientId mother;
};

/// "By. Ny. NAME"; of twins the clerk adds I and II.
RegisterPatient newbornFile(const PatientFile& mother, QDate today);

}  // namespace simrs

Q_DECLARE_METATYPE(simrs::NewbornOf)
