// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out under a right. The device that holds it is the only one that may, so that counting its own acts
// is counting all of them.
#include <algorithm>

#include "common/inventory/ledger.h"
#include "common/inventory/requests.h"

namespace simrs {
namespace {

Status checkRight(const std::optional<StockRight>& right, qint64 quantity) {
    if (!right) return fail(ErrorCode::StockRightUnknown);
    if (right->state == RightState::Frozen) return fail(ErrorCode::StockRightFrozen);
    const qint64 left = leftUnder(*right);
    return left < quantity ? Status(fail(ErrorCode::StockRightShort, {QString::number(left)})) : Status();
}

}  // namespace

Status Dispense::prepare(Prepare& prepare, Dispense& command) {
    // What this device has handed out and not yet told must be in the count.
    if (!prepare.reader().showsPending()) return fail(ErrorCode::StockNotSettled);
    return check(prepare.reader(), prepare.context(), command);
}

/// Also on a device a right that is not held is none: nobody hands out on hope.
Status Dispense::check(Reader& reader, const CommandContext& context, const Dispense& command) {
    SIMRS_TRY(checkQuantity(command.quantity));
    SIMRS_TRY(checkLot(reader, command.lotId, context.today));
    if (reader.authority() && !reader.get<Depot>(command.depotId)) return fail(ErrorCode::DepotUnknown);
    return checkRight(reader.get<StockRight>(stockRightId(command.lotId, command.depotId, context.device)),
                      command.quantity);
}

void Dispense::apply(FactTx& tx, const CommandContext& context, const Dispense& command) {
    if (!isRecordable(tx, command.lotId, command.depotId, command.quantity)) {
        if (tx.authority()) keepForPerson(tx, context, command.lotId, encode(command));
        return;
    }
    Movement issue = movementOf(tx, context, command.lotId, command.depotId, movement_slot::kFirst);
    issue.kind = MovementKind::Issue;
    issue.patientId = command.patientId;
    issue.visitId = command.visitId;
    issue.rightId = stockRightId(command.lotId, command.depotId, context.device);
    // A device that no longer holds the row leaves the counting to the server.
    issue.quantity = tx.authority() ? 0 : command.quantity;
    tx.patch<StockRight>(issue.rightId, [&](StockRight& right) {
        issue.quantity = std::min(right.granted - right.used, command.quantity);
        right.used += issue.quantity;
    });
    const qint64 uncovered = command.quantity - issue.quantity;
    // Whoever was told nothing yet is asked again, and refused.
    if (uncovered > 0 && tx.authority() && !context.assured) tx.runAgain();
    if (issue.quantity > 0) tx.insert(issue);
    if (uncovered == 0 || !tx.authority()) return;
    // Not off the free stock: whoever took the right away has moved what was left of it there, or counted.
    issue.id = tx.newId<Movement>(movement_slot::kUnbacked);
    issue.rightId = {};
    issue.quantity = uncovered;
    issueUnbacked(tx, context, issue, false);
}

Dispensed Dispense::outcome(FactTx& tx, const Dispense& command) {
    const DeviceId device(tx.context().device);
    const auto right = tx.get<StockRight>(stockRightId(command.lotId, command.depotId, device));
    return {tx.newId<Movement>(movement_slot::kFirst), right ? leftUnder(*right) : 0};
}

}  // namespace simrs
