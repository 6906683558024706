// SPDX-License-Identifier: GPL-3.0-or-later
// Cases are the server's: a device's own cache shows its commands as pending.
#include "common/core/raise_case.h"

namespace simrs {

void raiseCase(FactTx& tx, const CommandContext& context, CaseItem item, std::uint32_t slot) {
    if (!tx.authority()) return;
    item.id = tx.newId<CaseItem>(slot);
    item.raisedBy = context.actor;
    item.raisedAt = context.at;
    tx.insert(item);
}

}  // namespace simrs
