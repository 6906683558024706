// SPDX-License-Identifier: GPL-3.0-or-later
// What commands and roles are called on the screen.
#pragma once

#include <QString>

#include "common/access/permission.h"

namespace simrs {

/// "register_visit" → "Register a visit"; a name that is not listed reads as it is, with spaces.
QString requestWord(const QString& request);
QString roleWord(Role role);

}  // namespace simrs
