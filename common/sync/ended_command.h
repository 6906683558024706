// SPDX-License-Identifier: GPL-3.0-or-later
// In a cache: a command of this device whose result has come with its rows. The outbox is another file and
// may lag behind; a command that stands here is pending no more, whatever the outbox says.
#pragma once

#include "common/protocol/messages.h"
#include "common/store/store.h"

namespace simrs {

struct EndedCommand {
    CommandId id;
    QByteArray result;  ///< The encoded CommandResult.
    qint64 seq = 0;     ///< The place in the feed by which it has come.

    bool operator==(const EndedCommand&) const = default;
};
template <>
inline constexpr std::array fieldsOf<EndedCommand> = {
    field<&EndedCommand::id>(1, "id"),
    field<&EndedCommand::result>(2, "result"),
    field<&EndedCommand::seq>(3, "seq"),
};
static_assert(wellDescribed<EndedCommand>());
template <>
inline constexpr EntityInfo entityInfo<EndedCommand>{
    .kind = 910, .table = "ended_command", .conflict = ConflictClass::DeviceOnly};

}  // namespace simrs
