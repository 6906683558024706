// SPDX-License-Identifier: GPL-3.0-or-later
// A correction of a patient: field by field, by the value its author saw. What somebody else changed
// meanwhile is refused online, and becomes a case when the author was already told "saved".
#include "common/core/raise_case.h"
#include "common/registration/allergy.h"
#include "common/registration/name_key.h"
#include "common/registration/requests.h"

namespace simrs {
namespace {

bool changesField(const QList<FieldChange>& changes, const Field& field) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const FieldChange& c) { return c.tag == field.tag; });
}

/// The form says "none" or "not asked" where entries stand: they are removed one by one, never by this.
bool deniesAllergies(Reader& reader, const Patient& patient) {
    if (patient.allergyState == AllergyState::Known) return false;
    const auto family = familyOf(reader, patient.id);
    if (!family) return false;
    return !activeAllergies(reader, *family).value_or(QList<Allergy>()).isEmpty();
}

/// What clashed. A patient from before there were details gets his row with the first of them.
QStringList mergeDetails(FactTx& tx, const PatientId& id, const QList<FieldChange>& changes) {
    if (changes.isEmpty()) return {};
    if (tx.get<PatientDetails>(id))
        return tx.merge<PatientDetails>(id, changes).value_or(MergeOutcome()).clashes;
    PatientDetails details;
    const auto merged = mergeChanges(fieldSpan<PatientDetails>(), &details, changes);
    if (!merged) return {};
    details.id = id;
    tx.insert(details);
    return merged->clashes;
}

}  // namespace

Status EditPatient::prepare(Prepare& prepare, EditPatient& command) {
    return check(prepare.reader(), prepare.context(), command);
}

Status EditPatient::check(Reader& reader, const CommandContext& context, const EditPatient& command) {
    if (command.changes.isEmpty() && command.detailChanges.isEmpty())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("changes")});
    auto patient = survivorOf(reader, command.id);
    if (!patient) return reader.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    SIMRS_ASSIGN(const MergeOutcome outcome, mergeChanges(fieldSpan<Patient>(), &*patient, command.changes));
    auto details = reader.get<PatientDetails>(patient->id).value_or(PatientDetails());
    SIMRS_ASSIGN(const MergeOutcome detailed,
                 mergeChanges(fieldSpan<PatientDetails>(), &details, command.detailChanges));
    if (const QStringList clashes = outcome.clashes + detailed.clashes; !clashes.isEmpty())
        return fail(ErrorCode::ChangedMeanwhile, clashes);
    SIMRS_TRY(checkPatient(*patient, context.today));
    if (!command.detailChanges.isEmpty()) SIMRS_TRY(checkDetails(details, *patient, context.today));
    if (changesField(command.changes, fieldOf<&Patient::allergyState>()) && deniesAllergies(reader, *patient))
        return fail(ErrorCode::AllergiesNoted);
    if (nikHolder(reader, patient->nik, patient->id)) return fail(ErrorCode::NikTaken);
    return {};
}

void EditPatient::apply(FactTx& tx, const CommandContext& context, const EditPatient& command) {
    std::optional<Patient> merged = survivorOf(tx, command.id);
    if (!merged) return;
    const PatientId id = merged->id;
    if (!mergeChanges(fieldSpan<Patient>(), &*merged, command.changes)) return;
    // Asked before the row is touched: a list read sends touched rows first, and the constraint would see
    // this one.
    const bool contested = changesField(command.changes, fieldOf<&Patient::nik>())
                               ? context.assured && nikHolder(tx, merged->nik, id)
                               : merged->nikContested;
    const bool denies =
        changesField(command.changes, fieldOf<&Patient::allergyState>()) && deniesAllergies(tx, *merged);
    const auto outcome = tx.merge<Patient>(id, command.changes);
    if (!outcome) return;
    QStringList clashes = outcome->clashes + mergeDetails(tx, id, command.detailChanges);
    // The check looked before the row was locked. Whoever was told nothing yet is asked again, and refused.
    if (!clashes.isEmpty() && !context.assured && tx.authority()) tx.runAgain();
    tx.patch<Patient>(id, [&](Patient& patient) {
        patient.nameKey = nameKey(patient.name);
        patient.nikContested = contested;
        if (denies) patient.allergyState = AllergyState::Known;
    });
    const QString allergies = QString::fromLatin1(fieldOf<&Patient::allergyState>().name);
    if (denies && !clashes.contains(allergies)) clashes.append(allergies);
    if (clashes.isEmpty()) return;
    CaseItem clash;
    clash.kind = CaseKind::EditClash;
    clash.subject = id.uuid();
    clash.fields = clashes.join(QLatin1Char(','));
    clash.detail = encode(command);
    raiseCase(tx, context, clash);
}

PatientMade EditPatient::outcome(FactTx& tx, const EditPatient& command) {
    const auto patient = survivorOf(tx, command.id);
    return {patient ? patient->id : command.id, patient ? patient->mrn : 0};
}

}  // namespace simrs
