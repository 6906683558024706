// SPDX-License-Identifier: GPL-3.0-or-later
// The registration desk's requests: one struct each, listed at the end. How each is carried out stands in the
// file of its name.
#pragma once

#include "common/core/request_table.h"
#include "common/registration/import_requests.h"
#include "common/registration/master_requests.h"
#include "common/registration/match_rank.h"
#include "common/registration/merge_requests.h"
#include "common/registration/pair_requests.h"
#include "common/registration/patient_details.h"
#include "common/registration/same_person.h"
#include "common/registration/stay.h"
#include "common/registration/visit.h"
#include "common/registration/visit_details.h"

namespace simrs {

constexpr int enumCount(MatchReason) { return 13; }

// ---- find patients
/// A found patient, with why it was found.
struct PatientHit {
    Patient patient;
    QList<MatchReason> reasons;
    QDate lastVisit;  ///< Invalid: none.
    /// The number of a file that was merged into this one and was found instead; 0: found by itself.
    qint64 foundAsMrn = 0;
    /// Of a comparison: what speaks for one person, and what against; empty for a search.
    QList<SameEvidence> evidence;
    bool likely = false;  ///< Of a comparison: somebody has to look before a second file is made.
    QString village;      ///< Of the domicile; empty where it is not known.
    bool operator==(const PatientHit&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientHit> = {
    field<&PatientHit::patient>(1, "patient"),      field<&PatientHit::reasons>(2, "reasons"),
    field<&PatientHit::lastVisit>(3, "last_visit"), field<&PatientHit::foundAsMrn>(4, "found_as_mrn"),
    field<&PatientHit::evidence>(5, "evidence"),    field<&PatientHit::likely>(6, "likely"),
    field<&PatientHit::village>(7, "village"),
};
static_assert(wellDescribed<PatientHit>());

struct FoundPatients {
    QList<PatientHit> hits;
    bool tooShort = false;  ///< Type more before an answer makes sense.
    bool more = false;      ///< There are more candidates than were looked at: type more to narrow it down.
    bool operator==(const FoundPatients&) const = default;
};
template <>
inline constexpr std::array fieldsOf<FoundPatients> = {
    field<&FoundPatients::hits>(1, "hits"),
    field<&FoundPatients::tooShort>(2, "too_short"),
    field<&FoundPatients::more>(3, "more"),
};
static_assert(wellDescribed<FoundPatients>());

/// By MRN, NIK, card, phone, or words of the name in any order with a birth year: whatever stands in the one
/// box.
struct FindPatients {
    QString text;
    qint64 limit = limits::kSearchShown;
    bool operator==(const FindPatients&) const = default;
    static constexpr RequestInfo info{200, "find_patients", Permission::FindPatient, RequestKind::Query};
    using Reply = FoundPatients;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const FindPatients& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const FindPatients&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<FindPatients> = {
    field<&FindPatients::text>(1, "text"),
    field<&FindPatients::limit>(2, "limit"),
};
static_assert(wellDescribed<FindPatients>());

/// Who in the hospital may be the person whose form is being filled; the likeliest first.
struct FindSimilar {
    Patient draft;   ///< As typed so far; whatever is not known yet is empty.
    PatientId self;  ///< The file that is being corrected; its own files are left out.
    qint64 limit = limits::kSimilarShown;
    bool operator==(const FindSimilar&) const = default;
    static constexpr RequestInfo info{207, "find_similar", Permission::FindPatient, RequestKind::Query};
    using Reply = FoundPatients;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const FindSimilar& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const FindSimilar&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<FindSimilar> = {
    field<&FindSimilar::draft>(1, "draft"),
    field<&FindSimilar::self>(2, "self"),
    field<&FindSimilar::limit>(3, "limit"),
};
static_assert(wellDescribed<FindSimilar>());

// ---- a patient's file
/// A file that was merged into another; its number stays on old papers.
struct FormerFile {
    PatientId id;
    qint64 mrn = 0;
    bool operator==(const FormerFile&) const = default;
};
template <>
inline constexpr std::array fieldsOf<FormerFile> = {
    field<&FormerFile::id>(1, "id"),
    field<&FormerFile::mrn>(2, "mrn"),
};
static_assert(wellDescribed<FormerFile>());

struct PatientFile {
    Patient patient;
    QList<Visit> visits;  ///< Newest first; of all files of this person.
    QList<Ticket> tickets;
    QList<FormerFile> merged;  ///< Files that lead here.
    PatientId askedFor;        ///< The file that was asked for and leads here; null: this one.
    PatientDetails details;    ///< Of the file that stays; as nobody had asked where there are none.
    QList<Stay> stays;         ///< Of the inpatient visits.
    bool operator==(const PatientFile&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientFile> = {
    field<&PatientFile::patient>(1, "patient"),    field<&PatientFile::visits>(2, "visits"),
    field<&PatientFile::tickets>(3, "tickets"),    field<&PatientFile::merged>(4, "merged"),
    field<&PatientFile::askedFor>(5, "asked_for"), field<&PatientFile::details>(6, "details"),
    field<&PatientFile::stays>(7, "stays"),
};
static_assert(wellDescribed<PatientFile>());

struct GetPatient {
    PatientId id;
    bool operator==(const GetPatient&) const = default;
    static constexpr RequestInfo info{201, "get_patient", Permission::ViewPatient, RequestKind::Query};
    using Reply = PatientFile;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const GetPatient& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const GetPatient&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<GetPatient> = {field<&GetPatient::id>(1, "id")};
static_assert(wellDescribed<GetPatient>());

// ---- register and edit a patient
struct PatientMade {
    PatientId id;
    qint64 mrn = 0;
    bool operator==(const PatientMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientMade> = {
    field<&PatientMade::id>(1, "id"),
    field<&PatientMade::mrn>(2, "mrn"),
};
static_assert(wellDescribed<PatientMade>());

/// A new patient. `patient.id` and the derived fields are ignored; prepare takes the number.
struct RegisterPatient {
    Patient patient;
    /// In place of `patient.mrn`, where the device's block was dry.
    QString temporaryNumber;
    PatientDetails details{};  ///< Its id is ignored.
    bool operator==(const RegisterPatient&) const = default;
    static constexpr RequestInfo info{
        202, "register_patient", Permission::EnterPatient, RequestKind::Fact, Offline::Local, 3};
    using Reply = PatientMade;
    static Status prepare(Prepare& prepare, RegisterPatient& command);
    static Status check(Reader& reader, const CommandContext& context, const RegisterPatient& command);
    static void apply(FactTx& tx, const CommandContext& context, const RegisterPatient& command);
    static Reply outcome(FactTx& tx, const RegisterPatient& command);
    static QList<NumberUse> numbers(const RegisterPatient& command);
};
template <>
inline constexpr std::array fieldsOf<RegisterPatient> = {
    field<&RegisterPatient::patient>(1, "patient"),
    field<&RegisterPatient::temporaryNumber>(2, "temporary_number", {.max = 24}),
    field<&RegisterPatient::details>(3, "details"),
};
static_assert(wellDescribed<RegisterPatient>());

/// A correction: fields with the value the author saw and the value he wants, of either row.
struct EditPatient {
    PatientId id;
    QList<FieldChange> changes;
    QList<FieldChange> detailChanges{};
    bool operator==(const EditPatient&) const = default;
    static constexpr RequestInfo info{
        203, "edit_patient", Permission::CorrectPatient, RequestKind::Fact, Offline::Local, 2};
    using Reply = PatientMade;
    static Status prepare(Prepare& prepare, EditPatient& command);
    static Status check(Reader& reader, const CommandContext& context, const EditPatient& command);
    static void apply(FactTx& tx, const CommandContext& context, const EditPatient& command);
    static Reply outcome(FactTx& tx, const EditPatient& command);
    static QList<NumberUse> numbers(const EditPatient&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<EditPatient> = {
    field<&EditPatient::id>(1, "id"),
    field<&EditPatient::changes>(2, "changes"),
    field<&EditPatient::detailChanges>(3, "detail_changes"),
};
static_assert(wellDescribed<EditPatient>());

// ---- register and cancel a visit
struct VisitMade {
    Visit visit;
    Ticket ticket;  ///< Null id: this type of visit has no queue number.
    bool operator==(const VisitMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VisitMade> = {
    field<&VisitMade::visit>(1, "visit"),
    field<&VisitMade::ticket>(2, "ticket"),
};
static_assert(wellDescribed<VisitMade>());

/// prepare fills the day, the numbers, the series and the letter.
struct RegisterVisit {
    PatientId patientId;
    VisitType type = VisitType::Outpatient;
    ClinicId clinicId;
    DoctorId doctorId;
    PracticeSession session = PracticeSession::Morning;
    PayerId payerId;
    Arrival arrival = Arrival::WalkIn;
    EpisodeId episodeId;  ///< Null: a new episode.
    bool repeat = false;  ///< The clerk was told of the visit at the same clinic today and wants another.
    QDate serviceDate;
    qint64 registrationNumber = 0;
    QString series;
    QString letter;
    /// The number the clerk prints when no answer comes; 0: the device held none under this letter.
    qint64 reservedTicket = 0;
    /// In place of the registration number, where the device's block was dry.
    QString temporaryNumber;
    VisitDetails details{};  ///< Its ids are ignored.
    Instant arrivedAt{};     ///< Of an emergency: at the door; null: when registered.
    Instant triagedAt{};
    bool operator==(const RegisterVisit&) const = default;
    static constexpr RequestInfo info{
        204, "register_visit", Permission::EnterVisit, RequestKind::Fact, Offline::Local, 2};
    using Reply = VisitMade;
    static Status prepare(Prepare& prepare, RegisterVisit& command);
    static Status check(Reader& reader, const CommandContext& context, const RegisterVisit& command);
    static void apply(FactTx& tx, const CommandContext& context, const RegisterVisit& command);
    static Reply outcome(FactTx& tx, const RegisterVisit& command);
    static QList<NumberUse> numbers(const RegisterVisit& command);
};
template <>
inline constexpr std::array fieldsOf<RegisterVisit> = {
    field<&RegisterVisit::patientId>(1, "patient_id"),
    field<&RegisterVisit::type>(2, "type"),
    field<&RegisterVisit::clinicId>(3, "clinic_id"),
    field<&RegisterVisit::doctorId>(4, "doctor_id"),
    field<&RegisterVisit::session>(5, "session"),
    field<&RegisterVisit::payerId>(6, "payer_id"),
    field<&RegisterVisit::arrival>(7, "arrival"),
    field<&RegisterVisit::episodeId>(8, "episode_id"),
    field<&RegisterVisit::repeat>(9, "repeat"),
    field<&RegisterVisit::serviceDate>(10, "service_date"),
    field<&RegisterVisit::registrationNumber>(11, "registration_number"),
    field<&RegisterVisit::series>(12, "series", {.max = 60}),
    field<&RegisterVisit::letter>(13, "letter", {.max = 2}),
    field<&RegisterVisit::reservedTicket>(14, "reserved_ticket"),
    field<&RegisterVisit::temporaryNumber>(15, "temporary_number", {.max = 24}),
    field<&RegisterVisit::details>(16, "details"),
    field<&RegisterVisit::arrivedAt>(17, "arrived_at"),
    field<&RegisterVisit::triagedAt>(18, "triaged_at"),
};
static_assert(wellDescribed<RegisterVisit>());

/// No answer came and the clerk printed the reserved number: that is the ticket now. The registration comes
/// along whole: where it was refused, the paper is out all the same, and a person is told.
struct PrintReservedTicket {
    CommandId registration;
    RegisterVisit visit;  ///< As it was prepared.
    bool operator==(const PrintReservedTicket&) const = default;
    static constexpr RequestInfo info{
        215, "print_reserved_ticket", Permission::EnterVisit, RequestKind::Fact, Offline::Local, 2, true};
    using Reply = VisitMade;
    static Status prepare(Prepare& prepare, PrintReservedTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const PrintReservedTicket& command);
    static void apply(FactTx& tx, const CommandContext& context, const PrintReservedTicket& command);
    static Reply outcome(FactTx& tx, const PrintReservedTicket& command);
    static QList<NumberUse> numbers(const PrintReservedTicket& command);
};
template <>
inline constexpr std::array fieldsOf<PrintReservedTicket> = {
    field<&PrintReservedTicket::registration>(1, "registration"),
    field<&PrintReservedTicket::visit>(2, "visit"),
};
static_assert(wellDescribed<PrintReservedTicket>());

/// A late change of state: a wish, since the visit may have gone on meanwhile.
struct CancelVisit {
    VisitId visitId;
    /// What its author saw; the server cancels the visit's tickets, whatever stands here.
    TicketId ticketId;
    QString reason;
    bool operator==(const CancelVisit&) const = default;
    static constexpr RequestInfo info{205, "cancel_visit", Permission::CorrectVisit, RequestKind::Wish,
                                      Offline::Queued};
    using Reply = Done;
    static Status prepare(Prepare& prepare, CancelVisit& command);
    static Status check(Reader& reader, const CommandContext& context, const CancelVisit& command);
    static Status apply(WishTx& tx, const CommandContext& context, const CancelVisit& command);
    static Reply outcome(FactTx&, const CancelVisit&) { return {}; }
    static QList<NumberUse> numbers(const CancelVisit&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<CancelVisit> = {
    field<&CancelVisit::visitId>(1, "visit_id"),
    field<&CancelVisit::ticketId>(2, "ticket_id"),
    field<&CancelVisit::reason>(3, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<CancelVisit>());

// ---- the day's visits
/// One line of the list; names of clinic, doctor and payer are the client's, from its masters.
struct VisitLine {
    Visit visit;
    Ticket ticket;  ///< Null id: no ticket.
    QString patientName;
    Sapaan sapaan = Sapaan::None;
    Sex sex = Sex::Unknown;
    QDate birthDate;
    qint64 mrn = 0;
    PatientId patientId;  ///< Whose name this is: the file that the visit's leads to.
    bool operator==(const VisitLine&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VisitLine> = {
    field<&VisitLine::visit>(1, "visit"),
    field<&VisitLine::ticket>(2, "ticket"),
    field<&VisitLine::patientName>(3, "patient_name"),
    field<&VisitLine::sapaan>(4, "sapaan"),
    field<&VisitLine::sex>(5, "sex"),
    field<&VisitLine::birthDate>(6, "birth_date"),
    field<&VisitLine::mrn>(7, "mrn"),
    field<&VisitLine::patientId>(8, "patient_id"),
};
static_assert(wellDescribed<VisitLine>());

struct VisitList {
    QList<VisitLine> lines;  ///< Newest first.
    bool more = false;
    bool operator==(const VisitList&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VisitList> = {
    field<&VisitList::lines>(1, "lines"),
    field<&VisitList::more>(2, "more"),
};
static_assert(wellDescribed<VisitList>());

/// Live: told again after every commit that touches a visit of that day.
struct ListVisits {
    QDate serviceDate;
    ClinicId clinicId;  ///< Null: all clinics.
    qint64 limit = 500;
    bool operator==(const ListVisits&) const = default;
    static constexpr RequestInfo info{206, "list_visits", Permission::ViewVisits, RequestKind::Query};
    using Reply = VisitList;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListVisits& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ListVisits& request);
};
template <>
inline constexpr std::array fieldsOf<ListVisits> = {
    field<&ListVisits::serviceDate>(1, "service_date"),
    field<&ListVisits::clinicId>(2, "clinic_id"),
    field<&ListVisits::limit>(3, "limit"),
};
static_assert(wellDescribed<ListVisits>());

using RegistrationRequests =
    RequestList<FindPatients, FindSimilar, GetPatient, RegisterPatient, EditPatient, RegisterVisit,
                PrintReservedTicket, CancelVisit, ListVisits, GetMasters, SaveMaster<Clinic>,
                SaveMaster<Doctor>, SaveMaster<Payer>, SaveMaster<Bed>, SaveMaster<Holiday>,
                SaveMaster<Facility>, SaveMaster<Staff>, SaveMaster<CounterService>, MergePatients,
                UnmergePatients, ImportPatients, ListPairs, TellApart>;

}  // namespace simrs
