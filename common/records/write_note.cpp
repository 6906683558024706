// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a note about a visit or a patient.
#include "common/records/place_note.h"
#include "common/records/requests.h"

namespace simrs {

Status WriteNote::prepare(Prepare& prepare, WriteNote& command) {
    command.text = tidyNote(command.text);
    if (const auto visit = prepare.reader().get<Visit>(command.visitId)) command.patientId = visit->patientId;
    return check(prepare.reader(), prepare.context(), command);
}

Status WriteNote::check(Reader& reader, const CommandContext&, const WriteNote& command) {
    SIMRS_TRY(checkNote(command.text, QStringLiteral("text")));
    if (command.visitId.isNull() && command.patientId.isNull())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("visit_id")});
    if (!reader.authority()) return {};
    if (!command.visitId.isNull())
        return reader.get<Visit>(command.visitId) ? Status() : Status(fail(ErrorCode::VisitUnknown));
    return reader.get<Patient>(command.patientId) ? Status() : Status(fail(ErrorCode::PatientUnknown));
}

void WriteNote::apply(FactTx& tx, const CommandContext& context, const WriteNote& command) {
    ClinicalNote note;
    note.visitId = command.visitId;
    note.patientId = command.patientId;
    note.text = command.text;
    placeNote(tx, context, note, encode(command));
}

NoteMade WriteNote::outcome(FactTx& tx, const WriteNote&) {
    return {tx.get<ClinicalNote>(tx.newId<ClinicalNote>()).value_or(ClinicalNote())};
}

}  // namespace simrs
