// SPDX-License-Identifier: GPL-3.0-or-later
// What a database without users needs before anybody can work: its administrator, with a one-time secret.
#pragma once

#include "common/store/store.h"

namespace simrs {

/// The secret of the administrator just made, or empty when the database already has a user.
Result<QString> makeFirstAdministrator(Store& store, const Clock& clock, Random& random);

}  // namespace simrs
