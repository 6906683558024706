// SPDX-License-Identifier: GPL-3.0-or-later
// What a device may hand out. One that does not hold all of it says so instead of "nothing".
#include <QHash>

#include "common/inventory/requests.h"

namespace simrs {

Result<HeldRights> RightsOfDevice::answer(Reader& reader, const Caller&, const RightsOfDevice& request) {
    const auto rights = reader.list(Where<StockRight>().eq<&StockRight::deviceId>(request.deviceId));
    if (!rights) return fail(ErrorCode::NotConnected);
    QList<LotId> ids;
    for (const StockRight& right : *rights) ids.append(right.lotId);
    QHash<LotId, Lot> lots;
    for (const Lot& lot : reader.getMany<Lot>(ids)) lots.insert(lot.id, lot);
    HeldRights held;
    for (const StockRight& right : *rights) held.rights.append({right, lots.value(right.lotId)});
    return held;
}

QStringList RightsOfDevice::topics(const RightsOfDevice& request) {
    return {QStringLiteral("stock_right/") + request.deviceId.toString()};
}

}  // namespace simrs
