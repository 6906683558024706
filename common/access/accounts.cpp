// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts over the store.
#include "common/access/accounts.h"

#include <algorithm>

#include "common/base/text.h"

namespace simrs {
namespace {

constexpr qsizetype kLoginMin = 2;
constexpr qsizetype kLoginMax = 40;
constexpr qsizetype kNameMax = 120;
constexpr int kMostAccounts = 10'000;
constexpr int kMostSessions = 10'000;

Result<User> userOf(WishTx& tx, const QString& login) {
    const auto found = tx.list(Where<User>().eq<&User::login>(login.toLower()).limit(1));
    if (!found || found->isEmpty()) return fail(ErrorCode::UserUnknown, {login});
    return found->first();
}

QList<UserRole> roleRows(Reader& reader, const UserId& user) {
    return reader.list(Where<UserRole>().eq<&UserRole::userId>(user)).value_or(QList<UserRole>());
}

void endSessions(WishTx& tx, const UserId& user) {
    const auto sessions = tx.list(
        Where<Session>().eq<&Session::userId>(user).eq<&Session::endedAt>(Instant()).limit(kMostSessions));
    for (const Session& session : sessions.value_or(QList<Session>()))
        tx.patch<Session>(session.id, [&](Session& row) { row.endedAt = tx.context().at; });
}

void giveRole(WishTx& tx, const UserId& user, Role role) {
    UserRole row;
    row.id = tx.newId<UserRole>(static_cast<std::uint32_t>(role));
    row.userId = user;
    row.role = role;
    tx.insert(row);
}

}  // namespace

Status checkLogin(const QString& login) {
    const QString field = QStringLiteral("login");
    if (login.isEmpty()) return fail(ErrorCode::FieldRequired, {field});
    if (login.size() > kLoginMax) return fail(ErrorCode::FieldTooLong, {field, QString::number(kLoginMax)});
    const auto letter = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    const auto allowed = [&](QChar c) {
        return letter(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') ||
               c == QLatin1Char('-') || c == QLatin1Char('_');
    };
    if (login.size() < kLoginMin || !letter(login.front()) ||
        !std::all_of(login.begin(), login.end(), allowed))
        return fail(ErrorCode::FieldInvalid, {field});
    return {};
}

Result<UserId> addAccount(WishTx& tx, const NewAccount& account) {
    SIMRS_TRY(checkLogin(account.login));
    const QString name = cleanLine(account.name);
    if (name.isEmpty()) return fail(ErrorCode::FieldRequired, {QStringLiteral("name")});
    if (name.size() > kNameMax)
        return fail(ErrorCode::FieldTooLong, {QStringLiteral("name"), QString::number(kNameMax)});
    if (userOf(tx, account.login)) return fail(ErrorCode::UserExists, {account.login});
    User user;
    user.id = tx.newId<User>();
    user.login = account.login;
    user.name = name;
    user.passwordHash = account.passwordHash;
    user.mustChangePassword = account.mustChangePassword;
    tx.insert(user);
    for (const Role role : kRoles) {
        if (account.roles.contains(role)) giveRole(tx, user.id, role);
    }
    return user.id;
}

Status grantRoles(WishTx& tx, const QString& login, const QList<Role>& roles) {
    SIMRS_ASSIGN(const User user, userOf(tx, login));
    QList<Role> missing;
    for (const Role role : kRoles) {
        if (roles.contains(role)) missing.append(role);
    }
    for (const UserRole& held : roleRows(tx, user.id)) {
        if (missing.removeAll(held.role) > 0 && held.revoked)
            tx.patch<UserRole>(held.id, [](UserRole& row) { row.revoked = false; });
    }
    for (const Role role : missing) giveRole(tx, user.id, role);
    return {};
}

Status revokeRoles(WishTx& tx, const QString& login, const QList<Role>& roles) {
    SIMRS_ASSIGN(const User user, userOf(tx, login));
    for (const UserRole& held : roleRows(tx, user.id)) {
        if (roles.contains(held.role) && !held.revoked)
            tx.patch<UserRole>(held.id, [](UserRole& row) { row.revoked = true; });
    }
    return {};
}

Status resetPassword(WishTx& tx, const QString& login, const QString& passwordHash, bool mustChange) {
    SIMRS_ASSIGN(const User user, userOf(tx, login));
    tx.patch<User>(user.id, [&](User& row) {
        row.passwordHash = passwordHash;
        row.mustChangePassword = mustChange;
    });
    endSessions(tx, user.id);
    return {};
}

Status setAccountActive(WishTx& tx, const QString& login, bool active) {
    SIMRS_ASSIGN(const User user, userOf(tx, login));
    if (user.active == active) return {};
    tx.patch<User>(user.id, [&](User& row) { row.active = active; });
    if (!active) endSessions(tx, user.id);
    return {};
}

QList<Role> rolesHeld(Reader& reader, const UserId& user) {
    QList<Role> roles;
    for (const UserRole& row : roleRows(reader, user)) {
        if (!row.revoked) roles.append(row.role);
    }
    std::sort(roles.begin(), roles.end());
    return roles;
}

QList<Account> listAccounts(Reader& reader) {
    QList<Account> accounts;
    const auto users = reader.list(Where<User>().orderBy<&User::login>().limit(kMostAccounts));
    for (const User& user : users.value_or(QList<User>()))
        accounts.append({user, rolesHeld(reader, user.id)});
    return accounts;
}

}  // namespace simrs
