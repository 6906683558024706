// SPDX-License-Identifier: GPL-3.0-or-later
// What is to happen, in the order of time; at one time in the order it was planned.
#pragma once

#include <functional>
#include <map>

#include "tests/sync/sim_clock.h"

namespace simrs::sim {

class Events {
  public:
    explicit Events(SimClock& clock) : m_clock(clock) {}

    void at(std::int64_t ms, std::function<void()> work) { m_planned.emplace(ms, std::move(work)); }
    void in(std::int64_t ms, std::function<void()> work) { at(m_clock.monotonicMs() + ms, std::move(work)); }

    /// The next event, unless it is later than `untilMs`. False when nothing was left to do.
    bool runNext(std::int64_t untilMs) {
        if (m_planned.empty() || m_planned.begin()->first > untilMs) return false;
        auto next = m_planned.extract(m_planned.begin());
        m_clock.set(std::max(m_clock.monotonicMs(), next.key()));
        next.mapped()();
        return true;
    }

  private:
    SimClock& m_clock;
    std::multimap<std::int64_t, std::function<void()>> m_planned;
};

}  // namespace simrs::sim
