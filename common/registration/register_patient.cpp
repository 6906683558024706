// SPDX-License-Identifier: GPL-3.0-or-later
// A new patient. Two people with one NIK are both kept when the second paper was already out; a person
// decides.
#include "common/registration/name_key.h"
#include "common/registration/number_alias.h"
#include "common/registration/pair_requests.h"
#include "common/registration/place_words.h"
#include "common/registration/requests.h"
#include "common/registration/survivor.h"

namespace simrs {

Status RegisterPatient::prepare(Prepare& prepare, RegisterPatient& command) {
    tidyPatient(command.patient);
    tidyDetails(command.details);
    command.patient.id = command.details.id = prepare.newId<Patient>();
    SIMRS_TRY(check(prepare.reader(), prepare.context(), command));
    return takeOrStandIn(prepare, NumberKind::MedicalRecord, command.patient.mrn, command.temporaryNumber);
}

Status RegisterPatient::check(Reader& reader, const CommandContext& context, const RegisterPatient& command) {
    SIMRS_TRY(checkPatient(command.patient, context.today));
    SIMRS_TRY(checkDetails(command.details, command.patient, context.today));
    if (const auto holder = nikHolder(reader, command.patient.nik))
        return fail(ErrorCode::NikTaken, {holder->id.toString(), QString::number(holder->mrn)});
    return {};
}

void RegisterPatient::apply(FactTx& tx, const CommandContext& context, const RegisterPatient& command) {
    Patient patient = command.patient;
    patient.id = tx.newId<Patient>();
    patient.nameKey = nameKey(patient.name);
    patient.registeredAt = context.at;
    patient.mergedInto = {};
    if (!command.temporaryNumber.isEmpty()) patient.mrn = finalNumber(tx, context, NumberKind::MedicalRecord);
    const auto holder = nikHolder(tx, patient.nik);
    // Whoever was told nothing yet loses the race at the unique index, is asked again, and reads who has the
    // NIK.
    patient.nikContested = holder && context.assured;
    if (patient.nikContested)
        raisePair(tx, context, patient.id, holder->id, QStringLiteral("nik"), 0);
    else if (const auto same = probablySame(tx, patient))
        raisePair(tx, context, patient.id, same->id, QStringLiteral("person"), 0);
    tx.insert(patient);
    PatientDetails details = command.details;
    details.id = patient.id;
    details.placeWords = placeWords(details);
    tx.insert(details);
    if (command.temporaryNumber.isEmpty()) return;
    NumberAlias alias;
    alias.text = command.temporaryNumber;
    alias.kind = NumberKind::MedicalRecord;
    alias.patientId = patient.id;
    keepAlias(tx, context, alias);
}

PatientMade RegisterPatient::outcome(FactTx& tx, const RegisterPatient& command) {
    const PatientId id = tx.newId<Patient>();
    if (command.temporaryNumber.isEmpty()) return {id, command.patient.mrn};
    return {id, tx.get<Patient>(id).value_or(Patient()).mrn};
}

QList<NumberUse> RegisterPatient::numbers(const RegisterPatient& command) {
    return {numberUsed(NumberKind::MedicalRecord, command.patient.mrn, command.temporaryNumber)};
}

}  // namespace simrs
