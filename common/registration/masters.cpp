// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of masters, for the form that saves one row and for files that bring many.
#include "common/registration/masters.h"

#include <algorithm>

namespace simrs {
namespace {

bool between(QChar c, char low, char high) { return c >= QLatin1Char(low) && c <= QLatin1Char(high); }

bool givesNumbers(const Clinic& clinic) { return clinic.active && clinic.kind == ClinicKind::Outpatient; }

bool callsByOwnLetter(const Doctor& doctor) {
    return doctor.active && !doctor.clinicId.isNull() && !doctor.letter.isEmpty();
}

/// Whoever calls patients by `letter` in a clinic other than `clinicId`.
Status checkNotElsewhere(const QString& letter, const ClinicId& clinicId, const QList<Clinic>& clinics,
                         const QList<Doctor>& doctors) {
    for (const Clinic& clinic : clinics) {
        if (clinic.id != clinicId && givesNumbers(clinic) && clinic.letter == letter)
            return fail(ErrorCode::LetterTaken, {letter, clinic.name});
    }
    for (const Doctor& doctor : doctors) {
        if (doctor.clinicId != clinicId && callsByOwnLetter(doctor) && doctor.letter == letter)
            return fail(ErrorCode::LetterTaken, {letter, doctor.name});
    }
    return {};
}

}  // namespace

Status checkLetter(const QString& letter) {
    const bool good =
        letter.isEmpty() || (between(letter[0], 'A', 'Z') &&
                             (letter.size() == 1 || (letter.size() == 2 && between(letter[1], '0', '9'))));
    return good ? Status() : Status(fail(ErrorCode::FieldInvalid, {QStringLiteral("letter")}));
}

Status checkClinicRules(const Clinic& clinic) {
    if (clinic.opensMinute < 0 || clinic.closesMinute > 24 * 60 || clinic.opensMinute >= clinic.closesMinute)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("closes_minute")});
    if (givesNumbers(clinic) && clinic.letter.isEmpty())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("letter")});
    return checkLetter(clinic.letter);
}

Status checkLetterFree(const Clinic& row, const QList<Clinic>& clinics, const QList<Doctor>& doctors) {
    return givesNumbers(row) ? checkNotElsewhere(row.letter, row.id, clinics, doctors) : Status();
}

Status checkLetterFree(const Doctor& row, const QList<Clinic>& clinics, const QList<Doctor>& doctors) {
    return callsByOwnLetter(row) ? checkNotElsewhere(row.letter, row.clinicId, clinics, doctors) : Status();
}

}  // namespace simrs
