// SPDX-License-Identifier: GPL-3.0-or-later
// What is said on the screen of doctors' papers that have expired or end soon.
#pragma once

#include "app/kit/chip.h"
#include "common/registration/licence.h"

namespace simrs {

/// The paper, its last day, and how bad it is: "SIP 30 Apr 2026".
ChipText licenceChip(const LicenceWarning& warning);
/// What to do about it.
QString licenceHint(const LicenceWarning& warning);
/// Of a whole list: how many doctors' papers have expired, how many end soon; empty where none.
QString licenceSummary(const QList<Doctor>& doctors, QDate today);

}  // namespace simrs
