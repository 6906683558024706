// SPDX-License-Identifier: GPL-3.0-or-later
// What a stored command asks for, and what became of it.
#pragma once

#include "common/hospital/hospital.h"
#include "common/protocol/messages.h"

namespace simrs {

/// Empty for a type that this program does not know.
inline RequestInfo infoOf(qint64 type) {
    const RequestEntry* entry = hospitalRequests().find(type);
    return entry ? entry->info : RequestInfo();
}

inline Result<QByteArray> outcomeOf(const CommandResult& result) {
    if (result.error == 0) return result.reply;
    return fail(errorFromNumber(static_cast<int>(result.error)), result.args);
}

}  // namespace simrs
