// SPDX-License-Identifier: GPL-3.0-or-later
// The whole hospital: every entity and every request of every room, for the programs and for tests of all of
// them.
#pragma once

#include "common/core/request_table.h"
#include "common/store/schema.h"

namespace simrs {

/// All tables; parents before children.
const EntityList& hospitalEntities();
/// All requests that a logged-in session may send.
const RequestTable& hospitalRequests();

}  // namespace simrs
