// SPDX-License-Identifier: GPL-3.0-or-later
// The registration desk's masters: clinics, doctors, payers, and the hospital itself. Few rows, held by every
// device.
#pragma once

#include "common/base/result.h"
#include "common/entity/codec.h"
#include "common/entity/entity_info.h"

namespace simrs {

using ClinicId = TypedId<struct ClinicTag>;
using DoctorId = TypedId<struct DoctorTag>;
using PayerId = TypedId<struct PayerTag>;
using HospitalId = TypedId<struct HospitalTag>;

/// A ward is a unit like a clinic: visits belong to it, and its computers hold them.
enum class ClinicKind { Outpatient, Emergency, Ward };
constexpr int enumCount(ClinicKind) { return 3; }

/// What a patient is entitled to and what he lies in. KRIS: the one standard class (PP 47/2021); classes 1 to
/// 3 live on beside it.
enum class CareClass { None, Class1, Class2, Class3, Vip, Kris, Intensive };
constexpr int enumCount(CareClass) { return 7; }

/// What one series of queue numbers covers on a day (hospital-practice §1.1, 1: a setting of the clinic).
enum class TicketSeries { DoctorAndSession, Clinic };
constexpr int enumCount(TicketSeries) { return 2; }

struct Clinic {
    ClinicId id;
    QString code;  ///< BPJS code of the clinic where it has one.
    QString name;
    ClinicKind kind = ClinicKind::Outpatient;
    QString letter;  ///< Before its queue numbers, unless the doctor has his own.
    TicketSeries ticketSeries = TicketSeries::DoctorAndSession;
    qint64 opensMinute = 8 * 60;  ///< Minutes since midnight, the hospital's zone.
    qint64 closesMinute = 13 * 60;
    bool active = true;
    CareClass careClass = CareClass::None;  ///< Of a ward: of most of its beds.
    bool kris = false;                      ///< Its rooms fulfil the standard of KRIS.
    QString reportRow;                      ///< Clinic: row of RL 3.5; ward: bed type of RL 1.3.
    QString satusehatLocation;              ///< Its id there; empty: not mapped yet.

