// SPDX-License-Identifier: GPL-3.0-or-later
// The registration desk's pages: their names, icons, rights and keys.
#pragma once

#include "app/shell/page.h"

namespace simrs {

PageList registrationPages();

}  // namespace simrs
