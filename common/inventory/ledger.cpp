// SPDX-License-Identifier: GPL-3.0-or-later
// Movements, and what cannot be one.
#include "common/inventory/ledger.h"

#include <algorithm>

namespace simrs {
namespace {

CaseItem caseOf(FactTx& tx, const CommandContext& context, CaseKind kind) {
    CaseItem item;
    item.id = tx.newId<CaseItem>();
    item.kind = kind;
    item.raisedBy = context.actor;
    item.raisedAt = context.at;
    return item;
}

}  // namespace

Movement movementOf(FactTx& tx, const CommandContext& context, const LotId& lot, const DepotId& depot,
                    std::uint32_t slot) {
    Movement movement;
    movement.id = tx.newId<Movement>(slot);
    movement.lotId = lot;
    movement.depotId = depot;
    movement.cause = context.id;
    movement.at = context.at;
    movement.by = context.actor;
    return movement;
}

Status checkLot(Reader& reader, const LotId& lot, QDate today) {
    const auto row = reader.get<Lot>(lot);
    if (!row) return reader.authority() || lot.isNull() ? Status(fail(ErrorCode::LotUnknown)) : Status();
    return checkNotExpired(*row, today);
}

void addFree(WishTx& tx, const LotId& lot, const DepotId& depot, qint64 quantity) {
    const StockLineId id = stockLineId(lot, depot);
    if (tx.patch<StockLine>(id, [&](StockLine& line) { line.free += quantity; })) return;
    StockLine line;
    line.id = id;
    line.lotId = lot;
    line.depotId = depot;
    line.free = quantity;
    tx.insert(line);
}

qint64 takeBack(WishTx& tx, const CommandContext& context, const StockRight& right, RightState state,
                std::uint32_t slot) {
    const qint64 left = right.granted - right.used;
    tx.patch<StockRight>(right.id, [&](StockRight& row) {
        row.granted -= left;
        row.state = state;
    });
    if (left == 0) return 0;
    addFree(tx, right.lotId, right.depotId, left);
    Movement back = movementOf(tx, context, right.lotId, right.depotId, slot);
    back.kind = MovementKind::Transfer;
    back.quantity = -left;
    back.rightId = right.id;
    tx.insert(back);
    return left;
}

void issueUnbacked(FactTx& tx, const CommandContext& context, Movement issue, bool fromFree) {
    issue.kind = MovementKind::Issue;
    tx.insert(issue);
    const StockLineId line = stockLineId(issue.lotId, issue.depotId);
    qint64 missing = issue.quantity;
    if (fromFree)
        tx.patch<StockLine>(line, [&](StockLine& row) {
            const qint64 taken = std::min(row.free, missing);
            row.free -= taken;
            missing -= taken;
        });
    if (missing > 0) {
        Movement found = movementOf(tx, context, issue.lotId, issue.depotId, movement_slot::kAdjust);
        found.kind = MovementKind::Adjust;
        found.quantity = missing;
        found.reason = issue.reason;
        tx.insert(found);
    }
    CaseItem item = caseOf(tx, context, CaseKind::StockDiscrepancy);
    item.subject = line.uuid();
    item.other = issue.id.uuid();
    tx.insert(item);
}

void keepForPerson(FactTx& tx, const CommandContext& context, const LotId& lot, const QByteArray& command) {
    CaseItem item = caseOf(tx, context, CaseKind::ActedAfterChange);
    item.subject = tx.newId<Movement>(movement_slot::kFirst).uuid();
    item.other = lot.uuid();
    item.detail = command;
    tx.insert(item);
}

bool isRecordable(FactTx& tx, const LotId& lot, const DepotId& depot, qint64 quantity) {
    if (!checkQuantity(quantity)) return false;
    return !tx.authority() || (tx.get<Lot>(lot) && tx.get<Depot>(depot));
}

}  // namespace simrs
