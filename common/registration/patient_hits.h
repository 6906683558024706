// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of found patients, as the search and the comparison of a new patient give them.
#pragma once

#include "common/registration/requests.h"
#include "common/store/reader.h"

namespace simrs {

/// What finds a patient by itself; empty or 0 where it is not known.
struct PatientNumbers {
    qint64 mrn = 0;
    QString nik;
    QString card;
    QString phone;
};
/// At most 50 for each number, nobody twice.
QList<Patient> patientsWithNumbers(Reader& reader, const PatientNumbers& numbers);

/// Those of `rows` that are not there yet; null rows are none.
void addPatients(QList<Patient>& found, const std::optional<QList<Patient>>& rows);

/// A file that was merged into another is found by its own words and numbers, and shown as the other.
PatientHit hitOf(Reader& reader, const Patient& found);

/// What tells people of one name apart: where they live, and the newest visit that was not cancelled, of all
/// files of each person; one query each.
void addVillagesAndVisits(Reader& reader, QList<PatientHit>& hits);

QList<Uuid> patientsIn(const QList<PatientHit>& hits);

}  // namespace simrs