    bool operator==(const Clinic&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Clinic> = {
    field<&Clinic::id>(1, "id", {.derived = true}),
    field<&Clinic::code>(2, "code", {.max = 10, .required = true}),
    field<&Clinic::name>(3, "name", {.max = 80, .required = true}),
    field<&Clinic::kind>(4, "kind"),
    field<&Clinic::letter>(5, "letter", {.max = 2}),
    field<&Clinic::ticketSeries>(6, "ticket_series"),
    field<&Clinic::opensMinute>(7, "opens_minute"),
    field<&Clinic::closesMinute>(8, "closes_minute"),
    field<&Clinic::active>(9, "active"),
    field<&Clinic::careClass>(10, "care_class"),
    field<&Clinic::kris>(11, "kris"),
    field<&Clinic::reportRow>(12, "report_row", {.max = 40}),
    field<&Clinic::satusehatLocation>(13, "satusehat_location", {.max = 40}),
};
static_assert(wellDescribed<Clinic>());
template <>
inline constexpr EntityInfo entityInfo<Clinic>{
    .kind = 30,
    .table = "clinic",
    .conflict = ConflictClass::FieldMerge,
    .unique = {"code"},
    .check = {"opens_minute BETWEEN 0 AND 1440", "closes_minute BETWEEN 0 AND 1440"},
    .scope = {ScopeRule::Form::Reference},
    .reference = true};

struct Doctor {
    DoctorId id;
    QString code;
    QString name;       ///< With titles: "dr. …, Sp.PD".
    ClinicId clinicId;  ///< Null: practises in no clinic (anaesthesia, laboratory).
    QString letter;
    bool active = true;
    QString nik;
    QString licence;          ///< Nomor SIP, for this hospital.
    QDate licenceUntil;       ///< Invalid: not recorded.
    QDate registerUntil;      ///< Of the STR; invalid: for life, or not recorded.
    QString hfisCode;         ///< Of BPJS, for schedules and control letters.
    bool leadsStays = false;  ///< May be the DPJP of a stay.

    bool operator==(const Doctor&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Doctor> = {
    field<&Doctor::id>(1, "id", {.derived = true}),
    field<&Doctor::code>(2, "code", {.max = 10, .required = true}),
    field<&Doctor::name>(3, "name", {.max = 100, .required = true}),
    field<&Doctor::clinicId>(4, "clinic_id"),
    field<&Doctor::letter>(5, "letter", {.max = 2}),
    field<&Doctor::active>(6, "active"),
    field<&Doctor::nik>(7, "nik", {.max = 16}),
    field<&Doctor::licence>(8, "licence", {.max = 40}),
    field<&Doctor::licenceUntil>(9, "licence_until"),
    field<&Doctor::registerUntil>(10, "register_until"),
    field<&Doctor::hfisCode>(11, "hfis_code", {.max = 12}),
    field<&Doctor::leadsStays>(12, "leads_stays"),
};
static_assert(wellDescribed<Doctor>());
template <>
inline constexpr EntityInfo entityInfo<Doctor>{.kind = 31,
                                               .table = "doctor",
                                               .conflict = ConflictClass::FieldMerge,
                                               .unique = {"code"},
                                               .foreign = {{{"clinic_id", "clinic"}}},
                                               .scope = {ScopeRule::Form::Reference},
                                               .reference = true};

enum class PayerKind {
    SelfPay,
    Jkn,
    LocalProgram,
    Insurance,
    Company,
    TrafficAccident,
    WorkAccident,
    Free,
    Undetermined  ///< Nobody could say yet; somebody has to.
};
constexpr int enumCount(PayerKind) { return 9; }

struct Payer {
    PayerId id;
    QString code;
    QString name;
    PayerKind kind = PayerKind::SelfPay;
    bool needsCard = false;
    bool active = true;

    bool operator==(const Payer&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Payer> = {
    field<&Payer::id>(1, "id", {.derived = true}),
    field<&Payer::code>(2, "code", {.max = 10, .required = true}),
    field<&Payer::name>(3, "name", {.max = 80, .required = true}),
    field<&Payer::kind>(4, "kind"),
    field<&Payer::needsCard>(5, "needs_card"),
    field<&Payer::active>(6, "active"),
};
static_assert(wellDescribed<Payer>());
template <>
inline constexpr EntityInfo entityInfo<Payer>{.kind = 32,
                                              .table = "payer",
                                              .conflict = ConflictClass::FieldMerge,
                                              .unique = {"code"},
                                              .scope = {ScopeRule::Form::Reference},
                                              .reference = true};

/// One row: what the papers and rules need to know of the hospital.
struct Hospital {
    HospitalId id;
    QString name;
    QString city;
    QString zone = QStringLiteral("Asia/Jakarta");
    qint64 mrnDigits = 8;
    qint64 mrnStart = 1;               ///< A hospital goes on from its last number.
    qint64 afternoonMinute = 14 * 60;  ///< From here on a visit belongs to the afternoon session.
    QString letterhead;
    qint64 sepHours = 72;  ///< How long after a visit its SEP can still be made; BPJS's rule, which changes.

    bool operator==(const Hospital&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Hospital> = {
    field<&Hospital::id>(1, "id", {.derived = true}),
    field<&Hospital::name>(2, "name", {.max = 80, .required = true}),
    field<&Hospital::city>(3, "city", {.max = 60}),
    field<&Hospital::zone>(4, "zone", {.max = 40, .required = true}),
    field<&Hospital::mrnDigits>(5, "mrn_digits"),
    field<&Hospital::mrnStart>(6, "mrn_start"),
    field<&Hospital::afternoonMinute>(7, "afternoon_minute"),
    field<&Hospital::letterhead>(8, "letterhead", {.max = 300}),
    field<&Hospital::sepHours>(9, "sep_hours"),
};
static_assert(wellDescribed<Hospital>());
template <>
inline constexpr EntityInfo entityInfo<Hospital>{.kind = 33,
                                                 .table = "hospital",
                                                 .conflict = ConflictClass::FieldMerge,
                                                 .check = {"mrn_digits IN (6, 8)"},
                                                 .scope = {ScopeRule::Form::Reference},
                                                 .reference = true};

/// The id of the one row of `hospital`.
inline HospitalId hospitalId() { return HospitalId(Uuid::named("hospital")); }

/// The letter before queue numbers: a capital from A to Z that can be called out, with one digit where the
/// doctors of a clinic share it ("E2"). Empty passes. Errors: FieldInvalid (args: "letter").
Status checkLetter(const QString& letter);
/// Clinics that give numbers have a letter to fall back on. Errors: FieldOutOfRange (args: "closes_minute"),
/// FieldRequired and FieldInvalid (args: "letter").
Status checkClinicRules(const Clinic& clinic);
/// No two clinics that work now call their patients by the same letter, be it the clinic's or a doctor's:
/// they may wait in one hall. What belongs to the clinic of `row` does not count. Errors: LetterTaken (args:
/// letter, name of the other).
Status checkLetterFree(const Clinic& row, const QList<Clinic>& clinics, const QList<Doctor>& doctors);
Status checkLetterFree(const Doctor& row, const QList<Clinic>& clinics, const QList<Doctor>& doctors);

}  // namespace simrs
