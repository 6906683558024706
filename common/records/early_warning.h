// SPDX-License-Identifier: GPL-3.0-or-later
// NEWS2, the National Early Warning Score (Royal College of Physicians, 2017): for those of 16 years and more
// who are not pregnant. Pure.
#pragma once

#include <optional>

#include "common/records/vital_rules.h"

namespace simrs {

inline constexpr int kEarlyWarningYears = 16;

enum class EarlyWarningAction {
    TwelveHourly,  ///< 0
    FourHourly,    ///< 1 to 4
    HourlyDoctor,  ///< 3 in one item
    UrgentHourly,  ///< 5 and 6
    Continuous,    ///< 7 and more: emergency
};
constexpr int enumCount(EarlyWarningAction) { return 5; }

struct EarlyWarning {
    int score = 0;
    bool single = false;  ///< One item alone has 3.
    EarlyWarningAction action = EarlyWarningAction::TwelveHourly;

    bool operator==(const EarlyWarning&) const = default;
};

/// Nothing where one of the seven items was not measured: a missing item is never 0. Nothing below 16 years
/// and of a pregnant woman, for whom the score was not made.
std::optional<EarlyWarning> earlyWarning(const VitalSigns& vitals, const Age& age, bool isPregnant);

}  // namespace simrs
