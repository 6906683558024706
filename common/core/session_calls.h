// SPDX-License-Identifier: GPL-3.0-or-later
// Calls about the session itself. Log-in is no row of the request list: it comes before there is a caller.
#pragma once

#include "common/core/note_reads.h"
#include "common/core/number_block.h"
#include "common/core/request_table.h"
#include "common/core/ticket_range.h"

namespace simrs {

/// The greeted connection's only requests; the server answers them before there is a session.
inline constexpr qint64 kLogInType = 100;
inline constexpr qint64 kResumeType = 101;
inline constexpr qint64 kHandInType = 104;

struct LogIn {
    QString login;
    QString password;
    QByteArray devicePublicKey;
    QByteArray signature;  ///< Of the server's challenge, by the device's key.
    QString deviceName;
    bool operator==(const LogIn&) const = default;
};
template <>
inline constexpr std::array fieldsOf<LogIn> = {
    field<&LogIn::login>(1, "login", {.max = 40}),
    field<&LogIn::password>(2, "password", {.max = limits::kPasswordMax}),
    field<&LogIn::devicePublicKey>(3, "device_public_key"),
    field<&LogIn::signature>(4, "signature"),
    field<&LogIn::deviceName>(5, "device_name", {.max = 80}),
};
static_assert(wellDescribed<LogIn>());

/// Goes on with a session after the connection was lost.
struct Resume {
    QByteArray token;
    QByteArray signature;
    bool operator==(const Resume&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Resume> = {
    field<&Resume::token>(1, "token"),
    field<&Resume::signature>(2, "signature"),
};
static_assert(wellDescribed<Resume>());

/// The answer to both.
struct SessionGrant {
    SessionId session;
    QByteArray token;  ///< 32 random bytes; empty after Resume.
    UserId user;
    QString userName;
    QString login;
    QList<Role> roles;
    qint64 permissions = 0;  ///< PermissionSet bits.
    bool mustChangePassword = false;
    qint64 lastSeq = 0;  ///< The device's last command that has a result.
    QString zone;
    Instant serverTime;
    Uuid feedEpoch;  ///< Another than the device's cache stands in: the server counts anew, after a restore.
    qint64 feedSeq = 0;  ///< Where the feed stands: what is held here is current from there on.
    bool operator==(const SessionGrant&) const = default;
};
template <>
inline constexpr std::array fieldsOf<SessionGrant> = {
    field<&SessionGrant::session>(1, "session"),
    field<&SessionGrant::token>(2, "token"),
    field<&SessionGrant::user>(3, "user"),
    field<&SessionGrant::userName>(4, "user_name"),
    field<&SessionGrant::login>(5, "login"),
    field<&SessionGrant::roles>(6, "roles"),
    field<&SessionGrant::permissions>(7, "permissions"),
    field<&SessionGrant::mustChangePassword>(8, "must_change_password"),
    field<&SessionGrant::lastSeq>(9, "last_seq"),
    field<&SessionGrant::zone>(10, "zone"),
    field<&SessionGrant::serverTime>(11, "server_time"),
    field<&SessionGrant::feedEpoch>(12, "feed_epoch"),
    field<&SessionGrant::feedSeq>(13, "feed_seq"),
};
static_assert(wellDescribed<SessionGrant>());

/// The device itself, with nobody logged in: from here on it sends what its outbox holds, and asks nothing.
/// Open to a frozen device too.
struct HandIn {
    QByteArray signature;  ///< Of the server's challenge, by the device's key.
    bool operator==(const HandIn&) const = default;
};
template <>
inline constexpr std::array fieldsOf<HandIn> = {field<&HandIn::signature>(1, "signature")};
static_assert(wellDescribed<HandIn>());

struct HandInGrant {
    DeviceState state = DeviceState::Active;  ///< Wiped: the cache is to be erased, the outbox never.
    qint64 lastSeq = 0;                       ///< The device's last command that has a result.
    QString zone;
    Instant serverTime;
    Uuid feedEpoch;  ///< As in a session's grant.
    bool operator==(const HandInGrant&) const = default;
};
template <>
inline constexpr std::array fieldsOf<HandInGrant> = {
    field<&HandInGrant::state>(1, "state"),
    field<&HandInGrant::lastSeq>(2, "last_seq"),
    field<&HandInGrant::zone>(3, "zone"),
    field<&HandInGrant::serverTime>(4, "server_time"),
    field<&HandInGrant::feedEpoch>(5, "feed_epoch"),
};
static_assert(wellDescribed<HandInGrant>());

/// Ends the caller's session.
struct LogOut {
    qint64 ignored = 0;
    bool operator==(const LogOut&) const = default;
    static constexpr RequestInfo info{102, "log_out", Permission::OwnAccount, RequestKind::Call};
    using Reply = Done;
    static Result<Done> perform(WishTx& tx, const Caller& caller, const LogOut& request);
};
template <>
inline constexpr std::array fieldsOf<LogOut> = {field<&LogOut::ignored>(1, "ignored")};
static_assert(wellDescribed<LogOut>());

/// Hashing costs 20 ms and 19 MiB: the server runs this call on its password threads.
struct ChangePassword {
    QString current;
    QString wanted;
    bool operator==(const ChangePassword&) const = default;
    static constexpr RequestInfo info{103, "change_password", Permission::OwnAccount, RequestKind::Call};
    using Reply = Done;
    static Result<Done> perform(WishTx& tx, const Caller& caller, const ChangePassword& request);
};
template <>
inline constexpr std::array fieldsOf<ChangePassword> = {
    field<&ChangePassword::current>(1, "current"),
    field<&ChangePassword::wanted>(2, "wanted"),
};
static_assert(wellDescribed<ChangePassword>());

using SessionCalls = RequestList<LogOut, ChangePassword, TakeNumbers, TakeTicketRange, NoteReads>;

}  // namespace simrs
