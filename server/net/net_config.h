// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the listening side. The defaults are the limits of the product; tests set shorter times.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <functional>

#include "common/base/limits.h"
#include "common/base/result.h"

namespace simrs {

struct NetConfig {
    /// An IP address; "::" listens on every address of both families.
    QString address = QStringLiteral("127.0.0.1");
    /// 0 = any free port.
    quint16 port = 0;

    int handshakeMs = limits::kHandshakeMs;
    /// From the handshake to the end of Hello.
    int greetingMs = limits::kGreetingMs;
    /// From Greeted to Active, whatever is sent meanwhile.
    int loginMs = limits::kLoginMs;
    /// Active: from one whole frame to the first byte of the next, and from there to its end. Also the
    /// longest time that one write may take.
    int idleMs = limits::kIdleMs;
    /// How long a closing connection may take to read what is left.
    int closeMs = 2000;

    int maxConnections = limits::kSessions;
    int maxInFlight = limits::kSessionInFlight;
    int maxSendFrames = limits::kSessionSendQueue;
    /// One frame may exceed it, if it is alone.
    std::int64_t maxSendBytes = 2 * static_cast<std::int64_t>(limits::kFrameReplyBytes);

    /// The payload of the GoAway frame that tells the peer why it is sent away; ErrorCode::None when the
    /// server drains. Called on the I/O thread.
    std::function<QByteArray(const Error&)> goAwayPayload;
};

}  // namespace simrs
