// SPDX-License-Identifier: GPL-3.0-or-later
// The system's clocks and the hospital's zone.
#include "common/base/clock.h"

#include <QDateTime>
#include <QTimeZone>
#include <chrono>

namespace simrs {
namespace {

QTimeZone zoneOf(const QString& name) {
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone(7 * 3600);
}

QDateTime localAt(const QString& zone, Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(instant.ms, zoneOf(zone));
}

}  // namespace

std::int64_t SystemClock::nowMs() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::monotonicMs() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QDate dayIn(const QString& zone, Instant instant) { return localAt(zone, instant).date(); }

int minuteOfDayIn(const QString& zone, Instant instant) {
    return localAt(zone, instant).time().msecsSinceStartOfDay() / 60000;
}

Instant instantIn(const QString& zone, QDate day, int minute) {
    return Instant(
        QDateTime(day, QTime::fromMSecsSinceStartOfDay(minute * 60000), zoneOf(zone)).toMSecsSinceEpoch());
}

}  // namespace simrs
