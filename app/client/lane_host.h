// SPDX-License-Identifier: GPL-3.0-or-later
// What the lanes (requests, live queries, commands) need of the link they belong to.
#pragma once

#include <functional>

#include "app/client/connection_status.h"
#include "app/client/jobs.h"
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
    virtual Uuid newId() = 0;
    virtual void pendingChanged() = 0;
    /// The cache shows something else.
    virtual void cacheChanged() = 0;
    /// Whether questions can be answered from what this computer holds.
    virtual bool hasCache() const = 0;
    /// Answers later, on this thread, with what is held here. Errors: the query's; PermissionDenied,
    /// SessionExpired, NotConnected where nothing is held.
    virtual void askCache(const AskJob& job, std::function<void(const Result<QByteArray>&)> then) = 0;
    virtual void commandEnded(const CommandOutcome& outcome) = 0;
};

}  // namespace simrs
