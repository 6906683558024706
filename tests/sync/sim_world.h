// SPDX-License-Identifier: GPL-3.0-or-later
// One simulated hospital from one seed: a time of chaos, then everything heals, then all must be as promised.
#pragma once

#include "tests/sync/sim_checks.h"
#include "tests/sync/sim_witness.h"
#include "tests/sync/workload.h"

namespace simrs::sim {

struct RunStats {
    int commands = 0;
    int refused = 0;
    int crashes = 0;
    int restores = 0;
    int looks = 0;
    QStringList violations;
};

class World {
  public:
    World(std::uint64_t seed, FilePool& pool);
    RunStats run();

  private:
    void addDevice();
    void begin(SimDevice& device);
    void planLife(SimDevice& device);
    void planServer();
    void planRelay();
    void trouble(SimDevice& device);
    void troubleWire(SimDevice& device);
    void cloneOne();
    void changeKeys(SimDevice& device);
    void serverTrouble();
    void heal();
    void keepConnected();
    void judge();

    FilePool& m_pool;
    SeededRandom m_random;
    SimClock m_clock;
    Events m_events;
    SimServer m_server;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::unique_ptr<Workload> m_work;
    Witness m_witness;
    RunStats m_stats;
    bool m_chaos = true;
    bool m_copies = false;            // The server is copied now and then, and may have to be restored.
    SimDevice* m_original = nullptr;  // Of the last device, where that is a clone.
    qsizetype m_common = 0;
};

}  // namespace simrs::sim
