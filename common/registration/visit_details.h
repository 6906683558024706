// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a visit beside clinic, doctor and payer: who pays what, which letter the patient
// brought, who came along, how an accident happened. A row of its own under the visit's id, so that lists
// stay slim. Words and codes of BPJS: VClaim 2.0, hospital-practice 1.4, 3.
#pragma once

#include "common/registration/patient_details.h"
#include "common/registration/visit.h"

namespace simrs {

// The numbers are stored and travel; append only.
/// Jenis peserta.
enum class MemberKind { NotAsked, PbiCentral, PbiLocal, Ppu, Pbpu, Bp };
constexpr int enumCount(MemberKind) { return 6; }
enum class Membership { NotChecked, Active, Inactive };
constexpr int enumCount(Membership) { return 3; }
/// Tujuan kunjungan 0/1/2.
enum class Purpose { Usual, Procedure, Consultation };
constexpr int enumCount(Purpose) { return 3; }
/// Status kecelakaan 0 to 3.
enum class Accident { None, Traffic, TrafficAndWork, Work };
constexpr int enumCount(Accident) { return 4; }
enum class Consent { NotAsked, Given, Refused };
constexpr int enumCount(Consent) { return 3; }
/// Case groups of RL 3.3.
enum class EmergencyCase { NotAsked, Surgical, NonSurgical, Obstetric, Child, Psychiatric };
constexpr int enumCount(EmergencyCase) { return 6; }
enum class Injury { None, Traffic, Work, Home, Violence };
constexpr int enumCount(Injury) { return 5; }

namespace limits {
inline constexpr int kSepChars = 19;
inline constexpr int kReferralChars = 19;
inline constexpr int kPoliceChars = 40;
}  // namespace limits

struct VisitDetails {
    VisitId id;
    PatientId patientId;
    // who pays
    PayerId secondPayerId;  ///< COB; of a traffic accident Jasa Raharja pays before JKN.
    MemberKind memberKind = MemberKind::NotAsked;
    CareClass classEntitled = CareClass::None;
    QString firstFacility;  ///< FKTP the member belongs to.
    Membership membership = Membership::NotChecked;
    Instant membershipCheckedAt;
    QString sep;            ///< 19 characters; empty of a JKN visit: SEP menyusul.
    QString controlLetter;  ///< Surat kontrol or SPRI, 19 characters.
    Purpose purpose = Purpose::Usual;
    QString procedureCode;  ///< VClaim flagProcedure, kdPenunjang and assesmentPel, as the letter says.
    QString supportCode;
    QString assessmentCode;
    bool cataract = false;
    // which letter he brought
    QString referralNumber;
    QDate referralDate;
    QDate referralUntil;
    QString referralFacility;
    QString referralDiagnosis;
    // an accident
    Accident accident = Accident::None;
    QDate accidentDate;
    QString accidentPlace;
    QString policeReport;
    // who came along
    QString responsibleName;
    Relation responsibleRelation = Relation::NotAsked;
    QString responsiblePhone;
    QString responsibleAddress;
    QString escortName;
    QString escortPhone;
    Consent consent = Consent::NotAsked;  ///< General consent, on paper.
    // an emergency
    EmergencyCase emergencyCase = EmergencyCase::NotAsked;
    Injury injury = Injury::None;
    bool deadOnArrival = false;

