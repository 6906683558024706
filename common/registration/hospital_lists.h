// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's longer lists: beds, holidays, facilities, staff, the services of the ticket dispenser. Few
// enough rows to be held by every device.
#pragma once

#include "common/registration/masters.h"

namespace simrs {

using BedId = TypedId<struct BedTag>;
using HolidayId = TypedId<struct HolidayTag>;
using FacilityId = TypedId<struct FacilityTag>;
using StaffId = TypedId<struct StaffTag>;
using CounterServiceId = TypedId<struct CounterServiceTag>;

struct Bed {
    BedId id;
    QString code;       ///< Of the whole hospital: "CEM-03".
    QString name;       ///< As it is called on the ward: "Kamar 2, bed 3".
    ClinicId clinicId;  ///< The ward it stands in.
    CareClass careClass = CareClass::None;
    bool active = true;

    bool operator==(const Bed&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Bed> = {
    field<&Bed::id>(1, "id", {.derived = true}),
    field<&Bed::code>(2, "code", {.max = 12, .required = true}),
    field<&Bed::name>(3, "name", {.max = 60, .required = true}),
    field<&Bed::clinicId>(4, "clinic_id"),
    field<&Bed::careClass>(5, "care_class"),
    field<&Bed::active>(6, "active"),
};
static_assert(wellDescribed<Bed>());
template <>
inline constexpr EntityInfo entityInfo<Bed>{.kind = 34,
                                            .table = "bed",
                                            .conflict = ConflictClass::FieldMerge,
                                            .unique = {"code"},
                                            .foreign = {{{"clinic_id", "clinic"}}},
                                            .scope = {ScopeRule::Form::Reference},
                                            .reference = true};

/// A day on which the clinics are closed: national (libur nasional) or joint leave (cuti bersama), by the
/// yearly decree of three ministers. Emergency, dialysis and delivery never close.
struct Holiday {
    HolidayId id;
    QString code;  ///< The day as ISO text, so that a day stands there once.
    QString name;
    QDate day;
    bool jointLeave = false;
    bool active = true;

    bool operator==(const Holiday&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Holiday> = {
    field<&Holiday::id>(1, "id", {.derived = true}),
    field<&Holiday::code>(2, "code", {.max = 10, .derived = true}),
    field<&Holiday::name>(3, "name", {.max = 80, .required = true}),
    field<&Holiday::day>(4, "day", {.required = true}),
    field<&Holiday::jointLeave>(5, "joint_leave"),
    field<&Holiday::active>(6, "active"),
};
static_assert(wellDescribed<Holiday>());
template <>
inline constexpr EntityInfo entityInfo<Holiday>{.kind = 35,
                                                .table = "holiday",
                                                .conflict = ConflictClass::FieldMerge,
                                                .unique = {"code"},
                                                .scope = {ScopeRule::Form::Reference},
                                                .reference = true};

enum class FacilityKind { HealthCentre, PrimaryClinic, Practice, Hospital, Midwife };
constexpr int enumCount(FacilityKind) { return 5; }

/// Who sends patients here, or gets them back.
struct Facility {
    FacilityId id;
    QString code;  ///< Of BPJS, eight characters.
    QString name;
    FacilityKind kind = FacilityKind::HealthCentre;
    bool active = true;

    bool operator==(const Facility&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Facility> = {
    field<&Facility::id>(1, "id", {.derived = true}),
    field<&Facility::code>(2, "code", {.max = 10, .required = true}),
    field<&Facility::name>(3, "name", {.max = 100, .required = true}),
    field<&Facility::kind>(4, "kind"),
    field<&Facility::active>(5, "active"),
};
static_assert(wellDescribed<Facility>());
template <>
inline constexpr EntityInfo entityInfo<Facility>{.kind = 36,
                                                 .table = "facility",
                                                 .conflict = ConflictClass::FieldMerge,
                                                 .unique = {"code"},
                                                 .scope = {ScopeRule::Form::Reference},
                                                 .reference = true};

enum class Profession {
    Clerk,
    RecordsOfficer,
    Nurse,
    Midwife,
    Doctor,
    Pharmacist,
    PharmacyAssistant,
    LabAnalyst,
    Radiographer,
    StockKeeper,
    Other
};
constexpr int enumCount(Profession) { return 11; }

/// Who works here, whether or not he has an account. Doctors stand in their own list.
struct Staff {
    StaffId id;
    QString code;  ///< NIP, or the hospital's own number.
    QString name;
    Profession profession = Profession::Clerk;
    ClinicId clinicId;  ///< Clinic or ward; null: none in particular.
    QString phone;
    bool active = true;

    bool operator==(const Staff&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Staff> = {
    field<&Staff::id>(1, "id", {.derived = true}),
    field<&Staff::code>(2, "code", {.max = 20, .required = true}),
    field<&Staff::name>(3, "name", {.max = 100, .required = true}),
    field<&Staff::profession>(4, "profession"),
    field<&Staff::clinicId>(5, "clinic_id"),
    field<&Staff::phone>(6, "phone", {.max = 20}),
    field<&Staff::active>(7, "active"),
};
static_assert(wellDescribed<Staff>());
template <>
inline constexpr EntityInfo entityInfo<Staff>{.kind = 37,
                                              .table = "staff",
                                              .conflict = ConflictClass::FieldMerge,
                                              .unique = {"code"},
                                              .foreign = {{{"clinic_id", "clinic"}}},
                                              .scope = {ScopeRule::Form::Reference},
                                              .reference = true};

/// What the ticket dispenser offers. Its letter begins the number of the counter's queue (nomor antrean
/// loket), which never collides with a clinic's (hospital-practice 1.4, 1).
struct CounterService {
    CounterServiceId id;
    QString code;
    QString name;
    QString letter;
    bool first = false;  ///< Priority (elderly, pregnant, disabled): every third call is one of the others.
    bool active = true;

    bool operator==(const CounterService&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CounterService> = {
    field<&CounterService::id>(1, "id", {.derived = true}),
    field<&CounterService::code>(2, "code", {.max = 10, .required = true}),
    field<&CounterService::name>(3, "name", {.max = 60, .required = true}),
    field<&CounterService::letter>(4, "letter", {.max = 2, .required = true}),
    field<&CounterService::first>(5, "goes_first"),
    field<&CounterService::active>(6, "active"),
};
static_assert(wellDescribed<CounterService>());
template <>
inline constexpr EntityInfo entityInfo<CounterService>{.kind = 38,
                                                       .table = "counter_service",
                                                       .conflict = ConflictClass::FieldMerge,
                                                       .unique = {"code"},
                                                       .scope = {ScopeRule::Form::Reference},
                                                       .reference = true};

}  // namespace simrs
