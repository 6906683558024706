// SPDX-License-Identifier: GPL-3.0-or-later
// A demo hospital in memory (or elsewhere), and its rows to look at.
#pragma once

#include "common/base/random.h"
#include "common/registration/visit.h"
#include "common/store/store.h"
#include "server/demo/demo_hospital.h"

namespace simrs::test {

struct DemoRows {
    QList<Patient> patients;
    QList<Visit> visits;
    QList<Ticket> tickets;
    bool operator==(const DemoRows&) const = default;
};

/// Enough for a look at one day.
inline constexpr qint64 kFewPatients = 500;
inline constexpr qint64 kSomePatients = 1500;

/// A moment in the demo hospital's zone.
Instant demoTime(int year, int month, int day, int hour, int minute = 0);
DatabaseConfig inMemory();

class DemoRig {
  public:
    /// Ends the test where it cannot be built.
    DemoRig(Instant now, qint64 patients, std::uint64_t seed = 7, bool visits = true,
            const DatabaseConfig& config = inMemory());

    DemoRows rows();
    void write(const std::function<void(WishTx&)>& work);

    const DemoReport& report() const { return m_report; }
    Store& store() { return m_store; }

  private:
    SystemClock m_clock;
    SystemRandom m_random;
    Store m_store;
    DemoReport m_report;
};

}  // namespace simrs::test
