// SPDX-License-Identifier: GPL-3.0-or-later
// A death that a visit tells of, noted where every later registration looks for it.
#pragma once

#include "common/core/request.h"
#include "common/registration/patient_details.h"

namespace simrs {

/// Sets the day in the file that counts, unless one is known already.
void noteDeath(FactTx& tx, const PatientId& patient, QDate day);

}  // namespace simrs
