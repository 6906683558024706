// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/records/vital_rules.h"

#include <algorithm>
#include <array>

namespace simrs {
namespace {

constexpr int kNewbornDays = 28;
constexpr int kMonthsOfYear = 12;
constexpr int kAdultYears = 18;
constexpr qint64 kGrams = 1000;

using V = VitalSigns;

constexpr std::array kKinds = {
    VitalKind{"systolic", &V::systolic, 0, "mmHg", {0, 350}, {50, 260}},
    VitalKind{"diastolic", &V::diastolic, 0, "mmHg", {0, 250}, {20, 150}},
    VitalKind{"pulse", &V::pulse, 0, "/mnt", {0, 350}, {30, 220}},
    VitalKind{"respiration", &V::respiration, 0, "/mnt", {0, 150}, {6, 80}},
    VitalKind{"temperature", &V::temperature, 1, "°C", {250, 450}, {340, 410}},
    VitalKind{"oxygen", &V::oxygen, 0, "%", {0, 100}, {70, 100}},
    VitalKind{"oxygen_flow", &V::oxygenFlow, 1, "L/mnt", {0, 1000}, {0, 150}},
    VitalKind{"pain", &V::pain, 0, "", {0, 10}, {0, 10}},
    VitalKind{"eyes", &V::eyes, 0, "", {1, 4}, {1, 4}},
    VitalKind{"verbal", &V::verbal, 0, "", {1, 5}, {1, 5}},
    VitalKind{"motor", &V::motor, 0, "", {1, 6}, {1, 6}},
    VitalKind{"weight", &V::weight, 3, "kg", {20 * kGrams, 400 * kGrams}, {30 * kGrams, 180 * kGrams}},
    VitalKind{"height", &V::height, 1, "cm", {200, 2500}, {450, 2100}},
    VitalKind{"head", &V::head, 1, "cm", {150, 650}, {300, 540}},
    VitalKind{"arm", &V::arm, 1, "cm", {50, 600}, {110, 450}},
    VitalKind{"glucose", &V::glucose, 0, "mg/dL", {10, 1500}, {40, 500}},
    VitalKind{"urine", &V::urine, 1, "mL/kg/jam", {0, 500}, {5, 50}},
};

int monthsOf(const Age& age) { return age.years * kMonthsOfYear + age.months; }

bool isNewborn(const Age& age) { return monthsOf(age) == 0 && age.days <= kNewbornDays; }

/// Normal at rest; the last row that an age has reached counts.
struct Norms {
    int fromMonths;
    VitalRange pulse, respiration, systolic;
};
constexpr std::array kNorms = {
    Norms{0, {110, 160}, {30, 60}, {60, 90}},     // to 28 days
    Norms{1, {100, 160}, {30, 53}, {70, 100}},    // to 11 months
    Norms{12, {95, 150}, {22, 37}, {80, 105}},    // 1 and 2 years
    Norms{36, {80, 140}, {20, 30}, {85, 110}},    // 3 to 5
    Norms{72, {70, 120}, {18, 25}, {90, 118}},    // 6 to 11
    Norms{144, {60, 100}, {12, 20}, {100, 130}},  // 12 to 17
    Norms{216, {60, 100}, {12, 20}, {100, 139}},
};

const Norms& normsAt(const Age& age) {
    const int months = isNewborn(age) ? 0 : std::max(monthsOf(age), 1);
    const auto after = std::find_if(kNorms.begin() + 1, kNorms.end(),
                                    [&](const Norms& row) { return row.fromMonths > months; });
    return *(after - 1);
}

/// Below this the pressure is an alarm: 70 + 2 × the age from one year to nine (APLS).
qint64 lowestSystolic(const Age& age) {
    if (isNewborn(age)) return 60;
    if (age.years < 1) return 70;
    if (age.years < 10) return 70 + 2 * age.years;
    return 90;
}

/// Breaths a minute from which breathing is fast (WHO, IMCI).
std::optional<qint64> fastBreathing(const Age& age) {
    const int months = monthsOf(age);
    if (months < 2) return 60;
    if (months < 12) return 50;
    if (age.years < 6) return 40;
    return std::nullopt;
}

QString text(qint64 value) { return QString::number(value); }

VitalSense sense(qint64 value, const VitalRange& normal) {
    if (value < normal.least) return VitalSense::Low;
    return value > normal.most ? VitalSense::High : VitalSense::Normal;
}

}  // namespace

Weighing weighingAt(const Age& age) {
    if (isNewborn(age)) return Weighing::Newborn;
    return age.years < kAdultYears ? Weighing::Child : Weighing::Adult;
}

std::span<const VitalKind> vitalKinds() { return kKinds; }

const VitalKind* vitalKind(QLatin1String field) {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const VitalKind& kind) {
        return QLatin1String(kind.field) == field;
    });
    return found == kKinds.end() ? nullptr : &*found;
}

VitalRange possibleAt(const VitalKind& kind, const Age& age) {
    if (kind.value != &VitalSigns::weight) return kind.possible;
    switch (weighingAt(age)) {
        case Weighing::Newborn:
            return {300, 8 * kGrams};
        case Weighing::Child:
            return {1 * kGrams, 200 * kGrams};
        case Weighing::Adult:
            break;
    }
    return kind.possible;
}

