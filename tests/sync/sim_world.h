// SPDX-License-Identifier: GPL-3.0-or-later
// One simulated hospital from one seed: a time of chaos, then everything heals, then all must be as promised.
#pragma once

#include "tests/sync/sim_checks.h"

namespace simrs::sim {

struct RunStats {
    int commands = 0;
    int refused = 0;
    int crashes = 0;
    int batches = 0;
    int cases = 0;
    QStringList violations;
};

class World {
  public:
    explicit World(std::uint64_t seed);
    RunStats run();

  private:
    void planLife(SimDevice& device);
    void planServer();
    void act(SimDevice& device);
    void trouble(SimDevice& device);
    void heal();
    void keepConnected();

    std::uint64_t m_seed;
    SeededRandom m_random;
    SimClock m_clock;
    Events m_events;
    SimServer m_server;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::map<DeviceId, Shown> m_shown;
    RunStats m_stats;
    bool m_chaos = true;
};

}  // namespace simrs::sim
