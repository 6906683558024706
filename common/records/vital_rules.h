// SPDX-License-Identifier: GPL-3.0-or-later
// What a measured value may be, what is usual, and what is normal at an age. Pure: the form warns and the
// server refuses by the same functions. Values as in VitalSigns. The figures are those of the starter tables
// (docs/decisions/0043): approximate, APLS and PALS differ by a few units; a hospital's doctors confirm them.
#pragma once

#include <QDate>
#include <QList>
#include <span>

#include "common/base/result.h"
#include "common/records/vital_signs.h"
#include "common/registration/identity_rules.h"

namespace simrs {

struct VitalRange {
    qint64 least = 0;
    qint64 most = 0;

    bool contains(qint64 value) const { return value >= least && value <= most; }
    bool operator==(const VitalRange&) const = default;
};

/// Up to which age somebody is weighed as what.
enum class Weighing { Newborn, Child, Adult };
constexpr int enumCount(Weighing) { return 3; }
Weighing weighingAt(const Age& age);

/// One thing that is measured.
struct VitalKind {
    const char* field;  ///< As in fieldsOf<VitalSigns>: key of label, error and audit.
    std::optional<qint64> VitalSigns::*value;
    int decimals;         ///< Of how it is written; the stored number has as many tenths, thousandths …
    const char* unit;     ///< As it is written, or empty.
    VitalRange possible;  ///< Outside it is refused.
    VitalRange usual;     ///< Outside it is asked again.
};
/// In the order of the form.
std::span<const VitalKind> vitalKinds();
/// Null for a field that is not measured.
const VitalKind* vitalKind(QLatin1String field);

/// The possible and the usual values at an age; of the weight they differ.
VitalRange possibleAt(const VitalKind& kind, const Age& age);
VitalRange usualAt(const VitalKind& kind, const Age& age);

/// Errors: FieldRequired ("vital_signs": nothing was measured), FieldOutOfRange (args: the field, the least
/// and the most as they are stored), FieldInvalid ("diastolic": not below the systolic).
Status checkVitals(const VitalSigns& vitals, const Age& age);

enum class VitalQuestion {
    Unusual,       ///< args: the field; possible, yet hardly ever so
    WeightJumped,  ///< by more than a tenth since the last time
    Shrunk,        ///< an adult, by more than 3 cm
};
constexpr int enumCount(VitalQuestion) { return 3; }
struct VitalDoubt {
    VitalQuestion question;
    QLatin1String field;

    bool operator==(const VitalDoubt&) const = default;
};
/// What is asked again before it is saved. `last` is an earlier measuring of the patient, or empty.
QList<VitalDoubt> doubtsAbout(const VitalSigns& vitals, const VitalSigns& last, const Age& age);

enum class VitalSense { Unknown, Low, Normal, High };
constexpr int enumCount(VitalSense) { return 4; }
/// Normal at rest at this age, where that is known of the field; Unknown otherwise.
VitalSense senseOf(QLatin1String field, qint64 value, const Age& age);

enum class VitalAlarm {
    LowPressure,      ///< systolic below what an age bears
    HighPressure,     ///< 180/120 and above, adults
    GlucoseCritical,  ///< below 54 or above 400 mg/dL
    LowOxygen,        ///< below 90 % where 95 is normal
    FastBreathing,    ///< WHO, below five years
    Fever,            ///< 38.0 °C and above
    Malnourished,     ///< upper arm below 115 mm at 6 to 59 months
};
constexpr int enumCount(VitalAlarm) { return 7; }
QList<VitalAlarm> alarmsOf(const VitalSigns& vitals, const Age& age);

/// Sum of the Glasgow coma scale; nothing where one of the three lacks.
std::optional<qint64> comaScale(const VitalSigns& vitals);
/// Tenths of kg/m²; nothing where weight or height lacks.
std::optional<qint64> bodyMassIndex(const VitalSigns& vitals);

}  // namespace simrs
