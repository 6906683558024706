// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection as the rest of the server sees it: frames in, frames out, a state and an end.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>

#include "common/protocol/frame.h"

namespace simrs {

/// A TLS connection. It lives on the I/O thread; what may be called from elsewhere says so. Whoever holds the
/// pointer may keep it after the end: everything then does nothing. Calls from a wrong thread end the
/// program.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    struct Impl;
    explicit Connection(std::unique_ptr<Impl> impl);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Thread-safe. Queues a frame; after close() it is dropped. A peer that leaves too much unread is cut
    /// off.
    void send(FrameKind kind, QByteArray payload);
    /// Thread-safe. Sends what is queued, says good-bye and ends; a peer that does not read it is cut off in
    /// time.
    void close();
    /// Thread-safe. Ends at once; what is queued is lost.
    void cut();
    /// Thread-safe. GoAway; no frame is taken any more; closes when the requests in flight are answered.
    void drain();

    /// I/O thread. Sets limits and deadline of the next frame.
    void setState(ConnectionState state);
    /// I/O thread.
    ConnectionState state() const;

    /// The peer's IP address, without port. Any thread.
    const QString& peerAddress() const;
    /// A running number for logs, from 1. Any thread.
    quint64 number() const;

    /// I/O thread. One more request is unanswered; above the limit the connection stops reading.
    void requestStarted();
    /// Thread-safe. The request's answer was sent (call it after `send`).
    void requestDone();

    Impl& impl() { return *m_impl; }

  private:
    std::unique_ptr<Impl> m_impl;
};

/// What a session does with its connection. Every call comes on the I/O thread, one at a time.
class SessionHandler {
  public:
    virtual ~SessionHandler();
    /// A frame that this state allows (Ping too: the answer is the session's business).
    virtual void onFrame(Frame frame) = 0;
    /// The connection has ended; nothing is called any more and the handler is destroyed next.
    virtual void onClosed() = 0;
};

/// Called on the I/O thread after the handshake.
using SessionFactory = std::function<std::unique_ptr<SessionHandler>(std::shared_ptr<Connection>)>;

}  // namespace simrs
