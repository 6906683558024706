// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic day as it goes: people queue at a desk, each is served from beginning to end, corrections and
// changes of mind come later, and there is a rush after the doors open.
#pragma once

#include <deque>

#include "tests/sync/workload.h"

namespace simrs::sim {

class ClinicDay final : public Workload {
  public:
    bool act(SimDevice& device) override;

  private:
    /// One person before the desk, and how far his business has come.
    struct Guest {
        enum class Step { Arrives, WantsVisit, Served };
        Step step = Step::Arrives;
        PatientId patient;
        VisitId visit;
        TicketId ticket;
    };
    struct Counter {
        std::deque<Guest> served;
        Guest before;
        int patience = 0;
    };
    bool welcome(SimDevice& device, Counter& counter);
    bool send(SimDevice& device, Counter& counter);
    static void examine(SimDevice& device, const Guest& guest);
    void handOut(SimDevice& device, const Guest& guest);
    bool comeBack(SimDevice& device, Counter& counter);

    std::map<const SimDevice*, Counter> m_counters;
};

}  // namespace simrs::sim
