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

Result<QByteArray> RequestEntry::currentPayload(qint64 version, const QByteArray& payload) const {
    if (version == info.version) return payload;
    if (version > info.version)
        return fail(ErrorCode::VersionUnsupported, {QString::number(version), QString::number(info.version)});
    if (version < 1) return fail(ErrorCode::MalformedFrame);
    return upcast ? upcast(version, payload) : payload;
}

}  // namespace simrs
