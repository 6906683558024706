// SPDX-License-Identifier: GPL-3.0-or-later
// Frames: how a stream of bytes is cut into messages, and which of them a connection may carry in which
// state. On the wire: u32 big-endian length of what follows (kind and payload), u8 kind, payload.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/base/result.h"

namespace simrs {

/// The numbers go over the wire: append only, never reuse.
enum class FrameKind : std::uint8_t {
    Hello = 1,
    Welcome = 2,
    Request = 3,
    Reply = 4,
    Command = 5,
    Result = 6,
    Subscribe = 7,
    Unsubscribe = 8,
    Changed = 9,
    Ping = 10,
    Pong = 11,
    GoAway = 12,
    Follow = 13,
    FeedBatch = 14,
};

/// New: nothing was said yet. Greeted: versions agreed, nobody has logged in. Active: a person works.
enum class ConnectionState { New, Greeted, Active };

struct Frame {
    FrameKind kind = FrameKind::Ping;
    QByteArray payload;

    bool operator==(const Frame&) const = default;
};

/// Bytes before the payload: four of length, one of kind.
inline constexpr std::uint32_t kFrameHeadBytes = 5;

QByteArray encodeFrame(FrameKind kind, QByteArrayView payload);

/// Cuts received bytes into frames. A frame that announces more than the limit, nothing, or an unknown kind
/// ends the stream: the reader drops what it holds and answers that error for ever. What it buffers never
/// exceeds the limit by more than one `feed`, if `next` is called until it has no more after every `feed`.
class FrameReader {
  public:
    /// `maxBytes` limits the announced length (kind and payload together).
    explicit FrameReader(std::uint32_t maxBytes) : m_maxBytes(maxBytes) {}

    /// Holds for every frame that was not handed out yet.
    void setMax(std::uint32_t maxBytes) { m_maxBytes = maxBytes; }
    void feed(QByteArrayView bytes);
    /// The next whole frame, or nothing when more bytes are needed. Errors: FrameTooLarge, MalformedFrame.
    Result<std::optional<Frame>> next();
    /// Bytes received and not handed out yet.
    std::size_t buffered() const { return static_cast<std::size_t>(m_bytes.size() - m_start); }

  private:
    void judgeFront();
    void breakOff(ErrorCode code, const QString& detail);
    std::uint32_t announced() const;

    QByteArray m_bytes;
    qsizetype m_start = 0;
    std::uint32_t m_maxBytes;
    std::optional<Error> m_error;
};

/// New: Hello. Greeted: Request (the session narrows it to log-in) and Ping. Active: all a client may send.
bool allowedFromClient(ConnectionState state, FrameKind kind);
/// What a client may announce in this state.
std::uint32_t maxFrameBytes(ConnectionState state);

}  // namespace simrs
