// SPDX-License-Identifier: GPL-3.0-or-later
// Free stock becomes a device's own. Only the server, with the line locked, knows how much is free.
#include <algorithm>

#include "common/inventory/ledger.h"
#include "common/inventory/requests.h"

namespace simrs {
namespace {

void grant(WishTx& tx, const StockRightId& id, const CommandContext& context, const TopUpRight& command,
           qint64 quantity) {
    const bool held = tx.patch<StockRight>(id, [&](StockRight& right) {
        right.granted += quantity;
        right.state = RightState::Active;
    });
    if (held) return;
    StockRight right;
    right.id = id;
    right.lotId = command.lotId;
    right.depotId = command.depotId;
    right.deviceId = context.device;
    right.granted = quantity;
    tx.insert(right);
}

}  // namespace

Status TopUpRight::prepare(Prepare& prepare, TopUpRight& command) {
    return check(prepare.reader(), prepare.context(), command);
}

Status TopUpRight::check(Reader& reader, const CommandContext& context, const TopUpRight& command) {
    SIMRS_TRY(checkQuantity(command.quantity));
    SIMRS_TRY(checkLot(reader, command.lotId, context.today));
    const auto right = reader.get<StockRight>(stockRightId(command.lotId, command.depotId, context.device));
    if (right && right->state == RightState::Frozen) return fail(ErrorCode::StockRightFrozen);
    if (!reader.authority()) return {};  // What a device last heard of the free stock says little.
    if (!reader.get<Depot>(command.depotId)) return fail(ErrorCode::DepotUnknown);
    const auto line = reader.get<StockLine>(stockLineId(command.lotId, command.depotId));
    if (!line || line->free == 0) return fail(ErrorCode::StockNoneFree);
    return {};
}

Status TopUpRight::apply(WishTx& tx, const CommandContext& context, const TopUpRight& command) {
    if (!tx.authority()) return {};
    const auto line = tx.lock<StockLine>(stockLineId(command.lotId, command.depotId));
    if (!line || line->free == 0) return fail(ErrorCode::StockNoneFree);
    const StockRightId id = stockRightId(command.lotId, command.depotId, context.device);
    const auto right = tx.lock<StockRight>(id);
    if (right && right->state == RightState::Frozen) return fail(ErrorCode::StockRightFrozen);
    const qint64 quantity = std::min(line->free, command.quantity);
    tx.patch<StockLine>(line->id, [&](StockLine& row) { row.free -= quantity; });
    grant(tx, id, context, command, quantity);
    Movement into = movementOf(tx, context, command.lotId, command.depotId, movement_slot::kFirst);
    into.kind = MovementKind::Transfer;
    into.quantity = quantity;
    into.rightId = id;
    tx.insert(into);
    return {};
}

StockRightMade TopUpRight::outcome(FactTx& tx, const TopUpRight& command) {
    const auto into = tx.get<Movement>(tx.newId<Movement>(movement_slot::kFirst));
    const DeviceId device(tx.context().device);
    const auto right = tx.get<StockRight>(stockRightId(command.lotId, command.depotId, device));
    return {right.value_or(StockRight()), into ? into->quantity : 0};
}

}  // namespace simrs
