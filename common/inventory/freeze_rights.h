// SPDX-License-Identifier: GPL-3.0-or-later
// What the server does to the rights of a device that is lost, barred or back again.
#pragma once

#include "common/core/request.h"
#include "common/inventory/stock.h"

namespace simrs {

/// Freezes every active right of a device, and says how many: nothing more is granted under them, and what is
/// left waits for a stock-take. What the device has handed out before it heard of it is still written down.
/// Belongs into the transaction that bars the device: no top-up of it runs beside.
int freezeRights(WishTx& tx, const DeviceId& device);
/// The device is in use again; what a stock-take took meanwhile is gone from its rights.
int thawRights(WishTx& tx, const DeviceId& device);

}  // namespace simrs