    bool operator==(const VisitDetails&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VisitDetails> = {
    field<&VisitDetails::id>(1, "id", {.derived = true}),
    field<&VisitDetails::patientId>(2, "patient_id", {.derived = true}),
    field<&VisitDetails::secondPayerId>(3, "second_payer_id"),
    field<&VisitDetails::memberKind>(4, "member_kind"),
    field<&VisitDetails::classEntitled>(5, "class_entitled"),
    field<&VisitDetails::firstFacility>(6, "first_facility", {.max = 100}),
    field<&VisitDetails::membership>(7, "membership"),
    field<&VisitDetails::membershipCheckedAt>(8, "membership_checked_at", {.derived = true}),
    field<&VisitDetails::sep>(9, "sep", {.max = limits::kSepChars, .personal = true}),
    field<&VisitDetails::controlLetter>(10, "control_letter", {.max = limits::kSepChars, .personal = true}),
    field<&VisitDetails::purpose>(11, "purpose"),
    field<&VisitDetails::procedureCode>(12, "procedure_code", {.max = 2}),
    field<&VisitDetails::supportCode>(13, "support_code", {.max = 2}),
    field<&VisitDetails::assessmentCode>(14, "assessment_code", {.max = 2}),
    field<&VisitDetails::cataract>(15, "cataract"),
    field<&VisitDetails::referralNumber>(16, "referral_number",
                                         {.max = limits::kReferralChars, .personal = true}),
    field<&VisitDetails::referralDate>(17, "referral_date"),
    field<&VisitDetails::referralUntil>(18, "referral_until"),
    field<&VisitDetails::referralFacility>(19, "referral_facility", {.max = 100}),
    field<&VisitDetails::referralDiagnosis>(20, "referral_diagnosis", {.max = 100}),
    field<&VisitDetails::accident>(21, "accident"),
    field<&VisitDetails::accidentDate>(22, "accident_date"),
    field<&VisitDetails::accidentPlace>(23, "accident_place", {.max = limits::kAddressChars}),
    field<&VisitDetails::policeReport>(24, "police_report", {.max = limits::kPoliceChars}),
    field<&VisitDetails::responsibleName>(25, "responsible_name",
                                          {.max = limits::kNameChars, .personal = true}),
    field<&VisitDetails::responsibleRelation>(26, "responsible_relation"),
    field<&VisitDetails::responsiblePhone>(27, "responsible_phone",
                                           {.max = limits::kPhoneChars, .personal = true}),
    field<&VisitDetails::responsibleAddress>(28, "responsible_address",
                                             {.max = limits::kAddressChars, .personal = true}),
    field<&VisitDetails::escortName>(29, "escort_name", {.max = limits::kNameChars, .personal = true}),
    field<&VisitDetails::escortPhone>(30, "escort_phone", {.max = limits::kPhoneChars, .personal = true}),
    field<&VisitDetails::consent>(31, "consent"),
    field<&VisitDetails::emergencyCase>(32, "emergency_case"),
    field<&VisitDetails::injury>(33, "injury"),
    field<&VisitDetails::deadOnArrival>(34, "dead_on_arrival"),
};
static_assert(wellDescribed<VisitDetails>());
template <>
inline constexpr EntityInfo entityInfo<VisitDetails>{
    .kind = 47,
    .table = "visit_details",
    .conflict = ConflictClass::FieldMerge,
    .foreign = {{{"id", "visit"}, {"patient_id", "patient"}}},
    .scope = {ScopeRule::Form::Follows},
    .follows = {{{"id", entityType<Visit>}}},
    .personColumn = "patient_id"};

/// Where a visit stood before it was moved, and why it was: never changed, shown as its trace.
using VisitChangeId = TypedId<struct VisitChangeTag>;
struct VisitChange {
    VisitChangeId id;
    VisitId visitId;
    PatientId patientId;
    ClinicId clinicId;
    DoctorId doctorId;
    PracticeSession session = PracticeSession::Morning;
    PayerId payerId;
    QDate serviceDate;
    QString ticket;  ///< As it was called out: "A-012"; empty: none. Never given again.
    QString reason;
    Instant at;
    UserId by;

    bool operator==(const VisitChange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<VisitChange> = {
    field<&VisitChange::id>(1, "id"),
    field<&VisitChange::visitId>(2, "visit_id"),
    field<&VisitChange::patientId>(3, "patient_id"),
    field<&VisitChange::clinicId>(4, "clinic_id"),
    field<&VisitChange::doctorId>(5, "doctor_id"),
    field<&VisitChange::session>(6, "session"),
    field<&VisitChange::payerId>(7, "payer_id"),
    field<&VisitChange::serviceDate>(8, "service_date"),
    field<&VisitChange::ticket>(9, "ticket", {.max = 12}),
    field<&VisitChange::reason>(10, "reason", {.max = limits::kReasonChars}),
    field<&VisitChange::at>(11, "changed_at"),
    field<&VisitChange::by>(12, "changed_by"),
};
static_assert(wellDescribed<VisitChange>());
template <>
inline constexpr EntityInfo entityInfo<VisitChange>{
    .kind = 48,
    .table = "visit_change",
    .conflict = ConflictClass::AppendOnly,
    .index = {"visit_id"},
    .foreign = {{{"visit_id", "visit"}, {"patient_id", "patient"}}},
    .scope = {ScopeRule::Form::Follows},
    .follows = {{{"visit_id", entityType<Visit>}}},
    .personColumn = "patient_id"};

/// Cleans what was typed.
void tidyVisitDetails(VisitDetails& details);
/// Errors: FieldInvalid ("sep", "control_letter": checkSep), FieldRequired ("accident_date" and
/// "accident_place" of an accident), FieldInvalid ("accident_date", "referral_date": after `day`),
/// PhoneInvalid.
Status checkVisitDetails(const VisitDetails& details, QDate day);
/// A SEP (letter 'V') or a control letter (letter 'K'): 19 characters, the eight of the hospital, MMYY, the
/// letter, six digits. Empty passes. Errors: FieldInvalid (args: field).
Status checkSep(const QString& text, QChar letter, const QString& field);

/// What a clerk should know before he saves; nothing of it stops him.
enum class VisitWarning : int {
    ReferralExpired = 1,  // args: last day as ISO text
    ReferralLacks,        // JKN from primary care without a referral number
    ControlLetterLacks,   // JKN control visit without a control letter
    SepLacks,             // SEP menyusul
    MembershipInactive,
    MembershipNotChecked,
    TrafficNeedsSecond,  // a traffic accident of a JKN patient: Jasa Raharja pays first
    PoliceReportLacks,
};
QList<VisitWarning> visitWarnings(const VisitDetails& details, Arrival arrival, PayerKind payer, QDate day);

}  // namespace simrs
