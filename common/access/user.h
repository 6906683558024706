// SPDX-License-Identifier: GPL-3.0-or-later
// Users, their roles, sessions and devices.
#pragma once

#include "common/access/permission.h"
#include "common/entity/codec.h"
#include "common/entity/entity_info.h"

namespace simrs {

using UserId = TypedId<struct UserTag>;
using UserRoleId = TypedId<struct UserRoleTag>;
using SessionId = TypedId<struct SessionTag>;

struct User {
    UserId id;
    QString login;
    QString name;
    QString passwordHash;  ///< argon2id, PHC string.
    bool mustChangePassword = false;
    bool active = true;

    bool operator==(const User&) const = default;
};
template <>
inline constexpr std::array fieldsOf<User> = {
    field<&User::id>(1, "id"),
    field<&User::login>(2, "login", {.max = 40, .required = true}),
    field<&User::name>(3, "name", {.max = 120, .required = true}),
    field<&User::passwordHash>(4, "password_hash", {.max = 200, .secret = true}),
    field<&User::mustChangePassword>(5, "must_change_password"),
    field<&User::active>(6, "active"),
};
static_assert(wellDescribed<User>());
template <>
inline constexpr EntityInfo entityInfo<User>{.kind = 10,
                                             .table = "app_user",
                                             .conflict = ConflictClass::ServerOnly,
                                             .unique = {"login"},
                                             .audited = true};

struct UserRole {
    UserRoleId id;
    UserId userId;
    Role role = Role::RegistrationClerk;
    bool revoked = false;  ///< Rows are never deleted; read them by rolesHeld() of accounts.h.

    bool operator==(const UserRole&) const = default;
};
template <>
inline constexpr std::array fieldsOf<UserRole> = {
    field<&UserRole::id>(1, "id"),
    field<&UserRole::userId>(2, "user_id"),
    field<&UserRole::role>(3, "role"),
    field<&UserRole::revoked>(4, "revoked"),
};
static_assert(wellDescribed<UserRole>());
template <>
inline constexpr EntityInfo entityInfo<UserRole>{.kind = 11,
                                                 .table = "user_role",
                                                 .conflict = ConflictClass::ServerOnly,
                                                 .unique = {"user_id, role"},
                                                 .foreign = {{{"user_id", "app_user"}}},
                                                 .audited = true};

/// A person logged in on a device. The token itself is known to the client only.
struct Session {
    SessionId id;
    UserId userId;
    DeviceId deviceId;
    QByteArray tokenHash;  ///< SHA-256 of the token.
    Instant startedAt;
    Instant expiresAt;
    Instant endedAt;  ///< Null while it runs.

    bool operator==(const Session&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Session> = {
    field<&Session::id>(1, "id"),
    field<&Session::userId>(2, "user_id"),
    field<&Session::deviceId>(3, "device_id"),
    field<&Session::tokenHash>(4, "token_hash", {.secret = true}),
    field<&Session::startedAt>(5, "started_at"),
    field<&Session::expiresAt>(6, "expires_at"),
    field<&Session::endedAt>(7, "ended_at"),
};
static_assert(wellDescribed<Session>());
template <>
inline constexpr EntityInfo entityInfo<Session>{
    .kind = 12,
    .table = "session",
    .conflict = ConflictClass::ServerOnly,
    .unique = {"token_hash"},
    .index = {"user_id, device_id"},
    .foreign = {{{"user_id", "app_user"}, {"device_id", "device"}}},
    .audited = true};

/// What a device may do. Frozen: it hands in what its outbox holds and nothing else. Wiped: frozen, and told
/// to erase its cache; never its outbox.
enum class DeviceState { Active, Frozen, Wiped };
constexpr int enumCount(DeviceState) { return 3; }

/// A computer: a random id and a P-256 key, registered at a person's first log-in on it.
struct Device {
    DeviceId id;
    QByteArray publicKey;  ///< SubjectPublicKeyInfo, DER.
    QString name;
    Instant registeredAt;
    UserId registeredBy;
    qint64 lastSeq = 0;  ///< Number of its last command that has a result.
    DeviceState state = DeviceState::Active;

    bool operator==(const Device&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Device> = {
    field<&Device::id>(1, "id"),
    field<&Device::publicKey>(2, "public_key"),
    field<&Device::name>(3, "name", {.max = 80}),
    field<&Device::registeredAt>(4, "registered_at"),
    field<&Device::registeredBy>(5, "registered_by"),
    field<&Device::lastSeq>(6, "last_seq"),
    field<&Device::state>(8, "state"),
};
static_assert(wellDescribed<Device>());
template <>
inline constexpr EntityInfo entityInfo<Device>{
    .kind = 13, .table = "device", .conflict = ConflictClass::ServerOnly, .audited = true};

}  // namespace simrs
