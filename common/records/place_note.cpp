// SPDX-License-Identifier: GPL-3.0-or-later
// A note is a fact: it is never lost, whatever it stood on.
#include "common/records/place_note.h"

#include "common/registration/survivor.h"

namespace simrs {

bool placeNote(FactTx& tx, const CommandContext& context, ClinicalNote note, const QByteArray& command) {
    note.id = tx.newId<ClinicalNote>();
    note.author = context.actor;
    note.writtenAt = context.at;
    const bool named = !note.visitId.isNull();
    const auto visit = tx.firm<Visit>(note.visitId);
    if (visit)
        note.patientId = visit->patientId;  // The visit's own, whatever the command says.
    else
        note.visitId = {};
    const bool homeless = tx.authority() && !tx.firm<Patient>(note.patientId);
    const bool baseless = !note.corrects.isNull() && !tx.firm<ClinicalNote>(note.corrects);
    const bool raised = homeless || (named && !visit) || baseless;
    if (raised) {
        CaseItem item;
        item.kind = CaseKind::ActedAfterChange;
        item.handler = Role::Doctor;
        item.subject = note.id.uuid();
        item.other = note.patientId.uuid();
        item.detail = command;
        raiseCase(tx, context, item);
    }
    if (!homeless) tx.insert(note);
    // From the first line on the visit stays where it is: MoveVisit asks.
    if (visit && (visit->openedAt.isNull() || note.writtenAt < visit->openedAt))
        tx.patch<Visit>(visit->id, [&](Visit& row) { row.openedAt = note.writtenAt; });
    return raised;
}

}  // namespace simrs
