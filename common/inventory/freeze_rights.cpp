// SPDX-License-Identifier: GPL-3.0-or-later
// One state for another, over all rights of a device.
#include "common/inventory/freeze_rights.h"

namespace simrs {
namespace {

constexpr int kMostRights = 100'000;

int change(WishTx& tx, const DeviceId& device, RightState from, RightState to) {
    const auto rights = tx.list(Where<StockRight>().eq<&StockRight::deviceId>(device).limit(kMostRights));
    int changed = 0;
    for (const StockRight& right : rights.value_or(QList<StockRight>()))
        tx.patch<StockRight>(right.id, [&](StockRight& row) {
            if (row.state != from) return;
            row.state = to;
            ++changed;
        });
    return changed;
}

}  // namespace

int freezeRights(WishTx& tx, const DeviceId& device) {
    return change(tx, device, RightState::Active, RightState::Frozen);
}

int thawRights(WishTx& tx, const DeviceId& device) {
    return change(tx, device, RightState::Frozen, RightState::Active);
}

}  // namespace simrs
