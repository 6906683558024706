// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's time, and the clocks of its computers, which may be wrong by years. Nothing in a run reads
// another clock.
#pragma once

#include "common/base/clock.h"

namespace simrs::sim {

class SimClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return kBegin + m_ms; }
    std::int64_t monotonicMs() const override { return m_ms; }
    void set(std::int64_t ms) { m_ms = ms; }

    static constexpr std::int64_t kBegin = 1'795'000'000'000;  // A morning in November 2026.

  private:
    std::int64_t m_ms = 0;
};

/// The clock on one desk. How long something takes it tells right, what time it is perhaps not.
class DeskClock final : public Clock {
  public:
    explicit DeskClock(const SimClock& time) : m_time(time) {}
    std::int64_t nowMs() const override { return m_time.nowMs() + m_offMs; }
    std::int64_t monotonicMs() const override { return m_time.monotonicMs(); }
    void setOff(std::int64_t ms) { m_offMs = ms; }

  private:
    const SimClock& m_time;
    std::int64_t m_offMs = 0;
};

}  // namespace simrs::sim
