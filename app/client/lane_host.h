// SPDX-License-Identifier: GPL-3.0-or-later
// What the lanes (requests, live queries, commands) need of the link they belong to.
#pragma once

#include "app/client/connection_status.h"
#include "common/core/session_calls.h"
#include "common/protocol/frame.h"

namespace simrs {

class LaneHost {
  public:
    virtual ~LaneHost() = default;
    /// Somebody is logged in and frames may be sent.
    virtual bool isActive() const = 0;
    /// Not active, but likely to be soon without a person's help: it pays to wait a moment.
    virtual bool mayResume() const = 0;
    virtual void send(FrameKind kind, const QByteArray& payload) = 0;
    /// Null while nobody is logged in; stays while the connection is lost.
    virtual const SessionGrant* session() const = 0;
    virtual Instant serverNow() const = 0;
    virtual std::int64_t monotonicMs() const = 0;
    virtual void pendingChanged() = 0;
    virtual void commandEnded(const CommandOutcome& outcome) = 0;
};

}  // namespace simrs
