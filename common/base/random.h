// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that draws. Ids and keys draw from the system; tests and demo data from a seed.
#pragma once

#include <cstddef>
#include <cstdint>

#include <QByteArray>

namespace simrs {

class Random {
  public:
    virtual ~Random() = default;
    virtual std::uint64_t next() = 0;
    virtual void fill(void* out, std::size_t size);
    /// Evenly from 0 to bound-1; bound must be positive.
    std::uint64_t below(std::uint64_t bound);
    /// Evenly from 0 to 1, 1 excluded.
    double unit();
    QByteArray bytes(int size);
};

/// Cryptographic; throws nothing, ends the program if the system has no randomness.
class SystemRandom final : public Random {
  public:
    std::uint64_t next() override;
    void fill(void* out, std::size_t size) override;
};

/// splitmix64: the same seed always gives the same numbers. Never for keys.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() override;

  private:
    std::uint64_t m_state;
};

}  // namespace simrs
