// SPDX-License-Identifier: GPL-3.0-or-later
// Admitting a patient to a ward, moving him, letting him go.
#pragma once

#include "common/registration/visit_requests.h"

namespace simrs {

/// Into a ward, from the emergency department, a clinic or directly. The new visit belongs to the episode of
/// the one he comes from. Errors of check: PatientUnknown, WardUnknown, BedElsewhere, DoctorUnknown,
/// DoctorInactive, PayerUnknown, FieldRequired ("given"), StillAdmitted, VisitUnknown, VisitCancelled.
struct AdmitPatient {
    PatientId patientId;
    VisitId fromVisit;  ///< Null: directly.
    ClinicId wardId;
    BedId bedId;
    DoctorId leaderId;
    PayerId payerId;
    CareClass entitled = CareClass::None;
    CareClass given = CareClass::None;
    Instant admittedAt;  ///< prepare: now where it is null.
    qint64 registrationNumber = 0;
    QString temporaryNumber;
    EpisodeId episodeId;  ///< That of `fromVisit`; prepare fills it where the visit is held.
    QDate serviceDate;
    bool operator==(const AdmitPatient&) const = default;
    static constexpr RequestInfo info{230, "admit_patient", Permission::EnterVisit, RequestKind::Fact,
                                      Offline::Local};
    using Reply = VisitMade;
    static Status prepare(Prepare& prepare, AdmitPatient& command);
    static Status check(Reader& reader, const CommandContext& context, const AdmitPatient& command);
    static void apply(FactTx& tx, const CommandContext& context, const AdmitPatient& command);
    static Reply outcome(FactTx& tx, const AdmitPatient& command);
    static QList<NumberUse> numbers(const AdmitPatient& command);
};
template <>
inline constexpr std::array fieldsOf<AdmitPatient> = {
    field<&AdmitPatient::patientId>(1, "patient_id"),
    field<&AdmitPatient::fromVisit>(2, "from_visit"),
    field<&AdmitPatient::wardId>(3, "ward_id"),
    field<&AdmitPatient::bedId>(4, "bed_id"),
    field<&AdmitPatient::leaderId>(5, "leader_id"),
    field<&AdmitPatient::payerId>(6, "payer_id"),
    field<&AdmitPatient::entitled>(7, "entitled"),
    field<&AdmitPatient::given>(8, "given"),
    field<&AdmitPatient::admittedAt>(9, "admitted_at"),
    field<&AdmitPatient::registrationNumber>(10, "registration_number"),
    field<&AdmitPatient::temporaryNumber>(11, "temporary_number", {.max = 24}),
    field<&AdmitPatient::episodeId>(12, "episode_id"),
    field<&AdmitPatient::serviceDate>(13, "service_date"),
};
static_assert(wellDescribed<AdmitPatient>());

/// To another ward, bed, class or DPJP. A wish: he may have left meanwhile. Errors: VisitUnknown,
/// NotAdmitted, StayEnded, ChangedMeanwhile, WardUnknown, BedElsewhere, DoctorUnknown, ReasonRequired.
struct MoveStay {
    Stay base;  ///< As its author saw it.
    ClinicId wardId;
    BedId bedId;
    DoctorId leaderId;
    CareClass given = CareClass::None;
    QString reason;
    bool operator==(const MoveStay&) const = default;
    static constexpr RequestInfo info{
        231, "move_stay", Permission::CorrectVisit, RequestKind::Wish, Offline::Queued, 2};
    using Reply = Done;
    static Status prepare(Prepare& prepare, MoveStay& command);
    static Status check(Reader& reader, const CommandContext& context, const MoveStay& command);
    static Status apply(WishTx& tx, const CommandContext& context, const MoveStay& command);
    static Reply outcome(FactTx&, const MoveStay&) { return {}; }
    static QList<NumberUse> numbers(const MoveStay&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<MoveStay> = {
    field<&MoveStay::base>(1, "base"),
    field<&MoveStay::wardId>(2, "ward_id"),
    field<&MoveStay::bedId>(3, "bed_id"),
    field<&MoveStay::leaderId>(4, "leader_id"),
    field<&MoveStay::given>(5, "given"),
    field<&MoveStay::reason>(6, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<MoveStay>());

/// He left. Errors: VisitUnknown, NotAdmitted, StayEnded, FieldRequired ("discharge"), FieldOutOfRange
/// ("left_at": before the admission or in the future).
struct DischargePatient {
    VisitId visitId;
    Discharge discharge = Discharge::StillHere;
    Instant leftAt;  ///< prepare: now where it is null.
    QString note;
    bool operator==(const DischargePatient&) const = default;
    static constexpr RequestInfo info{
        232, "discharge_patient", Permission::CorrectVisit, RequestKind::Wish, Offline::Queued, 2};
    using Reply = Done;
    static Status prepare(Prepare& prepare, DischargePatient& command);
    static Status check(Reader& reader, const CommandContext& context, const DischargePatient& command);
    static Status apply(WishTx& tx, const CommandContext& context, const DischargePatient& command);
    static Reply outcome(FactTx&, const DischargePatient&) { return {}; }
    static QList<NumberUse> numbers(const DischargePatient&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<DischargePatient> = {
    field<&DischargePatient::visitId>(1, "visit_id"),
    field<&DischargePatient::discharge>(2, "discharge"),
    field<&DischargePatient::leftAt>(3, "left_at"),
    field<&DischargePatient::note>(4, "note", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<DischargePatient>());

/// Who lies here: one line each.
struct StayLine {
    Stay stay;
    Visit visit;
    QString patientName;
    Sapaan sapaan = Sapaan::None;
    Sex sex = Sex::Unknown;
    QDate birthDate;
    qint64 mrn = 0;
    PatientId patientId;
    bool operator==(const StayLine&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StayLine> = {
    field<&StayLine::stay>(1, "stay"),
    field<&StayLine::visit>(2, "visit"),
    field<&StayLine::patientName>(3, "patient_name"),
    field<&StayLine::sapaan>(4, "sapaan"),
    field<&StayLine::sex>(5, "sex"),
    field<&StayLine::birthDate>(6, "birth_date"),
    field<&StayLine::mrn>(7, "mrn"),
    field<&StayLine::patientId>(8, "patient_id"),
};
static_assert(wellDescribed<StayLine>());

struct StayList {
    QList<StayLine> lines;  ///< By ward and bed, then by admission.
    bool more = false;
    bool operator==(const StayList&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StayList> = {
    field<&StayList::lines>(1, "lines"),
    field<&StayList::more>(2, "more"),
};
static_assert(wellDescribed<StayList>());

struct ListStays {
    ClinicId wardId;  ///< Null: all wards.
    bool operator==(const ListStays&) const = default;
    static constexpr RequestInfo info{233, "list_stays", Permission::ViewVisits, RequestKind::Query};
    using Reply = StayList;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListStays& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ListStays& request);
};
template <>
inline constexpr std::array fieldsOf<ListStays> = {field<&ListStays::wardId>(1, "ward_id")};
static_assert(wellDescribed<ListStays>());

using StayRequests = RequestList<AdmitPatient, MoveStay, DischargePatient, ListStays>;

}  // namespace simrs
