// SPDX-License-Identifier: GPL-3.0-or-later
// A correction of a patient: field by field, by the value its author saw. What somebody else changed
// meanwhile is refused online, and becomes a case when the author was already told "saved".
#include "common/core/raise_case.h"
#include "common/registration/allergy.h"
#include "common/registration/name_key.h"
#include "common/registration/pair_requests.h"
#include "common/registration/place_words.h"
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
    if (tx.get<PatientDetails>(id)) {
        const QStringList clashes = tx.merge<PatientDetails>(id, changes).value_or(MergeOutcome()).clashes;
        tx.patch<PatientDetails>(id,
                                 [](PatientDetails& details) { details.placeWords = placeWords(details); });
        return clashes;
    }
    PatientDetails details;
    const auto merged = mergeChanges(fieldSpan<PatientDetails>(), &details, changes);
    if (!merged) return {};
    details.id = id;
    details.placeWords = placeWords(details);
    tx.insert(details);
    return merged->clashes;
}

/// Somebody who was not known, or not known well, may turn out to have a file already.
void askWhoElse(FactTx& tx, const CommandContext& context, const PatientId& id,
                const QList<FieldChange>& changes) {
    const auto patient = tx.get<Patient>(id);
    if (!patient) return;
    const bool renumbered = changesField(changes, fieldOf<&Patient::nik>());
    const auto holder = renumbered && patient->nikContested ? nikHolder(tx, patient->nik, id) : std::nullopt;
    if (holder && !knownDistinct(tx, id, holder->id))
        return raisePair(tx, context, id, holder->id, QStringLiteral("nik"), 1);
    if (!renumbered && !changesField(changes, fieldOf<&Patient::name>()) &&
        !changesField(changes, fieldOf<&Patient::birthDate>()))
        return;
    if (const auto same = probablySame(tx, *patient))
        raisePair(tx, context, id, same->id, QStringLiteral("person"), 1);
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
    // A file whose NIK is contested already can be corrected in everything else.
    if (!changesField(command.changes, fieldOf<&Patient::nik>())) return {};
    if (const auto holder = nikHolder(reader, patient->nik, patient->id))
        return fail(ErrorCode::NikTaken, {holder->id.toString(), QString::number(holder->mrn)});
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
    // Whoever has waited for a merge finds that another file counts now.
    const bool givenUp = tx.authority() && !tx.get<Patient>(id).value_or(Patient()).mergedInto.isNull();
    if (givenUp && !context.assured) tx.runAgain();
    QStringList clashes = outcome->clashes + mergeDetails(tx, id, command.detailChanges);
    // The check looked before the row was locked. Whoever was told nothing yet is asked again, and refused.
    if (!clashes.isEmpty() && !context.assured && tx.authority()) tx.runAgain();
    tx.patch<Patient>(id, [&](Patient& patient) {
        patient.nameKey = nameKey(patient.name);
        patient.nikContested = contested;
        if (denies) patient.allergyState = AllergyState::Known;
    });
    if (tx.authority()) askWhoElse(tx, context, id, command.changes);
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
