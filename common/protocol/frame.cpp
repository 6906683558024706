// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts bytes into frames and back. It trusts no number that it reads before having compared it with a limit.
#include "common/protocol/frame.h"

#include <QtEndian>

#include "common/base/limits.h"

namespace simrs {
namespace {

constexpr qsizetype kLengthBytes = 4;
/// A buffer that once held a large frame is given back when it is empty again.
constexpr qsizetype kKeptBytes = 16 * 1024;

bool isKnown(std::uint8_t kind) {
    return kind >= static_cast<std::uint8_t>(FrameKind::Hello) &&
           kind <= static_cast<std::uint8_t>(FrameKind::FeedBatch);
}

}  // namespace

QByteArray encodeFrame(FrameKind kind, QByteArrayView payload) {
    QByteArray out;
    out.reserve(payload.size() + static_cast<qsizetype>(kFrameHeadBytes));
    out.resize(kLengthBytes);
    qToBigEndian(static_cast<std::uint32_t>(payload.size() + 1), out.data());
    out.append(static_cast<char>(kind));
    out.append(payload);
    return out;
}

void FrameReader::feed(QByteArrayView bytes) {
    if (m_error) return;
    if (m_start > 0) {
        m_bytes.remove(0, m_start);
        m_start = 0;
    }
    m_bytes.append(bytes);
    judgeFront();
}

Result<std::optional<Frame>> FrameReader::next() {
    judgeFront();
    if (m_error) return tl::unexpected<Error>(*m_error);
    const auto held = static_cast<qsizetype>(buffered());
    if (held < kLengthBytes) return std::optional<Frame>();
    const qsizetype whole = kLengthBytes + static_cast<qsizetype>(announced());
    if (held < whole) return std::optional<Frame>();

    Frame frame;
    frame.kind = static_cast<FrameKind>(m_bytes[m_start + kLengthBytes]);
    const auto head = static_cast<qsizetype>(kFrameHeadBytes);
    frame.payload = m_bytes.mid(m_start + head, whole - head);
    m_start += whole;
    if (m_start == m_bytes.size()) {
        if (m_bytes.capacity() > kKeptBytes) {
            m_bytes = QByteArray();
        } else {
            m_bytes.resize(0);
        }
        m_start = 0;
    }
    return std::optional<Frame>(std::move(frame));
}

std::uint32_t FrameReader::announced() const {
    return qFromBigEndian<std::uint32_t>(m_bytes.constData() + m_start);
}

// The head is judged as soon as it is here, so that a lie about the length costs its sender the connection
// and us nothing.
void FrameReader::judgeFront() {
    if (m_error || buffered() < static_cast<std::size_t>(kLengthBytes)) return;
    const std::uint32_t length = announced();
    if (length == 0) return breakOff(ErrorCode::MalformedFrame, QStringLiteral("a frame without a kind"));
    if (length > m_maxBytes) {
        return breakOff(ErrorCode::FrameTooLarge,
                        QStringLiteral("%1 of %2 bytes").arg(length).arg(m_maxBytes));
    }
    if (buffered() < kFrameHeadBytes) return;
    const auto kind = static_cast<std::uint8_t>(m_bytes[m_start + kLengthBytes]);
    if (!isKnown(kind)) breakOff(ErrorCode::MalformedFrame, QStringLiteral("frame kind %1").arg(kind));
}

void FrameReader::breakOff(ErrorCode code, const QString& detail) {
    m_error = Error{code, {}, detail};
    m_bytes = QByteArray();
    m_start = 0;
}

bool allowedFromClient(ConnectionState state, FrameKind kind) {
    switch (state) {
        case ConnectionState::New:
            return kind == FrameKind::Hello;
        case ConnectionState::Greeted:
            return kind == FrameKind::Request || kind == FrameKind::Ping;
        case ConnectionState::Active:
            break;
    }
    switch (kind) {
        case FrameKind::Request:
        case FrameKind::Command:
        case FrameKind::Subscribe:
        case FrameKind::Unsubscribe:
        case FrameKind::Ping:
        case FrameKind::Follow:
        case FrameKind::Pong:
            return true;
        default:
            return false;
    }
}

std::uint32_t maxFrameBytes(ConnectionState state) {
    switch (state) {
        case ConnectionState::New:
            return limits::kFrameNewBytes;
        case ConnectionState::Greeted:
            return limits::kFrameGreetedBytes;
        case ConnectionState::Active:
            return limits::kFrameActiveBytes;
    }
    return limits::kFrameNewBytes;
}

}  // namespace simrs
