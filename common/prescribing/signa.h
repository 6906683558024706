// SPDX-License-Identifier: GPL-3.0-or-later
// How a drug is taken (aturan pakai): how much, how often, for how long. Pure. Doses are thousandths of the
// unit that the form is counted in (half a tablet is 500), so that nothing is ever rounded in between.
#pragma once

#include <QString>
#include <array>
#include <optional>

#include "common/base/result.h"
#include "common/prescribing/drug.h"

namespace simrs {

namespace limits {
inline constexpr qint64 kMostDose = 1'000'000;  ///< A thousand units at once.
inline constexpr qint64 kMostTimes = 48;        ///< Every half hour.
inline constexpr qint64 kMostPerDays = 31;
inline constexpr qint64 kMostTreatmentDays = 366;
inline constexpr qint64 kMostUnits = 100'000;
}  // namespace limits

/// What it is bound to. Append only.
enum class Meal { Any, Before, With, After };
constexpr int enumCount(Meal) { return 4; }

struct Signa {
    qint64 dose = 0;     ///< Thousandths of a unit, each time.
    qint64 times = 0;    ///< So many times in `perDays` days.
    qint64 perDays = 1;  ///< 1: a day; 7: a week.
    bool whenNeeded = false;
    qint64 mostTimes = 0;  ///< When needed: at most so many times a day; 0: `times`.
    qint64 days = 0;       ///< 0: not said; then there is no quantity to compute.
    Meal meal = Meal::Any;

    bool operator==(const Signa&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Signa> = {
    field<&Signa::dose>(1, "dose"),
    field<&Signa::times>(2, "times"),
    field<&Signa::perDays>(3, "per_days"),
    field<&Signa::whenNeeded>(4, "when_needed"),
    field<&Signa::mostTimes>(5, "most_times"),
    field<&Signa::days>(6, "days"),
    field<&Signa::meal>(7, "meal"),
};
static_assert(wellDescribed<Signa>());

/// Errors: FieldRequired, FieldOutOfRange (args: "dose", "times", "per_days", "most_times" or "days", the
/// least and the most).
Status checkSigna(const Signa& signa);

/// Units to hand over, whole ones: what is taken in all its days, rounded up once at the end. Nothing where
/// the days are not said.
std::optional<qint64> quantityOf(const Signa& signa);

/// The most that is taken on one day on the average of its period, in thousandths of a unit, as a fraction:
/// `amount` in `days`. When needed: as often as it may be.
struct DailyDose {
    qint64 amount = 0;
    qint64 days = 1;

    bool operator==(const DailyDose&) const = default;
};
DailyDose dailyDose(const Signa& signa);

/// What a doctor types in one go: "3x1", "3 x 1/2 pc 5h", "2dd1,5 ac 10 hari", "1x1/minggu 4h", "3x1 prn",
/// "q8h 1". Nothing where it is not understood whole.
std::optional<Signa> parseSigna(const QString& typed);

}  // namespace simrs
