// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the hand is there, whatever the books say: written down, and looked into.
#include "common/base/text.h"
#include "common/inventory/ledger.h"
#include "common/inventory/requests.h"

namespace simrs {

Status DispenseUnreserved::prepare(Prepare& prepare, DispenseUnreserved& command) {
    command.reason = cleanLine(command.reason);
    command.witness = cleanLine(command.witness);
    return check(prepare.reader(), prepare.context(), command);
}

/// No rule about what is free or expired: it has been handed out.
Status DispenseUnreserved::check(Reader& reader, const CommandContext&, const DispenseUnreserved& command) {
    SIMRS_TRY(checkQuantity(command.quantity));
    SIMRS_TRY(checkReason(command.reason));
    if (cleanLine(command.witness).isEmpty()) return fail(ErrorCode::WitnessRequired);
    if (command.lotId.isNull()) return fail(ErrorCode::LotUnknown);
    if (!reader.authority()) return {};
    if (!reader.get<Lot>(command.lotId)) return fail(ErrorCode::LotUnknown);
    if (!reader.get<Depot>(command.depotId)) return fail(ErrorCode::DepotUnknown);
    return {};
}

void DispenseUnreserved::apply(FactTx& tx, const CommandContext& context, const DispenseUnreserved& command) {
    if (!isRecordable(tx, command.lotId, command.depotId, command.quantity)) {
        if (tx.authority()) keepForPerson(tx, context, command.lotId, encode(command));
        return;
    }
    Movement issue = movementOf(tx, context, command.lotId, command.depotId, movement_slot::kUnbacked);
    issue.kind = MovementKind::Issue;
    issue.quantity = command.quantity;
    issue.patientId = command.patientId;
    issue.visitId = command.visitId;
    issue.reason = command.reason;
    issue.witness = command.witness;
    if (tx.authority())
        issueUnbacked(tx, context, issue, true);
    else
        tx.insert(issue);
}

Dispensed DispenseUnreserved::outcome(FactTx& tx, const DispenseUnreserved& command) {
    const DeviceId device(tx.context().device);
    const auto right = tx.get<StockRight>(stockRightId(command.lotId, command.depotId, device));
    return {tx.newId<Movement>(movement_slot::kUnbacked), right ? leftUnder(*right) : 0};
}

}  // namespace simrs
