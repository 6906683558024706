// SPDX-License-Identifier: GPL-3.0-or-later
// Goods that have come. The same batch is the same lot in every depot.
#include "common/base/text.h"
#include "common/inventory/ledger.h"
#include "common/inventory/requests.h"

namespace simrs {

Status ReceiveStock::prepare(Prepare& prepare, ReceiveStock& command) {
    command.batch = cleanLine(command.batch).toUpper();
    return check(prepare.reader(), prepare.context(), command);
}

Status ReceiveStock::check(Reader& reader, const CommandContext& context, const ReceiveStock& command) {
    SIMRS_TRY(checkQuantity(command.quantity));
    const QString field = QStringLiteral("batch");
    if (command.batch.isEmpty()) return fail(ErrorCode::FieldRequired, {field});
    if (cleanLine(command.batch).toUpper() != command.batch) return fail(ErrorCode::FieldInvalid, {field});
    Lot lot;
    lot.batch = command.batch;
    lot.expiry = command.expiry;
    SIMRS_TRY(checkNotExpired(lot, context.today));
    if (!reader.authority()) return {};
    const auto item = reader.get<Item>(command.itemId);
    if (!item || !item->active) return fail(ErrorCode::ItemUnknown);
    const auto depot = reader.get<Depot>(command.depotId);
    if (!depot || !depot->active) return fail(ErrorCode::DepotUnknown);
    const auto known = reader.get<Lot>(lotId(command.itemId, command.batch));
    if (known && known->expiry != command.expiry)
        return fail(ErrorCode::LotDiffers, {known->batch, known->expiry.toString(Qt::ISODate)});
    return {};
}

Status ReceiveStock::apply(WishTx& tx, const CommandContext& context, const ReceiveStock& command) {
    if (!tx.authority()) return {};
    const LotId lot = lotId(command.itemId, command.batch);
    if (!tx.get<Lot>(lot)) tx.insert(Lot{lot, command.itemId, command.batch, command.expiry});
    addFree(tx, lot, command.depotId, command.quantity);
    Movement receipt = movementOf(tx, context, lot, command.depotId, movement_slot::kFirst);
    receipt.kind = MovementKind::Receive;
    receipt.quantity = command.quantity;
    tx.insert(receipt);
    return {};
}

StockLineMade ReceiveStock::outcome(FactTx& tx, const ReceiveStock& command) {
    const LotId lot = lotId(command.itemId, command.batch);
    return {tx.get<StockLine>(stockLineId(lot, command.depotId)).value_or(StockLine())};
}

}  // namespace simrs
