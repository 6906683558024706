// SPDX-License-Identifier: GPL-3.0-or-later
// Clerks at their desks: each a thread with a TLS connection of its own, registering visits one after the
// other.
#pragma once

#include <memory>
#include <vector>

#include "common/base/random.h"
#include "tests/bench/server_process.h"
#include "tests/server/desk_client.h"

namespace simrs::bench {

class VisitLoad {
  public:
    /// Connects and logs in all of them.
    VisitLoad(const ServerProcess& server, int clients, qint64 patients);
    /// All register for so long, each at any clinic; acknowledged visits per second.
    double run(double seconds);

    qint64 registered() const { return m_registered; }
    /// A patient drawn twice for one clinic on this day; not counted as visits.
    qint64 alreadyRegistered() const { return m_repeated; }
    /// Milliseconds from command to result, of the last run.
    const std::vector<double>& latencies() const { return m_latencies; }

  private:
    struct Desk {
        std::unique_ptr<test::DeskClient> client;
        SeededRandom random;
        std::vector<double> latencies;
        qint64 repeated = 0;
    };
    static void work(Desk& desk, qint64 patients, double seconds);

    std::vector<Desk> m_desks;
    qint64 m_patients;
    qint64 m_registered = 0;
    qint64 m_repeated = 0;
    std::vector<double> m_latencies;
};

/// A connected, logged-in clerk that holds the masters, or somebody of another role.
std::unique_ptr<test::DeskClient> makeClerk(const ServerProcess& server, Role role = Role::RegistrationClerk);

}  // namespace simrs::bench
