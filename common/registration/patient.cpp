// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a patient as a whole.
#include "common/registration/patient.h"

#include "common/base/text.h"

namespace simrs {

Status checkPatient(const Patient& patient, QDate today) {
    SIMRS_TRY(checkName(patient.name, QStringLiteral("name")));
    if (patient.sex == Sex::Unknown || patient.sex == Sex::NotFilled)
        return fail(ErrorCode::FieldRequired, {QStringLiteral("sex")});
    SIMRS_TRY(checkBirthDate(patient.birthDate, today));
    SIMRS_TRY(checkNikOrReason(patient.nik, patient.noNikReason));
    SIMRS_TRY(checkPhone(patient.phone));
    SIMRS_TRY(checkText(patient.address, QStringLiteral("address"), limits::kAddressChars));
    if (!patient.motherName.isEmpty())
        SIMRS_TRY(checkName(patient.motherName, QStringLiteral("mother_name")));
    return checkCard(patient.card);
}

void tidyPatient(Patient& patient) {
    patient.name = cleanLine(patient.name);
    patient.address = cleanLine(patient.address);
    patient.motherName = cleanLine(patient.motherName);
    patient.nik = cleanLine(patient.nik).remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    patient.card = cleanLine(patient.card).remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    // What holds no digit stays as typed, so that the rule can name it instead of it vanishing.
    const QString phone = canonicalPhone(patient.phone);
    patient.phone = phone.isEmpty() ? cleanLine(patient.phone) : phone;
    if (meansNoNik(patient.nik)) {
        patient.nik.clear();
        if (patient.noNikReason == NoNikReason::None) patient.noNikReason = NoNikReason::Unknown;
    }
    if (!patient.nik.isEmpty()) patient.noNikReason = NoNikReason::None;
}

}  // namespace simrs
