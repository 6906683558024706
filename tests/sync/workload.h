// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at the devices of a simulated hospital.
#pragma once

#include "tests/sync/sim_device.h"

namespace simrs::sim {

class Workload {
  public:
    virtual ~Workload() = default;
    /// The next thing that the person at this device does; true where it was saved.
    virtual bool act(SimDevice& device) = 0;
};

}  // namespace simrs::sim
