// SPDX-License-Identifier: GPL-3.0-or-later
// The bench's hospital as rows: synthetic patients of the demo's generator (seed 42, splitmix64) and two past
// visits for each. The same count gives the same patients on every day and machine.
#pragma once

#include <functional>

#include "common/registration/master_requests.h"
#include "common/registration/visit.h"

namespace simrs {
class Random;
}

namespace simrs::bench {

/// Raised whenever the same count would give other rows.
inline constexpr int kRowsVersion = 1;
inline constexpr int kClinics = 40;

/// The id of the patient with this MRN, which goes from 1 to the count.
PatientId patientIdOf(qint64 mrn);
/// An MRN; some patients come often (u^1.6).
qint64 drawPatient(qint64 patients, Random& random);

/// Calls `use` with each patient, in the order of their MRNs.
void makePatients(qint64 count, const std::function<void(const Patient&)>& use);
/// Calls `use` with two visits a patient, spread over the 400 days before `today`, at the clinics of
/// `masters`.
void makeVisits(qint64 patients, const Masters& masters, QDate today,
                const std::function<void(const Visit&)>& use);

}  // namespace simrs::bench
