// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one scope key as they stand: what a device is given that did not hold the key before.
#pragma once

#include <functional>

#include "common/store/entity_table.h"
#include "common/store/schema.h"

namespace simrs {

/// Every row of these tables that the key holds: "reference", or "unit:<id>" with the rows it shares. Throws
/// StoreFault.
void eachRowOfKey(Database& db, const EntityList& entities, const QString& key,
                  const std::function<void(const AnyRow&)>& take);

}  // namespace simrs
