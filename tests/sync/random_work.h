// SPDX-License-Identifier: GPL-3.0-or-later
// Anybody does anything to anything he sees, at any time.
#pragma once

#include "tests/sync/workload.h"

namespace simrs::sim {

class RandomWork final : public Workload {
  public:
    bool act(SimDevice& device) override;
};

}  // namespace simrs::sim
