// SPDX-License-Identifier: GPL-3.0-or-later
// Every command the server took, whole, with what became of it.
#pragma once

#include "common/access/user.h"

namespace simrs {

struct CommandRecord {
    CommandId id;
    DeviceId deviceId;
    qint64 seq = 0;
    qint64 type = 0;
    qint64 version = 0;
    UserId actorId;
    Instant at;
    Instant receivedAt;
    bool assured = false;
    QByteArray payload;
    qint64 error = 0;
    QByteArray result;  ///< The encoded CommandResult, as it was sent.

    bool operator==(const CommandRecord&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CommandRecord> = {
    field<&CommandRecord::id>(1, "id"),           field<&CommandRecord::deviceId>(2, "device_id"),
    field<&CommandRecord::seq>(3, "seq"),         field<&CommandRecord::type>(4, "type"),
    field<&CommandRecord::version>(5, "version"), field<&CommandRecord::actorId>(6, "actor_id"),
    field<&CommandRecord::at>(7, "at"),           field<&CommandRecord::receivedAt>(8, "received_at"),
    field<&CommandRecord::assured>(9, "assured"), field<&CommandRecord::payload>(10, "payload"),
    field<&CommandRecord::error>(11, "error"),    field<&CommandRecord::result>(12, "result"),
};
static_assert(wellDescribed<CommandRecord>());
template <>
inline constexpr EntityInfo entityInfo<CommandRecord>{
    .kind = 15, .table = "command", .conflict = ConflictClass::ServerOnly, .unique = {"device_id, seq"}};

}  // namespace simrs
