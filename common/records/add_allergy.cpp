// SPDX-License-Identifier: GPL-3.0-or-later
// An allergy that somebody tells of. Adding wins: nothing that happens elsewhere takes it away.
#include "common/base/text.h"
#include "common/core/raise_case.h"
#include "common/records/requests.h"

namespace simrs {
namespace {

/// The entry of the same substance that stands already, in any file of the person.
std::optional<Allergy> sameSubstance(Reader& reader, const AddAllergy& command) {
    const auto family = familyOf(reader, command.patientId);
    if (!family) return std::nullopt;
    Allergy wanted;
    wanted.substance = command.substance;
    wanted.code = command.code;
    for (const Allergy& row : activeAllergies(reader, *family).value_or(QList<Allergy>())) {
        if (substanceKey(row) == substanceKey(wanted)) return row;
    }
    return std::nullopt;
}

/// The file it was told for, and every one that this leads to: whoever opens any of them reads that there are
/// some. Their rows are locked with it, for those who take entries away.
void markKnown(FactTx& tx, PatientId id) {
    for (int step = 0; !id.isNull() && step < kMostFiles; ++step) {
        PatientId next;
        tx.patch<Patient>(id, [&](Patient& row) {
            row.allergyState = AllergyState::Known;
            next = row.mergedInto;
        });
        id = next;
    }
}

}  // namespace

Status AddAllergy::prepare(Prepare& prepare, AddAllergy& command) {
    command.substance = cleanLine(command.substance);
    command.code = cleanLine(command.code);
    command.reaction = cleanLine(command.reaction);
    return check(prepare.reader(), prepare.context(), command);
}

Status AddAllergy::check(Reader& reader, const CommandContext&, const AddAllergy& command) {
    if (cleanLine(command.substance).isEmpty())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("substance")});
    SIMRS_TRY(checkText(command.substance, QStringLiteral("substance"), limits::kSubstanceChars));
    SIMRS_TRY(checkText(command.code, QStringLiteral("code"), limits::kSubstanceCodeChars));
    SIMRS_TRY(checkText(command.reaction, QStringLiteral("reaction"), limits::kReactionChars));
    if (reader.authority() && !reader.get<Patient>(command.patientId)) return fail(ErrorCode::PatientUnknown);
    if (sameSubstance(reader, command)) return fail(ErrorCode::AllergyKnown, {command.substance});
    return {};
}

void AddAllergy::apply(FactTx& tx, const CommandContext& context, const AddAllergy& command) {
    Allergy allergy;
    allergy.id = tx.newId<Allergy>();
    allergy.patientId = command.patientId;
    allergy.substance = command.substance;
    allergy.code = command.code;
    allergy.reaction = command.reaction;
    allergy.severity = command.severity;
    allergy.notedBy = context.actor;
    allergy.notedAt = context.at;
    if (tx.authority() && !tx.firm<Patient>(command.patientId)) {
        CaseItem item;
        item.kind = CaseKind::ActedAfterChange;
        item.handler = Role::Doctor;
        item.subject = allergy.id.uuid();
        item.other = command.patientId.uuid();
        item.detail = encode(command);
        return raiseCase(tx, context, item);
    }
    markKnown(tx, command.patientId);
    tx.insert(allergy);
}

AllergyMade AddAllergy::outcome(FactTx& tx, const AddAllergy&) { return {tx.newId<Allergy>()}; }

}  // namespace simrs
