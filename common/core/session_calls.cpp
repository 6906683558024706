// SPDX-License-Identifier: GPL-3.0-or-later
// Ending a session, changing one's own password.
#include "common/core/session_calls.h"

#include "common/access/password.h"

namespace simrs {

Result<Done> LogOut::perform(WishTx& tx, const Caller& caller, const LogOut&) {
    tx.patch<Session>(caller.session, [&](Session& session) { session.endedAt = caller.now; });
    return Done();
}

Result<Done> ChangePassword::perform(WishTx& tx, const Caller& caller, const ChangePassword& request) {
    const auto user = tx.get<User>(caller.user);
    if (!user || !user->active) return fail(ErrorCode::UserDisabled);
    if (!passwordMatches(request.current, user->passwordHash)) return fail(ErrorCode::LoginRefused);
    if (request.current == request.wanted) return fail(ErrorCode::PasswordTooCommon);
    SIMRS_TRY(checkNewPassword(request.wanted, user->login));
    const QString hash = hashPassword(request.wanted, *caller.random);
    tx.patch<User>(caller.user, [&](User& row) {
        row.passwordHash = hash;
        row.mustChangePassword = false;
    });
    return Done();
}

}  // namespace simrs
