// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that people drew at the dispenser before they were registered, and those who still wait.
#pragma once

#include <vector>

#include "server/demo/demo_visits.h"

namespace simrs {

/// Adds the tickets of a day's visits, which stand in the order of their registration, and sets the counters
/// that make the dispenser and the counters go on from there. Emergencies draw none.
void addCounterTickets(const std::vector<DemoVisit>& visits, const DemoMasters& masters, Instant now,
                       Random& random, BulkLoader& loader);

}  // namespace simrs
