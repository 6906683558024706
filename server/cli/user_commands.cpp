// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping accounts from the command line. Passwords never stand in an argument: other users of the computer
// see those.
#include "common/access/accounts.h"
#include "common/access/password.h"
#include "server/cli/opened_store.h"

namespace simrs {
namespace {

/// A password and whether it is only good for one log-in.
struct Password {
    QString text;
    bool oneTime = false;
};

Outcome<QList<Role>> rolesOf(const QStringList& names) {
    QList<Role> roles;
    for (const QString& name : names) {
        const auto role = roleFromName(name.trimmed());
        if (!role) return leave(ExitCode::Usage, QStringLiteral("unknown role \"%1\"").arg(name));
        roles.append(*role);
    }
    return roles;
}

Outcome<Password> choosePassword(const CliCall& call, const QString& login) {
    const bool fromFile = call.line.has("password-file");
    if (fromFile && call.line.has("ask-password"))
        return leave(ExitCode::Usage, QStringLiteral("either --password-file or --ask-password"));
    if (!fromFile && !call.line.has("ask-password"))
        return Password{oneTimeSecret(call.services.random), true};
    const Terminal& terminal = call.services.terminal;
    const Outcome<QString> given =
        fromFile ? terminal.firstLine(call.line.value("password-file")) : terminal.askPassword(login);
    if (!given) return tl::unexpected(given.error());
    if (const Status good = checkNewPassword(*given, login); !good) return leave(good.error());
    return Password{*given, false};
}

Outcome<void> change(const CliCall& call, const char* request, StoreUse use,
                     const std::function<Status(WishTx&)>& work) {
    const auto opened = openStore(call, use);
    if (!opened) return tl::unexpected(opened.error());
    const auto written = (*opened)->store.write(writeContext(call, QString::fromLatin1(request)), work);
    if (!written) return leave(written.error());
    return {};
}

void sayPassword(const CliCall& call, const QString& login, const QString& what, const Password& password) {
    call.services.terminal.say(what.arg(login));
    if (!password.oneTime) return;
    call.services.terminal.say(
        QStringLiteral("one-time secret: %1\n(shown only now; it must be changed at the next log-in)")
            .arg(password.text));
}

Outcome<void> setActive(const CliCall& call, bool active) {
    const QString login = call.line.arguments.first();
    auto done = change(call, active ? "user_enable" : "user_disable", StoreUse::Existing,
                       [&](WishTx& tx) { return setAccountActive(tx, login, active); });
    if (done)
        call.services.terminal.say(
            (active ? QStringLiteral("account %1 enabled") : QStringLiteral("account %1 disabled"))
                .arg(login));
    return done;
}

Outcome<void> changeRoles(const CliCall& call, const char* request,
                          Status (*how)(WishTx&, const QString&, const QList<Role>&)) {
    const QString login = call.line.arguments.first();
    const Outcome<QList<Role>> roles = rolesOf(call.line.arguments.mid(1));
    if (!roles) return tl::unexpected(roles.error());
    auto done = change(call, request, StoreUse::Existing, [&](WishTx& tx) { return how(tx, login, *roles); });
    if (done) call.services.terminal.say(QStringLiteral("roles of %1 changed").arg(login));
    return done;
}

}  // namespace

Outcome<void> addUser(const CliCall& call) {
    NewAccount account;
    account.login = call.line.arguments.first();
    account.name = call.line.has("name") ? call.line.value("name") : account.login;
    if (const Status good = checkLogin(account.login); !good) return leave(good.error());
    const Outcome<QList<Role>> roles =
        rolesOf(call.line.value("role").split(QLatin1Char(','), Qt::SkipEmptyParts));
    if (!roles) return tl::unexpected(roles.error());
    account.roles = *roles;
    const Outcome<Password> password = choosePassword(call, account.login);
    if (!password) return tl::unexpected(password.error());
    account.passwordHash = hashPassword(password->text, call.services.random);
    account.mustChangePassword = password->oneTime;
    auto done = change(call, "user_add", StoreUse::MayCreate, [&](WishTx& tx) -> Status {
        const Result<UserId> added = addAccount(tx, account);
        return added ? Status() : tl::unexpected<Error>(added.error());
    });
    if (!done) return done;
    sayPassword(call, account.login, QStringLiteral("account %1 made"), *password);
    if (account.roles.isEmpty())
        call.services.terminal.say(
            QStringLiteral("it has no role yet: simrs-server user grant %1 ROLE").arg(account.login));
    return {};
}

Outcome<void> resetUserPassword(const CliCall& call) {
    const QString login = call.line.arguments.first();
    const Outcome<Password> password = choosePassword(call, login);
    if (!password) return tl::unexpected(password.error());
    const QString hash = hashPassword(password->text, call.services.random);
    auto done = change(call, "user_reset_password", StoreUse::Existing,
                       [&](WishTx& tx) { return resetPassword(tx, login, hash, password->oneTime); });
    if (done) sayPassword(call, login, QStringLiteral("password of %1 reset, all sessions ended"), *password);
    return done;
}

Outcome<void> disableUser(const CliCall& call) { return setActive(call, false); }
Outcome<void> enableUser(const CliCall& call) { return setActive(call, true); }
Outcome<void> grantUserRoles(const CliCall& call) { return changeRoles(call, "user_grant", grantRoles); }
Outcome<void> revokeUserRoles(const CliCall& call) { return changeRoles(call, "user_revoke", revokeRoles); }

Outcome<void> listUsers(const CliCall& call) {
    const auto opened = openStore(call, StoreUse::Existing);
    if (!opened) return tl::unexpected(opened.error());
    const Status read = (*opened)->store.read([&](Reader& reader) -> Status {
        for (const Account& account : listAccounts(reader)) {
            QStringList roles;
            for (const Role role : account.roles) roles.append(roleName(role));
            call.services.terminal.say(
                QStringList{account.user.login, account.user.name,
                            account.user.active ? QStringLiteral("active") : QStringLiteral("disabled"),
                            roles.join(QLatin1Char(','))}
                    .join(QLatin1Char('\t')));
        }
        return {};
    });
    return read ? Outcome<void>() : leave(read.error());
}

}  // namespace simrs
