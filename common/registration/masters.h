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

enum class ClinicKind { Outpatient, Emergency };
constexpr int enumCount(ClinicKind) { return 2; }

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

enum class PayerKind { SelfPay, Jkn, LocalProgram, Insurance, Company, TrafficAccident, WorkAccident, Free };
constexpr int enumCount(PayerKind) { return 8; }

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
