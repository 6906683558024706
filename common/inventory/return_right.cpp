// SPDX-License-Identifier: GPL-3.0-or-later
// What is left under a right goes back. Rights end this way or by the server, never by a clock.
#include "common/base/planted_bug.h"
#include "common/inventory/ledger.h"
#include "common/inventory/requests.h"

namespace simrs {

Status ReturnRight::prepare(Prepare& prepare, ReturnRight& command) {
    const CommandContext context = prepare.context();
    if (!prepare.reader().get<StockRight>(stockRightId(command.lotId, command.depotId, context.device)))
        return fail(ErrorCode::StockRightUnknown);
    return check(prepare.reader(), context, command);
}

Status ReturnRight::check(Reader& reader, const CommandContext& context, const ReturnRight& command) {
    const auto right = reader.get<StockRight>(stockRightId(command.lotId, command.depotId, context.device));
    if (!right) return reader.authority() ? Status(fail(ErrorCode::StockRightUnknown)) : Status();
    if (right->state == RightState::Frozen) return fail(ErrorCode::StockRightFrozen);
    if (right->state == RightState::Returned) return fail(ErrorCode::StockRightUnknown);
    return {};
}

Status ReturnRight::apply(WishTx& tx, const CommandContext& context, const ReturnRight& command) {
    const StockRightId id = stockRightId(command.lotId, command.depotId, context.device);
    if (!tx.authority()) {
        // The free stock is the server's; here it is enough that nothing is left to hand out.
        tx.patch<StockRight>(id, [](StockRight& right) {
            if (!isPlanted(PlantedBug::ClosedRightUsed)) right.granted = right.used;
            if (right.state == RightState::Active) right.state = RightState::Returned;
        });
        return {};
    }
    (void)tx.lock<StockLine>(stockLineId(command.lotId, command.depotId));
    const auto right = tx.lock<StockRight>(id);
    if (!right || right->state == RightState::Returned) return fail(ErrorCode::StockRightUnknown);
    if (right->state == RightState::Frozen) return fail(ErrorCode::StockRightFrozen);
    takeBack(tx, context, *right, RightState::Returned, movement_slot::kFirst);
    return {};
}

StockRightMade ReturnRight::outcome(FactTx& tx, const ReturnRight& command) {
    const auto back = tx.get<Movement>(tx.newId<Movement>(movement_slot::kFirst));
    const DeviceId device(tx.context().device);
    const auto right = tx.get<StockRight>(stockRightId(command.lotId, command.depotId, device));
    return {right.value_or(StockRight()), back ? -back->quantity : 0};
}

}  // namespace simrs
