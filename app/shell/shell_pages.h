// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that belong to no feature: settings, one's password, what waits to be sent.
#pragma once

#include "app/shell/page.h"

namespace simrs {

PageList shellPages();

}  // namespace simrs
