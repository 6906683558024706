// SPDX-License-Identifier: GPL-3.0-or-later
// Password hashes (argon2id) and what a password must be (OWASP ASVS 5.0: 6.2.1, 6.2.4, 6.2.5, 6.2.9).
#pragma once

#include <QString>

#include "common/base/random.h"
#include "common/base/result.h"

namespace simrs {

/// argon2id, 19 MiB, 2 passes: about 20 ms on the reference machine. PHC string. Costly: never on an I/O
/// thread.
QString hashPassword(const QString& password, Random& random);
/// Takes as long for an unreadable hash as for a wrong password.
bool passwordMatches(const QString& password, const QString& hash);
/// A hash no password matches, to spend the same time on unknown users.
QString nobodysHash();
/// Length and the commonest passwords; `login` itself is refused too.
Status checkNewPassword(const QString& password, const QString& login);
/// 4 groups of 4 letters and digits that cannot be mixed up, for one-time secrets.
QString oneTimeSecret(Random& random);

}  // namespace simrs
