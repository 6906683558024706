// SPDX-License-Identifier: GPL-3.0-or-later
// One measuring of a patient's vital signs (TTV). A row is never changed; a correction is another row that
// names it, as with notes. Values are whole numbers of the smallest step that is written down.
#pragma once

#include <array>
#include <optional>

#include "common/base/limits.h"
#include "common/registration/visit.h"

namespace simrs {

using VitalSignsId = TypedId<struct VitalSignsTag>;

// The numbers are stored and travel; append only.
/// ACVPU. Confused: newly so.
enum class Consciousness { NotAsked, Alert, Confused, Voice, Pain, Unresponsive };
constexpr int enumCount(Consciousness) { return 6; }

/// What the oxygen saturation is judged by. Hypercapnic: a doctor has decided for 88 to 92 % (NEWS2, scale
/// 2).
enum class OxygenTarget { Usual, Hypercapnic };
constexpr int enumCount(OxygenTarget) { return 2; }

struct VitalSigns {
    VitalSignsId id;
    PatientId patientId;
    VisitId visitId;  ///< Null: about the patient; the visit was not there to hang it on.
    Instant takenAt;  ///< When it was measured.
    UserId takenBy;
    std::optional<qint64> temperature;  ///< Tenths of °C.
    std::optional<qint64> pulse;        ///< Each minute.
    std::optional<qint64> respiration;  ///< Each minute.
    std::optional<qint64> systolic;     ///< mmHg.
    std::optional<qint64> diastolic;    ///< mmHg.
    std::optional<qint64> oxygen;       ///< SpO2, %.
    std::optional<qint64> oxygenFlow;   ///< Tenths of L/min given; 0: room air.
    OxygenTarget oxygenTarget = OxygenTarget::Usual;
    Consciousness consciousness = Consciousness::NotAsked;
    std::optional<qint64> eyes;     ///< Of the Glasgow coma scale, 1 to 4.
    std::optional<qint64> verbal;   ///< 1 to 5.
    std::optional<qint64> motor;    ///< 1 to 6.
    std::optional<qint64> pain;     ///< NRS or FLACC, 0 to 10.
    std::optional<qint64> weight;   ///< Grams.
    std::optional<qint64> height;   ///< Millimetres.
    std::optional<qint64> head;     ///< Its circumference, millimetres.
    std::optional<qint64> arm;      ///< Of the upper arm (LILA), millimetres.
    std::optional<qint64> glucose;  ///< Capillary, mg/dL.
    std::optional<qint64> urine;    ///< Tenths of mL/kg/h.
    VitalSignsId corrects;          ///< Null: a measuring of its own.
    QString reason;                 ///< Of a correction.

    bool operator==(const VitalSigns&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VitalSigns> = {
    field<&VitalSigns::id>(1, "id"),
    field<&VitalSigns::patientId>(2, "patient_id"),
    field<&VitalSigns::visitId>(3, "visit_id"),
    field<&VitalSigns::takenAt>(4, "taken_at"),
    field<&VitalSigns::takenBy>(5, "taken_by"),
    field<&VitalSigns::temperature>(6, "temperature"),
    field<&VitalSigns::pulse>(7, "pulse"),
    field<&VitalSigns::respiration>(8, "respiration"),
    field<&VitalSigns::systolic>(9, "systolic"),
    field<&VitalSigns::diastolic>(10, "diastolic"),
    field<&VitalSigns::oxygen>(11, "oxygen"),
    field<&VitalSigns::oxygenFlow>(12, "oxygen_flow"),
    field<&VitalSigns::oxygenTarget>(13, "oxygen_target"),
    field<&VitalSigns::consciousness>(14, "consciousness"),
    field<&VitalSigns::eyes>(15, "eyes"),
    field<&VitalSigns::verbal>(16, "verbal"),
    field<&VitalSigns::motor>(17, "motor"),
    field<&VitalSigns::pain>(18, "pain"),
    field<&VitalSigns::weight>(19, "weight"),
    field<&VitalSigns::height>(20, "height"),
    field<&VitalSigns::head>(21, "head"),
    field<&VitalSigns::arm>(22, "arm"),
    field<&VitalSigns::glucose>(23, "glucose"),
    field<&VitalSigns::urine>(24, "urine"),
    field<&VitalSigns::corrects>(25, "corrects"),
    field<&VitalSigns::reason>(26, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<VitalSigns>());
template <>
inline constexpr EntityInfo entityInfo<VitalSigns>{
    .kind = 70,
    .table = "vital_signs",
    .conflict = ConflictClass::AppendOnly,
    .index = {"visit_id", "patient_id, taken_at", "corrects WHERE corrects IS NOT NULL"},
    .foreign = {{{"patient_id", "patient"}, {"visit_id", "visit"}}},
    .scope = {ScopeRule::Form::Follows},
    .follows = {{{"visit_id", entityType<Visit>}, {"patient_id", entityType<Patient>}}},
    .personColumn = "patient_id",
    .topicColumn = "visit_id"};

}  // namespace simrs
