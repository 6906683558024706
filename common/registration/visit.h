// SPDX-License-Identifier: GPL-3.0-or-later
// A visit (one contact with the hospital) and its ticket.
#pragma once

#include "common/access/user.h"
#include "common/registration/masters.h"
#include "common/registration/patient.h"

namespace simrs {

using VisitId = TypedId<struct VisitTag>;
using TicketId = TypedId<struct TicketTag>;
using EpisodeId = TypedId<struct EpisodeTag>;

enum class VisitType { Outpatient, Emergency, Inpatient, SupportOnly, CheckUp };
constexpr int enumCount(VisitType) { return 5; }

/// How the patient came (hospital-practice §1.4, 2).
enum class Arrival {
    WalkIn,
    PrimaryCare,
    OtherHospital,
    Midwife,
    InternalReferral,
    Control,
    AfterInpatient,
    Police,
    Ambulance
};
constexpr int enumCount(Arrival) { return 9; }

enum class PracticeSession { Morning, Afternoon };
constexpr int enumCount(PracticeSession) { return 2; }

enum class VisitState { Registered, Cancelled };
constexpr int enumCount(VisitState) { return 2; }

/// Told apart at registration and stored, since later visits would change the answer. Not known: where the
/// visit was made without the server.
enum class Newness { NotKnown, New, Returning };
constexpr int enumCount(Newness) { return 3; }

struct Visit {
    VisitId id;
    PatientId patientId;
    qint64 registrationNumber = 0;
    EpisodeId episodeId;  ///< Several visits share one SEP and one bill.
    VisitType type = VisitType::Outpatient;
    QDate serviceDate;
    ClinicId clinicId;
    DoctorId doctorId;
    PracticeSession session = PracticeSession::Morning;
    PayerId payerId;
    Arrival arrival = Arrival::WalkIn;
    VisitState state = VisitState::Registered;
    Instant registeredAt;
    UserId registeredBy;
    QString cancelReason;
    Instant cancelledAt;
    UserId cancelledBy;
    Newness inHospital = Newness::NotKnown;  ///< Pasien baru or lama.
    Newness inClinic = Newness::NotKnown;    ///< Kunjungan baru or lama in this clinic.
    Instant arrivedAt;                       ///< Of an emergency: at the door; null: when registered.
    Instant triagedAt;                       ///< Null: not yet, or no emergency.
    Instant openedAt;  ///< When somebody first wrote into it; from then on it stays where it is.

    bool operator==(const Visit&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Visit> = {
    field<&Visit::id>(1, "id"),
    field<&Visit::patientId>(2, "patient_id"),
    field<&Visit::registrationNumber>(3, "registration_number"),
    field<&Visit::episodeId>(4, "episode_id"),
    field<&Visit::type>(5, "type"),
    field<&Visit::serviceDate>(6, "service_date"),
    field<&Visit::clinicId>(7, "clinic_id"),
    field<&Visit::doctorId>(8, "doctor_id"),
    field<&Visit::session>(9, "session"),
    field<&Visit::payerId>(10, "payer_id"),
    field<&Visit::arrival>(11, "arrival"),
    field<&Visit::state>(12, "state"),
    field<&Visit::registeredAt>(13, "registered_at"),
    field<&Visit::registeredBy>(14, "registered_by"),
    field<&Visit::cancelReason>(15, "cancel_reason", {.max = limits::kReasonChars}),
    field<&Visit::cancelledAt>(16, "cancelled_at"),
    field<&Visit::cancelledBy>(17, "cancelled_by"),
    field<&Visit::inHospital>(18, "in_hospital"),
    field<&Visit::inClinic>(19, "in_clinic"),
    field<&Visit::arrivedAt>(20, "arrived_at"),
    field<&Visit::triagedAt>(21, "triaged_at"),
    field<&Visit::openedAt>(22, "opened_at"),
};
static_assert(wellDescribed<Visit>());
template <>
inline constexpr EntityInfo entityInfo<Visit>{
    .kind = 41,
    .table = "visit",
    .conflict = ConflictClass::StateGuard,
    .unique = {"registration_number"},
    .index = {"patient_id, service_date", "service_date, clinic_id"},
    .check = {"service_date <> ''", "state <> 1 OR cancel_reason <> ''"},
    // Not of clinic, doctor and payer: masters are never deleted, and all desks would lock the same few rows.
    .foreign = {{{"patient_id", "patient"}}},
    .scope = {ScopeRule::Form::Own, "unit", "clinic_id"},
    .shares = {{{"patient_id", entityType<Patient>}}},
    .personColumn = "patient_id",
    .topicColumn = "service_date"};

/// A place in a clinic's queue. The number is the server's, and empty until its row comes; or the reserved
/// one of the desk that had no answer and printed it. A visit may have both: one is cancelled.
struct Ticket {
    TicketId id;
    VisitId visitId;
    PatientId patientId;
    ClinicId clinicId;
    QDate serviceDate;
    QString series;  ///< Whose queue it stands in, by ticketSeries().
    QString letter;  ///< What the number is counted under on that day.
    std::optional<qint64> number;
    bool cancelled = false;  ///< Never given again, findable for ever.

    bool operator==(const Ticket&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Ticket> = {
    field<&Ticket::id>(1, "id"),
    field<&Ticket::visitId>(2, "visit_id"),
    field<&Ticket::patientId>(3, "patient_id"),
    field<&Ticket::clinicId>(4, "clinic_id"),
    field<&Ticket::serviceDate>(5, "service_date"),
    field<&Ticket::series>(6, "series", {.max = 60}),
    field<&Ticket::letter>(7, "letter", {.max = 2}),
    field<&Ticket::number>(8, "number"),
    field<&Ticket::cancelled>(9, "cancelled"),
};
static_assert(wellDescribed<Ticket>());
template <>
inline constexpr EntityInfo entityInfo<Ticket>{
    .kind = 42,
    .table = "ticket",
    .conflict = ConflictClass::Reservation,
    .unique = {"service_date, series, number", "service_date, letter, number"},
    .index = {"visit_id"},
    .check = {"number IS NULL OR number > 0"},
    .foreign = {{{"visit_id", "visit"}}},
    .scope = {ScopeRule::Form::Own, "unit", "clinic_id"},
    .personColumn = "patient_id",
    .topicColumn = "service_date"};

/// The ticket that counts for a visit: the one that is not cancelled, else the one that was printed last.
/// Null: it has none.
const Ticket* ticketOf(const QList<Ticket>& tickets, const VisitId& visit);
/// All letters that queue numbers may begin with now, in order.
QStringList ticketLetters(const QList<Clinic>& clinics, const QList<Doctor>& doctors);
/// The series of a clinic's tickets with its letter: by doctor and session ("INT/D001/am/E1"), or by clinic
/// ("IRM/T"), as the clinic is set.
QString ticketSeries(const Clinic& clinic, const std::optional<Doctor>& doctor, PracticeSession session);
/// The doctor's letter, else the clinic's, else "A".
QString ticketLetter(const Clinic& clinic, const std::optional<Doctor>& doctor);
/// The counter of the numbers that are shown with a letter on a day. All series of one letter share it, so
/// that no two people wait with the same text.
QString ticketCounter(QDate serviceDate, const QString& letter);
/// "A-012"; an empty number shows as "A-…" until the server has given it.
QString ticketText(const QString& letter, const std::optional<qint64>& number);
/// The session a moment belongs to.
PracticeSession sessionAt(int minuteOfDay, const Hospital& hospital);

}  // namespace simrs
