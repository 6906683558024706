// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a visit beside being registered and cancelled: an emergency before anybody has papers,
// moves with their trace, the details that come later.
#pragma once

#include "common/registration/requests.h"
#include "common/registration/stay.h"

namespace simrs {

// ---- an emergency
struct EmergencyMade {
    PatientMade patient;
    Visit visit;
    bool operator==(const EmergencyMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<EmergencyMade> = {
    field<&EmergencyMade::patient>(1, "patient"),
    field<&EmergencyMade::visit>(2, "visit"),
};
static_assert(wellDescribed<EmergencyMade>());

/// Care before paper: a patient nobody knows yet and his visit, in one. The name is made of the form of
/// address and where he was found; payer and identity follow later. `visit.patientId` is ignored. Errors of
/// check: those of RegisterPatient and RegisterVisit.
struct ReceiveUnknown {
    RegisterPatient person;
    RegisterVisit visit;
    bool operator==(const ReceiveUnknown&) const = default;
    static constexpr RequestInfo info{
        224, "receive_unknown", Permission::EnterPatient, RequestKind::Fact, Offline::Local, 2};
    using Reply = EmergencyMade;
    static Status prepare(Prepare& prepare, ReceiveUnknown& command);
    static Status check(Reader& reader, const CommandContext& context, const ReceiveUnknown& command);
    static void apply(FactTx& tx, const CommandContext& context, const ReceiveUnknown& command);
    static Reply outcome(FactTx& tx, const ReceiveUnknown& command);
    static QList<NumberUse> numbers(const ReceiveUnknown& command);
};
template <>
inline constexpr std::array fieldsOf<ReceiveUnknown> = {
    field<&ReceiveUnknown::person>(1, "person"),
    field<&ReceiveUnknown::visit>(2, "visit"),
};
static_assert(wellDescribed<ReceiveUnknown>());

/// An emergency was triaged. The first time counts; a second one is the record's.
struct NoteTriage {
    VisitId visitId;
    Instant at;  ///< prepare: now where it is null.
    bool operator==(const NoteTriage&) const = default;
    static constexpr RequestInfo info{225, "note_triage", Permission::EnterVisit, RequestKind::Fact,
                                      Offline::Local};
    using Reply = Done;
    static Status prepare(Prepare& prepare, NoteTriage& command);
    static Status check(Reader& reader, const CommandContext& context, const NoteTriage& command);
    static void apply(FactTx& tx, const CommandContext& context, const NoteTriage& command);
    static Reply outcome(FactTx&, const NoteTriage&) { return {}; }
    static QList<NumberUse> numbers(const NoteTriage&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<NoteTriage> = {
    field<&NoteTriage::visitId>(1, "visit_id"),
    field<&NoteTriage::at>(2, "at"),
};
static_assert(wellDescribed<NoteTriage>());

// ---- a move
/// Another clinic, doctor, session, payer or day. The old number is shown as moved and never given again.
/// Errors: ReasonRequired, VisitUnknown, VisitCancelled, VisitOpened (somebody has written into it),
/// ChangedMeanwhile, ServiceDateInvalid (before today), FieldRequired ("change": nothing is another), and
/// those of RegisterVisit for clinic, doctor and payer.
struct MoveVisit {
    VisitId visitId;
    Visit base;  ///< As its author saw it.
    ClinicId clinicId;
    DoctorId doctorId;
    PracticeSession session = PracticeSession::Morning;
    PayerId payerId;
    QDate serviceDate;
    QString reason;
    QString series;  ///< prepare: of the new queue number.
    QString letter;
    bool operator==(const MoveVisit&) const = default;
    static constexpr RequestInfo info{226, "move_visit", Permission::CorrectVisit, RequestKind::Wish};
    using Reply = VisitMade;
    static Status prepare(Prepare& prepare, MoveVisit& command);
    static Status check(Reader& reader, const CommandContext& context, const MoveVisit& command);
    static Status apply(WishTx& tx, const CommandContext& context, const MoveVisit& command);
    static Reply outcome(FactTx& tx, const MoveVisit& command);
    static QList<NumberUse> numbers(const MoveVisit&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<MoveVisit> = {
    field<&MoveVisit::visitId>(1, "visit_id"),
    field<&MoveVisit::base>(2, "base"),
    field<&MoveVisit::clinicId>(3, "clinic_id"),
    field<&MoveVisit::doctorId>(4, "doctor_id"),
    field<&MoveVisit::session>(5, "session"),
    field<&MoveVisit::payerId>(6, "payer_id"),
    field<&MoveVisit::serviceDate>(7, "service_date"),
    field<&MoveVisit::reason>(8, "reason", {.max = limits::kReasonChars}),
    field<&MoveVisit::series>(9, "series", {.max = 60}),
    field<&MoveVisit::letter>(10, "letter", {.max = 2}),
};
static_assert(wellDescribed<MoveVisit>());

// ---- its details
/// The SEP that came later, the letter that was forgotten. Errors of check: VisitUnknown, those of
/// checkVisitDetails.
struct EditVisitDetails {
    VisitId visitId;
    QList<FieldChange> changes;
    bool operator==(const EditVisitDetails&) const = default;
    static constexpr RequestInfo info{227, "edit_visit_details", Permission::CorrectVisit, RequestKind::Fact,
                                      Offline::Local};
    using Reply = Done;
    static Status prepare(Prepare& prepare, EditVisitDetails& command);
    static Status check(Reader& reader, const CommandContext& context, const EditVisitDetails& command);
    static void apply(FactTx& tx, const CommandContext& context, const EditVisitDetails& command);
    static Reply outcome(FactTx&, const EditVisitDetails&) { return {}; }
    static QList<NumberUse> numbers(const EditVisitDetails&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<EditVisitDetails> = {
    field<&EditVisitDetails::visitId>(1, "visit_id"),
    field<&EditVisitDetails::changes>(2, "changes"),
};
static_assert(wellDescribed<EditVisitDetails>());

/// Everything of one visit.
struct VisitFile {
    Visit visit;
    VisitDetails details;
    QList<Ticket> tickets;
    QList<VisitChange> changes;  ///< Oldest first.
    QList<Stay> stays;           ///< None or one.
    QList<StayMove> moves;       ///< Oldest first.
    Patient patient;             ///< The file that the visit's leads to.
    bool operator==(const VisitFile&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VisitFile> = {
    field<&VisitFile::visit>(1, "visit"),     field<&VisitFile::details>(2, "details"),
    field<&VisitFile::tickets>(3, "tickets"), field<&VisitFile::changes>(4, "changes"),
    field<&VisitFile::stays>(5, "stays"),     field<&VisitFile::moves>(6, "moves"),
    field<&VisitFile::patient>(7, "patient"),
};
static_assert(wellDescribed<VisitFile>());

struct GetVisit {
    VisitId id;
    bool operator==(const GetVisit&) const = default;
    static constexpr RequestInfo info{228, "get_visit", Permission::ViewVisits, RequestKind::Query};
    using Reply = VisitFile;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const GetVisit& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const GetVisit&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<GetVisit> = {field<&GetVisit::id>(1, "id")};
static_assert(wellDescribed<GetVisit>());

// ---- what is still to be done
/// Why a visit is on the list of the unfinished.
enum class VisitLack : int { Sep = 1, Payer = 2, Identity = 3, Consent = 4, Triage = 5 };
constexpr int enumCount(VisitLack) { return 6; }

struct UnfinishedVisit {
    VisitLine line;
    QList<VisitLack> lacks;
    Instant due;  ///< Of a SEP: until when it can be made; else null.
    bool operator==(const UnfinishedVisit&) const = default;
};
template <>
inline constexpr std::array fieldsOf<UnfinishedVisit> = {
    field<&UnfinishedVisit::line>(1, "line"),
    field<&UnfinishedVisit::lacks>(2, "lacks"),
    field<&UnfinishedVisit::due>(3, "due"),
};
static_assert(wellDescribed<UnfinishedVisit>());

struct UnfinishedVisits {
    QList<UnfinishedVisit> visits;  ///< The oldest first.
    bool more = false;
    bool operator==(const UnfinishedVisits&) const = default;
};
template <>
inline constexpr std::array fieldsOf<UnfinishedVisits> = {
    field<&UnfinishedVisits::visits>(1, "visits"),
    field<&UnfinishedVisits::more>(2, "more"),
};
static_assert(wellDescribed<UnfinishedVisits>());

/// Visits of the last days that lack something: SEP menyusul, payer belum ditentukan, patients nobody has
/// identified. Not live: every registration would read a week anew.
struct ListUnfinished {
    QDate today;
    qint64 days = 7;  ///< Back from today.
    bool operator==(const ListUnfinished&) const = default;
    static constexpr RequestInfo info{229, "list_unfinished", Permission::ViewVisits, RequestKind::Query};
    using Reply = UnfinishedVisits;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListUnfinished& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ListUnfinished&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ListUnfinished> = {
    field<&ListUnfinished::today>(1, "today"),
    field<&ListUnfinished::days>(2, "days"),
};
static_assert(wellDescribed<ListUnfinished>());

using VisitRequests =
    RequestList<ReceiveUnknown, NoteTriage, MoveVisit, EditVisitDetails, GetVisit, ListUnfinished>;

}  // namespace simrs
