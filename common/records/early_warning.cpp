// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/records/early_warning.h"

#include <algorithm>
#include <array>

namespace simrs {
namespace {

/// Up to and with this value so many points; a table ends with one for all that is left.
struct Step {
    qint64 upTo;
    int points;
};
constexpr qint64 kAnything = 1'000'000;

template <std::size_t N>
int pointsOf(qint64 value, const std::array<Step, N>& table) {
    return std::find_if(table.begin(), table.end(), [&](const Step& step) { return value <= step.upTo; })
        ->points;
}

constexpr std::array kRespiration = {Step{8, 3}, Step{11, 1}, Step{20, 0}, Step{24, 2}, Step{kAnything, 3}};
constexpr std::array kOxygen = {Step{91, 3}, Step{93, 2}, Step{95, 1}, Step{kAnything, 0}};
constexpr std::array kOxygenHypercapnic = {Step{83, 3}, Step{85, 2}, Step{87, 1},       Step{92, 0},
                                           Step{94, 1}, Step{96, 2}, Step{kAnything, 3}};
constexpr std::array kSystolic = {Step{90, 3}, Step{100, 2}, Step{110, 1}, Step{219, 0}, Step{kAnything, 3}};
constexpr std::array kPulse = {Step{40, 3},  Step{50, 1},  Step{90, 0},
                               Step{110, 1}, Step{130, 2}, Step{kAnything, 3}};
constexpr std::array kTemperature = {Step{350, 3}, Step{360, 1}, Step{380, 0}, Step{390, 1},
                                     Step{kAnything, 2}};
constexpr int kOnOxygen = 2;

int oxygenPoints(const VitalSigns& vitals) {
    const bool isOnAir = *vitals.oxygenFlow == 0;
    if (vitals.oxygenTarget == OxygenTarget::Usual) return pointsOf(*vitals.oxygen, kOxygen);
    // On air nobody is given too much.
    return isOnAir ? pointsOf(std::min<qint64>(*vitals.oxygen, 92), kOxygenHypercapnic)
                   : pointsOf(*vitals.oxygen, kOxygenHypercapnic);
}

EarlyWarningAction actionOf(int score, bool single) {
    if (score >= 7) return EarlyWarningAction::Continuous;
    if (score >= 5) return EarlyWarningAction::UrgentHourly;
    if (single) return EarlyWarningAction::HourlyDoctor;
    return score == 0 ? EarlyWarningAction::TwelveHourly : EarlyWarningAction::FourHourly;
}

}  // namespace

std::optional<EarlyWarning> earlyWarning(const VitalSigns& vitals, const Age& age, bool isPregnant) {
    const bool isMeasured = vitals.respiration && vitals.oxygen && vitals.oxygenFlow && vitals.systolic &&
                            vitals.pulse && vitals.temperature &&
                            vitals.consciousness != Consciousness::NotAsked;
    if (!isMeasured || isPregnant || age.years < kEarlyWarningYears) return std::nullopt;
    const std::array points = {pointsOf(*vitals.respiration, kRespiration),
                               oxygenPoints(vitals),
                               *vitals.oxygenFlow > 0 ? kOnOxygen : 0,
                               pointsOf(*vitals.systolic, kSystolic),
                               pointsOf(*vitals.pulse, kPulse),
                               vitals.consciousness == Consciousness::Alert ? 0 : 3,
                               pointsOf(*vitals.temperature, kTemperature)};
    EarlyWarning made;
    for (const int part : points) {
        made.score += part;
        made.single = made.single || part == 3;
    }
    made.action = actionOf(made.score, made.single);
    return made;
}

}  // namespace simrs
