// SPDX-License-Identifier: GPL-3.0-or-later
// Ids by content, and the rules of one row.
#include "common/inventory/stock.h"

#include "common/base/planted_bug.h"

namespace simrs {

LotId lotId(const ItemId& item, const QString& batch) {
    return LotId(Uuid::named("lot" + item.uuid().toBytes() + batch.toUtf8()));
}

StockLineId stockLineId(const LotId& lot, const DepotId& depot) {
    return StockLineId(Uuid::named("line" + lot.uuid().toBytes() + depot.uuid().toBytes()));
}

StockRightId stockRightId(const LotId& lot, const DepotId& depot, const DeviceId& device) {
    return StockRightId(
        Uuid::named("right" + lot.uuid().toBytes() + depot.uuid().toBytes() + device.uuid().toBytes()));
}

qint64 leftUnder(const StockRight& right) {
    const bool open = right.state == RightState::Active || isPlanted(PlantedBug::ClosedRightUsed);
    return open ? right.granted - right.used : 0;
}

Status checkQuantity(qint64 quantity) {
    if (quantity < 1 || quantity > limits::kQuantity)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("quantity")});
    return {};
}

Status checkNotExpired(const Lot& lot, QDate today) {
    if (lot.expiry.isValid() && today.isValid() && lot.expiry < today)
        return fail(ErrorCode::LotExpired, {lot.batch, lot.expiry.toString(Qt::ISODate)});
    return {};
}

}  // namespace simrs
