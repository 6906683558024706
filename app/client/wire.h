// SPDX-License-Identifier: GPL-3.0-or-later
// A line to a server that carries frames: TLS in the program, a scripted one in tests.
#pragma once

#include <QByteArray>
#include <functional>
#include <memory>

#include "app/client/connection_status.h"
#include "common/protocol/frame.h"

namespace simrs {

/// Called on the wire's thread, never from inside a call of the wire.
class WireListener {
  public:
    virtual ~WireListener() = default;
    /// The peer is the pinned server; frames may be sent.
    virtual void wireOpened() = 0;
    virtual void wireFrame(const Frame& frame) = 0;
    /// The end of this attempt or connection. Errors: NotConnected, TimedOut, PinMismatch, ClockAhead (the
    /// certificate is not valid at this computer's time), FrameTooLarge, MalformedFrame.
    virtual void wireClosed(const Error& why) = 0;
    /// The authority that belongs to the pin, learned at the first contact: to be kept.
    virtual void wireLearnedAuthority(const QByteArray& pem) = 0;
};

class Wire {
  public:
    virtual ~Wire() = default;
    /// Begins a connection; ends an earlier one silently. `authorityPem` is what was learned before, or
    /// empty.
    virtual void open(const PinnedServer& server, const QByteArray& authorityPem, int timeoutMs) = 0;
    virtual void send(FrameKind kind, const QByteArray& payload) = 0;
    /// Ends silently: no wireClosed.
    virtual void close() = 0;
    /// Asks who answers there, sends nothing. Does not touch the open connection.
    virtual void fetchFingerprint(const QString& host, quint16 port, int timeoutMs,
                                  std::function<void(Result<QString>)> then) = 0;
};

using WireMaker = std::function<std::unique_ptr<Wire>(WireListener&)>;

}  // namespace simrs
