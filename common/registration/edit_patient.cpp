// SPDX-License-Identifier: GPL-3.0-or-later
// A correction of a patient: field by field, by the value its author saw. What somebody else changed
// meanwhile is refused online, and becomes a case when the author was already told "saved".
#include "common/core/case_item.h"
#include "common/registration/name_key.h"
#include "common/registration/requests.h"

namespace simrs {
namespace {

bool changesField(const QList<FieldChange>& changes, const Field& field) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const FieldChange& c) { return c.tag == field.tag; });
}

bool nikHeldByAnother(Reader& reader, const Patient& patient) {
    if (patient.nik.isEmpty()) return false;
    const auto rows =
        reader.list(Where<Patient>().eq<&Patient::nik>(patient.nik).notEq<&Patient::id>(patient.id).limit(1));
    return rows && !rows->isEmpty();
}

}  // namespace

Status EditPatient::prepare(Prepare& prepare, EditPatient& command) {
    return check(prepare.reader(), prepare.context(), command);
}

Status EditPatient::check(Reader& reader, const CommandContext& context, const EditPatient& command) {
    if (command.changes.isEmpty()) return fail(ErrorCode::FieldRequired, {QStringLiteral("changes")});
    auto patient = reader.get<Patient>(command.id);
    if (!patient) return reader.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    SIMRS_ASSIGN(const MergeOutcome outcome, mergeChanges(fieldSpan<Patient>(), &*patient, command.changes));
    if (!outcome.clashes.isEmpty()) return fail(ErrorCode::ChangedMeanwhile, outcome.clashes);
    SIMRS_TRY(checkPatient(*patient, context.today));
    if (nikHeldByAnother(reader, *patient)) return fail(ErrorCode::NikTaken);
    return {};
}

void EditPatient::apply(FactTx& tx, const CommandContext& context, const EditPatient& command) {
    std::optional<Patient> merged = tx.get<Patient>(command.id);
    if (!merged || !mergeChanges(fieldSpan<Patient>(), &*merged, command.changes)) return;
    // Asked before the row is touched: a list read sends touched rows first, and the constraint would see
    // this one.
    const bool contested = changesField(command.changes, fieldOf<&Patient::nik>())
                               ? context.assured && nikHeldByAnother(tx, *merged)
                               : merged->nikContested;
    const auto outcome = tx.merge<Patient>(command.id, command.changes);
    if (!outcome) return;
    // The check looked before the row was locked. Whoever was told nothing yet is asked again, and refused.
    if (!outcome->clashes.isEmpty() && !context.assured && tx.authority()) tx.runAgain();
    tx.patch<Patient>(command.id, [&](Patient& patient) {
        patient.nameKey = nameKey(patient.name);
        patient.nikContested = contested;
    });
    if (outcome->clashes.isEmpty()) return;
    CaseItem clash;
    clash.id = tx.newId<CaseItem>();
    clash.kind = CaseKind::EditClash;
    clash.subject = command.id.uuid();
    clash.fields = outcome->clashes.join(QLatin1Char(','));
    clash.detail = encode(command);
    clash.raisedBy = context.actor;
    clash.raisedAt = context.at;
    tx.insert(clash);
}

PatientMade EditPatient::outcome(FactTx& tx, const EditPatient& command) {
    const auto patient = tx.get<Patient>(command.id);
    return {command.id, patient ? patient->mrn : 0};
}

}  // namespace simrs
