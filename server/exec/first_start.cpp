// SPDX-License-Identifier: GPL-3.0-or-later
// The first administrator. There is no default account and no default password.
#include "server/exec/first_start.h"

#include "common/access/password.h"
#include "common/access/user.h"

namespace simrs {

Result<QString> makeFirstAdministrator(Store& store, const Clock& clock, Random& random) {
    bool hasUsers = false;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto users = reader.list(Where<User>().limit(1));
        hasUsers = users && !users->isEmpty();
        return {};
    }));
    if (hasUsers) return QString();
    const QString secret = oneTimeSecret(random);
    WriteContext context;
    context.writeId = Uuid::make(clock, random);
    context.request = QStringLiteral("first_start");
    context.at = clock.now();
    context.isCommand = false;
    const auto written = store.write(context, [&](WishTx& tx) -> Status {
        User user;
        user.id = tx.newId<User>();
        user.login = QStringLiteral("admin");
        user.name = QStringLiteral("Administrator");
        user.passwordHash = hashPassword(secret, random);
        user.mustChangePassword = true;
        tx.insert(user);
        UserRole role;
        role.id = tx.newId<UserRole>();
        role.userId = user.id;
        role.role = Role::Administrator;
        tx.insert(role);
        return {};
    });
    if (!written) return tl::unexpected<Error>(written.error());
    return secret;
}

}  // namespace simrs
