// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up a request by its number.
#include "common/core/request_table.h"

namespace simrs {

const RequestEntry* RequestTable::find(qint64 type) const {
    for (const RequestEntry& entry : m_entries) {
        if (entry.info.type == type) return &entry;
    }
    return nullptr;
}

}  // namespace simrs
