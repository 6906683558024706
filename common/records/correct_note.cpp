// SPDX-License-Identifier: GPL-3.0-or-later
// A correction: another version beside the old one. Two people who correct one note at once both have written
// something true; somebody has to read both.
#include "common/base/text.h"
#include "common/records/place_note.h"
#include "common/records/requests.h"

namespace simrs {

Status CorrectNote::prepare(Prepare& prepare, CorrectNote& command) {
    command.text = tidyNote(command.text);
    command.reason = cleanLine(command.reason);
    if (const auto note = prepare.reader().get<ClinicalNote>(command.noteId)) {
        command.visitId = note->visitId;
        command.patientId = note->patientId;
    }
    return check(prepare.reader(), prepare.context(), command);
}

Status CorrectNote::check(Reader& reader, const CommandContext&, const CorrectNote& command) {
    SIMRS_TRY(checkNote(command.text, QStringLiteral("text")));
    SIMRS_TRY(checkReason(command.reason));
    if (!reader.get<ClinicalNote>(command.noteId))
        return reader.authority() || command.noteId.isNull() ? Status(fail(ErrorCode::NoteUnknown))
                                                             : Status();
    if (!correctionsOf(reader, command.noteId).isEmpty())
        return fail(ErrorCode::ChangedMeanwhile, {QStringLiteral("text")});
    return {};
}

void CorrectNote::apply(FactTx& tx, const CommandContext& context, const CorrectNote& command) {
    const auto old = tx.firm<ClinicalNote>(command.noteId);
    ClinicalNote note;
    note.visitId = old ? old->visitId : command.visitId;
    note.patientId = old ? old->patientId : command.patientId;
    note.text = command.text;
    note.corrects = command.noteId;
    note.reason = command.reason;
    const QList<ClinicalNote> others = correctionsOf(tx, command.noteId);
    const bool raised = placeNote(tx, context, note, encode(command));
    if (others.isEmpty()) return;
    CaseItem item;
    item.kind = CaseKind::CorrectedTwice;
    item.handler = Role::Doctor;
    item.subject = tx.newId<ClinicalNote>().uuid();
    item.other = others.first().id.uuid();
    raiseCase(tx, context, item, raised ? 1 : 0);
}

NoteMade CorrectNote::outcome(FactTx& tx, const CorrectNote&) {
    return {tx.get<ClinicalNote>(tx.newId<ClinicalNote>()).value_or(ClinicalNote())};
}

}  // namespace simrs
