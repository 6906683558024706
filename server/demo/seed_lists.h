// SPDX-License-Identifier: GPL-3.0-or-later
// The longer lists among the master files: wards, beds, staff, facilities, holidays, services of the counter.
#pragma once

#include "server/demo/seed_files.h"

namespace simrs {

/// Reads those that `files` names into `out`.
void readLists(const MasterFiles& files, SeedMasters& out, QList<SeedProblem>& problems);

}  // namespace simrs
