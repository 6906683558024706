// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's time. Nothing in a run reads another clock.
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

}  // namespace simrs::sim
