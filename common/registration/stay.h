// SPDX-License-Identifier: GPL-3.0-or-later
// A stay: the row of an inpatient visit that says where the patient lies, and the trace of his moves.
// Minimal: no allocation of beds, no census, no tariff (hospital-practice 1.4, 9).
#pragma once

#include "common/registration/hospital_lists.h"
#include "common/registration/visit.h"

namespace simrs {

/// Cara keluar.
enum class Discharge {
    StillHere,
    Home,
    Referred,
    AgainstAdvice,
    Absconded,
    DiedBefore48h,
    DiedAfter48h,
    Withdrawn,  ///< The admission was cancelled.
};
constexpr int enumCount(Discharge) { return 8; }

/// Under the visit's id. The visit's clinic is the ward he lies in now.
struct Stay {
    VisitId id;
    PatientId patientId;
    ClinicId wardId;
    BedId bedId;        ///< Null: none in particular.
    DoctorId leaderId;  ///< The DPJP.
    CareClass entitled = CareClass::None;
    CareClass given = CareClass::None;
    VisitId fromVisit;  ///< Emergency or clinic he comes from; null: admitted directly.
    Instant admittedAt;
    Discharge discharge = Discharge::StillHere;
    Instant leftAt;
    UserId leftBy;
    QString leftNote;

    bool operator==(const Stay&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Stay> = {
    field<&Stay::id>(1, "id"),
    field<&Stay::patientId>(2, "patient_id"),
    field<&Stay::wardId>(3, "ward_id"),
    field<&Stay::bedId>(4, "bed_id"),
    field<&Stay::leaderId>(5, "leader_id"),
    field<&Stay::entitled>(6, "entitled"),
    field<&Stay::given>(7, "given"),
    field<&Stay::fromVisit>(8, "from_visit"),
    field<&Stay::admittedAt>(9, "admitted_at"),
    field<&Stay::discharge>(10, "discharge"),
    field<&Stay::leftAt>(11, "left_at"),
    field<&Stay::leftBy>(12, "left_by"),
    field<&Stay::leftNote>(13, "left_note", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<Stay>());
template <>
inline constexpr EntityInfo entityInfo<Stay>{.kind = 49,
                                             .table = "stay",
                                             .conflict = ConflictClass::StateGuard,
                                             .index = {"patient_id", "ward_id, discharge"},
                                             .check = {"discharge = 0 OR left_at IS NOT NULL"},
                                             .foreign = {{{"id", "visit"}, {"patient_id", "patient"}}},
                                             .scope = {ScopeRule::Form::Follows},
                                             .follows = {{{"id", entityType<Visit>}}},
                                             .personColumn = "patient_id",
                                             .topicColumn = "discharge"};

/// One row for the admission and one for every move: where he came to, and when.
using StayMoveId = TypedId<struct StayMoveTag>;
struct StayMove {
    StayMoveId id;
    VisitId visitId;
    PatientId patientId;
    ClinicId wardId;
    BedId bedId;
    DoctorId leaderId;
    CareClass given = CareClass::None;
    Instant at;
    UserId by;
    QString reason;

    bool operator==(const StayMove&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StayMove> = {
    field<&StayMove::id>(1, "id"),
    field<&StayMove::visitId>(2, "visit_id"),
    field<&StayMove::patientId>(3, "patient_id"),
    field<&StayMove::wardId>(4, "ward_id"),
    field<&StayMove::bedId>(5, "bed_id"),
    field<&StayMove::leaderId>(6, "leader_id"),
    field<&StayMove::given>(7, "given"),
    field<&StayMove::at>(8, "moved_at"),
    field<&StayMove::by>(9, "moved_by"),
    field<&StayMove::reason>(10, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<StayMove>());
template <>
inline constexpr EntityInfo entityInfo<StayMove>{
    .kind = 52,
    .table = "stay_move",
    .conflict = ConflictClass::AppendOnly,
    .index = {"visit_id, moved_at"},
    .foreign = {{{"visit_id", "visit"}, {"patient_id", "patient"}}},
    .scope = {ScopeRule::Form::Follows},
    .follows = {{{"visit_id", entityType<Visit>}}},
    .personColumn = "patient_id"};

}  // namespace simrs
