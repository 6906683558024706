// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that reads the time. Everything else gets a Clock, so that tests can stand still.
#pragma once

#include <QDate>
#include <QString>
#include <compare>
#include <cstdint>

namespace simrs {

/// A moment: UTC milliseconds since 1970. Zero means "not known".
struct Instant {
    constexpr Instant() = default;
    explicit constexpr Instant(std::int64_t utcMs) : ms(utcMs) {}
    bool isNull() const { return ms == 0; }
    auto operator<=>(const Instant&) const = default;

    std::int64_t ms = 0;
};

class Clock {
  public:
    virtual ~Clock() = default;
    /// UTC milliseconds since 1970, as the computer believes.
    virtual std::int64_t nowMs() const = 0;
    /// Milliseconds that only go forward, from an unnamed start.
    virtual std::int64_t monotonicMs() const = 0;
    Instant now() const { return Instant(nowMs()); }
};

class SystemClock final : public Clock {
  public:
    std::int64_t nowMs() const override;
    std::int64_t monotonicMs() const override;
};

/// The day at `instant` in the hospital's zone ("Asia/Jakarta"); an unknown zone counts as UTC+7.
QDate dayIn(const QString& zone, Instant instant);
/// Minutes since midnight at `instant` in the hospital's zone.
int minuteOfDayIn(const QString& zone, Instant instant);
/// The moment of `minute` (since midnight) on `day` in the hospital's zone.
Instant instantIn(const QString& zone, QDate day, int minute);

}  // namespace simrs
