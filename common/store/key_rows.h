// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one scope key as they stand: what a device is given that did not hold the key before.
#pragma once

#include <functional>
#include <vector>

#include "common/store/entity_table.h"
#include "common/store/schema.h"

namespace simrs {

/// How far the rows of a key have been handed out: tables in their order, rows by id.
struct KeyPlace {
    std::uint32_t kind = 0;  ///< 0: nothing yet.
    Uuid id;                 ///< The last row; null: none of this table.
};

struct KeyPage {
    std::vector<AnyRow> rows;
    KeyPlace place;    ///< Where the next page begins.
    bool last = true;  ///< There is none.
};

/// At most `most` rows of a key from `after` on. Throws StoreFault.
KeyPage pageOfKey(Database& db, const EntityList& entities, const QString& key, const KeyPlace& after,
                  int most);
qint64 countRowsOfKey(Database& db, const EntityList& entities, const QString& key);

/// Every row of these tables that the key holds: "reference", or "unit:<id>" with the rows it shares. Throws
/// StoreFault.
void eachRowOfKey(Database& db, const EntityList& entities, const QString& key,
                  const std::function<void(const AnyRow&)>& take);

}  // namespace simrs
