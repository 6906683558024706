// SPDX-License-Identifier: GPL-3.0-or-later
// A new patient. Two people with one NIK are both kept when the second paper was already out; a person
// decides.
#include "common/core/raise_case.h"
#include "common/registration/name_key.h"
#include "common/registration/requests.h"
#include "common/registration/survivor.h"

namespace simrs {

Status RegisterPatient::prepare(Prepare& prepare, RegisterPatient& command) {
    tidyPatient(command.patient);
    command.patient.id = prepare.newId<Patient>();
    SIMRS_TRY(check(prepare.reader(), prepare.context(), command));
    SIMRS_ASSIGN(command.patient.mrn, prepare.takeNumber(NumberKind::MedicalRecord));
    return {};
}

Status RegisterPatient::check(Reader& reader, const CommandContext& context, const RegisterPatient& command) {
    SIMRS_TRY(checkPatient(command.patient, context.today));
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
    const auto holder = nikHolder(tx, patient.nik);
    // Whoever was told nothing yet loses the race at the unique index, is asked again, and reads who has the
    // NIK.
    patient.nikContested = holder && context.assured;
    if (patient.nikContested) {
        CaseItem duplicate;
        duplicate.kind = CaseKind::DuplicateIdentity;
        duplicate.subject = patient.id.uuid();
        duplicate.other = holder->id.uuid();
        duplicate.fields = QStringLiteral("nik");
        raiseCase(tx, context, duplicate);
    }
    tx.insert(patient);
}

PatientMade RegisterPatient::outcome(FactTx& tx, const RegisterPatient& command) {
    return {tx.newId<Patient>(), command.patient.mrn};
}

}  // namespace simrs
