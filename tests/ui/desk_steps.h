// SPDX-License-Identifier: GPL-3.0-or-later
// Ways that several desk tests go.
#pragma once

#include "tests/ui/desk.h"

namespace simrs::test {

/// From the search page: a name nobody has, the form of a new patient, the NIK.
void newPatientForm(Desk& desk, const QString& name, const QString& nik);
/// From the search page: a scanned number, the patient, the form of a visit.
void visitFormOf(Desk& desk, const QString& scanned);
/// A patient the server knows; the NIK.
QString knownPatient(DeskClient& client, int number);

}  // namespace simrs::test
