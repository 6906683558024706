// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the accounts: what the command line and the first start do to users and their roles. Hashing a
// password is costly, so it is done before the transaction; these functions take the hash.
#pragma once

#include "common/access/user.h"
#include "common/store/tx.h"

namespace simrs {

struct NewAccount {
    QString login;  ///< As checkLogin() wants it.
    QString name;
    QList<Role> roles;
    QString passwordHash;
    bool mustChangePassword = true;
};

struct Account {
    User user;
    QList<Role> roles;
};

/// 2 to 40 characters: small letters, digits, dot, dash and underscore; a letter first. Errors:
/// FieldRequired, FieldTooLong, FieldInvalid (args: "login").
Status checkLogin(const QString& login);

/// One account a transaction. Errors: those of checkLogin, FieldRequired and FieldTooLong ("name"),
/// UserExists.
Result<UserId> addAccount(WishTx& tx, const NewAccount& account);
/// Roles already held stay as they are. Error: UserUnknown.
Status grantRoles(WishTx& tx, const QString& login, const QList<Role>& roles);
/// Roles not held are no error. Error: UserUnknown.
Status revokeRoles(WishTx& tx, const QString& login, const QList<Role>& roles);
/// Sets another password and ends the user's sessions. Error: UserUnknown.
Status resetPassword(WishTx& tx, const QString& login, const QString& passwordHash, bool mustChange);
/// A disabled account keeps its rows and loses its sessions. Error: UserUnknown.
Status setAccountActive(WishTx& tx, const QString& login, bool active);

/// The roles a user has now.
QList<Role> rolesHeld(Reader& reader, const UserId& user);
/// All accounts by login; nothing where they are not held.
QList<Account> listAccounts(Reader& reader);

}  // namespace simrs
