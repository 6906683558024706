// SPDX-License-Identifier: GPL-3.0-or-later
// The row is the server's own: no device shows what left the house.
#include "common/base/text.h"
#include "common/registration/transfer_requests.h"

namespace simrs {

Status NoteExport::prepare(Prepare& prepare, NoteExport& command) {
    command.file = cleanLine(command.file).right(limits::kFileNameChars);
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status NoteExport::check(Reader&, const CommandContext&, const NoteExport& command) {
    SIMRS_TRY(checkReason(command.reason));
    if (command.count < 0) return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("count")});
    return {};
}

void NoteExport::apply(FactTx& tx, const CommandContext& context, const NoteExport& command) {
    if (!tx.authority()) return;
    PatientExport row;
    row.id = tx.newId<PatientExport>();
    row.file = command.file;
    row.count = command.count;
    row.reason = command.reason;
    row.whole = command.whole;
    row.exportedBy = context.actor;
    row.deviceId = context.device;
    row.exportedAt = context.at;
    tx.insert(row);
}

}  // namespace simrs
