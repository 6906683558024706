// SPDX-License-Identifier: GPL-3.0-or-later
// A stock-take: the books follow the shelf.
#include <algorithm>

#include "common/base/text.h"
#include "common/inventory/ledger.h"
#include "common/inventory/requests.h"

namespace simrs {
namespace {

QList<StockRight> rightsOver(Reader& reader, const CountStock& command) {
    QList<StockRight> rights = reader
                                   .list(Where<StockRight>()
                                             .eq<&StockRight::depotId>(command.depotId)
                                             .eq<&StockRight::lotId>(command.lotId))
                                   .value_or(QList<StockRight>());
    std::sort(rights.begin(), rights.end(),
              [](const StockRight& a, const StockRight& b) { return a.id < b.id; });
    return rights;
}

Status checkNothingOut(const QList<StockRight>& rights) {
    qint64 out = 0;
    for (const StockRight& right : rights) out += leftUnder(right);
    return out > 0 ? Status(fail(ErrorCode::StockRightsOut, {QString::number(out)})) : Status();
}

void settleDiscrepancies(WishTx& tx, const StockLineId& line) {
    const auto open = tx.list(Where<CaseItem>()
                                  .eq<&CaseItem::settled>(false)
                                  .eq<&CaseItem::kind>(CaseKind::StockDiscrepancy)
                                  .eq<&CaseItem::subject>(line.uuid()));
    for (const CaseItem& item : open.value_or(QList<CaseItem>()))
        tx.patch<CaseItem>(item.id, [](CaseItem& row) { row.settled = true; });
}

}  // namespace

Status CountStock::prepare(Prepare& prepare, CountStock& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status CountStock::check(Reader& reader, const CommandContext&, const CountStock& command) {
    if (command.counted < 0 || command.counted > limits::kQuantity)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("counted")});
    SIMRS_TRY(checkReason(command.reason));
    if (!reader.authority()) return {};
    if (!reader.get<Lot>(command.lotId)) return fail(ErrorCode::LotUnknown);
    if (!reader.get<Depot>(command.depotId)) return fail(ErrorCode::DepotUnknown);
    return checkNothingOut(rightsOver(reader, command));
}

Status CountStock::apply(WishTx& tx, const CommandContext& context, const CountStock& command) {
    if (!tx.authority()) return {};
    const StockLineId id = stockLineId(command.lotId, command.depotId);
    // With the line locked no right over it is given or returned.
    qint64 booked = 0;
    if (const auto line = tx.lock<StockLine>(id)) booked = line->free;
    QList<StockRight> rights = rightsOver(tx, command);
    for (StockRight& right : rights) right = tx.lock<StockRight>(right.id).value_or(right);
    SIMRS_TRY(checkNothingOut(rights));
    std::uint32_t slot = movement_slot::kWrittenOff;
    for (const StockRight& right : rights) {
        if (right.state == RightState::Frozen)
            booked += takeBack(tx, context, right, RightState::Frozen, slot++);
    }
    if (const qint64 difference = command.counted - booked; difference != 0) {
        addFree(tx, command.lotId, command.depotId, difference);
        Movement adjusted = movementOf(tx, context, command.lotId, command.depotId, movement_slot::kAdjust);
        adjusted.kind = MovementKind::Adjust;
        adjusted.quantity = difference;
        adjusted.reason = command.reason;
        tx.insert(adjusted);
    }
    settleDiscrepancies(tx, id);
    return {};
}

StockLineMade CountStock::outcome(FactTx& tx, const CountStock& command) {
    return {tx.get<StockLine>(stockLineId(command.lotId, command.depotId)).value_or(StockLine())};
}

}  // namespace simrs
