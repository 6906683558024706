// SPDX-License-Identifier: GPL-3.0-or-later
// The registration desk's part of the tour and of the shots.
#pragma once

#include "app/shell/script.h"

namespace simrs {

FeatureScript registrationScript();

}  // namespace simrs
