// SPDX-License-Identifier: GPL-3.0-or-later
// What the frames carry. Tags are append-only; unknown tags are skipped, so versions may differ.
#pragma once

#include "common/entity/codec.h"

namespace simrs {

inline constexpr qint64 kProtocolMin = 1;
inline constexpr qint64 kProtocolMax = 1;

/// The client's first frame.
struct Hello {
    qint64 protocolMin = 0;
    qint64 protocolMax = 0;
    /// Named; both sides use what both name. Nothing is optional yet, so the server does not compare them
    /// before the sync core brings the first feature that a client may lack.
    QStringList features;
    QString program;  ///< "simrs-client 0.1.0", for the log.
    DeviceId device;

    bool operator==(const Hello&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Hello> = {
    field<&Hello::protocolMin>(1, "protocol_min"),
    field<&Hello::protocolMax>(2, "protocol_max"),
    field<&Hello::features>(3, "features"),
    field<&Hello::program>(4, "program", {.max = 80}),
    field<&Hello::device>(5, "device"),
};
static_assert(wellDescribed<Hello>());

/// The server's answer to Hello.
struct Welcome {
    qint64 protocol = 0;
    QStringList features;
    QString program;
    QByteArray challenge;  ///< The device signs this at log-in.
    Instant serverTime;
    QString hospital;  ///< Shown on the log-in page.

    bool operator==(const Welcome&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Welcome> = {
    field<&Welcome::protocol>(1, "protocol"),      field<&Welcome::features>(2, "features"),
    field<&Welcome::program>(3, "program"),        field<&Welcome::challenge>(4, "challenge"),
    field<&Welcome::serverTime>(5, "server_time"), field<&Welcome::hospital>(6, "hospital"),
};
static_assert(wellDescribed<Welcome>());

/// A query or a call. `correlation` is the client's own number for it.
struct RequestMessage {
    qint64 correlation = 0;
    qint64 type = 0;
    QByteArray payload;

    bool operator==(const RequestMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<RequestMessage> = {
    field<&RequestMessage::correlation>(1, "correlation"),
    field<&RequestMessage::type>(2, "type"),
    field<&RequestMessage::payload>(3, "payload"),
};
static_assert(wellDescribed<RequestMessage>());

struct ReplyMessage {
    qint64 correlation = 0;
    qint64 error = 0;  ///< 0: payload is the reply.
    QStringList args;
    QByteArray payload;

    bool operator==(const ReplyMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ReplyMessage> = {
    field<&ReplyMessage::correlation>(1, "correlation"),
    field<&ReplyMessage::error>(2, "error"),
    field<&ReplyMessage::args>(3, "args"),
    field<&ReplyMessage::payload>(4, "payload"),
};
static_assert(wellDescribed<ReplyMessage>());

/// An intent that changes something. Its id is the idempotency key, its seq the place in the device's queue.
struct CommandMessage {
    CommandId id;
    qint64 seq = 0;
    qint64 type = 0;
    qint64 version = 1;
    Uuid actor;  ///< Who did it; may differ from who is logged in when it is sent.
    Instant at;
    bool assured = false;  ///< The person was told "saved", or given paper, before the server answered.
    qint64 baseSeq = 0;    ///< Feed position of the author's cache.
    QByteArray payload;
    CommandId after;  ///< The device's command before it; null where it does not know.

    bool operator==(const CommandMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CommandMessage> = {
    field<&CommandMessage::id>(1, "id"),           field<&CommandMessage::seq>(2, "seq"),
    field<&CommandMessage::type>(3, "type"),       field<&CommandMessage::version>(4, "version"),
    field<&CommandMessage::actor>(5, "actor"),     field<&CommandMessage::at>(6, "at"),
    field<&CommandMessage::assured>(7, "assured"), field<&CommandMessage::baseSeq>(8, "base_seq"),
    field<&CommandMessage::payload>(9, "payload"), field<&CommandMessage::after>(10, "after"),
};
static_assert(wellDescribed<CommandMessage>());

/// In the feed: a command's result, the one row that is no entity. Entity kinds start at 10.
inline constexpr std::uint32_t kResultKind = 1;

/// What became of a command: stored by the server for ever, sent again as often as it is asked for.
struct CommandResult {
    CommandId id;
    qint64 seq = 0;
    qint64 error = 0;  ///< 0: done. Otherwise it was refused and nothing happened.
    QStringList args;
    QByteArray reply;

    bool operator==(const CommandResult&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CommandResult> = {
    field<&CommandResult::id>(1, "id"),       field<&CommandResult::seq>(2, "seq"),
    field<&CommandResult::error>(3, "error"), field<&CommandResult::args>(4, "args"),
    field<&CommandResult::reply>(5, "reply"),
};
static_assert(wellDescribed<CommandResult>());

/// The server's word on a command frame: its result, or why it has none yet (`infrastructure`: try again;
/// `expectedSeq`: send from there).
struct ResultMessage {
    CommandResult result;
    qint64 infrastructure = 0;
    qint64 expectedSeq = 0;

    bool operator==(const ResultMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ResultMessage> = {
    field<&ResultMessage::result>(1, "result"),
    field<&ResultMessage::infrastructure>(2, "infrastructure"),
    field<&ResultMessage::expectedSeq>(3, "expected_seq"),
};
static_assert(wellDescribed<ResultMessage>());

/// A live query: answered like a request, and told "changed" after commits that touch it.
struct SubscribeMessage {
    qint64 subscription = 0;
    qint64 type = 0;
    QByteArray payload;

    bool operator==(const SubscribeMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<SubscribeMessage> = {
    field<&SubscribeMessage::subscription>(1, "subscription"),
    field<&SubscribeMessage::type>(2, "type"),
    field<&SubscribeMessage::payload>(3, "payload"),
};
static_assert(wellDescribed<SubscribeMessage>());

struct ChangedMessage {
    qint64 subscription = 0;
    bool operator==(const ChangedMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ChangedMessage> = {
    field<&ChangedMessage::subscription>(1, "subscription")};
static_assert(wellDescribed<ChangedMessage>());

struct PongMessage {
    Instant serverTime;
    bool operator==(const PongMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PongMessage> = {field<&PongMessage::serverTime>(1, "server_time")};
static_assert(wellDescribed<PongMessage>());

struct GoAwayMessage {
    qint64 error = 0;  ///< 0: the server is being restarted.
    QStringList args;
    qint64 reconnectMs = 0;  ///< Come back within a random part of this time.

    bool operator==(const GoAwayMessage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<GoAwayMessage> = {
    field<&GoAwayMessage::error>(1, "error"),
    field<&GoAwayMessage::args>(2, "args"),
    field<&GoAwayMessage::reconnectMs>(3, "reconnect_ms"),
};
static_assert(wellDescribed<GoAwayMessage>());

}  // namespace simrs