VitalRange usualAt(const VitalKind& kind, const Age& age) {
    if (kind.value != &VitalSigns::weight) return kind.usual;
    switch (weighingAt(age)) {
        case Weighing::Newborn:
            return {1500, 5 * kGrams};
        case Weighing::Child:  // From half to twice and a half of what a child of this age weighs.
            return {(2 + age.years) * kGrams, (12 + 7 * age.years) * kGrams};
        case Weighing::Adult:
            break;
    }
    return kind.usual;
}

Status checkVitals(const VitalSigns& vitals, const Age& age) {
    bool any = vitals.consciousness != Consciousness::NotAsked;
    for (const VitalKind& kind : kKinds) {
        const std::optional<qint64>& value = vitals.*kind.value;
        if (!value) continue;
        any = true;
        const VitalRange possible = possibleAt(kind, age);
        if (!possible.contains(*value))
            return fail(ErrorCode::FieldOutOfRange,
                        {QString::fromLatin1(kind.field), text(possible.least), text(possible.most)});
    }
    if (!any) return fail(ErrorCode::FieldRequired, {QStringLiteral("vital_signs")});
    if (vitals.systolic && vitals.diastolic && *vitals.diastolic >= *vitals.systolic && *vitals.systolic > 0)
        return fail(ErrorCode::FieldInvalid, {QStringLiteral("diastolic")});
    return {};
}

QList<VitalDoubt> doubtsAbout(const VitalSigns& vitals, const VitalSigns& last, const Age& age) {
    QList<VitalDoubt> doubts;
    for (const VitalKind& kind : kKinds) {
        const std::optional<qint64>& value = vitals.*kind.value;
        if (value && !usualAt(kind, age).contains(*value))
            doubts.append({VitalQuestion::Unusual, QLatin1String(kind.field)});
    }
    constexpr qint64 kTenth = 10, kShrinking = 30;
    if (vitals.weight && last.weight && std::abs(*vitals.weight - *last.weight) * kTenth > *last.weight)
        doubts.append({VitalQuestion::WeightJumped, QLatin1String("weight")});
    if (vitals.height && last.height && age.years >= kAdultYears &&
        *last.height - *vitals.height > kShrinking)
        doubts.append({VitalQuestion::Shrunk, QLatin1String("height")});
    return doubts;
}

VitalSense senseOf(QLatin1String field, qint64 value, const Age& age) {
    const Norms& norms = normsAt(age);
    if (field == QLatin1String("pulse")) return sense(value, norms.pulse);
    if (field == QLatin1String("respiration")) return sense(value, norms.respiration);
    if (field == QLatin1String("systolic")) return sense(value, norms.systolic);
    if (field == QLatin1String("temperature")) return sense(value, {365, 375});
    if (field == QLatin1String("oxygen")) return sense(value, {95, 100});
    return VitalSense::Unknown;
}

QList<VitalAlarm> alarmsOf(const VitalSigns& vitals, const Age& age) {
    QList<VitalAlarm> alarms;
    const auto add = [&](VitalAlarm alarm, bool when) {
        if (when) alarms.append(alarm);
    };
    const auto fast = fastBreathing(age);
    const int months = monthsOf(age);
    const qint64 lowestOxygen = vitals.oxygenTarget == OxygenTarget::Hypercapnic ? 84 : 90;
    add(VitalAlarm::LowPressure, vitals.systolic && *vitals.systolic < lowestSystolic(age));
    add(VitalAlarm::HighPressure,
        age.years >= kAdultYears &&
            ((vitals.systolic && *vitals.systolic >= 180) || (vitals.diastolic && *vitals.diastolic >= 120)));
    add(VitalAlarm::GlucoseCritical, vitals.glucose && (*vitals.glucose < 54 || *vitals.glucose > 400));
    add(VitalAlarm::LowOxygen, vitals.oxygen && *vitals.oxygen < lowestOxygen);
    add(VitalAlarm::FastBreathing, fast && vitals.respiration && *vitals.respiration >= *fast);
    add(VitalAlarm::Fever, vitals.temperature && *vitals.temperature >= 380);
    add(VitalAlarm::Malnourished, vitals.arm && months >= 6 && months < 60 && *vitals.arm < 115);
    return alarms;
}

std::optional<qint64> comaScale(const VitalSigns& vitals) {
    if (!vitals.eyes || !vitals.verbal || !vitals.motor) return std::nullopt;
    return *vitals.eyes + *vitals.verbal + *vitals.motor;
}

std::optional<qint64> bodyMassIndex(const VitalSigns& vitals) {
    if (!vitals.weight || !vitals.height || *vitals.height <= 0) return std::nullopt;
    // Tenths of kg/m²: grams / mm² is 1000 kg/m², times ten, rounded.
    const qint64 square = *vitals.height * *vitals.height;
    return (*vitals.weight * 10'000 + square / 2) / square;
}

}  // namespace simrs
